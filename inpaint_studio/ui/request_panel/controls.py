"""All controls of the panel but the prompt: made, read and written here, gated by the catalog."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

from inpaint_studio.contract.check import FormatInfo
from inpaint_studio.contract.model_info import ModelInfo
from inpaint_studio.contract.params import EditParams
from inpaint_studio.ui.request_panel.count import Count
from inpaint_studio.ui.request_panel.extra import ExtraEdit
from inpaint_studio.ui.request_panel.field_grid import FieldGrid
from inpaint_studio.ui.request_panel.model_box import ModelBox
from inpaint_studio.ui.request_panel.offers import WORD_FIELDS, WordField, label_of, words_of
from inpaint_studio.ui.request_panel.percent import MOST as FULL_QUALITY
from inpaint_studio.ui.request_panel.percent import Percent
from inpaint_studio.ui.request_panel.size_box import SizeBox
from inpaint_studio.ui.widgets.choice import Choice

MOST_VARIANTS = 10
_USUAL_VARIANTS = (1, 2, 4)


class Controls(QObject):
    """The controls by the wire names of their fields, in two grids: the usual and the rest."""

    changed = Signal(str)
    """The field a person has changed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.usual = FieldGrid()
        self.rest = FieldGrid()
        self.model = ModelBox()
        self.size = SizeBox()
        self._words = {
            "quality": Choice(self.tr("Quality")),
            "background": Choice(self.tr("Background")),
            "output_format": Choice(self.tr("Format")),
            "input_fidelity": Choice(self.tr("Input fidelity")),
            "moderation": Choice(self.tr("Moderation")),
            "response_format": Choice(self.tr("Response format")),
        }
        self._n = Count(self.tr("Variants"), _USUAL_VARIANTS, MOST_VARIANTS)
        self._partials = Choice(self.tr("Partials"))
        self._compression = Percent(self.tr("Compression quality"))
        self._user = QLineEdit()
        self.extra = ExtraEdit()
        self._reasons: dict[str, str] = {}
        self._setters = self._make_setters()
        self._place()
        self._connect()

    def values(self, model: ModelInfo, output: FormatInfo) -> dict[str, Any]:
        """The params' fields as they are chosen; what is not on offer is at its default."""
        streams = model.streams and output.streams
        quality = self._compression.value()
        takes_quality = not self._reasons.get("output_compression") and quality < FULL_QUALITY
        return {
            "model": self.model.value(),
            "size": self.size.value(),
            **{row.field: self._word(row.field, row.default) for row in WORD_FIELDS},
            "n": self._n.value(),
            "stream": streams,
            "partial_images": int(self._partials.value() or 0) if streams else 0,
            "output_compression": quality if takes_quality else None,
            "user": self._user.text().strip() or None,
            "extra": self.extra.value(),
        }

    def wanted(self) -> dict[str, Any]:
        """The params' fields as they were asked for, whatever the model takes."""
        quality = self._compression.value()
        return {
            "model": self.model.value(),
            "size": self.size.value(),
            **{row.field: self._words[row.field].wanted() or row.default for row in WORD_FIELDS},
            "n": self._n.wanted(),
            "partial_images": int(self._partials.wanted() or 0),
            "output_compression": quality if quality < FULL_QUALITY else None,
            "user": self._user.text().strip() or None,
            "extra": self.extra.value(),
        }

    def set_values(self, params: EditParams) -> None:
        """Want these values, without a signal; what is not on offer waits for its model."""
        for field in self._setters:
            self.set_value(field, getattr(params, field))

    def set_value(self, field: str, value: Any) -> None:
        """Want a value for one field, without a signal."""
        self._setters[field](value)

    def output_format(self) -> str:
        """The chosen output format."""
        return str(self._word("output_format", "png"))

    def offer_formats(self, model: ModelInfo) -> None:
        """Offer what the model makes; ask `output_format` afterwards."""
        self._offer_words(model)

    def gate(self, model: ModelInfo, output: FormatInfo) -> None:
        """Offer what model and format take; the others are off and say why."""
        self.size.set_model(model)
        self._offer_words(model)
        self._n.set_limit(min(model.max_n, output.max_n or model.max_n, MOST_VARIANTS))
        streams = model.streams and output.streams
        most = model.max_partials if streams else 0
        self._partials.set_choices([(str(n), str(n)) for n in range(most + 1)])
        self._set_reason("partial_images", "" if most else self._no_partials(model, output))
        self._set_reason("output_compression", self._no_compression(model))

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
            **{name: partial(_want, choice) for name, choice in self._words.items()},
            "n": self._n.set_value,
            "partial_images": lambda value: self._partials.set_value(str(value)),
            "output_compression": lambda value: self._compression.set_value(
                FULL_QUALITY if value is None else value
            ),
            "user": lambda value: self._user.setText(value or ""),
            "extra": self.extra.set_value,
        }

    def _place(self) -> None:
        words = self._words
        self.usual.add("model", self.tr("Model"), self.model)
        self.usual.add("size", self.tr("Size"), self.size)
        self.usual.add("quality", self.tr("Quality"), words["quality"])
        self.usual.add("background", self.tr("Background"), words["background"])
        self.usual.add("n", self.tr("Variants"), self._n)
        self.usual.add("partial_images", self.tr("Partials"), self._partials)
        self.usual.add("output_format", self.tr("Format"), words["output_format"])
        self.rest.add("output_compression", self.tr("Quality %"), self._compression)
        self.rest.add("input_fidelity", self.tr("Fidelity"), words["input_fidelity"])
        self.rest.add("moderation", self.tr("Moderation"), words["moderation"])
        self.rest.add("response_format", self.tr("Answer as"), words["response_format"])
        self.rest.add("user", self.tr("User"), self._user)
        self.rest.add("extra", self.tr("Extra"), self.extra)
        self._user.setAccessibleName(self.tr("User"))
        self._user.setPlaceholderText(self.tr("Your own id for a person"))

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

    def _word(self, field: str, default: str | None) -> str | None:
        return self._words[field].value() or default

    def _offer_words(self, model: ModelInfo) -> None:
        for row in WORD_FIELDS:
            words = words_of(row, model)
            self._words[row.field].set_choices([(word, label_of(word)) for word in words])
            self._set_reason(row.field, self._no_choice(row, model, words))

    def _no_choice(self, row: WordField, model: ModelInfo, words: tuple[str, ...]) -> str:
        if len(words) > 1:
            return ""
        if getattr(model, row.listed):
            return self.tr("{0} makes only {1}").format(model.label, label_of(words[0]))
        return self.tr("{0} does not take this").format(model.label)

    def _no_partials(self, model: ModelInfo, output: FormatInfo) -> str:
        if not model.streams:
            return self.tr("{0} does not stream").format(model.label)
        if not output.streams:
            return self.tr("{0} is not streamed").format(label_of(self.output_format()))
        return self.tr("{0} sends no partial images").format(model.label)

    def _no_compression(self, model: ModelInfo) -> str:
        name = self.output_format()
        if name in model.compression_formats:
            return ""
        return self.tr("{0} has no quality level with {1}").format(label_of(name), model.label)

    def _set_reason(self, field: str, reason: str) -> None:
        self._reasons[field] = reason
        grid = self.grid_of(field)
        assert grid is not None
        grid.set_reason(field, reason)


def _want(choice: Choice, value: str | None) -> None:
    choice.set_value(value or "")
