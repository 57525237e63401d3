"""Damaged JSON of the program's own: settings, presets, the person's catalog, runs of a project."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

from inpaint_studio.contract.catalog import load_catalog
from inpaint_studio.contract.params import EditParams
from inpaint_studio.history import History
from inpaint_studio.history.packing import unpack
from inpaint_studio.session.presets import Presets
from inpaint_studio.settings import Settings, load_settings, save_settings
from tests.fuzz.mutation import JSON_WORDS, mutated, with_odd_parts
from tests.support.new_runs import new_run

CATALOG = {
    "models": {
        "mine": {"like": "gpt-image-2", "label": "Mine", "n": {"max": 4}, "sizes": ["64x64"]}
    },
    "formats": {"png": {"label": "PNG"}},
}


class Stored:
    """Makes and takes such files; the first byte of an input says which it is."""

    def __init__(self, folder: Path) -> None:
        self._folder = Path(tempfile.mkdtemp(dir=folder))
        self._samples = _samples(self._folder)
        self._takers: Mapping[str, Callable[[bytes], None]] = {
            "s": self._settings,
            "p": self._presets,
            "c": _catalog,
            "r": self._runs,
        }

    def close(self) -> None:
        shutil.rmtree(self._folder)

    def damaged(self, random: Random) -> bytes:
        kind = random.choice("spcr")
        sample = self._samples[kind]
        if random.random() < 0.3:
            return kind.encode() + mutated(sample, JSON_WORDS, random)
        return kind.encode() + with_odd_parts(json.loads(sample), random)

    def take(self, data: bytes) -> None:
        self._takers[data[:1].decode()](data[1:])

    def _settings(self, data: bytes) -> None:
        loaded = load_settings(self._written(data))
        self._tell(loaded.notice)
        save_settings(loaded.settings, self._folder / "again.json")

    def _presets(self, data: bytes) -> None:
        presets = Presets(self._written(data))
        for name in presets.names():
            json.dumps(presets.params(name, "x").to_json())
        self._tell(presets.notice)

    def _runs(self, data: bytes) -> None:
        rows, _ = unpack(data)
        folder = self._folder / "history"
        history = History(folder)
        try:
            history.take_in(rows)
            for row in rows["runs"]:
                history.run(row["id"])
        finally:
            history.close()
            shutil.rmtree(folder)

    def _written(self, data: bytes) -> Path:
        path = self._folder / "stored.json"
        path.write_bytes(data)
        return path

    def _tell(self, notice: Exception | None) -> None:
        for kept in self._folder.glob("stored*"):
            kept.unlink()
        if notice is not None:
            raise notice


def _catalog(data: bytes) -> None:
    load_catalog(data.decode("utf-8", "replace"))


def _samples(folder: Path) -> Mapping[str, bytes]:
    save_settings(Settings(), folder / "a.json")
    Presets(folder / "b.json").save("mine", EditParams(prompt="x", model="gpt-image-2", n=2))
    history = History(folder / "sample")
    run = history.begin(new_run(n=2))
    for variant in run.variants:
        history.fail(variant.id, title="It failed", message="It did.", seconds=1.5)
    rows = history.packed([history.run(run.id)])
    history.close()
    return {
        "s": (folder / "a.json").read_bytes(),
        "p": (folder / "b.json").read_bytes(),
        "c": json.dumps(CATALOG).encode(),
        "r": json.dumps(rows).encode(),
    }
