"""The input image of a request with its hole, on its way into the engine and out again."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from inpaint_studio.contract.media import png_has_alpha
from inpaint_studio.contract.model_info import ModelInfo
from inpaint_studio.contract.params import EditParams
from inpaint_studio.contract.sizes import parse_size
from inpaint_studio.engine.protocol import FillJob, Pixels
from inpaint_studio.errors import ImageError
from inpaint_studio.picture.geometry import Size
from inpaint_studio.picture.image_file import Picture, decode_picture, encode
from inpaint_studio.picture.mask import read_wire_mask
from inpaint_studio.picture.resample import resize
from inpaint_studio.server import error_responses
from inpaint_studio.server.forms import Form, Upload
from inpaint_studio.server.quick_png import quick_png

EDIT_COVERAGE = 128
"""Coverage from which a pixel is made anew: alpha below 128, or a grey of 128 and more."""

CARE = {"low": "low", "standard": "medium", "high": "high", "hd": "high"} | dict.fromkeys(
    ("xhigh", "max"), "high"
)
"""The engine's quality for the contract's; everything else is medium."""


@dataclass(frozen=True, slots=True, eq=False)
class DecodedInput:
    """`pixels` H×W×4 BGRA as they came, `hole` H×W bool what to make."""

    pixels: Pixels
    hole: NDArray[np.bool_]
    icc_profile: bytes | None

    @property
    def size(self) -> Size:
        """Width and height in pixels."""
        return Size(self.pixels.shape[1], self.pixels.shape[0])

    def job(self, params: EditParams, variant: int) -> FillJob:
        """What the engine is asked for. Transparent surroundings are no source."""
        return FillJob(
            image=np.ascontiguousarray(self.pixels[..., 2::-1]),
            hole=self.hole,
            known=self.pixels[..., 3] > 0,
            seed=(params.extra["seed"] + variant) % 2**31,
            quality=care(params),
            partials=params.partial_images,
            prompt=params.prompt,
        )

    def result(self, image: Pixels) -> Pixels:
        """H×W×4 BGRA of the engine's H×W×3: opaque in the hole, the source's alpha elsewhere."""
        alpha = np.where(self.hole, np.uint8(255), self.pixels[..., 3])
        return np.dstack([image[..., ::-1], alpha])


def care(params: EditParams) -> str:
    """The engine's quality: low, medium or high."""
    return CARE.get(params.quality, "medium")


def stated_quality(params: EditParams) -> str:
    """The quality an answer names, which is what is charged for: levels above the engine's own
    keep their name.
    """
    return params.quality if params.quality in ("xhigh", "max") else care(params)


def read_input_image(form: Form, model: ModelInfo) -> DecodedInput:
    """The first image and what of it is to be made.

    The mask says so, else the image's transparency, else what the markup is painted over. Where the
    model takes masks without transparency, those are read as brightness, white = edit: the
    convention of stable-diffusion.cpp, LocalAI and vLLM-Omni.

    Raises:
        ErrorResponse: a picture cannot be read, or sizes differ, or nothing says where to edit.
    """
    picture = _decoded_image(form)
    if form.mask is not None:
        if not model.opaque_masks:
            _demand_alpha(form.mask)
        hole = _read_mask(form.mask.content, picture.size)
    else:
        painted = None if form.markup is None else _read_markup(form.markup, picture.size)
        hole = 255 - picture.pixels[..., 3] >= EDIT_COVERAGE
        if painted is not None and not hole.any():
            hole = painted
        if not hole.any():
            hint = "Send a mask, or an image that is transparent where it is to be edited."
            raise error_responses.missing("mask", hint)
    return DecodedInput(picture.pixels, hole, picture.icc_profile)


def _decoded_image(form: Form) -> Picture:
    try:
        return decode_picture(form.images[0].content, "The image")
    except ImageError as fault:
        raise error_responses.invalid_image(1, str(fault)) from fault


def _read_mask(content: bytes, size: Size) -> NDArray[np.bool_]:
    try:
        coverage = read_wire_mask(content)
    except ImageError as fault:
        raise error_responses.invalid_mask(str(fault)) from fault
    if coverage.shape != (size.height, size.width):
        raise error_responses.invalid_mask("mask size does not match image size")
    return coverage >= EDIT_COVERAGE


def _demand_alpha(mask: Upload) -> None:
    if mask.media_type != "image/png":
        raise error_responses.invalid_mask("mask image must be a PNG file")
    if not png_has_alpha(mask.content):
        raise error_responses.invalid_mask("mask image missing alpha channel")


def _read_markup(markup: Upload, size: Size) -> NDArray[np.bool_]:
    """H×W bool: what is painted over, for a fill that cannot read what was painted."""
    try:
        picture = decode_picture(markup.content, "The markup")
    except ImageError as fault:
        raise error_responses.invalid_markup(str(fault)) from fault
    if picture.size != size:
        raise error_responses.invalid_markup("markup size does not match image size")
    painted = picture.pixels[..., 3] >= EDIT_COVERAGE
    if painted.all():
        raise error_responses.invalid_markup("markup must contain transparent pixels")
    return painted


@dataclass(frozen=True, slots=True)
class Encoded:
    """A picture ready to be sent, and what is true of it."""

    content: bytes
    size: str
    background: str


def encoded(pixels: Pixels, input_image: DecodedInput, params: EditParams) -> Encoded:
    """The file of a result, at the size, background and format that were asked for.

    Raises:
        ImageError: the format cannot hold the picture.
    """
    wanted = parse_size(params.size)
    if wanted is not None:
        pixels = resize(pixels, Size(*wanted))
    if params.background == "opaque" or params.output_format == "jpeg":
        pixels = _on_white(pixels)
    if params.output_format == "png":
        content = quick_png(pixels, input_image.icc_profile)
    else:
        quality, profile = params.output_compression, input_image.icc_profile
        content = encode(pixels, params.output_format, quality=quality, icc_profile=profile)
    height, width = pixels.shape[:2]
    opaque = bool((pixels[..., 3] == 255).all())
    return Encoded(content, f"{width}x{height}", "opaque" if opaque else "transparent")


def _on_white(pixels: Pixels) -> Pixels:
    alpha = pixels[..., 3:]
    if bool((alpha == 255).all()):
        return pixels
    laid = (pixels[..., :3] * (alpha / 255.0) + (255 - alpha)).round().astype(np.uint8)
    return np.dstack([laid, np.full_like(alpha, 255)])


def mask_ignored(image: Pixels) -> Pixels:
    """What a server that drops the mask returns: another whole picture."""
    return np.ascontiguousarray(image[:, ::-1])


def mask_inverted(image: Pixels, input_image: DecodedInput) -> Pixels:
    """What a server returns that reads masks the other way: kept in the hole, new around it."""
    kept = input_image.pixels[..., 2::-1]
    return np.where(input_image.hole[..., None], kept, mask_ignored(image))


def drifted(image: Pixels, hole: NDArray[np.bool_]) -> Pixels:
    """The picture with a shade that moves across everything outside the hole."""
    ramp = np.linspace(-24, 24, image.shape[1], dtype=np.float32)[None, :, None]
    moved = np.clip(cv2.add(image.astype(np.float32), np.broadcast_to(ramp, image.shape)), 0, 255)
    return np.where(hole[..., None], image, moved.astype(np.uint8))
