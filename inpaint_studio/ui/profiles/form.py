"""Every field of a profile, in three groups; each change is told once it makes a profile."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from inpaint_studio.contract.profile import Profile, host_of
from inpaint_studio.ui.widgets.fields import (
    CheckField,
    ChoiceField,
    CountField,
    Field,
    NumberField,
    OptionalTextField,
    PairsField,
    TextField,
    WordsField,
)
from inpaint_studio.ui.widgets.labels import dim_label, error_label, section_head
from inpaint_studio.ui.widgets.layouts import in_column, in_row, labelled_grid

_DAY_S = 86400
LABEL_PX = 132
GAP_PX = 12


@dataclass(frozen=True, slots=True)
class _Row:
    field: Field
    label: QLabel
    problem: QLabel


class ProfileForm(QWidget):
    """Shows one profile; `changed` carries the profile as it should be from now on."""

    changed = Signal(object)  # Profile

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

    def refuse_name(self, profile: Profile, words: str) -> None:
        """Keep to `profile`, whose name stays, and say why the typed one was not taken."""
        self._profile = profile
        self._set_problem(self._rows["name"], words)

    def focus(self, name: str) -> None:
        """Put the cursor into a field."""
        self._rows[name].field.setFocus()

    def _fill(self, into: QVBoxLayout, rows: tuple[tuple[str, str, Field], ...]) -> None:
        grid = labelled_grid(LABEL_PX, GAP_PX)
        grid.setVerticalSpacing(6)
        for name, words, field in rows:
            label = dim_label(words)
            label.setBuddy(field)
            problem = error_label()
            line = grid.rowCount()
            grid.addWidget(label, line, 0)
            grid.addWidget(field, line, 1)
            grid.addWidget(problem, line + 1, 1)
            self._rows[name] = _Row(field, label, problem)
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

    def _forgotten(self, name: str, value: Any) -> dict[str, Any]:
        """What does not hold any more at another address: the word on http, and all findings."""
        if name != "base_url" or host_of(value) == host_of(self._profile.base_url):
            return {}
        unknown = dict.fromkeys(("honours_mask", "honours_size", "max_partials"))
        return {**unknown, "refused_fields": (), "tested_at": "", "allows_plain_http": False}

    def _show_plain(self) -> None:
        asked = replace(self._profile, allows_plain_http=False).shows_key_in_the_clear
        self._plain.setVisible(asked)

    def _set_problem(self, row: _Row, words: str) -> None:
        row.field.set_problem(words)
        row.problem.setText(words)
        row.problem.setVisible(bool(words))


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


def _connection() -> tuple[tuple[str, str, Field], ...]:
    return (
        ("name", _tr("Name"), TextField(_tr("Name"))),
        ("base_url", _tr("Address"), TextField(_tr("Address"), "https://api.example.com/v1")),
        (
            "default_model",
            _tr("Model"),
            TextField(_tr("Model"), _tr("Its id, where the catalog does not know it")),
        ),
    )


def _details() -> tuple[tuple[str, str, Field], ...]:
    seconds = _tr("s")
    auth = (("bearer", "Bearer"), ("api-key", "api-key"), ("none", _tr("None")))
    streaming = (("auto", _tr("Automatic")), ("on", _tr("On")), ("off", _tr("Off")))
    conventions = (
        ("alpha", _tr("Any reader")),
        ("luminance", _tr("White only")),
        ("inverted", _tr("Inverted")),
    )
    images = (("auto", _tr("Automatic")), ("image", "image"), ("image[]", "image[]"))
    masks = (("mask", "mask"), ("mask[]", "mask[]"), ("mask_image", "mask_image"))
    kinds = (("file", _tr("File")), ("data-url", _tr("Text")))
    seeds = ((False, _tr("It draws one")), (True, _tr("Always the same")))
    pair = _tr("name: value, one on each line")
    return (
        ("auth", _tr("Key is sent as"), ChoiceField(_tr("Key is sent as"), auth)),
        ("streaming", _tr("Streaming"), ChoiceField(_tr("Streaming"), streaming)),
        ("mask_convention", _tr("Mask"), ChoiceField(_tr("Mask"), conventions)),
        ("mask_field", _tr("Mask field"), ChoiceField(_tr("Mask field"), masks)),
        ("mask_as", _tr("Mask is sent as"), ChoiceField(_tr("Mask is sent as"), kinds)),
        ("image_field", _tr("Image field"), ChoiceField(_tr("Image field"), images)),
        ("edits_path", _tr("Path of edits"), TextField(_tr("Path of edits"))),
        ("max_n", _tr("Images a request"), CountField(_tr("Images a request"), 1, 10)),
        (
            "max_streamed_n",
            _tr("… while streaming"),
            CountField(_tr("Images a request while streaming"), 1, 10),
        ),
        ("seed_field", _tr("Seed field"), TextField(_tr("Seed field"), _tr("It has none"))),
        ("has_fixed_seed", _tr("Without a seed"), ChoiceField(_tr("Without a seed"), seeds)),
        (
            "response_format",
            _tr("Response format"),
            OptionalTextField(_tr("Response format"), _tr("Not asked for")),
        ),
        ("models", _tr("Further models"), WordsField(_tr("Further models"), _tr("Ids, commas"))),
        ("headers", _tr("Extra headers"), PairsField(_tr("Extra headers"), pair)),
        ("query", _tr("Extra query"), PairsField(_tr("Extra query"), pair)),
        ("fields", _tr("Extra fields"), PairsField(_tr("Extra fields"), pair)),
        (
            "connect_timeout_s",
            _tr("Connect within"),
            NumberField(_tr("Connect within"), 0.1, _DAY_S, seconds),
        ),
        (
            "idle_timeout_s",
            _tr("Silence at most"),
            NumberField(_tr("Silence at most"), 0.1, _DAY_S, seconds),
        ),
        (
            "total_timeout_s",
            _tr("In all at most"),
            NumberField(_tr("In all at most"), 0.1, _DAY_S, seconds),
        ),
    )


def _learned() -> tuple[tuple[str, str, Field], ...]:
    known = ((None, _tr("Not known")), (True, _tr("Yes")), (False, _tr("No")))
    return (
        ("honours_mask", _tr("Keeps to the mask"), ChoiceField(_tr("Keeps to the mask"), known)),
        ("honours_size", _tr("Keeps to the size"), ChoiceField(_tr("Keeps to the size"), known)),
        (
            "max_partials",
            _tr("Partial images"),
            CountField(_tr("Partial images"), 0, 10, none=_tr("As the model")),
        ),
        (
            "refused_fields",
            _tr("Refused fields"),
            WordsField(_tr("Refused fields"), _tr("None; names, commas")),
        ),
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("ProfileForm", words)
