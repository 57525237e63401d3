"""The bar that floats on the canvas while results wait for a decision."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from inpaint_studio.ui.theme import Theme, icon
from inpaint_studio.ui.widgets.floating import Floating
from inpaint_studio.ui.widgets.segments import Segments


class StagingBar(Floating):
    """Step through the variants of a run, accept one, discard it, or look at the original."""

    step_asked = Signal(int)
    accept_asked = Signal()
    discard_asked = Signal()
    original_held = Signal(bool)
    raw_chosen = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._previous = _step_button(self.tr("Previous variant (←)"))
        self._next = _step_button(self.tr("Next variant (→)"))
        self._count = QLabel()
        self._accept = QPushButton(self.tr("Accept"))
        self._accept.setObjectName("primary")
        self._accept.setToolTip(self.tr("Put it into the picture (Enter)"))
        self._discard = QPushButton(self.tr("Discard"))
        self._discard.setToolTip(
            self.tr("Take it off the canvas; it stays in the history (Backspace)")
        )
        self._original = QPushButton(self.tr("Original") + "  \\")
        self._original.setToolTip(self.tr("Hold to see the picture without it"))
        self._view = Segments(self.tr("Show"))
        self._view.set_choices([("composite", self.tr("Composite")), ("raw", self.tr("Raw"))])
        self._view.setMinimumWidth(150)
        self._view.setToolTip(
            self.tr("Composite: only what your mask lets through. Raw: all the model returned.")
        )
        self._build()
        self._connect()
        self.set_theme(theme)
        self.hide()

    def set_position(self, index: int, count: int) -> None:
        """Show "2 / 4"; stepping is off with a single variant."""
        self._count.setText(f"{index + 1} / {count}")
        for button in (self._previous, self._next):
            button.setEnabled(count > 1)

    def set_finished(self, finished: bool) -> None:
        """A variant that still streams cannot be accepted yet."""
        self._accept.setEnabled(finished)
        self._accept.setToolTip(
            self.tr("Put it into the picture (Enter)")
            if finished
            else self.tr("The result is still arriving")
        )

    def set_raw(self, raw: bool) -> None:
        """Show which view is on, without a signal."""
        self._view.set_value("raw" if raw else "composite")

    def set_theme(self, theme: Theme) -> None:
        """Recolour ground and icons."""
        super().set_theme(theme)
        self._previous.setIcon(icon("previous", theme))
        self._next.setIcon(icon("next", theme))
        self._accept.setIcon(icon("accept", theme, theme.on_accent, 16))

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(*[self.contents_margin] * 4)
        row.setSpacing(8)
        parts = (self._previous, self._count, self._next, self._accept, self._discard)
        for part in (*parts, self._original, self._view):
            row.addWidget(part)

    def _connect(self) -> None:
        self._previous.clicked.connect(lambda: self.step_asked.emit(-1))
        self._next.clicked.connect(lambda: self.step_asked.emit(1))
        self._accept.clicked.connect(self.accept_asked)
        self._discard.clicked.connect(self.discard_asked)
        self._original.pressed.connect(lambda: self.original_held.emit(True))
        self._original.released.connect(lambda: self.original_held.emit(False))
        self._view.chosen.connect(lambda value: self.raw_chosen.emit(value == "raw"))


def _step_button(name: str) -> QToolButton:
    button = QToolButton()
    button.setToolTip(name)
    button.setAccessibleName(name)
    return button
