"""The film strip's bar: its pictures, and what can be done with the one looked at."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from inpaint_studio.ui.film_strip.frames import Frames
from inpaint_studio.ui.theme import Theme, icon
from inpaint_studio.ui.widgets.floating import Floating
from inpaint_studio.ui.widgets.key_verbs import KeyVerbs


class StripBar(Floating):
    """Floats at the canvas' foot; `asked` tells a verb: accept (a key), open, export or close."""

    asked = Signal(str)
    looked = Signal(int)
    """The number of the picture a person looks at."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.frames = Frames(theme)
        self._open = self._button("open", self.tr("Open as source"))
        self._open.setToolTip(self.tr("Go on from this picture; it remembers where it came from"))
        self._export = self._button("export", self.tr("Export strip…"))
        self._export.setToolTip(self.tr("All of them as one animated WebP"))
        self._close = QToolButton()
        self._close.setToolTip(self.tr("Close the film strip (Esc)"))
        self._close.setAccessibleName(self.tr("Close the film strip"))
        self._close.clicked.connect(lambda: self.asked.emit("close"))
        self.frames.valueChanged.connect(self.looked)
        keys = {"Return": "accept", "Enter": "accept", "Escape": "close", "T": "close"}
        KeyVerbs(self.frames, keys).pressed.connect(self.asked)
        self._build()
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Recolour ground, pictures' edges and icons."""
        super().set_theme(theme)
        self.frames.set_theme(theme)
        self._close.setIcon(icon("close", theme, None, 16))

    def _button(self, verb: str, words: str) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(lambda: self.asked.emit(verb))
        return button

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(*[self.contents_margin] * 4)
        row.setSpacing(8)
        for part in (self.frames, self._open, self._export, self._close):
            row.addWidget(part)
