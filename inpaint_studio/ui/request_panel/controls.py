"""All controls of the panel but the prompt: made, read and written here, gated by the catalog."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from inpaint_studio.contract.check import FormatInfo
from inpaint_studio.contract.fields import ENUMS, FIELDS, RequestField, field_named
from inpaint_studio.contract.model_info import ModelInfo
from inpaint_studio.contract.offers import (
    FULL_QUALITY,
    MOST_VARIANTS,
    most_partials,
    most_variants,
    values_to_offer,
)
from inpaint_studio.contract.params import EditParams, further_fields
from inpaint_studio.ui.request_panel.count import USUAL_VARIANTS, Count
from inpaint_studio.ui.request_panel.extra import ExtraEdit
from inpaint_studio.ui.request_panel.field_grid import FieldGrid
from inpaint_studio.ui.request_panel.further import control_of
from inpaint_studio.ui.request_panel.model_box import ModelBox
from inpaint_studio.ui.request_panel.offers import label_of
from inpaint_studio.ui.request_panel.percent import Percent
from inpaint_studio.ui.request_panel.size_box import SizeBox
from inpaint_studio.ui.style.i18n import outside, translate
from inpaint_studio.ui.widgets.choice import Choice
from inpaint_studio.ui.widgets.drops import LineEdit

_FIRST = (
    "model", "size", "quality", "background", "n", "partial_images", "output_format",
    "output_compression",
)  # fmt: skip
"""From above; the others follow in the order of their table."""


class Controls(QObject):
    """The controls by the wire names of their fields, in two grids: the usual and the rest."""

    changed = Signal(str)
    """The field a person has changed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.usual = FieldGrid(parent)
        self.rest = FieldGrid(parent)
        self.model = ModelBox()
        self.size = SizeBox()
        self._words = {row.name: Choice(_accessible_label(row)) for row in ENUMS}
        self._n = Count(_accessible_label(field_named("n")), USUAL_VARIANTS, MOST_VARIANTS)
        self._partials = Choice(_accessible_label(field_named("partial_images")))
        self._compression = Percent(_accessible_label(field_named("output_compression")))
        self._user = LineEdit()
        self.extra = ExtraEdit()
        self._further = {row.name: control_of(row) for row in further_fields() if row.label}
        self._reasons: dict[str, str] = {}
        self._setters = self._make_setters()
        self._getters = self._make_getters()
        self._place()
        self._connect()

    def value(self, field: str) -> Any:
        """What a field's control says; extra fields as they are typed."""
        return self._getters[field]()

    def show_choices(self, params: EditParams, extra_text: str) -> None:
        """Show these values without a signal; what is shown already is left as it is typed."""
        for field, show in self._setters.items():
            value = extra_text if field == "extra" else self._shown(params, field)
            if value != self.value(field):
                show(value)

    def gate(self, model: ModelInfo, output: FormatInfo, output_format: str) -> None:
        """Offer what model and format take; the others are off and say why."""
        self.size.set_model(model)
        self._offer_values(model)
        self._n.set_limit(most_variants(model, output))
        most = most_partials(model, output)
        self._partials.set_choices([(str(n), str(n)) for n in range(most + 1)])
        no_partials = self._no_partials(model, output, output_format)
        self._set_reason("partial_images", "" if most else no_partials)
        self._set_reason("output_compression", self._no_compression(model, output_format))

    def grid_of(self, field: str) -> FieldGrid | None:
        """The grid that holds a field's control; None where there is none."""
        return next((grid for grid in (self.usual, self.rest) if field in grid), None)

    def reason(self, field: str) -> str:
        """Why a field's control is off, "" where it is on."""
        return self._reasons.get(field, "")

    def _make_setters(self) -> dict[str, Callable[[Any], None]]:
        return {
            "model": self.model.set_value,
            "size": self.size.set_value,
            **{name: partial(_choose, choice) for name, choice in self._words.items()},
            "n": self._n.set_value,
            "partial_images": lambda value: self._partials.set_value(str(value)),
            "output_compression": lambda value: self._compression.set_value(
                FULL_QUALITY if value is None else value
            ),
            "user": lambda value: self._user.setText(value or ""),
            "extra": self.extra.set_text,
            **{name: control.set_value for name, control in self._further.items()},
        }

    def _make_getters(self) -> dict[str, Callable[[], Any]]:
        words = {row.name: partial(self._word, row) for row in ENUMS}
        return {
            "model": self.model.value,
            "size": self.size.value,
            **words,
            "n": self._n.value,
            "partial_images": lambda: int(self._partials.value() or 0),
            "output_compression": self._quality,
            "user": lambda: self._user.text().strip() or None,
            "extra": self.extra.toPlainText,
            **{name: control.value for name, control in self._further.items()},
        }

    def _place(self) -> None:
        own: dict[str, QWidget] = {
            **self._words,
            "model": self.model,
            "size": self.size,
            "n": self._n,
            "partial_images": self._partials,
            "output_compression": self._compression,
            "user": self._user,
            **self._further,
        }
        for row in sorted(FIELDS, key=_place_of):
            if row.label:
                grid = self.usual if row.is_usual else self.rest
                grid.add(row.name, translate(row.label), own[row.name], translate(row.tip))
        tip = self.tr("Further fields of the request, as JSON")
        self.rest.add("extra", self.tr("Extra"), self.extra, tip)
        for grid in (self.usual, self.rest):
            grid.make_room(max(self.usual.label_px, self.rest.label_px))
        self._user.setAccessibleName(_accessible_label(field_named("user")))
        self._user.setPlaceholderText(self.tr("Optional"))

    def _connect(self) -> None:
        self.model.chosen.connect(lambda _: self.changed.emit("model"))
        self.size.chosen.connect(lambda _: self.changed.emit("size"))
        for field, choice in self._words.items():
            choice.chosen.connect(lambda _, field=field: self.changed.emit(field))
        self._n.chosen.connect(lambda _: self.changed.emit("n"))
        self._partials.chosen.connect(lambda _: self.changed.emit("partial_images"))
        self._compression.chosen.connect(lambda _: self.changed.emit("output_compression"))
        self._user.textEdited.connect(lambda _: self.changed.emit("user"))
        self.extra.chosen.connect(lambda: self.changed.emit("extra"))
        for field, control in self._further.items():
            control.edited.connect(lambda field=field: self.changed.emit(field))

    def _shown(self, params: EditParams, field: str) -> Any:
        """What a control shows; a value that was written by hand may be none it can say."""
        value = params.value(field)
        if field in self._further and not field_named(field).holds(value):
            return field_named(field).default
        return value

    def _word(self, row: RequestField) -> str | None:
        return self._words[row.name].value() or row.default

    def _quality(self) -> int | None:
        quality = self._compression.value()
        return quality if quality < FULL_QUALITY else None

    def _offer_values(self, model: ModelInfo) -> None:
        for row in ENUMS:
            words = values_to_offer(row, model)
            self._words[row.name].set_choices([(word, label_of(word)) for word in words])
            self._set_reason(row.name, self._no_choice(row, model, words))

    def _no_choice(self, row: RequestField, model: ModelInfo, values: tuple[str, ...]) -> str:
        if len(values) > 1:
            return ""
        if getattr(model, row.listed):
            return self.tr("{0} makes only {1}").format(outside(model.label), label_of(values[0]))
        return self.tr("{0} does not take this").format(outside(model.label))

    def _no_partials(self, model: ModelInfo, output: FormatInfo, output_format: str) -> str:
        if not model.streams:
            return self.tr("{0} does not stream").format(outside(model.label))
        if not output.streams:
            return self.tr("{0} is not streamed").format(label_of(output_format))
        return self.tr("{0} sends no partial images").format(outside(model.label))

    def _no_compression(self, model: ModelInfo, name: str) -> str:
        if name in model.compression_formats:
            return ""
        return self.tr("{0} has no compression level with {1}").format(
            label_of(name), outside(model.label)
        )

    def _set_reason(self, field: str, reason: str) -> None:
        self._reasons[field] = reason
        grid = self.grid_of(field)
        assert grid is not None
        grid.set_reason(field, reason)


def _accessible_label(row: RequestField) -> str:
    return translate(row.accessible_label or row.label)


def _place_of(row: RequestField) -> int:
    return _FIRST.index(row.name) if row.name in _FIRST else len(_FIRST)


def _choose(choice: Choice, value: str | None) -> None:
    choice.set_value(value or "")
