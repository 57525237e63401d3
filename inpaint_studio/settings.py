"""The choices a person makes once: one dataclass, whose metadata also draws the settings dialog.

Stored as versioned JSON. Keys this version does not know are kept; a value it cannot use falls back
to its default by itself. Never holds an API key.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, Field, dataclass, field, fields
from pathlib import Path
from typing import Any, Literal

from inpaint_studio import paths
from inpaint_studio.disk_faults import why_unwritable
from inpaint_studio.durable import kept_beside, make_private_folder, write_durably
from inpaint_studio.errors import SettingsError
from inpaint_studio.phrase import Phrase
from inpaint_studio.typed_values import (
    MOST,
    Column,
    Reader,
    as_flag,
    as_name,
    as_number,
    as_object,
    as_one_of,
    as_text,
    as_texts,
    as_whole,
    parse_json,
    read_fields,
)

VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingRow:
    """How the dialog shows one setting, and which values are legal.

    `section` is the page it stands on, empty for what is remembered without being asked; `kind`
    says how it is edited where its type alone does not. What `needs_restart` holds in full only
    from the next start.
    """

    section: str = ""
    label: str = ""
    help: str = ""
    kind: Literal["", "colour", "folder", "percent"] = ""
    choices: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    needs_restart: bool = False


def _setting(
    default: Any,
    section: str = "",
    label: str = "",
    *,
    hint: str = "",
    kind: Literal["", "colour", "folder", "percent"] = "",
    choices: tuple[str, ...] = (),
    between: tuple[float | None, float | None] = (None, None),
    needs_restart: bool = False,
) -> Any:
    choice = SettingRow(
        section=section,
        label=label,
        help=hint,
        kind=kind,
        choices=choices,
        minimum=between[0],
        maximum=between[1],
        needs_restart=needs_restart,
    )
    return field(default=default, metadata={"choice": choice})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All choices. Change one with `dataclasses.replace`. Lengths are picture pixels.

    `last_rest` is a JSON object of the params that the panel keeps under More.
    `profiles` are JSON objects whose keys are the fields of `contract.profile.Profile`;
    `shortcuts` are `{"action": id, "keys": [...]}`, what differs from `shortcut_preset`. `unknown`
    holds what a newer version wrote.
    """

    theme: str = _setting(
        "system", "Appearance", "Theme", choices=("system", "light", "dark", "neutral")
    )
    ui_scale: float = _setting(
        1.0,
        "Appearance",
        "Scale of the interface",
        hint="On top of the system's own. Text follows at once, everything at the next start.",
        kind="percent",
        between=(0.8, 2.0),
        needs_restart=True,
    )
    reduced_motion: str = _setting(
        "system",
        "Appearance",
        "Reduce motion",
        hint="Partial images replace each other without a cross-fade.",
        choices=("system", "on", "off"),
    )
    language: str = _setting(
        "",
        "Appearance",
        "Language",
        choices=("", "en", "de", "ar"),
    )

    overlay_colour: str = _setting(
        "", "Mask", "Overlay colour", hint="Empty takes the theme's own.", kind="colour"
    )
    overlay_hatch: bool = _setting(
        False, "Mask", "Hatch the overlay", hint="Tells the mask from the picture without colour."
    )
    overlay_mode: str = _setting(
        "tint", "Mask", "Overlay at start", choices=("tint", "outline", "mask", "hidden")
    )
    new_mask_after_accept: bool = _setting(
        False,
        "Mask",
        "New mask after Accept",
        hint="Accepting a result clears the mask; one undo takes back both.",
    )
    prompt_at_mask: bool = _setting(
        False,
        "Mask",
        "Prompt at the mask",
        hint="A bar below the mask with the prompt, the variants, the price and Run.",
    )
    brush_size: float = _setting(60.0, between=(1, 2000))
    brush_hardness: int = _setting(80, between=(0, 100))
    brush_flow: int = _setting(100, between=(1, 100))
    eraser_size: float = _setting(60.0, between=(1, 2000))
    eraser_hardness: int = _setting(80, between=(0, 100))
    eraser_flow: int = _setting(100, between=(1, 100))
    pressure_size: bool = _setting(True)
    pressure_flow: bool = _setting(False)

    undo_memory_mb: int = _setting(
        512, "Memory and storage", "Memory for undo, in MB", between=(16, 65536)
    )
    history_folder: str = _setting(
        "",
        "Memory and storage",
        "History folder",
        hint="Empty keeps it with the application's own data. Takes effect at the next start.",
        kind="folder",
        needs_restart=True,
    )
    instant_draft: bool = _setting(
        True,
        "Runs",
        "Instant draft",
        hint="While another endpoint works, local fill shows what it would do. It is free, is "
        "replaced by the first picture and never kept.",
    )
    concurrency: int = _setting(
        4, "Runs", "Variants at once", hint="How many requests run side by side.", between=(1, 10)
    )
    monthly_cap_usd: float = _setting(
        0.0,
        "Runs",
        "Spend at most, in US dollars a month",
        hint="By the catalog's prices; a run that might pass it is not sent. 0 is no limit.",
        between=(0, None),
    )
    idle_timeout_s: float = _setting(
        180.0,
        "Runs",
        "Give up after silence, in seconds",
        hint="For local fill and new profiles; each profile has its own.",
        between=(1, 86400),
    )
    total_timeout_s: float = _setting(
        900.0,
        "Runs",
        "Give up altogether, in seconds",
        hint="For local fill and new profiles; each profile has its own.",
        between=(1, 86400),
    )
    auto_advance: bool = _setting(
        False,
        "Gallery",
        "Go on to the next after judging",
        hint="Stars, Pick and Reject select the next card or pane. The key A turns it on and off.",
    )
    shortcut_preset: str = _setting("studio", choices=("studio", "photoshop", "krita", "gimp"))
    shortcuts: tuple[Mapping[str, Any], ...] = _setting(())

    last_model: str = _setting("")
    last_size: str = _setting("auto")
    last_quality: str = _setting("auto")
    last_background: str = _setting("auto")
    last_variants: int = _setting(1, between=(1, 10))
    last_partials: int = _setting(2, between=(0, 3))
    last_format: str = _setting("png")
    last_rest: str = _setting("")
    panel_unfolded: bool = _setting(False)
    staging_folded: bool = _setting(False)
    profiles: tuple[Mapping[str, Any], ...] = _setting(())
    active_profile: str = _setting("")
    export_folder: str = _setting("")
    open_folder: str = _setting("")
    export_format: str = _setting("png")
    export_quality: int = _setting(90, between=(1, 100))
    export_template: str = _setting("{source}-edit-{n:02}")
    export_metadata: bool = _setting(True)
    export_description: bool = _setting(True)
    export_recipe: bool = _setting(True)
    gallery_card_px: int = _setting(150, between=(120, 420))
    recent_files: tuple[str, ...] = _setting(())
    recent_commands: tuple[str, ...] = _setting(())
    show_hint: bool = _setting(True)

    unknown: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """Settings as read, and words on what could not be."""

    settings: Settings
    notice: SettingsError | None = None


def settings_path() -> Path:
    """Where the settings are stored."""
    return paths.config_folder() / "settings.json"


def history_path(settings: Settings) -> Path:
    """The folder of the history: the one a person chose, else beside the program's other data."""
    chosen = settings.history_folder
    return Path(chosen) if chosen else paths.data_folder() / "history"


def choice_of(name: str) -> SettingRow:
    """How the setting of that name is shown."""
    choice: SettingRow = _FIELDS[name].metadata["choice"]
    return choice


def load_settings(path: Path | None = None) -> LoadedSettings:
    """Read the settings. Always gives some; a file that makes no sense is kept beside as `.bad`."""
    path = path or settings_path()
    try:
        stored = _parse(path.read_bytes())
    except FileNotFoundError:
        return LoadedSettings(Settings())
    except (OSError, ValueError):
        return LoadedSettings(Settings(), _keep_aside(path))
    return _from_json(stored, path)


def save_settings(settings: Settings, path: Path | None = None) -> None:
    """Write the settings, whole or not at all.

    Raises:
        SettingsError: the file cannot be written; the old one is untouched.
    """
    path = path or settings_path()
    text = json.dumps(_to_json(settings), indent=2, ensure_ascii=True) + "\n"
    try:
        make_private_folder(path.parent)
        write_durably(path, text.encode(), is_private=True)
    except OSError as fault:
        raise SettingsError(
            "The settings could not be saved",
            Phrase(
                "{why} They hold until Inpaint Studio is closed.",
                why=why_unwritable(path.parent, fault),
            ),
        ) from fault


def keep_copy(path: Path | None = None) -> Path | None:
    """Keep the settings file beside as `.bad`, before what cannot be used of it is overwritten.

    None where it cannot be copied.
    """
    try:
        return kept_beside(path or settings_path())
    except OSError:
        return None


def _parse(data: bytes) -> dict[str, Any]:
    stored = parse_json(data)
    if not isinstance(stored, dict):
        raise ValueError("not a JSON object")
    return stored


def _to_json(settings: Settings) -> dict[str, Any]:
    known = {name: getattr(settings, name) for name in _FIELDS}
    return {"version": VERSION, **settings.unknown, **known}


def _from_json(stored: dict[str, Any], path: Path) -> LoadedSettings:
    known, rejected = read_fields(stored, _COLUMNS)
    # A newer version's number goes with the keys it wrote.
    unknown = {
        name: value
        for name, value in stored.items()
        if name not in _FIELDS and (name != "version" or value != VERSION)
    }
    return LoadedSettings(Settings(**known, unknown=unknown), _partly_used(path, sorted(rejected)))


def _column(name: str) -> Column:
    default, row = getattr(_DEFAULTS, name), choice_of(name)
    least, most = row.minimum or 0, MOST if row.maximum is None else row.maximum
    readers: Mapping[type, Reader] = {
        bool: as_flag,
        str: as_one_of(row.choices)
        if row.choices
        else _as_colour
        if row.kind == "colour"
        else as_name,
        int: as_whole(round(least), round(most)),
        float: as_number(least, most),
        tuple: as_texts if name in _LISTS_OF_TEXT else _as_objects,
    }
    return Column(readers[type(default)], default)


def _as_colour(value: Any) -> str:
    if not _COLOUR.fullmatch(as_text(value)):
        raise ValueError("must be a colour such as #ff3d71")
    return str(value)


def _as_objects(value: Any) -> tuple[Mapping[str, Any], ...]:
    if not isinstance(value, list | tuple):
        raise ValueError("must be a list of objects")
    return tuple(map(as_object, value))


def _keep_aside(path: Path) -> SettingsError:
    """What cannot be read now would be overwritten by the next change."""
    try:
        kept = kept_beside(path, moved=True)
    except OSError as fault:
        return _unreadable(path, fault)
    return SettingsError(
        "The settings were unreadable",
        Phrase("Defaults are used; the file is kept as {kept}.", kept=kept),
    )


def _unreadable(path: Path, fault: OSError) -> SettingsError:
    return SettingsError(
        "The settings could not be read",
        Phrase(
            "{reason}. Defaults are used; check that {path} may be read.",
            reason=fault.strerror or fault,
            path=path,
        ),
    )


def _partly_used(path: Path, rejected: Sequence[str]) -> SettingsError | None:
    if not rejected:
        return None
    kept = keep_copy(path)
    words = Phrase(
        "Defaults are used for {names}; correct them in the settings.", names=", ".join(rejected)
    )
    if kept:
        words = Phrase("{words} The file as it was is kept as {kept}.", words=words, kept=kept)
    return SettingsError("Some settings were not understood", words)


_FIELDS: Mapping[str, Field[Any]] = {
    item.name: item for item in fields(Settings) if item.default is not MISSING
}
_DEFAULTS = Settings()
_LISTS_OF_TEXT = ("recent_files", "recent_commands")
_COLOUR = re.compile("(#[0-9a-fA-F]{6})?")
_COLUMNS = {name: _column(name) for name in _FIELDS}
