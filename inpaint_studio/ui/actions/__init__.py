"""What can be done in the window and by which keys: one table for all its parts."""
