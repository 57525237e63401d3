"""A small file of the person's own: read once, written whole, kept aside where it is damaged."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from inpaint_studio.disk_faults import why_unwritable
from inpaint_studio.durable import kept_beside, make_private_folder, write_durably
from inpaint_studio.errors import SettingsError
from inpaint_studio.phrase import Phrase
from inpaint_studio.typed_values import parse_json

T = TypeVar("T")


def read_list(
    path: Path, what: str, read: Callable[[Any], T]
) -> tuple[list[T], SettingsError | None]:
    """The items of the JSON list at `path`, and words on what went wrong; none where it is missing.

    An item of which `read` raises ValueError costs itself; the file is then kept beside as it was.

    A file that is no such list, or cannot be read, is kept beside as `.bad`; `what` names its
    content in the plural.
    """
    try:
        value = parse_json(path.read_bytes())
    except FileNotFoundError:
        return [], None
    except (OSError, ValueError):
        return [], _keep_aside(path, what)
    if not isinstance(value, list):
        return [], _keep_aside(path, what)
    items: list[T] = []
    faults: list[str] = []
    for item in value:
        try:
            items.append(read(item))
        except ValueError as fault:
            faults.append(str(fault))
    return items, _partly_used(path, what, faults)


def write_list(path: Path, value: list[Any], what: str) -> None:
    """Write the list, whole or not at all.

    Raises:
        SettingsError: it cannot be written; the old file is untouched.
    """
    text = json.dumps(value, indent=2, ensure_ascii=True) + "\n"
    try:
        make_private_folder(path.parent)
        write_durably(path, text.encode(), is_private=True)
    except OSError as fault:
        raise SettingsError(
            Phrase("The {what} could not be saved", what=what),
            why_unwritable(path.parent, fault),
        ) from fault


def _keep_aside(path: Path, what: str) -> SettingsError:
    """What cannot be read now would be overwritten by the next change."""
    try:
        kept = kept_beside(path, moved=True)
    except OSError as fault:
        return _unreadable(path, what, fault)
    return SettingsError(
        Phrase("The {what} were unreadable", what=what),
        Phrase("The file is kept as {kept}.", kept=kept),
    )


def _partly_used(path: Path, what: str, faults: Sequence[str]) -> SettingsError | None:
    if not faults:
        return None
    title = Phrase("Some {what} were not understood", what=what)
    try:
        kept = kept_beside(path)
    except OSError as fault:
        return _unreadable(path, what, fault)
    words = Phrase(
        "{fault}. The file as it was is kept as {kept}.", fault="; ".join(faults), kept=kept
    )
    return SettingsError(title, words)


def _unreadable(path: Path, what: str, fault: OSError) -> SettingsError:
    return SettingsError(
        Phrase("The {what} could not be read", what=what),
        Phrase("{reason}. Look at {path}.", reason=fault.strerror or fault, path=path),
    )
