"""A run from the click to the last byte kept, for the window and the command line alike; no Qt."""
