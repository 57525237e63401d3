"""The command palette: what can be done, found by typing a few letters of it."""
