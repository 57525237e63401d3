"""What stands on widgets, and whether there is room for it."""

from __future__ import annotations

from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)

from inpaint_studio.ui.widgets.elided_label import ElidedLabel


def words_of(widget: QWidget) -> list[str]:
    if isinstance(widget, QLabel | QAbstractButton):
        return [widget.text()]
    if isinstance(widget, QComboBox):
        return [widget.itemText(index) for index in range(widget.count())]
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        return [widget.placeholderText()]
    return []


def clipped(root: QWidget) -> list[str]:
    """Labels and buttons that are narrower than their words."""
    return sorted({
        words
        for widget in root.findChildren(QWidget)
        if isinstance(widget, QLabel | QAbstractButton) and widget.isVisibleTo(root)
        if not (isinstance(widget, QLabel) and widget.wordWrap())
        if not isinstance(widget, ElidedLabel)  # the whole is in its tool tip
        if not (isinstance(widget, QToolButton) and widget.icon())
        for words in words_of(widget)
        if any(
            widget.fontMetrics().horizontalAdvance(line) > widget.width() + 1
            for line in words.splitlines()
        )
    })  # fmt: skip


def overlapping(row: QWidget) -> list[tuple[str, str]]:
    """Neighbours of a bar that lie over each other."""
    parts = [
        part
        for part in row.findChildren(QWidget)
        if part.isVisible() and isinstance(part, QLabel | QAbstractButton | QAbstractSpinBox)
    ]
    placed = [(part, QRect(part.mapTo(row, QPoint(0, 0)), part.size())) for part in parts]
    return [
        (str(one), str(other))
        for (one, here), (other, there) in combinations(placed, 2)
        if here.intersects(there)
    ]
