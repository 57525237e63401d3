"""Where the bar lies: out of the way of what is masked, and all of it in view."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize

GAP_PX = 8
"""Between the mask's box and what is seen of the bar."""


def bar_position(mask: QRect, bar: QSize, room: QRect) -> QPoint:
    """The bar's upper left corner: below the mask's box, above where there is no room below.

    Where there is none above either, at the foot of the room. All in logical px of one widget.
    """
    x = mask.center().x() - bar.width() // 2
    below, above = mask.bottom() + 1 + GAP_PX, mask.top() - GAP_PX - bar.height()
    lowest = room.bottom() + 1 - bar.height()
    y = below if below <= lowest else above if above >= room.top() else lowest
    return QPoint(
        max(room.left(), min(x, room.right() + 1 - bar.width())), max(room.top(), min(y, lowest))
    )
