"""The accepted edits as a short stack: eye, opacity, order, remove, merge; all of it undoable."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QPushButton,
    QToolButton,
    QWidget,
)

from inpaint_studio.picture.document import Document, Edit
from inpaint_studio.picture.flatten import flattened
from inpaint_studio.picture.image_file import thumbnail
from inpaint_studio.session.editor import Editor
from inpaint_studio.ui.style.images import to_qimage
from inpaint_studio.ui.style.theme import Theme, icon
from inpaint_studio.ui.widgets.buttons import icon_button, push_button
from inpaint_studio.ui.widgets.labels import Label, dim_label, section_head
from inpaint_studio.ui.widgets.layouts import held, in_row, wide
from inpaint_studio.ui.widgets.number_slider import NumberSlider
from inpaint_studio.ui.widgets.popup import Popup

_THUMBNAIL_PX = 36
_REST_MS = 150
"""After the last move of an opacity slider, how long until it counts as one change."""


class EditsPopup(Popup):
    """Opens below its button; the topmost edit stands first."""

    def __init__(
        self, editor: Editor, theme: Theme, describe: Callable[[Edit], str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Accepted edits"))
        self._editor = editor
        self._theme = theme
        self._describe = describe
        self._column = self.lay_out()
        editor.undo_changed.connect(self._on_changed)

    def open_below(self, corner: QPoint) -> None:
        """Show with the upper right corner at a point of the screen."""
        self._rebuild()
        self.adjustSize()
        self.show_at(corner - QPoint(self.width(), -4))

    def set_theme(self, theme: Theme) -> None:
        """Recolour at the next opening."""
        self._theme = theme

    def _on_changed(self) -> None:
        if self.isVisible():
            self._rebuild()
            self.adjustSize()

    def _rebuild(self) -> None:
        while self._column.count():
            item = self._column.takeAt(0)
            part = item.widget() if item is not None else None
            if part is not None:
                part.hide()
                part.deleteLater()
        document = self._editor.document
        edits = document.edits if document else ()
        self._column.addWidget(section_head(self.tr("Edits")))
        for index in reversed(range(len(edits))):
            self._column.addWidget(self._row(edits, index))
        self._column.addWidget(dim_label(self.tr("The source below them is never touched.")))
        if document is not None and sum(edit.visible for edit in edits) > 1:
            self._column.addWidget(self._flatten_button(document))

    def _row(self, edits: Sequence[Edit], index: int) -> QWidget:
        edit = edits[index]
        eye = "eye" if edit.visible else "eye-off"
        words = self.tr("Hide") if edit.visible else self.tr("Show")
        toggled = replace(edit, visible=not edit.visible)
        name = Label(self._describe(edit))
        name.setMinimumWidth(120)
        line = in_row(
            self._button(eye, words, lambda: self._swap_in(index, toggled, words)),
            _picture(edit),
            wide(name),
            self._opacity(edit, index),
            spacing=6,
        )
        for icon_name, label, to in (
            ("up", self.tr("Move up"), index + 1),
            ("down", self.tr("Move down"), index - 1),
        ):
            button = self._button(icon_name, label, partial(self._move, index, to, label))
            button.setEnabled(0 <= to < len(edits))
            line.addWidget(button)
        remove = self.tr("Remove edit")
        rest = [*edits[:index], *edits[index + 1 :]]
        line.addWidget(
            self._button("remove", remove, lambda: self._editor.replace_edits(rest, remove))
        )
        return held(line)

    def _opacity(self, edit: Edit, index: int) -> NumberSlider:
        slider = NumberSlider(self.tr("Opacity"), low=0, high=100, unit="%")
        slider.set_value(round(edit.opacity * 100))
        rest = QTimer(slider, singleShot=True, interval=_REST_MS)
        wanted = [edit.opacity]

        def on_slid(value: int) -> None:
            wanted[0] = value / 100
            rest.start()

        slider.changed.connect(on_slid)
        words = self.tr("Edit opacity")
        rest.timeout.connect(lambda: self._swap_in(index, replace(edit, opacity=wanted[0]), words))
        return slider

    def _flatten_button(self, document: Document) -> QPushButton:
        words = self.tr("Merge visible edits")
        button = push_button(words, lambda: self._editor.replace_edits(flattened(document), words))
        button.setIcon(icon("merge", self._theme, None, 16))
        return button

    def _button(self, name: str, text: str, handler: Callable[[], None]) -> QToolButton:
        button = icon_button(text, lambda: handler())
        button.setIcon(icon(name, self._theme, None, 16))
        return button

    def _move(self, index: int, to: int, text: str) -> None:
        edits = list(self._edits())
        edits.insert(to, edits.pop(index))
        self._editor.replace_edits(edits, text)

    def _swap_in(self, index: int, edit: Edit, text: str) -> None:
        edits = list(self._edits())
        edits[index] = edit
        self._editor.replace_edits(edits, text)

    def _edits(self) -> Sequence[Edit]:
        return self._editor.document.edits if self._editor.document else ()


def _picture(edit: Edit) -> Label:
    label = Label()
    label.setPixmap(QPixmap.fromImage(to_qimage(thumbnail(edit.pixels, _THUMBNAIL_PX))))
    label.setFixedWidth(_THUMBNAIL_PX)
    return label
