"""The picture under the pointer while something is dragged out of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QTimer
from PySide6.QtGui import QGuiApplication, QPaintEvent

_PICTURE_WINDOW = "QShapedPixmapWindow"
"""Qt's own, and only there while something is dragged."""


def show_dragged_picture() -> None:
    """Call just before a drag begins: its picture is painted once more when it has begun.

    On Wayland Qt paints it before it tells the compositor what the surface is for, and never after;
    Weston shows only what comes after. Qt 6.11.
    """
    if QGuiApplication.platformName().startswith("wayland"):
        QTimer.singleShot(0, _paint_again)  # runs in the drag's own loop


def _paint_again() -> None:
    for window in QGuiApplication.allWindows():
        if window.metaObject().className() == _PICTURE_WINDOW:
            whole = QRect(0, 0, window.width(), window.height())
            QCoreApplication.sendEvent(window, QPaintEvent(whole))
