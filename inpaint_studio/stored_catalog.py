"""The catalog as it holds on this machine: shipped or updated, with the person's own over it."""

from __future__ import annotations

from pathlib import Path

from inpaint_studio import paths
from inpaint_studio.contract.catalog import Catalog, load_catalog, read_update
from inpaint_studio.disk_faults import why_unwritable
from inpaint_studio.durable import FORMER_SUFFIX, beside, make_private_folder, write_durably
from inpaint_studio.errors import SettingsError
from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.foreign_file import read_regular

_MOST_BYTES = 4 << 20


def load_stored_catalog() -> tuple[Catalog, tuple[SettingsError, ...]]:
    """The catalog, without those of its files that cannot be used, and words about them."""
    faults: list[SettingsError] = []
    own, update = _stored(_own(), faults), _stored(_update(), faults)
    if update is not None:
        try:
            read_update(update)
        except SettingsError as fault:
            faults.append(fault)
            update = None
    try:
        return load_catalog(own, update), tuple(faults)
    except SettingsError as fault:
        return load_catalog(None, update), (*faults, fault)


def with_update(text: str | None) -> Catalog:
    """The catalog as it would hold with that update, or with none.

    Raises:
        SettingsError: it is no update.
    """
    if text is not None:
        read_update(text)
    own = _stored(_own(), [])
    try:
        return load_catalog(own, text)
    except SettingsError:
        return load_catalog(None, text)


def read_file(path: Path) -> str:
    """The text of a file that may be an update.

    Raises:
        SettingsError: it cannot be read.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise SettingsError(_UNREADABLE, Phrase("{path} is far too large.", path=path))
        return read_regular(path).decode("utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise SettingsError(_UNREADABLE, str(fault)) from fault


def keep_update(text: str) -> None:
    """Have this update hold from the next start; the former stays beside it.

    Raises:
        SettingsError: it could not be written.
    """
    path = _update()
    try:
        make_private_folder(path.parent)
        write_durably(path, text.encode(), keep_former=True)
    except OSError as fault:
        raise SettingsError(_UNKEPT, why_unwritable(path.parent, fault)) from fault


def revert_update() -> bool:
    """Have the former catalog hold from the next start; whether there was an update to take away.

    Raises:
        SettingsError: it could not be taken away.
    """
    path = _update()
    former = beside(path, FORMER_SUFFIX)
    try:
        if not path.exists():
            return False
        former.replace(path) if former.exists() else path.unlink()
    except OSError as fault:
        raise SettingsError(_UNKEPT, why_unwritable(path.parent, fault)) from fault
    return True


def _own() -> Path:
    return paths.config_folder() / "catalog.json"


def _update() -> Path:
    return paths.config_folder() / "catalog-update.json"


def _stored(path: Path, faults: list[SettingsError]) -> str | None:
    try:
        return read_file(path) if path.is_file() else None
    except SettingsError as fault:
        faults.append(fault)
        return None


_UNREADABLE = Phrase("A catalog could not be read")
_UNKEPT = Phrase("The catalog could not be kept")
