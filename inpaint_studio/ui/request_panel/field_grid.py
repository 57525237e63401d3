"""Rows of label and control, where a control can carry the reason for being off, or a refusal."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from inpaint_studio.ui.style.tips import set_tip
from inpaint_studio.ui.widgets.labels import Label, dim_label
from inpaint_studio.ui.widgets.layouts import labelled_grid

LABEL_PX = 72
_ONE_LINE = 2.5
_FIRST_LINE_PX = 7
"""Labels of tall controls stand beside their first line."""


@dataclass(frozen=True, slots=True)
class _Row:
    label: Label
    control: QWidget
    tip: str


class FieldGrid(QWidget):
    """Controls by the wire name of their field, labels in one column."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: dict[str, _Row] = {}
        self._grid = labelled_grid(LABEL_PX, 8, of=self)
        self._grid.setVerticalSpacing(6)

    def add(self, field: str, name: str, control: QWidget, tip: str = "") -> None:
        """Put a row below the others; `tip` says what it does."""
        line = self._grid.rowCount()
        label = dim_label(name)
        label.setBuddy(control)
        if control.sizeHint().height() > _ONE_LINE * label.sizeHint().height():
            label.setContentsMargins(0, _FIRST_LINE_PX, 0, 0)
            self._grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
        else:
            self._grid.addWidget(label, line, 0)
        self._grid.addWidget(control, line, 1)
        self._rows[field] = _Row(label, control, tip)
        self.set_reason(field, "")

    @property
    def label_px(self) -> int:
        """How wide the widest label is."""
        return max(row.label.sizeHint().width() for row in self._rows.values())

    def make_room(self, label_px: int) -> None:
        """Let labels be that wide at least."""
        self._grid.setColumnMinimumWidth(0, max(LABEL_PX, label_px))

    def fields(self) -> tuple[str, ...]:
        """The wire names of all rows, from above."""
        return tuple(self._rows)

    def __contains__(self, field: object) -> bool:
        return field in self._rows

    def name(self, field: str) -> str:
        """The words on a field's label."""
        return self._rows[field].label.text()

    def set_reason(self, field: str, reason: str) -> None:
        """Switch a control off with the reason in tooltip and description; "" switches it on.

        What is on says what it does.
        """
        row = self._rows[field]
        row.control.setEnabled(not reason)
        row.label.setEnabled(not reason)
        set_tip(row.label, reason or row.tip)
        describe(row.control, reason or row.tip)

    def set_error(self, field: str, text: str) -> None:
        """Say at a control what the server said of it; in words it stands beside Run."""
        describe(self._rows[field].control, text)

    def set_lit(self, field: str, lit: bool) -> None:
        """Outline a control that has to be changed before anything can run."""
        light(self._rows[field].control, lit)


def describe(control: QWidget, text: str) -> None:
    """The same words for the eye that hovers and the ear that listens."""
    set_tip(control, text)
    control.setAccessibleDescription(text)


def light(control: QWidget, lit: bool) -> None:
    """Set the property `problem`, which the stylesheet outlines, on a control and its parts."""
    if bool(control.property("problem")) == lit:
        return
    for part in (control, *control.findChildren(QWidget)):
        part.setProperty("problem", lit)
        part.style().polish(part)
