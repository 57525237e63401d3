"""What a picture's file holds, sorted: pixels for a decoder, and what only describes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from inpaint_studio.phrase import Phrase

ANIMATED = Phrase("The picture is animated; its first frame was opened.")


@dataclass(frozen=True, slots=True)
class SortedFile:
    """`pixels` is a whole file of the same format: what is decoded, and harmless to Pillow.

    It keeps what colours need beside the ICC profile, and the resolution; neither EXIF nor texts
    nor a second picture. `exif`, `icc_profile`, `xmp` and `iptc` are as they stood in the file.
    `notices` say what was damaged and left out.
    """

    pixels: bytes
    icc_profile: bytes | None = None
    exif: bytes | None = None
    notices: tuple[str, ...] = ()
    xmp: bytes | None = None
    iptc: bytes | None = None


def left_out(parts: Sequence[str]) -> str:
    """The notice for damaged parts of a file, which are called by their names in the format."""
    return Phrase(
        "The file is damaged beside its pixels; left out: {parts}.",
        parts=", ".join(dict.fromkeys(parts)),
    )


def damaged_profile() -> str:
    """The notice for a colour profile that cannot be read."""
    return Phrase("The colour profile is damaged; the picture is treated as sRGB.")
