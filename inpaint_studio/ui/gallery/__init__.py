"""The view of the history."""
