"""A caption that may be longer than its room: cut in its middle, whole in the tool tip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent

from inpaint_studio.ui.style.painting import painting
from inpaint_studio.ui.style.tips import set_tip
from inpaint_studio.ui.widgets.labels import Label
from inpaint_studio.visible_text import visible


class ElidedLabel(Label):
    """One line that never asks for more room than it is given."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setObjectName("dim")

    def setText(self, text: str) -> None:  # noqa: N802 -- Qt's name
        """Show these words in place of others."""
        super().setText(text)
        self._tell_whole()

    def minimumSizeHint(self) -> QSize:
        """Any width will do; the height is a line's, with words and without."""
        return QSize(0, self.fontMetrics().height())

    def sizeHint(self) -> QSize:
        """As wide as the words."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the whole where it is not seen any more."""
        super().resizeEvent(event)
        self._tell_whole()

    def paintEvent(self, event: QPaintEvent) -> None:
        """As much of the words as there is room for."""
        del event
        with painting(self) as painter:
            self._draw(painter)

    def _draw(self, painter: QPainter) -> None:
        alignment = self.style().visualAlignment(self.layoutDirection(), self.alignment())
        self.style().drawItemText(
            painter,
            self.rect(),
            int(alignment),
            self.palette(),
            self.isEnabled(),
            self._shown(),
            self.foregroundRole(),
        )

    def _shown(self) -> str:
        middle = Qt.TextElideMode.ElideMiddle
        return self.fontMetrics().elidedText(visible(self.text()), middle, self.width())

    def _tell_whole(self) -> None:
        set_tip(self, "" if self._shown() == visible(self.text()) else self.text())
