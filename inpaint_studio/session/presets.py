"""Presets: sets of choices under names. The prompt is not among them: it stays what it is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from inpaint_studio import paths
from inpaint_studio.contract.params import EditParams, read_params
from inpaint_studio.disk_faults import why_unwritable
from inpaint_studio.durable import write_durably
from inpaint_studio.errors import SettingsError
from inpaint_studio.phrase import Phrase
from inpaint_studio.session.json_file import read_list, write_list
from inpaint_studio.typed_values import parse_json

_WHAT = Phrase("presets")


class Presets:
    """The person's presets in the order they were made. Each change is on the disk at once.

    `notice` tells what was wrong with the stored ones, if anything was. Verbs that change raise
    SettingsError when the change cannot be written, or makes no sense.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or paths.config_folder() / "presets.json"
        stored, self.notice = read_list(self._path, _WHAT, _read_preset)
        self._params = dict(stored)

    def names(self) -> list[str]:
        """All names."""
        return list(self._params)

    def params(self, name: str, prompt: str) -> EditParams:
        """The choices of that name, with a prompt."""
        return replace(self._params[name], prompt=prompt)

    def save(self, name: str, params: EditParams) -> None:
        """Keep the choices under a name, in place of what had it."""
        name = _legal(name)
        self._store({**self._params, name: replace(params, prompt="")})

    def rename(self, old: str, new: str) -> None:
        """Change a name; its place stays."""
        new = _legal(new)
        if new != old and new in self._params:
            raise SettingsError("The name is taken", Phrase("Choose another than {new}.", new=new))
        renamed = {new if name == old else name: params for name, params in self._params.items()}
        self._store(renamed)

    def delete(self, name: str) -> None:
        """Forget a preset."""
        self._store({key: params for key, params in self._params.items() if key != name})

    def export(self, path: Path) -> None:
        """Write all presets to a file that `import_from` reads."""
        text = json.dumps(_to_json(self._params), indent=2) + "\n"
        try:
            write_durably(path, text.encode())
        except OSError as fault:
            words = Phrase("{why} Or choose another folder.", why=why_unwritable(path, fault))
            raise SettingsError("The presets could not be written", words) from fault

    def import_from(self, path: Path) -> list[str]:
        """Add the presets of a file and return their names; a name that is taken is numbered."""
        try:
            stored = parse_json(path.read_bytes())
            if not isinstance(stored, list):
                raise ValueError("it is no list")
            read = [_read_preset(item) for item in stored]
        except (OSError, ValueError) as error:
            raise SettingsError("This file holds no presets", f"{path.name}: {error}.") from error
        merged = dict(self._params)
        names = []
        for name, params in read:
            names.append(_free_name(name, merged))
            merged[names[-1]] = params
        self._store(merged)
        return names

    def _store(self, params: dict[str, EditParams]) -> None:
        write_list(self._path, _to_json(params), _WHAT)
        self._params = params


def _to_json(params: Mapping[str, EditParams]) -> list[dict[str, Any]]:
    return [{"name": name, "params": value.to_json()} for name, value in params.items()]


def _legal(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise SettingsError("A preset needs a name", "Write one that tells what it is for.")
    return name


def _free_name(name: str, taken: Mapping[str, object]) -> str:
    candidates = (name if number == 1 else f"{name} {number}" for number in range(1, 10**6))
    return next(candidate for candidate in candidates if candidate not in taken)


def _read_preset(item: Any) -> tuple[str, EditParams]:
    """The preset a JSON object describes.

    Raises:
        ValueError: it describes none; the words tell why.
    """
    if not isinstance(item, dict) or not isinstance(item.get("name"), str) or not item["name"]:
        raise ValueError("a preset has no name")
    params, refused = read_params(item.get("params"))
    if refused:
        raise ValueError(f"{', '.join(refused)} of {item['name']} made no sense")
    return item["name"], replace(params, prompt="")


def params_of(stored: object) -> EditParams | None:
    """Params with their prompt, from a file that may be damaged; None where that is so."""
    params, refused = read_params(stored)
    return None if refused else params
