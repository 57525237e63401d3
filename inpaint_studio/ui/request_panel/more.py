"""A row of quiet links, one of which unfolds the controls that are seldom needed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

_FOLDED, _UNFOLDED = "▸", "▾"


class More(QWidget):
    """The links stay, the content comes and goes."""

    unfolded = Signal(bool)
    sent_asked = Signal()
    presets_asked = Signal(object)  # QPushButton: where the menu belongs

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self._fold = _link("")
        self._fold.setCheckable(True)
        self._sent = _link(self.tr("What is sent"))
        self._sent.setToolTip(self.tr("The exact pictures and fields, to read or to copy"))
        self._presets = _link(self.tr("Presets"))
        self._presets.setToolTip(self.tr("Use, save and manage sets of choices"))
        links = QHBoxLayout()
        links.setContentsMargins(0, 0, 0, 0)
        links.setSpacing(14)
        for link in (self._fold, self._sent, self._presets):
            links.addWidget(link)
        links.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(links)
        column.addWidget(content)
        self._fold.toggled.connect(self._on_toggled)
        self._sent.clicked.connect(self.sent_asked)
        self._presets.clicked.connect(lambda: self.presets_asked.emit(self._presets))
        self.set_unfolded(False)

    @property
    def is_unfolded(self) -> bool:
        """Whether the content is in sight."""
        return self._fold.isChecked()

    def set_unfolded(self, unfolded: bool) -> None:
        """Show or hide the content."""
        self._fold.setChecked(unfolded)
        self._on_toggled(unfolded)

    def _on_toggled(self, unfolded: bool) -> None:
        self._content.setVisible(unfolded)
        self._fold.setText(f"{_UNFOLDED if unfolded else _FOLDED} {self.tr('More')}")
        self._fold.setAccessibleName(self.tr("Less") if unfolded else self.tr("More"))
        self.unfolded.emit(unfolded)


def _link(words: str) -> QPushButton:
    link = QPushButton(words)
    link.setObjectName("link")
    return link
