"""Something dragged out of the window, with its picture under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QDrag, QGuiApplication, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

_PICTURE_WINDOW = "QShapedPixmapWindow"
"""Qt's own, and only there while something is dragged."""


def drag_out(source: QWidget, content: QMimeData, picture: QPixmap, held_at: QPoint) -> None:
    """Drag a copy until it is dropped; the pointer holds the picture at that place of it.

    A view's own `startDrag` does the same, but keeps all other threads from running Python: streams
    would stand still as long as somebody drags.
    """
    drag = QDrag(source)
    drag.setMimeData(content)
    drag.setPixmap(picture)
    drag.setHotSpot(held_at)
    if QGuiApplication.platformName().startswith("wayland"):
        # There Qt paints the picture before it tells the compositor what the surface is for, and
        # never after; Weston shows only what comes after. Qt 6.11.
        QTimer.singleShot(0, _paint_again)  # runs in the drag's own loop
    drag.exec(Qt.DropAction.CopyAction)


def _paint_again() -> None:
    for window in QGuiApplication.allWindows():
        if window.metaObject().className() == _PICTURE_WINDOW:
            whole = QRect(0, 0, window.width(), window.height())
            QCoreApplication.sendEvent(window, QPaintEvent(whole))
