"""Tools of the canvas: their buttons and their options."""
