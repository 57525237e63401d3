"""Dialogs with a list at the side, beside it what is chosen there, and buttons at the foot."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QListWidget, QWidget

from inpaint_studio.ui.widgets.layouts import LayoutPart, Part, in_column, in_row, wide


def side_list(name: str) -> QListWidget:
    """The list."""
    made = QListWidget()
    made.setObjectName("sideList")
    made.setAccessibleName(name)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setTextElideMode(Qt.TextElideMode.ElideMiddle)
    return made


def side_of(width_px: int, *parts: Part | LayoutPart) -> QWidget:
    """The ground of the list and of what belongs to it."""
    side = QWidget()
    side.setObjectName("side")
    side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    side.setFixedWidth(width_px)
    in_column(*parts, of=side, spacing=8, margins=(10, 12, 10, 10))
    return side


def fill_sides(dialog: QDialog, side: QWidget, page: QWidget, *foot: Part | LayoutPart) -> None:
    """Lay the dialog out: side and page, a rule, and the foot."""
    rule = QFrame()
    rule.setObjectName("rule")
    sides = in_row(side, wide(page), spacing=0)
    buttons = in_row(*foot, spacing=8, margins=(16, 10, 16, 12))
    in_column(wide(sides), rule, buttons, of=dialog, spacing=0)
