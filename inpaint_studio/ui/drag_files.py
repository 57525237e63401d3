"""Results as files with names a person can read, for dragging out of the window."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from inpaint_studio.contract.media import suffix
from inpaint_studio.errors import StudioError
from inpaint_studio.export.naming import NameFields, file_name
from inpaint_studio.history import History

_TEMPLATE = "{source}-{prompt:40}-{n}"


class DragFiles:
    """Lends files out of a folder that is removed when the program ends."""

    def __init__(self, history: History) -> None:
        self._history = history
        self._folder: TemporaryDirectory[str] | None = None

    def __call__(self, ids: Sequence[str]) -> list[Path]:
        """A file per variant that has a result; those whose file has gone are left out."""
        lent = []
        for each in ids:
            with suppress(StudioError, OSError):
                lent.append(self._lend(each))
        return lent

    def _lend(self, variant_id: str) -> Path:
        variant = self._history.variant(variant_id)
        run = self._history.run(variant.run_id)
        if variant.blob is None:
            raise FileNotFoundError(variant_id)
        name = NameFields(source=Path(run.source_name).stem, prompt=run.prompt, n=variant.number)
        extension = f".{suffix(variant.media_type or 'image/png')}"
        path = self._place() / file_name(_TEMPLATE, name, extension)
        if not path.exists():
            _copy(self._history.blob_path(variant.blob), path)
        return path

    def _place(self) -> Path:
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="inpaint-studio-drag-")
        return Path(self._folder.name)


def _copy(blob: Path, path: Path) -> None:
    """A copy and no link: another program that writes into a link would change the history."""
    try:
        shutil.copyfile(blob, path)
    except OSError:
        path.unlink(missing_ok=True)
        raise
