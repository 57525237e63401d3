"""The formats pictures are exported in: one table for dialogs, batches and the command line.

A new format is a row here, if it is read already and Pillow writes it. What encodes it is imported
when it is used: the command line's help reads the table too, and needs neither numpy nor Pillow.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inpaint_studio.contract.media import suffix
from inpaint_studio.errors import ExportError, ImageError
from inpaint_studio.phrase import Phrase

if TYPE_CHECKING:
    from inpaint_studio.picture.colour import Pixels
    from inpaint_studio.picture.description import Description
    from inpaint_studio.picture.openraster import Project

RECIPE_KEY = "inpaint-studio"
"""The PNG text chunk that holds the recipe, as JSON."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Contents:
    """What goes into a file: `pixels` (H×W×4 BGRA), and what is written with them.

    `layers` are what a format with layers is made of instead.
    """

    pixels: Pixels
    icc_profile: bytes | None = None
    exif: bytes | None = None
    description: Description | None = None
    recipe: str | None = None
    layers: Project | None = None


Encoder = Callable[[str, Contents, int, int], bytes]
"""Takes the format's name, what goes in, quality (1–100) and PNG level (0–9)."""


def _flat(name: str, contents: Contents, quality: int, png_level: int) -> bytes:
    from inpaint_studio.picture.checked_encoding import encode_checked

    return encode_checked(
        contents.pixels,
        name,
        quality=quality,
        png_level=png_level,
        icc_profile=contents.icc_profile,
        exif=contents.exif,
        description=contents.description,
        text={RECIPE_KEY: contents.recipe} if contents.recipe else None,
    )


def _psd(name: str, contents: Contents, *_: int) -> bytes:
    from inpaint_studio.export.photoshop import encode_psd

    if contents.layers is None:
        raise _unknown(name, flat_names())
    return encode_psd(contents.layers)


def _has_avif() -> bool:
    from PIL import features

    return bool(features.check("avif"))


def has_psd() -> bool:
    """Whether the extra `psd` is installed."""
    return importlib.util.find_spec("psd_tools") is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportFormat:
    """One format. `name` is what settings and the command line call it, `label` the dialog.

    Quality counts where it `is_lossy`. Where it `has_layers` it takes a document, not a result.
    `is_available` says whether this machine can write it.
    """

    name: str
    label: str
    media_type: str
    encoder: Encoder = _flat
    is_lossy: bool = False
    has_layers: bool = False
    keeps_exif: bool = True
    embeds_recipe: bool = False
    is_available: Callable[[], bool] = lambda: True

    @property
    def suffix(self) -> str:
        """The end of a file's name, with the dot."""
        return f".{suffix(self.media_type)}"

    def encode(self, contents: Contents, quality: int, png_level: int) -> bytes:
        """The bytes of a file.

        Raises:
            ExportError: the format cannot hold it, or this machine not write it.
        """
        try:
            return self.encoder(self.name, contents, quality, png_level)
        except ImageError as error:
            raise ExportError(error.title, error.message) from error


FORMATS = {
    each.name: each
    for each in (
        ExportFormat(name="png", label="PNG", media_type="image/png", embeds_recipe=True),
        ExportFormat(name="jpeg", label="JPEG", media_type="image/jpeg", is_lossy=True),
        ExportFormat(name="webp", label="WebP", media_type="image/webp", is_lossy=True),
        ExportFormat(name="tiff", label="TIFF", media_type="image/tiff"),
        ExportFormat(
            name="avif",
            label="AVIF",
            media_type="image/avif",
            is_lossy=True,
            is_available=_has_avif,
        ),
        ExportFormat(
            name="psd",
            label=Phrase("PSD, layered"),
            media_type="image/vnd.adobe.photoshop",
            encoder=_psd,
            has_layers=True,
            keeps_exif=False,
            is_available=has_psd,
        ),
    )
}


def format_named(name: str) -> ExportFormat:
    """The format of that name.

    Raises:
        ExportError: there is none.
    """
    if name not in FORMATS:
        raise _unknown(name, FORMATS)
    return FORMATS[name]


def formats_here(*, with_layers: bool) -> list[ExportFormat]:
    """What this machine can write; formats with layers only where they are wanted."""
    return [
        each
        for each in FORMATS.values()
        if (with_layers or not each.has_layers) and each.is_available()
    ]


def flat_names() -> list[str]:
    """The names of the formats that take a result."""
    return [each.name for each in FORMATS.values() if not each.has_layers]


def _unknown(name: str, known: Iterable[str]) -> ExportError:
    return ExportError(
        Phrase("{file_format} files cannot be written", file_format=name),
        Phrase("Choose {formats}.", formats=", ".join(known)),
    )
