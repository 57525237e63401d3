"""The fault catalogue, and one server that can do every network fault by name."""
