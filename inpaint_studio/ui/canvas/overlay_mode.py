"""The ways to show the mask, and which of them a moment asks for."""

from __future__ import annotations

import enum


class OverlayMode(enum.StrEnum):
    """How the mask is shown."""

    TINT = "tint"
    OUTLINE = "outline"
    MASK_ONLY = "mask"
    HIDDEN = "hidden"

    @property
    def is_filled(self) -> bool:
        """Whether the mask's area is coloured."""
        return self in (OverlayMode.TINT, OverlayMode.MASK_ONLY)

    @property
    def is_lined(self) -> bool:
        """Whether a line runs around the mask."""
        return self in (OverlayMode.TINT, OverlayMode.OUTLINE)

    def next(self) -> OverlayMode:
        """The mode after this one, round and round."""
        modes = list(OverlayMode)
        return modes[(modes.index(self) + 1) % len(modes)]


def shown_mode(
    chosen: OverlayMode, *, holds_original: bool, paints: bool, shows_edit: bool
) -> OverlayMode:
    """What is shown of a chosen mode: a hand that paints must see the mask, an edit no tint."""
    if holds_original:
        return OverlayMode.HIDDEN
    if paints and chosen is not OverlayMode.MASK_ONLY:
        return OverlayMode.TINT
    if shows_edit and chosen is OverlayMode.TINT:
        return OverlayMode.OUTLINE
    return chosen
