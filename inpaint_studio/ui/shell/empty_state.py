"""What a stranger sees first: four ways to begin, no wizard."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame

from inpaint_studio.ui.style.theme import Theme, icon
from inpaint_studio.ui.widgets.buttons import push_button
from inpaint_studio.ui.widgets.labels import Label
from inpaint_studio.ui.widgets.layouts import SPRING, LayoutPart, in_column, in_row

_DROP_AREA = QSize(620, 330)


class EmptyState(QFrame):
    """Fills the centre while no picture is open."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("canvasArea")
        self._title = title = Label()
        title.setObjectName("emptyTitle")
        hint = Label(
            self.tr(
                "Paint what should change, run, keep the result you like.\n"
                "Everything outside your mask stays as it is, bit for bit."
            )
        )
        foot = Label(self.tr("Local fill is ready: no key, no network, free."))
        for label in (hint, foot):
            label.setObjectName("emptyHint")
        self.open_button = push_button(self.tr("Open…"))
        self.paste_button = push_button(self.tr("Paste"))
        self.sample_button = push_button(self.tr("Try the sample"), look="primary")
        self.connect_button = push_button(self.tr("Connect an API key…"))
        self._build(title, hint, foot)
        self.show_opening(False)
        self.set_theme(theme)

    def show_opening(self, is_opening: bool) -> None:
        """Say that a picture is on its way, or how to begin."""
        here, coming = self.tr("Drop a picture here"), self.tr("Opening the picture…")
        self._title.setText(coming if is_opening else here)
        for button in self._buttons:
            button.setEnabled(not is_opening)

    def set_theme(self, theme: Theme) -> None:
        """Recolour the icons."""
        self.open_button.setIcon(icon("open", theme))
        self.paste_button.setIcon(icon("paste", theme))
        self.sample_button.setIcon(icon("sample", theme, theme.on_accent))
        self.connect_button.setIcon(icon("key", theme))
        self._area.setMaximumSize(_DROP_AREA.expandedTo(self._area.sizeHint()))

    def _build(self, title: Label, hint: Label, foot: Label) -> None:
        buttons = (self.open_button, self.paste_button, self.sample_button, self.connect_button)
        self._buttons = buttons
        for button in buttons:
            button.setMinimumHeight(34)
        self._area = area = QFrame()
        area.setObjectName("dropArea")
        actions = in_row(SPRING, *buttons, SPRING, spacing=8)
        in_column(SPRING, title, hint, actions, foot, SPRING, of=area, spacing=16, margins=None)
        # Stretches beside and above keep the area in the middle while there is room for it all.
        middle = in_row(SPRING, LayoutPart(area, 1000), SPRING)
        in_column(SPRING, LayoutPart(middle, 1000), SPRING, of=self, margins=(24, 24, 24, 24))
