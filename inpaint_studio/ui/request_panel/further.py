"""Controls for fields of the API that have none of their own: by kind, from their row alone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from inpaint_studio.contract.fields import RequestField
from inpaint_studio.ui.request_panel.offers import label_of
from inpaint_studio.ui.style.i18n import translate
from inpaint_studio.ui.widgets.fields import ChoiceField, CountField, Field, OptionalTextField

_GREATEST = 2**31 - 1
"""That a number box can hold."""


def control_of(row: RequestField) -> Field:
    """A control that says every value of the row, and shows its default."""
    control = _made(row)
    control.set_value(row.default)
    return control


def _made(row: RequestField) -> Field:
    name = translate(row.accessible_label or row.label)
    default = label_of("") if row.default is None else ""
    if row.kind == "boolean":
        return ChoiceField(name, ((False, _tr("Off")), (True, _tr("On"))))
    if row.kind == "enum":
        words = [(word, label_of(word)) for word in row.values]
        return ChoiceField(name, [(None, default), *words] if default else words)
    if row.kind == "integer":
        most = _GREATEST if row.most is None else min(row.most, _GREATEST)
        return CountField(name, row.least, most, none=default)
    return OptionalTextField(name)


def _tr(text: str) -> str:
    return QCoreApplication.translate("RequestPanel", text)
