"""How many edits the document has; opens their stack."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from inpaint_studio.errors import StudioError
from inpaint_studio.picture.document import Edit
from inpaint_studio.session.session import Session
from inpaint_studio.ui.document.edits_popup import EditsPopup
from inpaint_studio.ui.style.theme import Theme, icon
from inpaint_studio.ui.style.tips import set_tip
from inpaint_studio.ui.widgets.controls import PushButton


class EditsButton(PushButton):
    """A chip over the canvas' upper right corner, there while there are edits."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self.setObjectName("chip")
        self._session = session
        self._popup = EditsPopup(session.editor, theme, self._text_of, parent)
        self.clicked.connect(self._on_clicked)
        session.editor.undo_changed.connect(self._on_changed)
        self.set_theme(theme)
        self._on_changed()

    def set_theme(self, theme: Theme) -> None:
        """Recolour the icon."""
        self.setIcon(icon("layers", theme, None, 16))

    def _on_changed(self) -> None:
        document = self._session.editor.document
        count = len(document.edits) if document else 0
        self.setText(self.tr("Edits {0}").format(count))
        set_tip(self, self.tr("Show, hide, order, merge or remove accepted edits"))
        self.setVisible(count > 0)

    def _on_clicked(self) -> None:
        corner = self.mapToGlobal(QPoint(self.width(), self.height()))
        self._popup.open_below(corner)

    def _text_of(self, edit: Edit) -> str:
        """The prompt an edit was asked for with, or the model where there was none."""
        if edit.variant_id is None:
            return self.tr("Merged edits")
        try:
            record = self._session.history.variant(edit.variant_id)
            run = self._session.history.run(record.run_id)
        except StudioError:
            return self.tr("Edit")
        words = run.prompt or self._session.catalog.model(run.model).label
        return words if len(words) <= 28 else f"{words[:27]}…"
