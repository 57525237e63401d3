"""The open pictures and their tabs: opened, saved, closed, given back after a crash; edits."""
