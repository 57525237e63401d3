"""The open picture: opened, saved, closed, given back after a crash; its accepted edits."""
