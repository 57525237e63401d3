"""The embedded fill: arrays in, arrays out, progress and cancel by callback."""
