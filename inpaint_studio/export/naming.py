"""What an exported file is called: a template, made legal on every system, never taken twice."""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from inpaint_studio.durable import MAX_NAME_BYTES
from inpaint_studio.errors import ExportError
from inpaint_studio.phrase import Phrase

DEFAULT_TEMPLATE = "{source}-edit-{n:02}"

_TEXT_FIELDS = ("source", "prompt", "model")
_ILLEGAL = re.compile(r'[<>:"/\\|?*]')
_RESERVED = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\.|$)", re.IGNORECASE
)
# Controls, and marks that turn the direction of what follows (a name could then
# read as another extension). Joiners stay: emoji are made with them.
_INVISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_NO_TEXT = re.compile("[\ud800-\udfff]")  # bytes of a file name that are not UTF-8
_JOINERS = "\u200d\ufe0f"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameFields:
    """What a template may name. `n` is the first number to try."""

    source: str
    n: int = 1
    prompt: str = ""
    model: str = ""
    date: datetime | None = None


def file_name(template: str, fields: NameFields, extension: str) -> str:
    """The name a template gives, for example `{source}-{prompt:30}-{n:02}`.

    A number after a text field is its greatest length in characters, after `n` its width as in
    Python; `{date}` takes strftime codes. Where the name would be too long, its texts are cut.
    `extension` includes the dot.

    Raises:
        ExportError: the template names an unknown field or leaves no room.
    """
    pieces = list(_pieces(template, fields))
    while (excess := len(_joined(pieces, extension).encode()) - MAX_NAME_BYTES) > 0:
        longest = max(range(len(pieces)), key=lambda index: pieces[index].cuttable_bytes)
        if not pieces[longest].cuttable_bytes:
            raise ExportError("The file name is too long", "Shorten the naming template.")
        pieces[longest] = pieces[longest].cut(excess)
    return _joined(pieces, extension)


def candidates(folder: Path, template: str, fields: NameFields, extension: str) -> Iterator[Path]:
    """Paths in the order they are to be tried: each has the next number.

    Raises:
        ExportError: as `file_name`.
    """
    if not _has_number(template):
        yield folder / file_name(template, fields, extension)
        template, fields = template + "-{n}", replace(fields, n=2)
    while True:
        yield folder / file_name(template, fields, extension)
        fields = replace(fields, n=fields.n + 1)


def free_path(folder: Path, template: str, fields: NameFields, extension: str) -> Path:
    """The first of the candidates at which nothing lies; for previews."""
    return next(
        path
        for path in candidates(folder, template, fields, extension)
        if not path.exists() and not path.is_symlink()
    )


def legal_stem(text: str) -> str:
    """The text as the stem of a file name that every system takes; `picture` if nothing is left."""
    text = unicodedata.normalize("NFC", _visible(text))
    text = " ".join(_ILLEGAL.sub("-", text).split())
    text = text.lstrip(". ").rstrip(". ") or "picture"
    return f"_{text}" if _RESERVED.match(text) else text


def _visible(text: str) -> str:
    return _NO_TEXT.sub("_", _INVISIBLE.sub(" ", text))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a name; only texts may be cut."""

    text: str
    is_text: bool = False

    @property
    def cuttable_bytes(self) -> int:
        return len(self.text.encode()) if self.is_text else 0

    def cut(self, byte_count: int) -> _Piece:
        """The piece without its last bytes, or without the whole character they fall into."""
        kept = max(0, self.cuttable_bytes - byte_count)
        return replace(self, text=self.text.encode()[:kept].decode("utf-8", "ignore"))


def _joined(pieces: Sequence[_Piece], extension: str) -> str:
    return legal_stem("".join(piece.text for piece in pieces)) + extension


def _pieces(template: str, fields: NameFields) -> Iterator[_Piece]:
    for literal, field, spec, conversion in _parsed(template):
        yield _Piece(_visible(literal))
        if field is None:
            continue
        if conversion or "{" in (spec or ""):
            raise _bad_template(field)
        value = _visible(_value(fields, field, spec or ""))
        yield _Piece(value, is_text=field in _TEXT_FIELDS)


def _parsed(template: str) -> list[tuple[str, str | None, str | None, str | None]]:
    try:
        return list(string.Formatter().parse(template))
    except ValueError as fault:
        raise ExportError(
            "The naming template has an unpaired brace", "Write {{ for a brace in the name."
        ) from fault


def _has_number(template: str) -> bool:
    return any(field == "n" for _, field, _, _ in _parsed(template))


def _value(fields: NameFields, field: str, spec: str) -> str:
    if field in _TEXT_FIELDS and re.fullmatch(r"\.?\d{0,3}", spec):
        text: str = getattr(fields, field)
        width = spec.lstrip(".")
        return text[: int(width)].rstrip(_JOINERS) if width else text
    if field == "n" and re.fullmatch(r"\d{0,2}d?", spec):
        return format(fields.n, spec)
    if field == "date":
        with suppress(ValueError):  # Windows refuses codes it does not know
            return (fields.date or datetime.now()).strftime(spec or "%Y-%m-%d")
    raise _bad_template(field)


def _bad_template(field: str) -> ExportError:
    return ExportError(
        Phrase("The naming template cannot use {{{field}}} so", field=field),
        "Use {source}, {prompt:30}, {model}, {n:02} or {date:%Y-%m-%d}.",
    )
