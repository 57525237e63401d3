"""The running application without its widgets: signals, runs, the open document."""
