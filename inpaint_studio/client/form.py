"""A request as form fields and file parts, in the spelling one profile wants."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from inpaint_studio.client.multipart import Multipart
from inpaint_studio.contract.fields import FIELDS
from inpaint_studio.contract.image_text import encode_base64
from inpaint_studio.contract.params import EditRequest, InputImage
from inpaint_studio.contract.profile import Profile
from inpaint_studio.errors import ImageError
from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.mask import inverted_png, luminance_png, read_wire_mask

_CONVENTIONS = {"luminance": luminance_png, "inverted": inverted_png}


@dataclass(frozen=True, slots=True, kw_only=True)
class WireRequest:
    """One HTTP request, streamed or not, in the spelling of one profile."""

    profile: Profile
    request: EditRequest
    api_key: str | None
    stream: bool = False

    @property
    def model(self) -> str:
        """The model id that goes on the wire, prefix and all; empty to leave it to the server."""
        return self.request.params.model or self.profile.default_model


def form_body(job: WireRequest) -> Multipart:
    """The multipart body of a job.

    Raises:
        ImageError: a picture's file cannot be read.
    """
    return Multipart(form_fields(job), form_files(job))


def form_fields(job: WireRequest) -> list[tuple[str, str]]:
    """Text parts in order: the choices, the profile's fields where nothing is chosen, the extras.

    The extras go over the others, and over all goes the seed of its first variant.
    """
    choices = _choices(job)
    spare = {name: value for name, value in job.profile.fields.items() if name not in choices}
    chosen = choices | spare | dict(job.request.params.extra)
    if job.request.seeds and job.profile.seed_field:
        chosen[job.profile.seed_field] = job.request.seeds[0]
    if job.request.mask is not None and job.profile.mask_as == "data-url":
        chosen[job.profile.mask_field] = data_url(job.request.mask)
    return [pair for name, value in chosen.items() for pair in _flatten(name, value)]


def _choices(job: WireRequest) -> dict[str, Any]:
    """What differs from its default. What the client itself decides, such as how many pictures
    one request asks for, no field of a profile says otherwise.
    """
    values = {row: _value(row.name, job) for row in FIELDS}
    decided = {row.name for row in FIELDS if not row.listed} & job.profile.fields.keys()
    return {
        row.name: value
        for row, value in values.items()
        if value != row.default or row.is_always_sent or (row.name in decided and value is not None)
    }


def _value(name: str, job: WireRequest) -> Any:
    params = job.request.params
    overrides = {
        "model": job.model,
        "stream": job.stream,
        "partial_images": params.partial_images if job.stream else 0,
        "response_format": params.response_format or job.profile.response_format,
    }
    return overrides[name] if name in overrides else params.value(name)


def _flatten(name: str, value: Any) -> Iterator[tuple[str, str]]:
    """Lists as `name[]`, objects as `name[key]`, null not at all: as the official SDKs do."""
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _flatten(f"{name}[{key}]", item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _flatten(f"{name}[]", item)
    elif isinstance(value, bool):
        yield name, "true" if value else "false"
    elif value is not None:
        yield name, str(value)


def form_files(job: WireRequest) -> list[tuple[str, InputImage]]:
    """File parts in order: images, mask, markup."""
    request, wanted = job.request, job.profile.image_field
    several = "image[]" if len(request.images) > 1 else "image"
    name = several if wanted == "auto" else wanted
    files = [(name, image) for image in request.images]
    if request.mask is not None and job.profile.mask_as == "file":
        files.append((job.profile.mask_field, request.mask))
    if request.markup is not None:
        files.append(("markup", request.markup))
    return files


def data_url(image: InputImage) -> str:
    """The file as a text, for servers whose form takes no file there.

    Raises:
        ImageError: it cannot be read.
    """
    return f"data:{image.media_type};base64,{encode_base64(_content(image)).decode()}"


def mask_for(profile: Profile, mask: InputImage) -> InputImage:
    """The wire mask in the convention the profile's server reads; slow, for a worker thread.

    `luminance` is white = edit without alpha, for servers alpha confuses; `inverted` says the
    opposite to readers of alpha and of white alike.

    Raises:
        ImageError: the mask is no picture or cannot be read.
    """
    encode = _CONVENTIONS.get(profile.mask_convention)
    if encode is None:
        return mask
    return InputImage(mask.name, "image/png", encode(read_wire_mask(_content(mask))))


def _content(image: InputImage) -> bytes:
    content = image.content
    try:
        return content if isinstance(content, bytes) else content.read_bytes()
    except OSError as error:
        raise ImageError(
            Phrase("{file} cannot be read", file=image.name), "Open it again."
        ) from error
