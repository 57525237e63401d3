"""Source, edits and references of a document as words and files, and back."""

from __future__ import annotations

import weakref
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from inpaint_studio.errors import ImageError
from inpaint_studio.journal.kept_files import KeptFiles
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.document import Edit
from inpaint_studio.picture.geometry import Box
from inpaint_studio.picture.image_file import Picture, decode_picture, encode, thumbnail
from inpaint_studio.picture.reference import THUMBNAIL_PX, Reference

Words = Mapping[str, Any]


class LayersWriter:
    """Stores layers; arrays that were stored before are known again without looking at them."""

    def __init__(self, files: KeptFiles) -> None:
        self._files = files
        self._known: dict[int, tuple[weakref.ref[Pixels], str]] = {}

    def source(self, picture: Picture) -> dict[str, Any]:
        """The file the picture came from while that still holds it, else a PNG of its pixels."""
        data = _own_file(picture)
        if data is None:
            data = encode(picture.pixels, "png", icc_profile=picture.icc_profile, png_level=1)
        return {
            "name": picture.name,
            "path": str(picture.path) if picture.path else None,
            "file": self._files.put(data),
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
    """Reads layers back; the same words give the same edit.

    Its verbs raise OSError, zlib.error, ValueError or ImageError where a file has gone or is
    damaged.
    """

    def __init__(self, files: KeptFiles) -> None:
        self._files = files
        self._edits: dict[str, Edit] = {}

    def source(self, words: Words) -> Picture:
        """The source as it was opened."""
        picture = decode_picture(self._files.get(words["file"]), words["name"])
        exif = self._files.get(words["exif"]) if words["exif"] else picture.exif
        path = Path(words["path"]) if words["path"] else None
        return replace(picture, path=path, exif=exif, notices=())

    def edits(self, words: Sequence[Words]) -> list[Edit]:
        """Accepted edits, the lowest first."""
        return [self._edit(each) for each in words]

    def references(self, words: Sequence[Words]) -> tuple[Reference, ...]:
        """References in their order."""
        return tuple(self._reference(each) for each in words)

    def _edit(self, words: Words) -> Edit:
        key = repr(sorted(words.items()))
        if key not in self._edits:
            box = Box(*words["box"])
            self._edits[key] = Edit(
                box=box,
                pixels=self._array(words["pixels"], (box.height, box.width, 4)),
                blend=self._array(words["blend"], (box.height, box.width)),
                variant_id=words["variant_id"],
                visible=words["visible"],
                opacity=words["opacity"],
            )
        return self._edits[key]

    def _array(self, name: str, shape: tuple[int, ...]) -> Pixels:
        data = zlib.decompress(self._files.get(name))
        return np.frombuffer(data, np.uint8).reshape(shape)

    def _reference(self, words: Words) -> Reference:
        data = self._files.get(words["file"])
        picture = decode_picture(data, words["name"])
        small = thumbnail(picture.pixels, THUMBNAIL_PX)
        return Reference(words["name"], data, words["type"], picture.size, small)


def _own_file(picture: Picture) -> bytes | None:
    """The bytes of the picture's file, if they still are this picture: files change and vanish."""
    if picture.path is None:
        return None
    try:
        data = picture.path.read_bytes()
        again = decode_picture(data, picture.name)
    except (OSError, ImageError):
        return None
    is_same = again.pixels.shape == picture.pixels.shape and again.exif == picture.exif
    if not is_same or again.icc_profile != picture.icc_profile:
        return None
    return data if cv2.norm(again.pixels, picture.pixels, cv2.NORM_INF) == 0 else None
