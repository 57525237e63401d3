"""What a click on Run would send, to the byte, without sending it."""

from __future__ import annotations

import hashlib
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from inpaint_studio import paths
from inpaint_studio.client.form import WireRequest, form_fields, form_files, mask_for
from inpaint_studio.contract.params import EditRequest, InputImage
from inpaint_studio.contract.profile import Profile
from inpaint_studio.contract.recipe import Recipe, SentFile
from inpaint_studio.contract.seeds import seeded
from inpaint_studio.disk_faults import why_unwritable
from inpaint_studio.durable import make_private_folder
from inpaint_studio.errors import SettingsError
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.image_file import decode_result, thumbnail
from inpaint_studio.runs.request import Snapshot, freeze

_THUMBNAIL_PX = 224
_KEPT_S = 7 * 24 * 3600.0
_SUFFIXES = {"image/png": ".png", "image/jpeg": ".jpg", "image/webp": ".webp"}


@dataclass(frozen=True, slots=True)
class SentPicture:
    """A picture of the request under its form field; `thumbnail` is BGRA, the size in pixels."""

    field: str
    image: InputImage
    width: int
    height: int
    thumbnail: Pixels


@dataclass(frozen=True, slots=True)
class Inspection:
    """The first of the `count` requests a run sends; `fields` and `pictures` in wire order.

    They are alike, but for their seed where the run `is_seeded`.
    """

    profile: Profile
    count: int
    fields: tuple[tuple[str, str], ...]
    pictures: tuple[SentPicture, ...]
    is_seeded: bool = False

    @property
    def byte_count(self) -> int:
        """Size of all pictures together in bytes."""
        return sum(picture.image.byte_count for picture in self.pictures)

    @property
    def outline(self) -> Recipe:
        """The request as a recipe whose pictures are not on the disk."""
        named = [(picture.field, picture.image) for picture in self.pictures]
        files = [SentFile(field=f, path=Path(i.name), media_type=i.media_type) for f, i in named]
        return _recipe(self, files)

    @property
    def url(self) -> str:
        """Where it goes, without secrets."""
        return self.outline.url


def inspect(snapshot: Snapshot, profile: Profile, *, stream: bool) -> Inspection:
    """Encode the pictures and spell the fields as the client would; slow, for a worker thread.

    `stream` tells whether the endpoint would be asked for a stream.

    Raises:
        ImageError: a picture cannot be encoded.
    """
    request = _for_one(freeze(snapshot), profile)
    job = WireRequest(profile=profile, request=request, api_key=None, stream=stream)
    return Inspection(
        profile=profile,
        count=snapshot.params.n,
        fields=tuple(form_fields(job)),
        pictures=tuple(_sent_picture(field, image) for field, image in form_files(job)),
        is_seeded=bool(request.seeds),
    )


def recipe_of(inspection: Inspection) -> Recipe:
    """The request as a recipe, its pictures written to files it can name.

    Raises:
        SettingsError: they cannot be written.
    """
    folder = paths.cache_folder() / "sent"
    try:
        make_private_folder(folder)
        _sweep(folder)
        files = [_written(folder, picture) for picture in inspection.pictures]
    except OSError as fault:
        why = why_unwritable(folder, fault)
        raise SettingsError("The pictures could not be written", why) from fault
    return _recipe(inspection, files)


def _recipe(inspection: Inspection, files: list[SentFile]) -> Recipe:
    profile = inspection.profile
    return Recipe(
        base_url=profile.base_url,
        path=profile.edits_path,
        auth=profile.auth,
        headers=profile.headers,
        query=profile.query,
        fields=inspection.fields,
        files=files,
    )


def _for_one(request: EditRequest, profile: Profile) -> EditRequest:
    """Every variant is a request of its own, its mask in the profile's convention."""
    mask = mask_for(profile, request.mask) if request.mask is not None else None
    return seeded(replace(request, params=replace(request.params, n=1), mask=mask), profile)


def _sent_picture(field: str, image: InputImage) -> SentPicture:
    pixels = decode_result(_bytes_of(image))
    height, width = pixels.shape[:2]
    return SentPicture(field, image, width, height, thumbnail(pixels, _THUMBNAIL_PX))


def _bytes_of(image: InputImage) -> bytes:
    return image.content if isinstance(image.content, bytes) else image.content.read_bytes()


def _written(folder: Path, picture: SentPicture) -> SentFile:
    data = _bytes_of(picture.image)
    name = picture.field.removesuffix("[]") + "-" + hashlib.sha256(data).hexdigest()[:12]
    path = folder / (name + _SUFFIXES.get(picture.image.media_type, ""))
    path.write_bytes(data)
    return SentFile(field=picture.field, path=path, media_type=picture.image.media_type)


def _sweep(folder: Path) -> None:
    """Forget what was written for copies of long ago."""
    for path in folder.iterdir():
        with suppress(OSError):
            if path.stat().st_mtime < time.time() - _KEPT_S:
                path.unlink()
