"""Paints one row of the palette: the title with what was typed of it, what it is of, its keys."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from inpaint_studio.ui.palette.commands import Found
from inpaint_studio.ui.style.painting import within
from inpaint_studio.ui.style.theme import Theme
from inpaint_studio.visible_text import visible

FOUND_ROLE = Qt.ItemDataRole.UserRole
_PADDING_PX = 12
_ABOVE_PX = 7
_GAP_PX = 10
_RADIUS = 6
_LEAST_HEADING_PX = 60


class PaletteRows(QStyledItemDelegate):
    """Knows the theme. What cannot be done now stands back, with the reason in place of a kind."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All rows are of one height."""
        del index
        return QSize(0, option.fontMetrics.height() + 2 * _ABOVE_PX)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """One row, mirrored where the window is read from the right."""
        found: Found = index.data(FOUND_ROLE)
        with within(painter):
            if option.state & QStyle.StateFlag.State_Selected:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(self.theme.hover))
                painter.drawRoundedRect(option.rect, _RADIUS, _RADIUS)
            self._write(painter, option, found)

    def _write(self, painter: QPainter, option: QStyleOptionViewItem, found: Found) -> None:
        command, line = found.command, _Line(option)
        dim = QColor(self.theme.dim)
        line.write_last(painter, command.state, dim)
        ink = dim if command.reason else QColor(self.theme.text)
        self._write_title(painter, line, found, ink)
        line.write(painter, command.reason or command.heading, dim, option.font)

    def _write_title(self, painter: QPainter, line: _Line, found: Found, ink: QColor) -> None:
        """Joined letters of Arabic would part between two weights: there all is of one."""
        title, font = visible(found.command.title), QFont(line.font)
        bold = QFont(font)
        bold.setWeight(QFont.Weight.Bold)
        if line.is_mirrored or not title.isprintable():
            line.write(painter, title, ink, font)
            return
        letters = enumerate(title)
        for is_typed, part in groupby(letters, key=lambda each: each[0] in found.places):
            text = "".join(letter for _, letter in part)
            line.write(painter, text, ink, bold if is_typed else font, gap=0)
        line.skip(_GAP_PX)


class _Line:
    """What is left of a row while it is written, from its beginning and from its end."""

    def __init__(self, option: QStyleOptionViewItem) -> None:
        self.font = option.font
        self.is_mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        self._whole: QRect = option.rect
        self._start = self._whole.left() + _PADDING_PX
        self._end = self._whole.right() - _PADDING_PX
        self._direction = option.direction

    def skip(self, px: int) -> None:
        """Leave room."""
        self._start += px

    def write(
        self, painter: QPainter, text: str, ink: QColor, font: QFont, gap: int = _GAP_PX
    ) -> None:
        """Go on with these words, as far as there is room."""
        metrics = QFontMetrics(font)
        room = max(0, self._end - self._start)
        shown = metrics.elidedText(visible(text), Qt.TextElideMode.ElideRight, room)
        width = min(metrics.horizontalAdvance(shown), room)
        painter.setFont(font)
        self._draw(painter, self._start, width, shown, ink)
        self._start += width + gap

    def write_last(self, painter: QPainter, text: str, ink: QColor) -> None:
        """Words at the row's end."""
        if not text:
            return
        width = QFontMetrics(self.font).horizontalAdvance(text)
        painter.setFont(self.font)
        self._draw(painter, self._end - width, width, text, ink)
        self._end -= width + _GAP_PX

    def _draw(self, painter: QPainter, left: int, width: int, text: str, ink: QColor) -> None:
        box = QRect(left, self._whole.top(), width + 1, self._whole.height())
        painter.setPen(ink)
        seen = QStyle.visualRect(self._direction, self._whole, box)
        painter.drawText(
            seen, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), text
        )
