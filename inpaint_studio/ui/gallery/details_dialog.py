"""All that is known of one result: its picture, what was asked, what came of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from inpaint_studio.history import RunRecord, VariantRecord
from inpaint_studio.history.details import (
    Detail,
    response_details,
    run_details,
    variant_details,
)
from inpaint_studio.ui.gallery.detail_rows import request_rows, result_rows
from inpaint_studio.ui.style.i18n import translate
from inpaint_studio.ui.widgets.buttons import push_button
from inpaint_studio.ui.widgets.labels import Label, dim_label, section_head
from inpaint_studio.ui.widgets.layouts import held, in_column, in_row, wide
from inpaint_studio.ui.widgets.name_value_table import NameValueTable


class DetailsDialog(QDialog):
    """Window-modal; the words can be selected, and all of it copied as text.

    `picture` shows the result, whatever that takes.
    """

    def __init__(
        self, parent: QWidget, run: RunRecord, variant: VariantRecord, picture: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("detailsDialog")
        self.setWindowTitle(self.tr("Details"))
        self.resize(920, 600)
        self._facts: list[Detail] = [*variant_details(variant), *run_details(run)]
        self._copied = dim_label()
        copy = push_button(self.tr("Copy all"), self._copy)
        close = push_button(self.tr("Close"), self.accept)
        close.setDefault(True)
        facts = held(in_column(*self._parts(run, variant), spacing=10))
        facts.setFixedWidth(400)
        in_column(
            wide(in_row(wide(picture), facts, spacing=16)),
            in_row(wide(self._copied), copy, close),
            of=self,
            spacing=12,
            margins=(16, 16, 16, 12),
        )
        close.setFocus()

    def _parts(self, run: RunRecord, variant: VariantRecord) -> list[QWidget]:
        prompt, fault = _paragraph(run.prompt), _paragraph(_fault(variant))
        fault.setProperty("tone", "error")
        table = NameValueTable(self.tr("Details"), is_code=False)
        table.show_pairs([*result_rows(variant), *request_rows(run)])
        own = NameValueTable(self.tr("The endpoint's own words"))
        said = list(response_details(variant.answer_json))
        own.show_pairs(said)
        head = section_head(self.tr("The endpoint's own words"))
        for part in (head, own):
            part.setVisible(bool(said))
        return [prompt, fault, table, head, own]

    def _copy(self) -> None:
        lines = (f"{name}: {value}" for name, value in self._facts)
        QGuiApplication.clipboard().setText("\n".join(lines))
        self._copied.setText(self.tr("Copied"))


def _paragraph(text: str) -> Label:
    """A paragraph that can be selected; nothing where there is none."""
    label = Label(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setVisible(bool(text))
    return label


def _fault(variant: VariantRecord) -> str:
    return "\n".join(translate(part) for part in (variant.title, variant.message) if part)
