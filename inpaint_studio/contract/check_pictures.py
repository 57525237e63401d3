"""What is wrong with the pictures of a request, by field: their number, size, kind and fit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from inpaint_studio.contract.check import Problem, Vocabulary
from inpaint_studio.contract.media import png_size
from inpaint_studio.contract.model_info import MB, ModelInfo
from inpaint_studio.contract.params import EditRequest, InputImage
from inpaint_studio.contract.sizes import format_size
from inpaint_studio.phrase import Phrase

_Problems = Iterator[Problem]


def check_pictures(
    request: EditRequest, model: ModelInfo, vocabulary: Vocabulary
) -> tuple[Problem, ...]:
    """What is wrong with the pictures; sizes in pixels are compared where both are PNG."""
    return (
        *_check_images(request.images, model, vocabulary),
        *_check_mask(request, model, vocabulary),
        *_check_markup(request, model, vocabulary),
    )


def _check_images(
    images: tuple[InputImage, ...], model: ModelInfo, vocabulary: Vocabulary
) -> _Problems:
    if not images:
        yield Problem("image", "Open a picture first.", is_error=True)
    if len(images) > model.max_images:
        message = Phrase(
            "{model} takes {max_images} pictures, not {count}.",
            model=model.label,
            max_images=model.max_images,
            count=len(images),
        )
        yield Problem("image", message, vocabulary.is_binding)
    for image in images:
        yield from _check_image(image, model, vocabulary)


def _check_image(image: InputImage, model: ModelInfo, vocabulary: Vocabulary) -> _Problems:
    if not _exists(image):
        yield Problem("image", Phrase("{file} is no longer there.", file=image.name), is_error=True)
        return
    if image.byte_count >= model.max_image_bytes:
        yield _too_many_bytes("image", image, model.max_image_bytes, vocabulary)
    if model.image_types and image.media_type not in model.image_types:
        kinds = ", ".join(model.image_types)
        message = Phrase(
            "{file} is {media_type}; {model} takes {kinds}.",
            file=image.name,
            media_type=image.media_type,
            model=model.label,
            kinds=kinds,
        )
        yield Problem("image", message, vocabulary.is_binding)
    size = png_size(_head(image))
    if model.square_images and size and size[0] != size[1]:
        message = Phrase(
            "{file} is {size}; {model} takes squares only.",
            file=image.name,
            size=format_size(size),
            model=model.label,
        )
        yield Problem("image", message, vocabulary.is_binding)


def _check_mask(request: EditRequest, model: ModelInfo, vocabulary: Vocabulary) -> _Problems:
    mask, output = request.mask, vocabulary.format(request.params.output_format)
    if mask is None:
        return
    if not (model.takes_mask and output.takes_mask):
        yield Problem(
            "mask",
            Phrase("{model} takes no mask for this output.", model=model.label),
            vocabulary.is_binding,
        )
    if not _exists(mask):
        yield Problem("mask", Phrase("{file} is no longer there.", file=mask.name), is_error=True)
        return
    if mask.byte_count >= model.max_mask_bytes:
        yield _too_many_bytes("mask", mask, model.max_mask_bytes, vocabulary)
    yield from _check_overlay("mask", mask, request.images)


def _check_markup(request: EditRequest, model: ModelInfo, vocabulary: Vocabulary) -> _Problems:
    markup = request.markup
    if markup is None:
        return
    if not model.takes_markup:
        message = Phrase("{model} takes no markup.", model=model.label)
        yield Problem("markup", message, vocabulary.is_binding)
    if request.mask is not None:
        yield Problem("markup", "Send a mask or markup, not both.", is_error=True)
    if not _exists(markup):
        yield Problem(
            "markup", Phrase("{file} is no longer there.", file=markup.name), is_error=True
        )
        return
    yield from _check_overlay("markup", markup, request.images)


def _check_overlay(name: str, overlay: InputImage, images: tuple[InputImage, ...]) -> _Problems:
    """A mask or markup lies over the first image pixel by pixel, and is a PNG."""
    size = png_size(_head(overlay))
    if size is None:
        yield Problem(name, Phrase("{file} is not a PNG file.", file=overlay.name), is_error=True)
        return
    under = png_size(_head(images[0])) if images and _exists(images[0]) else None
    if under and under != size:
        message = Phrase(
            "The {name} is {size}, the first picture {under}.",
            name=name,
            size=format_size(size),
            under=format_size(under),
        )
        yield Problem(name, message, is_error=True)


def _too_many_bytes(name: str, image: InputImage, limit: int, vocabulary: Vocabulary) -> Problem:
    have, most = image.byte_count / MB, limit / MB
    message = Phrase(
        "{file} has {have:.1f} MB; it must stay under {most:g} MB.",
        file=image.name,
        have=have,
        most=most,
    )
    return Problem(name, message, vocabulary.is_binding)


def _exists(image: InputImage) -> bool:
    return isinstance(image.content, bytes) or image.content.is_file()


def _head(image: InputImage) -> bytes:
    if isinstance(image.content, Path):
        with image.content.open("rb") as file:
            return file.read(32)
    return image.content[:32]
