"""A scroll area that scrolls up and down only, and is never narrower than what it holds."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

_BELOW_PX = 8


class UprightScroll(QScrollArea):
    """Room for the scroll bar is always kept, so that nothing moves when it comes."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def reveal(self, part: QWidget) -> None:
        """Once it has its place, scroll until a part is seen, its beginning where it is taller."""
        QTimer.singleShot(0, self, lambda: self._scroll_to(part))

    def _scroll_to(self, part: QWidget) -> None:
        bar, page = self.verticalScrollBar(), self.viewport().height()
        top = bar.value() + part.mapTo(self.viewport(), QPoint()).y()
        lowest = max(bar.value(), top + part.height() + _BELOW_PX - page)
        bar.setValue(min(top, lowest))

    def minimumSizeHint(self) -> QSize:
        """As wide as the content at its narrowest, with the scroll bar."""
        content = self.widget()
        least = super().minimumSizeHint()
        if content is None:
            return least
        width = content.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(width, least.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for more room when the content does."""
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
