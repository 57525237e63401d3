"""Inpaint Studio: paint a mask by hand, ask an image model to change what is under it."""

__version__ = "0.1.0"
