"""The catalog: what is known of models and formats, shipped as data and open to the person's own.

Nothing here knows a model by name. An own catalog has the shape of the shipped one
(`resources/catalog.json`); its entries are laid over it field by field, and `like` makes an entry
start from another.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from inpaint_studio.contract.check import (
    OPEN_FIELDS,
    FormatInfo,
    Problem,
    Vocabulary,
    check_params,
)
from inpaint_studio.contract.check_pictures import check_pictures
from inpaint_studio.contract.model_info import ModelInfo, read_extras, read_model
from inpaint_studio.contract.params import EditParams, EditRequest
from inpaint_studio.contract.profile import LOCAL_FILL_MODEL
from inpaint_studio.errors import SettingsError
from inpaint_studio.paths import resource
from inpaint_studio.phrase import Phrase
from inpaint_studio.typed_values import (
    Column,
    as_flag,
    as_object,
    as_whole,
    or_none,
    parse_json,
    read_fields,
)

_DATE = re.compile(r"-\d{4}-\d{2}-\d{2}$")
_SECTIONS = ("models", "formats")


@dataclass(frozen=True, slots=True)
class Catalog:
    """All known models by id, and what each output format can do.

    `date` is the ISO date of what was known. `default_model` is asked for where nobody names one.
    `gate` narrows every model that is asked for, known or not, to what one endpoint lets through.
    Where the models' rules are not binding, as their vendor does not answer, breaking one is a
    warning.
    """

    models: Mapping[str, ModelInfo]
    formats: Mapping[str, FormatInfo]
    date: str = ""
    default_model: str = ""
    gate: Callable[[ModelInfo], ModelInfo] | None = None
    is_binding: bool = True

    def model(self, model_id: str) -> ModelInfo:
        """What is known of a model as it is named on the wire.

        A provider prefix (`openai/…`) and a snapshot date are seen through; an unknown model comes
        back permissive with `known` false.
        """
        found = self._find(model_id)
        return self.gate(found) if self.gate else found

    @property
    def default(self) -> ModelInfo:
        """What is asked for where nobody names a model: the default, or what took its place."""
        model, seen = self.models[self.default_model], {self.default_model}
        while model.is_retired and model.successor in self.models.keys() - seen:
            model = self.models[model.successor]
            seen.add(model.id)
        return model

    def check_params(self, params: EditParams) -> tuple[Problem, ...]:
        """What is wrong with the choices alone, in the order of the panel's fields."""
        return check_params(params, self.model(params.model), self._vocabulary())

    def check(self, request: EditRequest) -> tuple[Problem, ...]:
        """What is wrong with the choices and the pictures; reads the headers of files on disk."""
        model = self.model(request.params.model)
        return self.check_params(request.params) + check_pictures(
            request, model, self._vocabulary()
        )

    def _find(self, model_id: str) -> ModelInfo:
        bare = model_id.rpartition("/")[2]
        for name in (model_id, bare, without_date(bare)):
            if name in self.models:
                return self.models[name]
        return self._unknown(model_id)

    def _unknown(self, model_id: str) -> ModelInfo:
        words = self._vocabulary()
        every_word: dict[str, Any] = {name: words.of(name) for name in OPEN_FIELDS}
        return ModelInfo(
            id=model_id,
            label=model_id,
            known=False,
            **every_word,
            max_partials=max((model.max_partials for model in self.models.values()), default=0),
            streams=True,
            takes_markup=True,
        )

    def _vocabulary(self) -> Vocabulary:
        return Vocabulary(tuple(self.models.values()), self.formats, self.is_binding)


def load_catalog(own: str | None = None, update: str | None = None) -> Catalog:
    """The shipped catalog or a newer update in its place, and the person's own file over it.

    Raises:
        SettingsError: one of the texts is not a catalog; the message names the line.
    """
    whole = json.loads(resource("catalog.json").read_text("utf-8"))
    if update is not None and read_update(update).date > whole["date"]:
        whole = _read(update)
    if own is None or not own.strip():
        return _build(whole)
    try:
        return _build(_merge(whole, _read(own)))
    except _EntryError as error:
        raise _settings_error(_line_of(own, error), str(error)) from error


def read_update(text: str) -> Catalog:
    """The catalog an update is: whole as the shipped one is, so that it can take its place.

    Raises:
        SettingsError: it is none; the message names the line.
    """
    try:
        value = _read(text)
        _check_whole(value)
        return _build(value)
    except _EntryError as error:
        fault = _settings_error(_line_of(text, error), str(error))
        raise SettingsError(_UPDATE, fault.message) from error
    except SettingsError as fault:
        raise SettingsError(_UPDATE, fault.message) from fault


def _check_whole(value: Mapping[str, Any]) -> None:
    try:
        date.fromisoformat(value.get("date", ""))
    except (TypeError, ValueError) as error:
        raise _EntryError("date", 'must be a date such as "2026-12-01"') from error
    if LOCAL_FILL_MODEL not in value["models"]:
        raise _EntryError("models", f"{LOCAL_FILL_MODEL} is missing")
    if "default_model" not in value:
        raise _EntryError("default_model", "must name a model of the catalog")


def without_date(model_id: str) -> str:
    """The id of the model a dated id is a snapshot of."""
    return _DATE.sub("", model_id)


class _EntryError(ValueError):
    """An entry is wrong; `entry` and `field` tell where."""

    def __init__(self, entry: str, reason: str) -> None:
        super().__init__(f"{entry}: {reason}")
        self.entry = entry
        self.field = reason.partition(":")[0]


def _build(text: Mapping[str, Any]) -> Catalog:
    entries = text["models"]
    if text["default_model"] not in list(entries):
        raise _EntryError("default_model", "must name a model of the catalog")
    return Catalog(
        models={name: _model(name, entries) for name in entries},
        formats={name: _format(name, entry) for name, entry in text["formats"].items()},
        date=text["date"],
        default_model=text["default_model"],
    )


def _model(name: str, entries: Mapping[str, Any]) -> ModelInfo:
    try:
        return read_model(name, {"label": name, **_inherited(name, entries)})
    except ValueError as error:
        raise _EntryError(name, str(error)) from error


def _inherited(name: str, entries: Mapping[str, Any]) -> dict[str, Any]:
    """The entry's fields over those of the entries it is `like`, without their labels and notes."""
    own, seen, fields = entries[name], {name}, dict[str, Any]()
    while True:
        if not isinstance(own, dict):
            raise ValueError("must be an object")
        fields = {key: value for key, value in own.items() if key != "like"} | fields
        base = own.get("like")
        if base is None:
            return fields
        if not isinstance(base, str) or base not in entries or base in seen:
            raise ValueError("like: must name another model of the catalog")
        seen.add(base)
        own = {key: value for key, value in entries[base].items() if key not in _PERSONAL}


_PERSONAL = ("label", "note", "retired", "retires_on", "successor", "dated")


def _format(name: str, entry: Any) -> FormatInfo:
    try:
        values, refused = read_fields(as_object(entry), _FORMAT_FIELDS)
        unknown = entry.keys() - _FORMAT_FIELDS.keys()
        if refused or unknown:
            raise ValueError(*refused, *unknown)
    except ValueError as error:
        raise _EntryError(name, "must hold only the fields of a format") from error
    return FormatInfo(**values)


_FORMAT_FIELDS = {
    "alpha": Column(as_flag, False),
    "streams": Column(as_flag, True),
    "takes_mask": Column(as_flag, True),
    "is_picture": Column(as_flag, True),
    "max_n": Column(or_none(as_whole(1))),
    "extras": Column(read_extras, {}),
}


def _read(text: str) -> dict[str, Any]:
    try:
        value = parse_json(text)
    except json.JSONDecodeError as error:
        reason = f"{error.msg} (column {error.colno})."
        raise _settings_error(error.lineno, reason) from error
    except ValueError as error:
        raise _settings_error(1, f"{error}.") from error
    if not isinstance(value, dict):
        raise _settings_error(1, 'it must be an object with "models".')
    for section in _SECTIONS:
        if not isinstance(value.setdefault(section, {}), dict):
            line = _line_containing(text, f'"{section}"')
            raise _settings_error(line, f'"{section}" must be an object.')
    return value


def _merge(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    sections = {section: _overlay(below[section], above[section]) for section in _SECTIONS}
    default = above.get("default_model", below["default_model"])
    return {**below, **sections, "default_model": default}


def _overlay(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    laid = dict(below)
    for name, entry in above.items():
        both = isinstance(entry, dict) and isinstance(below.get(name), dict)
        laid[name] = {**below[name], **entry} if both else entry
    return laid


def _line_of(text: str, error: _EntryError) -> int:
    entry_line = _line_containing(text, f'"{error.entry}"')
    return _line_containing(text, f'"{error.field}"', entry_line)


def _line_containing(text: str, part: str, after: int = 1) -> int:
    for number, line in enumerate(text.splitlines(), 1):
        if number >= after and part in line:
            return number
    return after


_OWN = Phrase("Your own catalog cannot be used")
_UPDATE = Phrase("The catalog update cannot be used")


def _settings_error(line: int, reason: str) -> SettingsError:
    return SettingsError(
        _OWN,
        Phrase("Line {line}: {reason} Correct the file and try again.", line=line, reason=reason),
    )
