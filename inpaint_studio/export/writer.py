"""Writing a picture: whole or not at all, beside what is there already."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from inpaint_studio.disk_faults import why_unwritable
from inpaint_studio.durable import beside, sweep, write_durably, write_new
from inpaint_studio.errors import ExportError
from inpaint_studio.export.formats import Contents, ExportFormat, format_named
from inpaint_studio.export.naming import DEFAULT_TEMPLATE, NameFields, candidates, file_name
from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.image_file import Picture
from inpaint_studio.picture.openraster import Project

_SAMPLE_EDGE = 256
_SAMPLED_PIXELS = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """How pictures are written.

    `file_format` names one of `FORMATS`; `quality` 1–100 counts for the lossy ones, `png_level` 0–9
    for PNG: 1 takes a third of the time of 6, for a file about a tenth larger. `keep_metadata`
    carries the source's EXIF over, `keep_description` its XMP, IPTC and resolution as far as the
    format has them. The colour profile is always kept: without it the colours would be others.
    `embed_recipe` writes the recipe into files that can hold it, `sidecar` beside any file as
    `<name>.json`. `overwrite` takes the name the template gives even if a file lies there. Metadata
    that a format does not take is left out where `told` can be told so, and else costs the file.
    """

    file_format: str = "png"
    quality: int = 90
    png_level: int = 6
    template: str = DEFAULT_TEMPLATE
    keep_metadata: bool = True
    keep_description: bool = True
    embed_recipe: bool = True
    sidecar: bool = False
    overwrite: bool = False
    told: Callable[[str], object] | None = None

    def without_metadata(self) -> ExportOptions:
        """The same, for pixels and colours alone."""
        return replace(self, keep_metadata=False, keep_description=False, embed_recipe=False)


def export_picture(
    pixels: Pixels,
    folder: Path,
    name: NameFields,
    options: ExportOptions,
    *,
    source: Picture | None = None,
    recipe: Mapping[str, Any] | None = None,
    layers: Project | None = None,
) -> Path:
    """Encode and write H×W×4 BGRA pixels; returns where. The folder is made if need be.

    The colour profile of `source` goes along, and of its metadata what the options say. A format
    with layers takes `layers` instead of the pixels.

    Raises:
        ExportError: the format cannot hold the picture, or the file cannot be written; no half
            file is left and nothing that was there is changed.
    """
    chosen = format_named(options.file_format)
    text = json.dumps(recipe) if recipe is not None else None
    contents = Contents(
        pixels=pixels,
        icc_profile=source.icc_profile if source else None,
        exif=source.exif if source and options.keep_metadata else None,
        description=source.description if source and options.keep_description else None,
        recipe=text if options.embed_recipe else None,
        layers=layers,
    )
    data = _encoded(chosen, contents, options)
    path = _write(data, folder, name, chosen.suffix, options)
    if options.sidecar and text:
        _write_file(beside(path, ".json"), text.encode(), overwrite=True)
    return path


def _encoded(chosen: ExportFormat, contents: Contents, options: ExportOptions) -> bytes:
    try:
        return chosen.encode(contents, options.quality, options.png_level)
    except ExportError:
        if options.told is None or not (
            contents.exif or contents.description or contents.icc_profile
        ):
            raise
    bare = replace(contents, exif=None, description=None)
    words = Phrase(
        "The file was written without the picture's EXIF, XMP and IPTC data, which did not fit."
    )
    try:
        data = chosen.encode(bare, options.quality, options.png_level)
    except ExportError:
        bare = replace(bare, icc_profile=None)
        words = Phrase("The file was written without the picture's metadata, which did not fit.")
        data = chosen.encode(bare, options.quality, options.png_level)
    options.told(words)
    return data


def export_original(
    data: bytes, folder: Path, name: NameFields, extension: str, options: ExportOptions
) -> Path:
    """Write a server's own bytes, with the metadata the vendor put into them; returns where.

    `extension` includes the dot. Raises as `export_picture`.
    """
    return _write(data, folder, name, extension, options)


def estimate_bytes(pixels: Pixels, options: ExportOptions) -> int:
    """About how large the file will be: from samples, where encoding all would take long.

    Raises:
        ExportError: the format cannot hold the picture.
    """
    sample, chosen = _sample(pixels), format_named(options.file_format)
    data = chosen.encode(Contents(pixels=sample), options.quality, options.png_level)
    return round(len(data) * pixels[..., 0].size / sample[..., 0].size)


def _sample(pixels: Pixels) -> Pixels:
    """Tiles spread evenly over the picture, side by side in one strip."""
    height, width = pixels.shape[:2]
    if height * width <= _SAMPLED_PIXELS or min(height, width) < _SAMPLE_EDGE:
        return pixels
    per_side = 4
    rows = np.linspace(0, height - _SAMPLE_EDGE, per_side).astype(int)
    columns = np.linspace(0, width - _SAMPLE_EDGE, per_side).astype(int)
    return np.concatenate([
        pixels[row : row + _SAMPLE_EDGE, column : column + _SAMPLE_EDGE]
        for row in rows
        for column in columns
    ])  # fmt: skip


def _write(
    data: bytes, folder: Path, name: NameFields, extension: str, options: ExportOptions
) -> Path:
    _make(folder)
    if options.overwrite:
        path = folder / file_name(options.template, name, extension)
        return _write_file(path, data, overwrite=True)
    for path in candidates(folder, options.template, name, extension):
        if path.exists() or path.is_symlink():
            continue
        try:
            return _write_file(path, data, overwrite=False)
        except FileExistsError:
            continue  # someone took the name since
    raise AssertionError("candidates never end")


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        sweep(folder)
    except OSError as fault:
        raise unwritten(folder, fault) from fault


def _write_file(path: Path, data: bytes, *, overwrite: bool) -> Path:
    try:
        (write_durably if overwrite else write_new)(path, data)
    except FileExistsError:
        raise
    except OSError as fault:
        raise unwritten(path, fault) from fault
    return path


def unwritten(path: Path, fault: OSError) -> ExportError:
    """What to raise where the file or folder at `path` could not be written."""
    return ExportError(
        Phrase("{file} could not be written", file=path.name),
        Phrase("{why} Or choose another folder.", why=why_unwritable(path, fault)),
    )
