"""What files of `edit` and `history export` carry beside pixels: said, and left out on request."""

from __future__ import annotations

from inpaint_studio.cli.output import warn
from inpaint_studio.errors import ImageError
from inpaint_studio.export.carried import carried
from inpaint_studio.picture.image_file import Picture, decode_picture
from inpaint_studio.picture.picture_bytes import bare_file


def say_what_goes_along(source: Picture, *, has_recipe: bool = False) -> None:
    """Name what the files that are written will tell, and how to leave it out."""
    found = (*carried(source), *(("the prompt",) if has_recipe else ()))
    if found:
        warn(f"What is written carries {', '.join(found)}; --no-metadata leaves that out.")


def without_metadata(image: bytes) -> bytes:
    """A file that came from an endpoint, with its picture alone; as it came if it holds none."""
    try:
        return bare_file(decode_picture(image, "The result"))
    except ImageError:
        return image
