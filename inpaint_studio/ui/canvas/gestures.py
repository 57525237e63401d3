"""What Qt's events say of hands: keys held, wheel or touchpad, which end of the pen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QTabletEvent, QWheelEvent

from inpaint_studio.picture.viewport import RUNGS_PER_OCTAVE
from inpaint_studio.session.tools import Modifier

NOTCH = 120
"""Wheel units of one notch, by Qt's definition."""


def modifiers_of(modifiers: Qt.KeyboardModifier) -> Modifier:
    """Qt's modifiers as the editor knows them."""
    pairs = (
        (Qt.KeyboardModifier.ShiftModifier, Modifier.SHIFT),
        (Qt.KeyboardModifier.AltModifier, Modifier.ALT),
        (Qt.KeyboardModifier.ControlModifier, Modifier.CONTROL),
    )
    found = Modifier.NONE
    for qt_modifier, modifier in pairs:
        if modifiers & qt_modifier:
            found |= modifier
    return found


def is_touchpad(event: QWheelEvent) -> bool:
    """Whether fingers made the event, not a wheel."""
    device = event.device()
    made_by_touchpad = device is not None and device.type() is QInputDevice.DeviceType.TouchPad
    return made_by_touchpad or event.phase() is not Qt.ScrollPhase.NoScrollPhase


def wheel_angle(event: QWheelEvent) -> int:
    """How far the wheel was turned, forwards positive, in eighths of a degree."""
    # Shift or Alt turn the wheel sideways on some platforms.
    return event.angleDelta().y() or event.angleDelta().x()


def zoom_factor(angle: int) -> float:
    """What a part of a wheel notch zooms by."""
    return float(2.0 ** (angle / NOTCH / RUNGS_PER_OCTAVE))


def pressure_of(event: QTabletEvent) -> float:
    """How hard the pen is pressed, 0–1; fully where it cannot tell, for it reports 0 then."""
    can_tell = event.device().capabilities() & QInputDevice.Capability.Pressure
    return event.pressure() if can_tell else 1.0


def is_eraser_end(event: QTabletEvent) -> bool:
    """Whether the pen is held upside down."""
    return event.pointerType() is QPointingDevice.PointerType.Eraser
