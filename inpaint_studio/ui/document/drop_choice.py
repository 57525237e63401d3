"""What to do with a file dropped onto an open picture: a bar that waits and blocks nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from inpaint_studio.ui.style.theme import Theme
from inpaint_studio.ui.style.tips import set_tip
from inpaint_studio.ui.widgets.floating import Floating
from inpaint_studio.ui.widgets.labels import Label
from inpaint_studio.ui.widgets.layouts import in_row
from inpaint_studio.visible_text import visible

_TOP_PX = 34


class DropChoice(Floating):
    """New picture, reference or mask."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        *,
        new: Callable[[Path], None],
        reference: Callable[[Path], None],
        mask: Callable[[Path], None],
    ) -> None:
        super().__init__(theme, parent)
        self._path = Path()
        self._name = Label()
        self._buttons = [
            self._button(self.tr("Open as new picture"), new),
            self._button(self.tr("Add as reference"), reference),
            self._button(self.tr("Use as mask"), mask),
            self._button(self.tr("Cancel"), lambda _: None),
        ]
        self._buttons[0].setObjectName("primary")
        in_row(self._name, *self._buttons, of=self, spacing=8, margins=self.margins)
        parent.installEventFilter(self)
        self.hide()

    def ask(self, path: Path, *, takes_references: str = "") -> None:
        """Offer the choices for a file; a reason disables the one for references."""
        self._path = path
        metrics = self._name.fontMetrics()
        self._name.setText(
            metrics.elidedText(visible(path.name), Qt.TextElideMode.ElideMiddle, 180)
        )
        self._buttons[1].setEnabled(not takes_references)
        set_tip(self._buttons[1], takes_references)
        self._place()
        self.show()
        self.raise_()
        self._buttons[0].setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle while the window changes its size."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape drops the file."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _button(self, text: str, then: Callable[[Path], None]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda: self._choose(then))
        return button

    def _choose(self, then: Callable[[Path], None]) -> None:
        self.hide()
        then(self._path)

    def _place(self) -> None:
        self.adjustSize()
        parent = self.parentWidget()
        assert parent is not None
        self.move((parent.width() - self.width()) // 2, _TOP_PX)
