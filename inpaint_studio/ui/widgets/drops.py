"""What is dropped onto the window: a copy of it, whatever is held or asked for meanwhile.

A source that is told "moved" deletes what it gave. Qt falls back to what was proposed where an
action is set that is not on offer, so what is on offer is looked at first. Only the names are from
`Qt`: its namespace takes longer than the first paint has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

if TYPE_CHECKING:
    _Field = QWidget
else:
    _Field = object


def take_copy(event: QDropEvent) -> None:
    """Accept as a copy, or as a link where no copy is on offer; what can only be moved is not."""
    from PySide6.QtCore import Qt

    for action in (Qt.DropAction.CopyAction, Qt.DropAction.LinkAction):
        if event.possibleActions() & action:
            event.setDropAction(action)
            event.accept()
            return
    event.ignore()


def is_words(mime: QMimeData) -> bool:
    """Whether it is text and no more: files and pictures are text, too, of their addresses."""
    return mime.hasText() and not (mime.hasUrls() or mime.hasImage())


class _TakesWords(_Field):
    """Takes words; all else is left to whatever lies around it, in the end the window."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._judge(event)
        if event.isAccepted():
            super().dragEnterEvent(event)
            self._settle(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        self._settle(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._judge(event)
        if event.isAccepted():
            super().dropEvent(event)
            self._settle(event)

    @staticmethod
    def _judge(event: QDropEvent) -> None:
        event.setAccepted(is_words(event.mimeData()))

    @staticmethod
    def _settle(event: QDropEvent) -> None:
        """Words of this window may be moved about in it."""
        if event.isAccepted() and event.source() is None:
            take_copy(event)


class LineEdit(_TakesWords, QLineEdit):
    """One line of text."""


class PlainTextEdit(_TakesWords, QPlainTextEdit):
    """Lines of text."""
