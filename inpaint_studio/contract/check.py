"""What is wrong with a request, by field, with a fix where one exists: before it costs anything.

The rule for values: what the model lists is right; what only other models list is an error; what
nobody lists is the future, allowed with a warning.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from inpaint_studio.contract.fields import ENUMS, field_named
from inpaint_studio.contract.media import png_size
from inpaint_studio.contract.model_info import MB, ExtraRule, ModelInfo
from inpaint_studio.contract.params import EditParams, EditRequest, InputImage, further_fields
from inpaint_studio.contract.sizes import format_size, parse_size, unsupported_size
from inpaint_studio.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with one field.

    An error would be refused by the endpoint, a warning may be. `fix` is a legal value nearest to
    what was meant, None where there is none.
    """

    field: str
    message: str
    is_error: bool
    fix: object | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatInfo:
    """What an output format can do, whichever model makes it."""

    alpha: bool = False
    streams: bool = True
    takes_mask: bool = True
    max_n: int | None = None
    extras: Mapping[str, ExtraRule] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every word any model of the catalog knows, and the formats."""

    models: tuple[ModelInfo, ...]
    formats: Mapping[str, FormatInfo]

    def of(self, name: str) -> tuple[str, ...]:
        """All values models list under a field such as `qualities`, in order of first mention."""
        words = (word for model in self.models for word in getattr(model, name))
        return tuple(dict.fromkeys(words))

    @property
    def extras(self) -> frozenset[str]:
        """The further form fields any model or format has a rule for."""
        by_model = (name for model in self.models for name in model.extras)
        return frozenset(by_model) | {
            name for output in self.formats.values() for name in output.extras
        }

    def format(self, name: str) -> FormatInfo:
        """What is known of an output format; all is possible for an unknown one."""
        return self.formats.get(name, FormatInfo(alpha=True))


OPEN_FIELDS = ("sizes", *(row.listed for row in ENUMS), "compression_formats")

_Problems = Iterator[Problem]


def check_params(params: EditParams, model: ModelInfo, words: Vocabulary) -> tuple[Problem, ...]:
    """What is wrong with the choices alone, in the order of the panel's fields."""
    output = words.format(params.output_format)
    return (
        *_check_prompt(params, model),
        *_check_model(params, model),
        *_check_size(params, model),
        *_check_choices(params, model, words),
        *_check_background(params, output, words),
        *_check_compression(params, model),
        *_check_n(params, model, output),
        *_check_stream(params, model, output),
        *_check_extras(params, model, output, words),
    )


def check_pictures(
    request: EditRequest, model: ModelInfo, words: Vocabulary
) -> tuple[Problem, ...]:
    """What is wrong with the pictures; sizes in pixels are compared where both are PNG."""
    return (
        *_check_images(request.images, model),
        *_check_mask(request, model, words.format(request.params.output_format)),
        *_check_markup(request, model),
    )


def _check_prompt(params: EditParams, model: ModelInfo) -> _Problems:
    if not params.prompt.strip() and not model.ignores_prompt:
        yield Problem("prompt", "Say what the masked area should become.", is_error=True)
    length = len(params.prompt)
    if length > model.max_prompt:
        yield Problem(
            "prompt",
            Phrase(
                "The prompt has {length:,} characters; {model} takes {max_prompt:,}.",
                length=length,
                model=model.label,
                max_prompt=model.max_prompt,
            ),
            is_error=model.known,
        )


def _check_model(params: EditParams, model: ModelInfo) -> _Problems:
    if not params.model.strip():
        yield Problem("model", "Choose a model.", is_error=True)
    elif not model.known:
        message = Phrase(
            "{model} is not in the catalog; the endpoint decides what it takes.", model=params.model
        )
        yield Problem("model", message, is_error=False)
    elif model.retired:
        message = Phrase(
            "{model} is retired at OpenAI; only compatible servers still offer it.",
            model=model.label,
        )
        yield Problem("model", message, is_error=False, fix=model.successor)


def _check_size(params: EditParams, model: ModelInfo) -> _Problems:
    if params.size == "auto":
        if not model.auto_size:
            fix = model.sizes[0] if model.sizes else None
            yield Problem(
                "size", Phrase("{model} needs a size.", model=model.label), is_error=True, fix=fix
            )
        return
    size = parse_size(params.size)
    if size is None:
        yield Problem("size", "A size is WIDTHxHEIGHT or auto.", is_error=True, fix="auto")
    elif not model.size_rule.allows(*size):
        words, other = unsupported_size(model.size_rule, size, model.label)
        yield Problem("size", words, is_error=True, fix=other)
    elif model.size_rule.is_experimental(*size):
        message = Phrase("{size} is experimental for {model}.", size=params.size, model=model.label)
        yield Problem("size", message, is_error=False)


def _check_choices(params: EditParams, model: ModelInfo, words: Vocabulary) -> _Problems:
    for row in ENUMS:
        name, listed, default = row.name, row.listed, row.default
        value = getattr(params, name)
        if value != default and value not in getattr(model, listed):
            foreign = value in words.of(listed)
            shown = name.replace("_", " ")
            yield Problem(
                name,
                Phrase(
                    "{model} does not offer {shown} {value}.",
                    model=model.label,
                    shown=shown,
                    value=value,
                )
                if foreign
                else Phrase(
                    "The catalog does not know {shown} {value}; the endpoint decides.",
                    shown=shown,
                    value=value,
                ),
                is_error=foreign,
                fix=default,
            )


def _check_background(params: EditParams, output: FormatInfo, words: Vocabulary) -> _Problems:
    if params.background == "transparent" and not output.alpha:
        fix = next((name for name, info in words.formats.items() if info.alpha), None)
        message = Phrase(
            "{output_format} cannot be transparent; choose {fix}.",
            output_format=params.output_format,
            fix=fix,
        )
        yield Problem("output_format", message, is_error=True, fix=fix)


def _check_compression(params: EditParams, model: ModelInfo) -> _Problems:
    value = params.output_compression
    if value is None:
        return
    limits = field_named("output_compression")
    least, most = limits.least, limits.most or 0
    if not least <= value <= most:
        words = Phrase("From {least} to {most}.", least=least, most=most)
        fix = min(max(value, least), most)
        yield Problem("output_compression", words, is_error=True, fix=fix)
    elif value != most and params.output_format not in model.compression_formats:
        message = Phrase(
            "{output_format} has no compression level with {model}.",
            output_format=params.output_format,
            model=model.label,
        )
        yield Problem("output_compression", message, is_error=model.known, fix=most)


def _check_n(params: EditParams, model: ModelInfo, output: FormatInfo) -> _Problems:
    limit = min(model.max_n, output.max_n or model.max_n)
    if not 1 <= params.n <= limit:
        message = (
            Phrase("From 1 to {limit} variants.", limit=limit)
            if limit > 1
            else Phrase("One variant only.")
        )
        yield Problem("n", message, is_error=True, fix=min(max(params.n, 1), limit))


def _check_stream(params: EditParams, model: ModelInfo, output: FormatInfo) -> _Problems:
    if params.stream and not (model.streams and output.streams):
        message = Phrase(
            "{model} does not stream {output_format}.",
            model=model.label,
            output_format=params.output_format,
        )
        yield Problem("stream", message, is_error=not output.streams, fix=False)
    if not 0 <= params.partial_images <= model.max_partials:
        fix = min(max(params.partial_images, 0), model.max_partials)
        message = Phrase(
            "{model} sends 0 to {max_partials} partial images.",
            model=model.label,
            max_partials=model.max_partials,
        )
        yield Problem("partial_images", message, is_error=True, fix=fix)
    elif params.partial_images and not params.stream:
        # A warning, because the client leaves them out of a request that is not streamed.
        yield Problem("partial_images", "Partial images need streaming.", is_error=False, fix=0)


def _check_extras(
    params: EditParams, model: ModelInfo, output: FormatInfo, words: Vocabulary
) -> _Problems:
    """Further fields: nobody can know them all, so only a rule that is broken is an error."""
    usual = {row.name: row for row in further_fields() if row.name not in words.extras}
    rules = {**output.extras, **model.extras}
    for name, value in params.extra.items():
        row = usual.get(name)
        rule = row.rule if row else rules.get(name)
        if rule is not None and not rule.allows(value):
            fix = row.default if row else rule.values[0] if rule.values else rule.least
            message = Phrase(
                "{name} cannot be {value}; it takes {rule}.", name=name, value=value, rule=rule
            )
            yield Problem(name, message, is_error=True, fix=fix)
        elif rule is None and model.known and name in words.extras:
            message = Phrase(
                "{model} has no field {name} for this output.", model=model.label, name=name
            )
            yield Problem(name, message, is_error=False)


def _check_images(images: tuple[InputImage, ...], model: ModelInfo) -> _Problems:
    if not images:
        yield Problem("image", "Open a picture first.", is_error=True)
    if len(images) > model.max_images:
        message = Phrase(
            "{model} takes {max_images} pictures, not {count}.",
            model=model.label,
            max_images=model.max_images,
            count=len(images),
        )
        yield Problem("image", message, is_error=True)
    for image in images:
        yield from _check_image(image, model)


def _check_image(image: InputImage, model: ModelInfo) -> _Problems:
    if not _exists(image):
        yield Problem("image", Phrase("{file} is no longer there.", file=image.name), is_error=True)
        return
    if image.byte_count >= model.max_image_bytes:
        yield _too_many_bytes("image", image, model.max_image_bytes)
    if model.image_types and image.media_type not in model.image_types:
        kinds = ", ".join(model.image_types)
        message = Phrase(
            "{file} is {media_type}; {model} takes {kinds}.",
            file=image.name,
            media_type=image.media_type,
            model=model.label,
            kinds=kinds,
        )
        yield Problem("image", message, is_error=True)
    size = png_size(_head(image))
    if model.square_images and size and size[0] != size[1]:
        message = Phrase(
            "{file} is {size}; {model} takes squares only.",
            file=image.name,
            size=format_size(size),
            model=model.label,
        )
        yield Problem("image", message, is_error=True)


def _check_mask(request: EditRequest, model: ModelInfo, output: FormatInfo) -> _Problems:
    mask = request.mask
    if mask is None:
        return
    if not (model.takes_mask and output.takes_mask):
        yield Problem(
            "mask",
            Phrase("{model} takes no mask for this output.", model=model.label),
            is_error=True,
        )
    if not _exists(mask):
        yield Problem("mask", Phrase("{file} is no longer there.", file=mask.name), is_error=True)
        return
    if mask.byte_count >= model.max_mask_bytes:
        yield _too_many_bytes("mask", mask, model.max_mask_bytes)
    yield from _check_overlay("mask", mask, request.images)


def _check_markup(request: EditRequest, model: ModelInfo) -> _Problems:
    markup = request.markup
    if markup is None:
        return
    if not model.takes_markup:
        yield Problem(
            "markup", Phrase("{model} takes no markup.", model=model.label), is_error=True
        )
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


def _too_many_bytes(name: str, image: InputImage, limit: int) -> Problem:
    have, most = image.byte_count / MB, limit / MB
    message = Phrase(
        "{file} has {have:.1f} MB; it must stay under {most:g} MB.",
        file=image.name,
        have=have,
        most=most,
    )
    return Problem(name, message, is_error=True)


def _exists(image: InputImage) -> bool:
    return isinstance(image.content, bytes) or image.content.is_file()


def _head(image: InputImage) -> bytes:
    if isinstance(image.content, Path):
        with image.content.open("rb") as file:
            return file.read(32)
    return image.content[:32]
