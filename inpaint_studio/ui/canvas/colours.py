"""The colours a canvas is drawn in, one set per theme."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CanvasColours:
    """Colours as `#rrggbb`; `tint_opacity` 0–1 is that of a fully covered mask pixel.

    `hatch` draws the tint in stripes, which no picture passes for.
    """

    canvas: str
    tint: str
    accent: str
    tint_opacity: float = 0.45
    hatch: bool = False
    checker_light: str = "#cfcfcf"
    checker_dark: str = "#a9a9a9"
    outline: str = "#ffffff"
    outline_dash: str = "#000000"
    label: str = "#141517"
    label_text: str = "#f4f5f6"
    label_opacity: float = 0.82


DARK = CanvasColours(canvas="#141517", tint="#ff3d71", accent="#5b8def")
LIGHT = CanvasColours(canvas="#c9ccd1", tint="#e6175c", accent="#2f6fe4")
