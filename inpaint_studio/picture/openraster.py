"""The project file: an OpenRaster picture that Krita and GIMP open, with all we know inside.

Anyone reads `stack.xml`, its layers and `mergedimage.png`. Below `inpaint-studio/` lie the source's
own bytes, what the layers cannot say (`project.json`), references and whatever the caller adds.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from inpaint_studio.contract.media import sniff
from inpaint_studio.disk_faults import why_unwritable
from inpaint_studio.durable import sweep, write_durably
from inpaint_studio.errors import ExportError, ImageError
from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.checked_encoding import encode_checked, own_file
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.document import Document, Edit
from inpaint_studio.picture.geometry import Box, Size, as_box
from inpaint_studio.picture.image_file import Picture, decode_picture, thumbnail
from inpaint_studio.picture.layer_stack import MAX_BYTES, Layer, parse_stack, stack_xml
from inpaint_studio.picture.mask import Mask
from inpaint_studio.picture.rasters import edit_details
from inpaint_studio.picture.reference import Reference, decode_reference
from inpaint_studio.picture.safe_zip import MAX_TOTAL_BYTES, SafeZip, open_zip
from inpaint_studio.picture.stored_extras import StoredExtras

MIME_TYPE = "image/openraster"
SUFFIX = ".ora"
_TELLING_BYTES = 64
OWN = "inpaint-studio/"
EXTRAS = OWN + "extras/"
_PROJECT = OWN + "project.json"
_EXIF = OWN + "source.exif"
_MASK = "data/mask.png"
_MERGED = "mergedimage.png"
_VERSION = 1
_THUMBNAIL_PX = 256  # the format's own limit
_MAX_JSON_BYTES = 1 << 23
MAX_PIXEL_BYTES = MAX_TOTAL_BYTES
"""What the pictures of a project may take in memory together, all of them decoded."""
_PNG_LEVEL = 2  # a project is saved often; a third larger than the smallest


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Project:
    """What a project file holds, frozen: safe to write in another thread.

    `composite` (BGRA) is the picture with its edits, `mask` a copy of the document's. `extras` are
    further files by name, bytes as they are; those of a project that was opened stay in its file.
    """

    source: Picture
    composite: Pixels
    mask: Mask
    edits: tuple[Edit, ...] = ()
    frame: Box | None = None
    references: tuple[Reference, ...] = ()
    extras: Mapping[str, bytes] = field(default_factory=dict)
    params: Mapping[str, Any] | None = None

    def document(self) -> Document:
        """A document with all of it, and nothing to undo."""
        document = Document(self.source)
        document.mask[...] = self.mask
        document.mask_touched(Box.of_size(document.size))
        document.exchange_edits(self.edits)
        document.frame = self.frame
        document.references = self.references
        document.mark_saved()
        return document


def project_of(
    document: Document,
    *,
    extras: Mapping[str, bytes] | None = None,
    params: Mapping[str, Any] | None = None,
) -> Project:
    """The document as it is now."""
    snapshot = document.snapshot()
    return Project(
        source=document.source,
        composite=snapshot.pixels,
        mask=snapshot.mask,
        edits=document.edits,
        frame=document.frame,
        references=document.references,
        extras=extras or {},
        params=params,
    )


def save_project(project: Project, path: Path) -> None:
    """Write the file: the old or the new, never a mixture. The old one stays beside it, as `~`.

    Every picture in it is read back and compared before, and so is the archive as a whole.

    Raises:
        ExportError: it cannot be written, or not be read again; what was there is untouched.
    """
    try:
        write_durably(path, encode_project(project), keep_former=True, check=_check_readable)
        sweep(path.resolve().parent)
    except ImageError as error:
        raise ExportError(
            Phrase("{file} could not be saved", file=path.name),
            Phrase(
                "{title}: {message} Nothing of it is lost meanwhile.",
                title=error.title,
                message=error.message,
            ),
        ) from error
    except OSError as fault:
        raise ExportError(
            Phrase("{file} could not be saved", file=path.name),
            Phrase(
                "{why} Or save it elsewhere; nothing of it is lost meanwhile.",
                why=why_unwritable(path, fault),
            ),
        ) from fault


def encode_project(project: Project) -> bytes:
    """The bytes of the file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        # First and not compressed, so that the type can be told from the file's beginning.
        archive.writestr("mimetype", MIME_TYPE)
        archive.writestr("stack.xml", _stack(project))
        for name, data in _entries(project):
            archive.writestr(name, data)
    return buffer.getvalue()


def is_project(path: Path) -> bool:
    """Whether a file is to be opened as a project: by its content, whatever it is called.

    Its name counts where the content says nothing, so that a damaged project is called one. A pipe
    is none: its first bytes could not be read a second time.
    """
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            start = file.read(_TELLING_BYTES)
    except OSError:
        return False  # opening it as a picture says why
    is_named_so = path.suffix.lower() == SUFFIX
    return start.startswith(b"PK") or (is_named_so and sniff(start) is None)


def open_project(path: Path) -> Project:
    """Read a project file, or any OpenRaster file as one flat source.

    Raises:
        ImageError: it is no such file, is damaged, or tries to do harm.
    """
    with open_zip(path) as archive:
        if archive.read("mimetype", limit=64).strip() != MIME_TYPE.encode():
            raise ImageError("This file cannot be opened", "It is not an OpenRaster file.")
        stack = parse_stack(archive.read("stack.xml", limit=MAX_BYTES))
        if _PROJECT not in archive:
            return _foreign(archive, path, stack.dpi)
        try:
            return _own(archive, path)
        except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as fault:
            words = Phrase(
                "What Inpaint Studio wrote into it is damaged. Open it in Krita or GIMP."
            )
            raise ImageError("This project cannot be opened", words) from fault


def _stack(project: Project) -> bytes:
    source = project.source
    return stack_xml(source.size, _layers(project), source.description.dpi)


def _layers(project: Project) -> list[Layer]:
    edits = [
        Layer(
            f"Edit {number}",
            _edit_name(number),
            edit.box.x0,
            edit.box.y0,
            edit.opacity,
            edit.visible,
        )
        for number, edit in enumerate(project.edits, start=1)
    ]
    mask = Layer("Mask", _MASK, visible=False)
    return [mask, *reversed(edits), Layer(project.source.name, "data/source.png")]


def _entries(project: Project) -> Iterator[tuple[str, bytes]]:
    source = project.source
    profile = source.icc_profile
    yield "data/source.png", own_file(replace(source, file=None), png_level=_PNG_LEVEL)
    for number, edit in enumerate(project.edits, start=1):
        yield _edit_name(number), _png(_with_alpha(edit.pixels, edit.blend), profile)
        if not bool((edit.pixels[..., 3] == 255).all()):
            yield _own_alpha_name(number), _png(_grey(edit.pixels[..., 3]), None)
    yield _MASK, _png(_with_alpha(_grey(project.mask), project.mask), None)
    yield _MERGED, _png(project.composite, profile)
    small = thumbnail(project.composite, _THUMBNAIL_PX)
    yield "Thumbnails/thumbnail.png", _png(small, profile)
    for number, reference in enumerate(project.references, start=1):
        yield _reference_name(number), reference.data
    if source.exif:
        yield _EXIF, source.exif
    for name, data in project.extras.items():
        yield EXTRAS + name, data
    yield _PROJECT, json.dumps(_described(project)).encode()


def _described(project: Project) -> dict[str, Any]:
    return {
        "version": _VERSION,
        "source": project.source.name,
        "frame": _numbers(project.frame) if project.frame else None,
        "edits": [
            {
                "box": _numbers(edit.box),
                "variant_id": edit.variant_id,
                "visible": edit.visible,
                "opacity": edit.opacity,
            }
            for edit in project.edits
        ],
        "references": [
            {"name": each.name, "media_type": each.media_type} for each in project.references
        ],
        "params": dict(project.params) if project.params else None,
    }


def _check_readable(path: Path) -> None:
    """Hold a project that is about to be saved against every limit there is for opening one."""
    with open_zip(path) as archive:
        size = parse_stack(archive.read("stack.xml", limit=MAX_BYTES)).size
        told = json.loads(archive.read(_PROJECT, limit=_MAX_JSON_BYTES))
        _check_pixels(told["edits"], size)
        for name in archive.names(""):
            archive.read(name)


def _own(archive: SafeZip, path: Path) -> Project:
    told = json.loads(archive.read(_PROJECT, limit=_MAX_JSON_BYTES))
    if told["version"] > _VERSION:
        raise ImageError("This project is from a newer version", "Update Inpaint Studio.")
    source = decode_picture(archive.read("data/source.png"), str(told["source"]))
    if source.exif is None and _EXIF in archive:  # as older versions kept it, there alone
        source = replace(source, exif=archive.read(_EXIF), file=None)
    source = replace(source, notices=())
    mask = decode_picture(archive.read(_MASK), "mask").pixels[..., 3].copy()
    if mask.shape != source.pixels.shape[:2]:
        raise ImageError("This project cannot be opened", "Its mask is of another size.")
    _check_pixels(told["edits"], source.size)
    edits = tuple(
        _edit(archive, number, each, source.size)
        for number, each in enumerate(told["edits"], start=1)
    )
    merged = decode_picture(archive.read(_MERGED), path.name).pixels
    return Project(
        source=source,
        composite=merged,
        mask=mask,
        edits=edits,
        frame=as_box(told["frame"]) if told["frame"] else None,
        references=tuple(_references(archive, told["references"])),
        extras=StoredExtras(
            path, EXTRAS, tuple(name.removeprefix(EXTRAS) for name in archive.names(EXTRAS))
        ),
        params=told["params"],
    )


def _check_pixels(records: list[Mapping[str, Any]], size: Size) -> None:
    """Add up what source, picture, mask and edits take, before an edit is decoded."""
    boxes = [Box(*map(int, each["box"])) for each in records]
    areas = [2 * size.width * size.height, *(max(0, box.width * box.height) for box in boxes)]
    if sum(areas) * 5 > MAX_PIXEL_BYTES:
        raise ImageError(
            "This project cannot be opened",
            Phrase(
                "Its pictures take more than {limit} GB of memory.", limit=MAX_PIXEL_BYTES >> 30
            ),
        )


def _edit(archive: SafeZip, number: int, records: Mapping[str, Any], size: Size) -> Edit:
    stored = decode_picture(archive.read(_edit_name(number)), "edit").pixels
    box = as_box(records["box"])
    if stored.shape[:2] != (box.height, box.width) or not Box.of_size(size).contains(box):
        raise ImageError("This project cannot be opened", "One of its edits has no place.")
    pixels = stored.copy()
    alpha = _own_alpha_name(number)
    own = decode_picture(archive.read(alpha), "alpha").pixels[..., 0] if alpha in archive else 255
    pixels[..., 3] = own
    return Edit(
        box=box,
        pixels=pixels,
        blend=np.ascontiguousarray(stored[..., 3]),
        **edit_details(records),
    )


def _references(archive: SafeZip, stored: list[Mapping[str, str]]) -> Iterator[Reference]:
    for number, each in enumerate(stored, start=1):
        yield decode_reference(archive.read(_reference_name(number)), each["name"])


def _foreign(archive: SafeZip, path: Path, dpi: tuple[float, float] | None) -> Project:
    picture = decode_picture(archive.read(_MERGED), path.stem)
    if picture.description.dpi is None and dpi is not None:
        description = replace(picture.description, dpi=dpi)
        picture = replace(picture, description=description, file=None)
    words = Phrase(
        "{file} was not made here, or changed since: its layers were merged", file=path.name
    )
    picture = replace(picture, notices=(*picture.notices, words))
    height, width = picture.pixels.shape[:2]
    return Project(
        source=picture, composite=picture.pixels, mask=np.zeros((height, width), np.uint8)
    )


def _png(pixels: Pixels, icc_profile: bytes | None) -> bytes:
    return encode_checked(pixels, "PNG", png_level=_PNG_LEVEL, icc_profile=icc_profile)


def _with_alpha(pixels: Pixels, alpha: Pixels) -> Pixels:
    return np.asarray(cv2.merge([*cv2.split(pixels)[:3], alpha]), np.uint8)


def _grey(plane: Pixels) -> Pixels:
    return np.asarray(cv2.cvtColor(np.ascontiguousarray(plane), cv2.COLOR_GRAY2BGRA), np.uint8)


def _numbers(box: Box) -> list[int]:
    return [box.x0, box.y0, box.x1, box.y1]


def _edit_name(number: int) -> str:
    return f"data/edit-{number:03}.png"


def _own_alpha_name(number: int) -> str:
    return f"{OWN}edit-{number:03}-alpha.png"


def _reference_name(number: int) -> str:
    return f"{OWN}reference-{number:03}"
