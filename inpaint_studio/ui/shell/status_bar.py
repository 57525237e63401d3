"""One quiet line: what runs, where the pointer is, how much is masked, who is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStatusBar

from inpaint_studio.ui.style.figures import THIN, in_order, measure, number_text, size_text
from inpaint_studio.ui.widgets.labels import Label

if TYPE_CHECKING:
    from inpaint_studio.picture.geometry import Point, Size


class StatusBar(QStatusBar):
    """Labels that keep their place; numbers carry their units."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        most_jobs = " · ".join(self._counted(10, 10))
        self._jobs = self._left(self.tr("Runs"), most_jobs)
        self._zoom = self._left(self.tr("Zoom"), measure("8888", "%"))
        self._size = self._left(self.tr("Picture size"), size_text(88_888, 88_888))
        self._cursor = self._left(self.tr("Pointer"), _at(88_888, 88_888))
        self._mask = self._left(self.tr("Mask share"))
        self._profile = Label()
        self.addPermanentWidget(self._profile)
        self.show_jobs(running=0, waiting=0)

    def show_jobs(self, *, running: int, waiting: int) -> None:
        """How many variants run and wait."""
        self._jobs.setText(" · ".join(self._counted(running, waiting)) or self.tr("Ready"))

    def show_zoom(self, factor: float) -> None:
        """Screen pixels per picture pixel."""
        self._zoom.setText(measure(number_text(factor * 100), "%"))

    def show_size(self, size: Size | None, becomes: Size | None = None) -> None:
        """The picture's size, beside the one it is about to grow to; or nothing."""
        sizes = [size] if becomes in (None, size) else [size, becomes]
        words = " → ".join(size_text(*each) for each in sizes if each)
        self._size.setText(in_order(words) if words else "")
        if size is None:
            for label in (self._zoom, self._cursor, self._mask):
                label.clear()

    def show_cursor(self, point: Point | None) -> None:
        """The pointer in picture pixels, or nothing when it is elsewhere."""
        self._cursor.setText(_at(int(point.x), int(point.y)) if point else "")

    def show_mask(self, share: float) -> None:
        """Share of the picture that is masked, 0 to 1."""
        words = measure(number_text(share * 100, 1), "%") if share else self.tr("empty")
        self._mask.setText(self.tr("mask {0}").format(words))

    def show_profile(self, text: str) -> None:
        """Whom a run would be sent to."""
        self._profile.setText(text)

    def _counted(self, running: int, waiting: int) -> list[str]:
        parts = []
        if running:
            parts.append(self.tr("{0} streaming").format(running))
        if waiting:
            parts.append(self.tr("{0} waiting").format(waiting))
        return parts

    def _left(self, name: str, longest: str = "") -> Label:
        """A label with room for the longest it says, so that those after it stand still."""
        label = Label(longest)
        label.setAccessibleName(name)
        self.addWidget(label)
        label.setMinimumWidth(label.sizeHint().width())
        label.clear()
        return label


def _at(x: int, y: int) -> str:
    return in_order(f"x{THIN}{x}  y{THIN}{y}")
