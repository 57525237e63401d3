"""While a result is only looked at, outline and frame step back from it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, QVariantAnimation, Signal

from inpaint_studio.picture.framing import grip_at
from inpaint_studio.picture.geometry import Box, Point
from inpaint_studio.ui.canvas.fade import FADE_MS

REST_MS = 1200
"""How long hands rest before a look counts as one."""


class Judging(QObject):
    """`strength` is how much of outline and frame is seen, from 1 down to 0.

    They fade once, after a rest, and are there again at once.
    """

    changed = Signal(float)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.strength = 1.0
        self.reduced_motion = False
        self._looks = False
        self._is_held = False
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._fade = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=FADE_MS)
        self._rest.timeout.connect(self._step_back)
        self._fade.valueChanged.connect(self._show)

    def look(self, looks: bool) -> None:
        """A result has come into view, or something is done to the mask or the result is gone."""
        was_looking, self._looks = self._looks, looks
        if looks != was_looking:
            self.wake()

    def hold(self, held: bool) -> None:
        """Let them be seen while the hand is at what they show."""
        if held != self._is_held:
            self._is_held = held
            self.wake()

    def wake(self) -> None:
        """Let them be seen at once, and step back again after another rest."""
        self._fade.stop()
        self._show(1.0)
        if self._looks and not self._is_held:
            self._rest.start()
        else:
            self._rest.stop()

    def _step_back(self) -> None:
        if self.reduced_motion:
            self._show(0.0)
        else:
            self._fade.start()

    def _show(self, strength: float) -> None:
        if strength != self.strength:
            self.strength = strength
            self.changed.emit(strength)


def is_at_edge(frame: Box | None, point: Point | None, reach: float) -> bool:
    """Whether a picture point is within `reach` picture px of the frame's line."""
    if frame is None or point is None:
        return False
    grip = grip_at(frame, point, reach)
    return grip is not None and not grip.moves
