"""What a stranger sees first: four ways to begin, no wizard."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from inpaint_studio.ui.theme import Theme, icon


class EmptyState(QWidget):
    """Fills the centre while no picture is open."""

    open_asked = Signal()
    paste_asked = Signal()
    sample_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("canvasArea")
        self._theme = theme
        title = QLabel(self.tr("Drop a picture here"))
        title.setObjectName("emptyTitle")
        hint = QLabel(
            self.tr(
                "Paint what should change, run, keep the result you like.\n"
                "Everything outside your mask stays as it is, bit for bit."
            )
        )
        hint.setObjectName("emptyHint")
        for label in (title, hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._open = QPushButton(self.tr("Open…"))
        self._paste = QPushButton(self.tr("Paste"))
        self.sample_button = QPushButton(self.tr("Try the sample"))
        self.sample_button.setObjectName("primary")
        self._foot = QLabel(self.tr("Local fill is ready: no key, no network, free."))
        self._foot.setObjectName("emptyHint")
        self._foot.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._build(title, hint)
        self._open.clicked.connect(self.open_asked)
        self._paste.clicked.connect(self.paste_asked)
        self.sample_button.clicked.connect(self.sample_asked)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Recolour the icons and the drop outline."""
        self._theme = theme
        self._open.setIcon(icon("open", theme))
        self._paste.setIcon(icon("paste", theme))
        self.sample_button.setIcon(icon("sample", theme, theme.on_accent))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The canvas ground with the dashed outline of a place to drop on."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._theme.canvas))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(self._theme.edge), 1.4, Qt.PenStyle.DashLine)
        pen.setDashPattern([4, 4])
        painter.setPen(pen)
        painter.drawRoundedRect(_drop_area(self.width(), self.height()), 14, 14)

    def _build(self, title: QLabel, hint: QLabel) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self._open, self._paste, self.sample_button):
            button.setMinimumHeight(34)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addStretch(1)
        column.addWidget(title)
        column.addWidget(hint)
        column.addLayout(buttons)
        column.addWidget(self._foot)
        column.addStretch(1)


def _drop_area(width: int, height: int) -> QRectF:
    area_width, area_height = min(620.0, width - 48.0), min(330.0, height - 48.0)
    return QRectF((width - area_width) / 2, (height - area_height) / 2, area_width, area_height)
