"""The settings and the keys, as the window follows them."""
