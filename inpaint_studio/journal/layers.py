"""Source, edits and references of a document as JSON and files, and back."""

from __future__ import annotations

import errno
import weakref
import zlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from inpaint_studio.errors import ImageError
from inpaint_studio.journal.kept_files import KeptFiles, checked, name_of
from inpaint_studio.journal.records import inflated_array
from inpaint_studio.picture.checked_encoding import own_file
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.document import Edit
from inpaint_studio.picture.foreign_file import read_regular
from inpaint_studio.picture.geometry import as_box
from inpaint_studio.picture.image_file import Picture, decode_picture
from inpaint_studio.picture.rasters import edit_details
from inpaint_studio.picture.reference import Reference, decode_reference

StoredLayer = Mapping[str, Any]

DAMAGE = (
    *(OSError, zlib.error, ImageError),
    *(ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError, RecursionError),
)
"""What reading raises where a file has gone, or is not what this program writes."""


class LayersWriter:
    """Stores layers; arrays that were stored before are known again without looking at them."""

    def __init__(self, files: KeptFiles) -> None:
        self._files = files
        self._known: dict[int, tuple[weakref.ref[Pixels], str]] = {}

    def source(self, picture: Picture) -> dict[str, Any]:
        """The picture's own file, whatever lies at its path by now."""
        return self._source_record(picture, self._files.put(_kept_file(picture)))

    def source_of_file(self, picture: Picture) -> dict[str, Any] | None:
        """As `source`, of a file that is not kept yet; None for a picture without one."""
        return None if picture.file is None else self._source_record(picture, name_of(picture.file))

    def _source_record(self, picture: Picture, file: str) -> dict[str, Any]:
        return {
            "name": picture.name,
            "path": str(picture.path) if picture.path else None,
            "file": file,
            "exif": self._files.put(picture.exif) if picture.exif else None,
        }

    def edits(self, edits: Sequence[Edit]) -> list[dict[str, Any]]:
        """Accepted edits, the lowest first."""
        return [
            {
                "box": [edit.box.x0, edit.box.y0, edit.box.x1, edit.box.y1],
                "pixels": self._array(edit.pixels),
                "blend": self._array(edit.blend),
                "variant_id": edit.variant_id,
                "visible": edit.visible,
                "opacity": edit.opacity,
            }
            for edit in edits
        ]

    def references(self, references: Sequence[Reference]) -> list[dict[str, Any]]:
        """References in their order."""
        return [
            {"name": each.name, "type": each.media_type, "file": self._files.put(each.data)}
            for each in references
        ]

    def _array(self, array: Pixels) -> str:
        kept = self._known.get(id(array))
        if kept is not None and kept[0]() is array:
            return kept[1]
        name = self._files.put(zlib.compress(np.ascontiguousarray(array).data, 1))
        self._known[id(array)] = (weakref.ref(array), name)
        return name


class LayersReader:
    """Reads layers back; the same JSON gives the same edit.

    Edits and references whose files have gone or are damaged are left out: `lost_edits` and
    `lost_references` count them.
    """

    def __init__(self, files: KeptFiles) -> None:
        self._files = files
        self._edits: dict[str, Edit | None] = {}
        self.lost_references = 0

    @property
    def lost_edits(self) -> int:
        """How many edits were left out, wherever in the undo steps they stood."""
        return sum(edit is None for edit in self._edits.values())

    def source(self, stored: StoredLayer) -> Picture:
        """The source as it was opened.

        Raises:
            OSError, ValueError, ImageError: it has gone or is damaged.
        """
        picture = decode_picture(self._source_file(stored), stored["name"])
        if stored["exif"] and picture.exif is None:  # as older versions kept what has no file
            picture = replace(picture, exif=self._files.get(stored["exif"]), file=None)
        path = Path(stored["path"]) if stored["path"] else None
        return replace(picture, path=path, notices=())

    def edits(self, stored: Sequence[StoredLayer]) -> list[Edit]:
        """Accepted edits, the lowest first."""
        return [edit for each in stored if (edit := self._edit(each)) is not None]

    def references(self, stored: Sequence[StoredLayer]) -> tuple[Reference, ...]:
        """References in their order."""
        found = [self._reference(each) for each in stored]
        self.lost_references = found.count(None)
        return tuple(each for each in found if each is not None)

    def _source_file(self, stored: StoredLayer) -> bytes:
        """The file kept, else the one the picture came from while it still holds the same."""
        try:
            return self._files.get(stored["file"])
        except (OSError, ValueError):
            if not stored["path"]:
                raise
            return checked(read_regular(Path(stored["path"])), stored["file"])

    def _edit(self, stored: StoredLayer) -> Edit | None:
        key = repr(sorted(stored.items()))
        if key not in self._edits:
            with suppress(*DAMAGE):
                self._edits[key] = None
                self._edits[key] = self._read_edit(stored)
        return self._edits[key]

    def _read_edit(self, stored: StoredLayer) -> Edit:
        box = as_box(stored["box"])
        return Edit(
            box=box,
            pixels=self._array(stored["pixels"], (box.height, box.width, 4)),
            blend=self._array(stored["blend"], (box.height, box.width)),
            **edit_details(stored),
        )

    def _array(self, name: str, shape: tuple[int, ...]) -> Pixels:
        return inflated_array(self._files.get(name), shape)

    def _reference(self, stored: StoredLayer) -> Reference | None:
        with suppress(*DAMAGE):
            return decode_reference(self._files.get(stored["file"]), stored["name"])
        return None


def _kept_file(picture: Picture) -> bytes:
    try:
        return own_file(picture, png_level=1)
    except ImageError as error:
        raise OSError(errno.EIO, str(error)) from error
