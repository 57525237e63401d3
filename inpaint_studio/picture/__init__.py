"""Pixels: the source, its mask, strokes, frames and composites. numpy, Pillow and OpenCV, no Qt."""
