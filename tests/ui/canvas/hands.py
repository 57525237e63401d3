"""Hands on a canvas: the events of mouse, wheel, keys and pen, made as Qt makes them."""

from contextlib import contextmanager

import shiboken6
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QInputDevice,
    QKeyEvent,
    QMouseEvent,
    QPointingDevice,
    QTabletEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication

from inpaint_studio.ui.canvas.canvas import Canvas

LEFT, MIDDLE, NO_BUTTON = (
    Qt.MouseButton.LeftButton,
    Qt.MouseButton.MiddleButton,
    Qt.MouseButton.NoButton,
)
NO_KEY, SHIFT, ALT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@contextmanager
def shown_canvas(editor, width, height):
    """A canvas for one example of many, deleted at its end.

    The collector would delete it within another canvas's `event`, at which Shiboken loses count
    and a later call ends the process.
    """
    canvas = Canvas(editor)
    canvas.resize(width, height)
    canvas.show()
    try:
        yield canvas
    finally:
        shiboken6.delete(canvas)


def send_mouse(canvas, kind, place, button=LEFT, buttons=LEFT, keys=NO_KEY):
    position = QPointF(*place)
    event = QMouseEvent(kind, position, canvas.mapToGlobal(position), button, buttons, keys)
    QApplication.sendEvent(canvas, event)


def drag(canvas, *points, button=LEFT, keys=NO_KEY):
    send_mouse(canvas, QEvent.Type.MouseButtonPress, points[0], button, button, keys)
    for point in points[1:]:
        send_mouse(canvas, QEvent.Type.MouseMove, point, NO_BUTTON, button, keys)
    send_mouse(canvas, QEvent.Type.MouseButtonRelease, points[-1], button, NO_BUTTON, keys)


def key(canvas, kind, key, keys=NO_KEY):
    event = QKeyEvent(kind, key, keys)
    QApplication.sendEvent(canvas, event)
    return event


def wheel(canvas, angle, keys=NO_KEY, at=(250, 200), pixels=None, phase=None):
    position = QPointF(*at)
    event = QWheelEvent(
        position,
        canvas.mapToGlobal(position),
        pixels or QPoint(),
        QPoint(0, angle),
        NO_BUTTON,
        keys,
        phase or Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


POSITION = QInputDevice.Capability.Position
PRESSURE = QInputDevice.Capability.Pressure


def pen(
    canvas,
    kind,
    place,
    pressure,
    pointer=QPointingDevice.PointerType.Pen,
    button=LEFT,
    can=PRESSURE | POSITION,
):
    device = QPointingDevice(
        "pen",
        7,
        QInputDevice.DeviceType.Stylus,
        pointer,
        can,
        1,
        1,
    )
    position = QPointF(*place)
    event = QTabletEvent(
        kind, device, position, canvas.mapToGlobal(position), pressure,
        0, 0, 0, 0, 0, NO_KEY, button, button,
    )  # fmt: skip
    QApplication.sendEvent(canvas, event)


def covered(canvas, x, y):
    point = canvas.image_point(QPointF(x, y))
    return canvas.display.document.mask[int(point.y), int(point.x)]
