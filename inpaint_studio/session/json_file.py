"""A small file of the person's own: read once, written whole, kept aside where it is damaged."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from inpaint_studio.disk_faults import why_unwritable
from inpaint_studio.durable import write_durably
from inpaint_studio.errors import SettingsError
from inpaint_studio.phrase import Phrase


def read_list(path: Path, what: str) -> tuple[list[Any], SettingsError | None]:
    """The JSON list at `path`, empty where there is none, and words on what went wrong.

    A file that is no such list is kept beside as `.bad`; `what` names its content in the plural.
    """
    try:
        value = json.loads(path.read_bytes())
    except FileNotFoundError:
        return [], None
    except OSError as fault:
        return [], _unreadable(path, what, fault)
    except (ValueError, RecursionError):
        return [], _keep_aside(path, what)
    return (value, None) if isinstance(value, list) else ([], _keep_aside(path, what))


def write_list(path: Path, value: list[Any], what: str) -> None:
    """Write the list, whole or not at all.

    Raises:
        SettingsError: it cannot be written; the old file is untouched.
    """
    text = json.dumps(value, indent=2, ensure_ascii=True) + "\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_durably(path, text.encode())
    except OSError as fault:
        raise SettingsError(
            Phrase("The {what} could not be saved", what=what),
            why_unwritable(path.parent, fault),
        ) from fault


def _keep_aside(path: Path, what: str) -> SettingsError:
    kept = path.with_name(path.name + ".bad")
    try:
        path.replace(kept)
    except OSError as fault:
        return _unreadable(path, what, fault)
    return SettingsError(
        Phrase("The {what} were unreadable", what=what),
        Phrase("The file is kept as {kept}.", kept=kept),
    )


def _unreadable(path: Path, what: str, fault: OSError) -> SettingsError:
    return SettingsError(
        Phrase("The {what} could not be read", what=what),
        Phrase("{reason}. Look at {path}.", reason=fault.strerror or fault, path=path),
    )
