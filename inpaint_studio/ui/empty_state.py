"""What a stranger sees first: four ways to begin, no wizard."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from inpaint_studio.ui.theme import Theme, icon

_DROP_AREA = QSize(620, 330)


class EmptyState(QFrame):
    """Fills the centre while no picture is open."""

    open_asked = Signal()
    paste_asked = Signal()
    sample_asked = Signal()
    connect_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("canvasArea")
        title = QLabel(self.tr("Drop a picture here"))
        title.setObjectName("emptyTitle")
        hint = QLabel(
            self.tr(
                "Paint what should change, run, keep the result you like.\n"
                "Everything outside your mask stays as it is, bit for bit."
            )
        )
        hint.setObjectName("emptyHint")
        self._open = QPushButton(self.tr("Open…"))
        self._paste = QPushButton(self.tr("Paste"))
        self.sample_button = QPushButton(self.tr("Try the sample"))
        self.sample_button.setObjectName("primary")
        self.connect_button = QPushButton(self.tr("Connect an API key…"))
        self._foot = QLabel(self.tr("Local fill is ready: no key, no network, free."))
        self._foot.setObjectName("emptyHint")
        self._build(title, hint)
        self._open.clicked.connect(self.open_asked)
        self._paste.clicked.connect(self.paste_asked)
        self.sample_button.clicked.connect(self.sample_asked)
        self.connect_button.clicked.connect(self.connect_asked)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Recolour the icons."""
        self._open.setIcon(icon("open", theme))
        self._paste.setIcon(icon("paste", theme))
        self.sample_button.setIcon(icon("sample", theme, theme.on_accent))
        self.connect_button.setIcon(icon("key", theme))

    def _build(self, title: QLabel, hint: QLabel) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self._open, self._paste, self.sample_button, self.connect_button):
            button.setMinimumHeight(34)
            buttons.addWidget(button)
        buttons.addStretch(1)
        area = QFrame()
        area.setObjectName("dropArea")
        area.setMaximumSize(_DROP_AREA)
        column = QVBoxLayout(area)
        column.setSpacing(16)
        column.addStretch(1)
        column.addWidget(title)
        column.addWidget(hint)
        column.addLayout(buttons)
        column.addWidget(self._foot)
        column.addStretch(1)
        # Stretches beside and above keep the area in the middle while there is room for it all.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(area, 1000)
        middle.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 24)
        whole.addStretch(1)
        whole.addLayout(middle, 1000)
        whole.addStretch(1)
