"""Every field of a profile, in three groups; each change is told once it makes a profile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inpaint_studio.contract.profile import Profile, host_of
from inpaint_studio.ui.widgets.fields import (
    CheckField,
    ChoiceField,
    CountField,
    Field,
    ListField,
    NumberField,
    OptionalTextField,
    PairsField,
    TextField,
)
from inpaint_studio.ui.widgets.labels import Label, dim_label, error_label, section_head
from inpaint_studio.ui.widgets.layouts import in_column, in_row, labelled_grid

_DAY_S = 86400
Rows = tuple[tuple[str, str, Callable[[str], Field]], ...]
"""The name of a profile's field, its label, and what makes its control, named like the label."""
LABEL_PX = 132
GAP_PX = 12


@dataclass(frozen=True, slots=True)
class _Row:
    field: Field
    label: Label
    problem: Label
    below: QVBoxLayout


class ProfileForm(QWidget):
    """Shows one profile; `changed` carries the profile as it should be from now on.

    `address_entered` carries an address that was typed, whether it is one or not.
    """

    changed = Signal(object)  # Profile
    address_entered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._profile = Profile(name="", base_url="")
        self._rows: dict[str, _Row] = {}
        self.connection = QVBoxLayout()
        self.details = QVBoxLayout()
        self.learned = QVBoxLayout()
        self._plain = CheckField(self.tr("Send the key unencrypted: others on the way can read it"))
        self._plain.edited.connect(lambda: self._on_edited("allows_plain_http"))
        self._fill(self.connection, _connection())
        self.connection.addLayout(in_row(self._plain, margins=(LABEL_PX + GAP_PX, 0, 0, 0)))
        self._fill(self.details, _details())
        self._fill(self.learned, _learned())

    def show_profile(self, profile: Profile) -> None:
        """Show another profile, or the same one after a test."""
        self._profile = profile
        for name, row in self._rows.items():
            row.field.set_value(getattr(profile, name))
            self._set_problem(row, "")
        self._plain.set_value(profile.allows_plain_http)
        self._show_plain()

    def refuse_name(self, profile: Profile, text: str) -> None:
        """Keep to `profile`, whose name stays, and say why the typed one was not taken."""
        self._profile = profile
        self._set_problem(self._rows["name"], text)

    def focus(self, name: str) -> None:
        """Put the cursor behind what a field says."""
        self._rows[name].field.take_cursor()

    def add_below(self, name: str, widget: QWidget) -> None:
        """Show a widget below a field and what is wrong with it."""
        self._rows[name].below.addWidget(widget)

    def use_address(self, address: str) -> None:
        """Put an address in place of the typed one."""
        self._rows["base_url"].field.set_value(address)
        self._on_edited("base_url")

    def _fill(self, into: QVBoxLayout, rows: Rows) -> None:
        grid = labelled_grid(LABEL_PX, GAP_PX)
        grid.setVerticalSpacing(6)
        for name, words, make in rows:
            field, label = make(words), dim_label(words)
            label.setBuddy(field)
            problem = error_label()
            line = grid.rowCount()
            grid.addWidget(label, line, 0)
            grid.addWidget(field, line, 1)
            below = in_column(problem)
            grid.addLayout(below, line + 1, 1)
            self._rows[name] = _Row(field, label, problem, below)
            field.edited.connect(lambda name=name: self._on_edited(name))
        into.addLayout(grid)

    def _on_edited(self, name: str) -> None:
        is_plain = name == "allows_plain_http"
        value = self._plain.value() if is_plain else self._rows[name].field.value()
        words = _problem(name, value)
        if not is_plain:
            self._set_problem(self._rows[name], words)
        if not words:
            self._profile = replace(self._profile, **{name: value}, **self._forgotten(name, value))
            self._show_plain()
            self.changed.emit(self._profile)
        if name == "base_url":
            self.address_entered.emit(value)

    def _forgotten(self, name: str, value: Any) -> dict[str, Any]:
        """What does not hold any more at another address: the word on http, and all findings."""
        if name != "base_url" or host_of(value) == host_of(self._profile.base_url):
            return {}
        unknown = dict.fromkeys(("honours_mask", "honours_size", "max_partials"))
        return {
            **unknown,
            "refused_fields": (),
            "previews": {},
            "tested_at": "",
            "allows_plain_http": False,
        }

    def _show_plain(self) -> None:
        asked = replace(self._profile, allows_plain_http=False).shows_key_in_the_clear
        self._plain.setVisible(asked)

    def _set_problem(self, row: _Row, text: str) -> None:
        row.field.set_problem(text)
        row.problem.setText(text)
        row.problem.setVisible(bool(text))


def group(title: str, content: QVBoxLayout) -> QVBoxLayout:
    """A titled part of the form."""
    return in_column(section_head(title), content, spacing=8)


def _problem(name: str, value: Any) -> str:
    if name == "name" and not value:
        return _tr("A profile needs a name.")
    if name == "base_url":
        return _address_problem(value)
    if name == "edits_path" and not value.startswith("/"):
        return _tr("A path begins with a slash, as in /images/edits.")
    if name in ("headers", "query", "fields"):
        wrong = [key for key, item in value.items() if not (key + item).isprintable()]
        headers_only = name == "headers"
        wrong += [key for key, item in value.items() if headers_only and not (key + item).isascii()]
        return _tr("{0} holds characters that cannot be sent.").format(wrong[0]) if wrong else ""
    return ""


def _address_problem(value: str) -> str:
    try:
        parts = urlsplit(value)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable or not value.isprintable() or " " in value:
        return _tr("This is no address such as https://api.example.com/v1.")
    if parts.username or parts.password:
        return _tr("A key does not belong into the address; it has a field of its own.")
    return ""


def _connection() -> Rows:
    hint = _tr("Its id, where the catalog does not know it")
    return (
        ("name", _tr("Name"), TextField),
        ("base_url", _tr("Address"), partial(TextField, hint="https://api.example.com/v1")),
        ("default_model", _tr("Model"), partial(TextField, hint=hint)),
    )


def _details() -> Rows:
    auth = (("bearer", "Bearer"), ("api-key", "api-key"), ("none", _tr("None")))
    streaming = (("auto", _tr("Automatic")), ("on", _tr("On")), ("off", _tr("Off")))
    conventions = (
        ("alpha", _tr("Alpha")),
        ("luminance", _tr("Luminance")),
        ("inverted", _tr("Inverted")),
    )
    images = (("auto", _tr("Automatic")), ("image", "image"), ("image[]", "image[]"))
    masks = (("mask", "mask"), ("mask[]", "mask[]"), ("mask_image", "mask_image"))
    kinds = (("file", _tr("File")), ("data-url", _tr("Text")))
    seeds = ((False, _tr("Random")), (True, _tr("Always the same")))
    count = partial(CountField, low=1, high=10)
    streamed = _tr("Images per request while streaming")
    pairs = partial(PairsField, hint=_tr("name: value, one on each line"))
    seconds = partial(NumberField, low=0.1, high=_DAY_S, unit=_tr("s"))
    unasked = partial(OptionalTextField, hint=_tr("Not asked for"))
    return (
        ("auth", _tr("Authentication"), partial(ChoiceField, choices=auth)),
        ("streaming", _tr("Streaming"), partial(ChoiceField, choices=streaming)),
        ("mask_convention", _tr("Mask"), partial(ChoiceField, choices=conventions)),
        ("mask_field", _tr("Mask field"), partial(ChoiceField, choices=masks)),
        ("mask_as", _tr("Mask is sent as"), partial(ChoiceField, choices=kinds)),
        ("image_field", _tr("Image field"), partial(ChoiceField, choices=images)),
        ("edits_path", _tr("Edits path"), TextField),
        ("max_n", _tr("Images per request"), count),
        ("max_streamed_n", _tr("… while streaming"), lambda _: count(streamed)),
        ("seed_field", _tr("Seed field"), partial(TextField, hint=_tr("It has none"))),
        ("has_fixed_seed", _tr("Without a seed"), partial(ChoiceField, choices=seeds)),
        ("response_format", _tr("Response format"), unasked),
        ("models", _tr("Further models"), partial(ListField, hint=_tr("Ids, commas"))),
        ("headers", _tr("Extra headers"), pairs),
        ("query", _tr("Extra query"), pairs),
        ("fields", _tr("Extra fields"), pairs),
        ("connect_timeout_s", _tr("Connect timeout"), seconds),
        ("idle_timeout_s", _tr("Idle timeout"), seconds),
        ("total_timeout_s", _tr("Total timeout"), seconds),
    )


def _learned() -> Rows:
    known = ((None, _tr("Not known")), (True, _tr("Yes")), (False, _tr("No")))
    tristate = partial(ChoiceField, choices=known)
    count = partial(CountField, low=0, high=10, none=_tr("As the model"))
    names = partial(ListField, hint=_tr("None; names, commas"))
    previews = partial(PairsField, hint=_tr("model field=value: accepted or refused"))
    return (
        ("honours_mask", _tr("Mask respected"), tristate),
        ("honours_size", _tr("Size respected"), tristate),
        ("max_partials", _tr("Partial images"), count),
        ("refused_fields", _tr("Refused fields"), names),
        ("previews", _tr("Previews"), previews),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("ProfileForm", text)
