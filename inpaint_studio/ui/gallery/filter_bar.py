"""Search and chips: what narrows the list of cards, always in sight."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QMenu,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from inpaint_studio.history import Filter
from inpaint_studio.phrase import Phrase
from inpaint_studio.ui.actions.shortcuts import Shortcuts
from inpaint_studio.ui.gallery.model import GalleryModel
from inpaint_studio.ui.style.figures import in_order
from inpaint_studio.ui.style.i18n import translate
from inpaint_studio.ui.style.theme import Theme, icon
from inpaint_studio.ui.widgets.buttons import icon_button, push_button
from inpaint_studio.ui.widgets.drops import LineEdit
from inpaint_studio.ui.widgets.labels import button_text
from inpaint_studio.ui.widgets.layouts import SPRING, in_row, wide

_STARS = 3
_KINDS: tuple[tuple[str, dict[str, object]], ...] = (
    (Phrase("Everything"), {}),
    (Phrase("Picked"), {"flag": "picked"}),
    (Phrase("Rejected"), {"flag": "rejected"}),
    (Phrase("Not yet judged"), {"flag": "", "state": "done"}),
    (Phrase("Accepted"), {"accepted": True}),
    (Phrase("Failed"), {"state": "failed"}),
    (Phrase("Interrupted"), {"state": "interrupted"}),
    (Phrase("Trash"), {"trash": "only"}),
)
_NO_KIND: dict[str, object] = {"flag": None, "state": None, "accepted": None, "trash": "hidden"}


class FilterBar(QWidget):
    """Narrows a model; several bars of one model show the same.

    `this_picture_asked` wants the model's filter limited to the open picture.
    """

    this_picture_asked = Signal()

    def __init__(self, theme: Theme, model: GalleryModel, *, is_expanded: bool) -> None:
        super().__init__()
        self._model = model
        self._is_expanded = is_expanded
        self.search_field = LineEdit()
        self._stars = _chip(in_order(f"★ {_STARS}+"), checkable=True)
        self._stars.setAccessibleName(self.tr("Three stars and more"))
        self._models = _chip(self.tr("Any model"))
        self._profiles = _chip(self.tr("Any profile"))
        self._this = _chip(self.tr("This picture"), checkable=True)
        self._kind = _chip(self.tr("Everything"))
        self.compare_button = icon_button(self.tr("Compare the selected results"))
        self.export_button = icon_button(self.tr("Export the selected results"))
        there, back = self.tr("Open the gallery"), self.tr("Back to the picture")
        self.expand_button = icon_button(back if is_expanded else there)
        self._build()
        self._connect()
        self.set_theme(theme)
        self._show()

    def name_keys(self, shortcuts: Shortcuts) -> None:
        """Let the buttons name the keys of what they do."""
        shortcuts.name_key(self.compare_button, "gallery.compare")
        shortcuts.name_key(self.export_button, "gallery.export")
        shortcuts.name_key(self.expand_button, "gallery.expand")

    def add(self, *parts: QWidget) -> None:
        """Put more before the buttons at the right."""
        for part in parts:
            self._row.insertWidget(self._row.count() - 3, part)

    def set_theme(self, theme: Theme) -> None:
        """Recolour the icons."""
        self.compare_button.setIcon(icon("compare", theme))
        self.export_button.setIcon(icon("export", theme))
        self.expand_button.setIcon(icon("collapse" if self._is_expanded else "expand", theme))

    def clear(self) -> None:
        """Show everything again."""
        self._model.set_filter(Filter())

    def _build(self) -> None:
        self.search_field.setPlaceholderText(self.tr("Search prompts"))
        self.search_field.setAccessibleName(self.tr("Search prompts"))
        self.search_field.setClearButtonEnabled(True)
        self.search_field.setMinimumWidth(120)
        self.search_field.setMaximumWidth(220)
        chips = (self._stars, self._models, self._profiles, self._this, self._kind)
        buttons = (self.compare_button, self.export_button, self.expand_button)
        self._row = in_row(wide(self.search_field), *chips, SPRING, *buttons, of=self, spacing=8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _connect(self) -> None:
        self.search_field.textChanged.connect(lambda text: self._narrow(text=text.strip()))
        self._stars.toggled.connect(lambda on: self._narrow(min_stars=_STARS if on else 0))
        self._this.clicked.connect(self._on_this)
        self._models.clicked.connect(self._offer_models)
        self._profiles.clicked.connect(self._offer_profiles)
        self._kind.clicked.connect(self._offer_kinds)
        self._model.filter_changed.connect(self._show)

    def _narrow(self, **fields: object) -> None:
        self._model.set_filter(replace(self._model.filter, **fields))  # type: ignore[arg-type]

    def _on_this(self, on: bool) -> None:
        if on:
            self.this_picture_asked.emit()
        else:
            self._narrow(source=None, document_id=None)

    def _offer_models(self) -> None:
        names = self._model.models()
        offered = [(self.tr("Any model"), None), *((name, name) for name in names)]
        self._offer(self._models, [(words, {"model": name}) for words, name in offered])

    def _offer_profiles(self) -> None:
        names = self._model.profiles()
        offered = [(self.tr("Any profile"), None), *((name, name) for name in names)]
        self._offer(self._profiles, [(words, {"profile_name": name}) for words, name in offered])

    def _offer_kinds(self) -> None:
        self._offer(self._kind, [(translate(words), _NO_KIND | more) for words, more in _KINDS])

    def _offer(self, chip: QPushButton, choices: list[tuple[str, dict[str, object]]]) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, fields in choices:
            action = QAction(button_text(words), menu)
            action.setCheckable(True)
            action.setChecked(
                all(getattr(self._model.filter, key) == value for key, value in fields.items())
            )
            action.triggered.connect(lambda _=False, fields=fields: self._narrow(**fields))
            menu.addAction(action)
        menu.popup(chip.mapToGlobal(chip.rect().bottomLeft()))

    def _show(self) -> None:
        """Controls as the filter is, however it came to be so."""
        wanted = self._model.filter
        if self.search_field.text().strip() != wanted.text:
            # Not quietly: the button that clears the field goes by the signal.
            self.search_field.setText(wanted.text)
        with QSignalBlocker(self._stars), QSignalBlocker(self._this):
            self._stars.setChecked(wanted.min_stars > 0)
            self._this.setChecked(wanted.source is not None or wanted.document_id is not None)
        self._models.setText(button_text(wanted.model or self.tr("Any model")))
        self._mark(self._models, wanted.model is not None)
        self._profiles.setText(button_text(wanted.profile_name or self.tr("Any profile")))
        self._mark(self._profiles, wanted.profile_name is not None)
        kind = self._kind_text(wanted)
        self._kind.setText(translate(kind))
        self._mark(self._kind, kind != _KINDS[0][0])

    @staticmethod
    def _kind_text(filter_: Filter) -> str:
        for words, more in _KINDS:
            if all(getattr(filter_, key) == value for key, value in (_NO_KIND | more).items()):
                return words
        return _KINDS[0][0]

    @staticmethod
    def _mark(chip: QPushButton, is_on: bool) -> None:
        chip.setProperty("on", is_on)
        chip.style().unpolish(chip)
        chip.style().polish(chip)


def _chip(text: str, *, checkable: bool = False) -> QPushButton:
    chip = push_button(text, look="chip", checkable=checkable)
    chip.setAccessibleName(text)
    return chip
