"""What to do with what was dropped: a bar that waits and blocks nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from inpaint_studio.ui.style.theme import Theme
from inpaint_studio.ui.style.tips import set_tip
from inpaint_studio.ui.widgets.buttons import push_button
from inpaint_studio.ui.widgets.floating import Floating
from inpaint_studio.ui.widgets.labels import Label
from inpaint_studio.ui.widgets.layouts import in_row
from inpaint_studio.visible_text import visible

_TOP_PX = 34


@dataclass(frozen=True, slots=True)
class Offer:
    """A button: its words, what it does, and why it cannot, if so."""

    words: str
    verb: Callable[[], object]
    reason: str = ""


class DropChoice(Floating):
    """Up to three offers, and Cancel."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._name = Label()
        self._verbs: list[Callable[[], object]] = []
        self._buttons = [push_button(look="primary"), push_button(), push_button()]
        for place, button in enumerate(self._buttons):
            button.clicked.connect(partial(self._choose, place))
        self._cancel = push_button(self.tr("Cancel"), self.hide)
        parts = (self._name, *self._buttons, self._cancel)
        in_row(*parts, of=self, spacing=8, margins=self.margins)
        parent.installEventFilter(self)
        self.hide()

    def ask(self, name: str, offers: Sequence[Offer], *, cancel_first: bool = False) -> None:
        """Show the offers for what is called so; the keyboard goes to the first of them.

        With `cancel_first` it goes to Cancel: what the others do is worth a look.
        """
        metrics = self._name.fontMetrics()
        self._name.setText(metrics.elidedText(visible(name), Qt.TextElideMode.ElideMiddle, 260))
        self._verbs = [offer.verb for offer in offers]
        for button in self._buttons:
            button.hide()
        for button, offer in zip(self._buttons, offers, strict=False):
            button.setText(offer.words)
            button.setEnabled(not offer.reason)
            set_tip(button, offer.reason)
            button.show()
        self._place()
        self.show()
        self.raise_()
        (self._cancel if cancel_first else self._buttons[0]).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle while the window changes its size."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape cancels."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _choose(self, place: int, _checked: bool = False) -> None:
        self.hide()
        self._verbs[place]()

    def _place(self) -> None:
        self.adjustSize()
        parent = self.parentWidget()
        assert parent is not None
        self.move((parent.width() - self.width()) // 2, _TOP_PX)
