"""Results waiting for a decision, over the canvas."""
