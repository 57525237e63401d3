"""The picture on screen and the pointer over it."""
