"""Rows and columns, each in one expression: what they hold, in order, and who is laid out by them.

Imported before the first paint: Qt's own namespace stays outside.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from inpaint_studio.ui.widgets.labels import Label, dim_label

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

Part = QWidget | QLayout


@dataclass(frozen=True, slots=True)
class LayoutPart:
    """A part that takes `stretch` of the room left over, or keeps to a side of its own."""

    part: Part | None
    stretch: int = 0
    side: Qt.AlignmentFlag | None = None


SPRING = LayoutPart(None, 1)
"""Room without anything in it, as much as there is."""
NONE = (0, 0, 0, 0)


def wide(part: Part) -> LayoutPart:
    """A part that takes the room the others leave."""
    return LayoutPart(part, 1)


def in_row(
    *parts: Part | LayoutPart,
    of: QWidget | None = None,
    spacing: int | None = None,
    margins: tuple[int, int, int, int] | None = NONE,
) -> QHBoxLayout:
    """Parts side by side; `of` is the widget they fill. None of px is what the style has."""
    box = QHBoxLayout() if of is None else QHBoxLayout(of)
    _fill(box, parts, spacing, margins)
    return box


def in_column(
    *parts: Part | LayoutPart,
    of: QWidget | None = None,
    spacing: int | None = None,
    margins: tuple[int, int, int, int] | None = NONE,
) -> QVBoxLayout:
    """Parts below each other; see `in_row`."""
    box = QVBoxLayout() if of is None else QVBoxLayout(of)
    _fill(box, parts, spacing, margins)
    return box


def held(layout: QLayout) -> QWidget:
    """A widget that is nothing but its layout."""
    widget = QWidget()
    widget.setLayout(layout)
    return widget


def keep_room(*parts: QWidget) -> None:
    """Let these have their places while they are hidden, so that nothing moves as they come."""
    for part in parts:
        policy = part.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        part.setSizePolicy(policy)


def _fill(
    box: QBoxLayout,
    parts: tuple[Part | LayoutPart, ...],
    spacing: int | None,
    margins: tuple[int, int, int, int] | None,
) -> None:
    if margins is not None:
        box.setContentsMargins(*margins)
    if spacing is not None:
        box.setSpacing(spacing)
    for each in parts:
        _add(box, each if isinstance(each, LayoutPart) else LayoutPart(each))


def _add(box: QBoxLayout, placed: LayoutPart) -> None:
    part, stretch = placed.part, placed.stretch
    if part is None:
        box.addStretch(stretch)
    elif isinstance(part, QLayout):
        box.addLayout(part, stretch)
    elif placed.side is None:
        box.addWidget(part, stretch)
    else:
        box.addWidget(part, stretch, placed.side)


def labelled_grid(label_px: int, gap_px: int, of: QWidget | None = None) -> QGridLayout:
    """Two columns: labels at least so wide, and controls that take the rest."""
    grid = QGridLayout() if of is None else QGridLayout(of)
    grid.setContentsMargins(*NONE)
    grid.setHorizontalSpacing(gap_px)
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, label_px)
    return grid


def form_rows(rows: Iterable[tuple[str | Label | None, Part]]) -> QGridLayout:
    """Controls below each other, their labels at the left; None has no label."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(8)
    for line, (label, part) in enumerate(rows):
        if label is not None:
            grid.addWidget(dim_label(label) if isinstance(label, str) else label, line, 0)
        if isinstance(part, QLayout):
            grid.addLayout(part, line, 1)
        else:
            grid.addWidget(part, line, 1)
    return grid
