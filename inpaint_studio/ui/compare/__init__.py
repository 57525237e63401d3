"""Results side by side, and what parts them."""
