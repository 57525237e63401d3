"""The params form: the choices of a request, read and held against the catalog.

No rule is written here twice: what a model can do stands in the catalog, the errors' words in
`error_responses`.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from inpaint_studio.contract.catalog import Catalog
from inpaint_studio.contract.fields import RequestField, field_named, field_names
from inpaint_studio.contract.media import png_size
from inpaint_studio.contract.model_info import ModelInfo
from inpaint_studio.contract.params import EditParams, further_fields
from inpaint_studio.contract.sizes import format_size, parse_size
from inpaint_studio.errors import RequestError
from inpaint_studio.server import error_responses
from inpaint_studio.server.forms import Form, Upload

MADE_FORMATS = ("png", "jpeg", "webp")
"""What this server can encode, whatever the model it stands in for could."""

MAX_EDGE = 16_383
"""Of a result in pixels: WebP holds no more, and nobody asks for more than 8K."""

_FIELDS = field_names() | {"safety_identifier"}
_OF_FORMATS = {"svg": {"svg"}}
"""Documented fields that are objects, by the format they are for."""

_WHOLE = re.compile(r"[+-]?[0-9]{1,18}")
_FLAGS = {"true": True, "1": True, "false": False, "0": False}


def read_params_form(
    form: Form, catalog: Catalog, default_model: str, *, strict: bool = False
) -> tuple[EditParams, ModelInfo]:
    """The params of a form and the model they name; `strict` refuses fields it does not know.

    Raises:
        ErrorResponse: a value the contract or the model forbids.
    """
    texts = form.texts
    model = catalog.model(texts.get("model") or default_model)
    if not model.known:
        raise error_responses.model_not_found(texts["model"])
    _check_extras(texts, model, catalog, strict)
    stream = _flag(texts, field_named("stream"))
    partials = _number(texts, field_named("partial_images"))
    params = EditParams(
        prompt=_prompt(texts, model),
        model=texts.get("model") or default_model,
        n=_number(texts, replace(field_named("n"), most=model.max_n)),
        size=_size(texts, model),
        quality=_choice(texts, field_named("quality"), model.qualities),
        background=_background(texts, model),
        input_fidelity=_fidelity(texts, model),
        output_format=_output_format(texts),
        output_compression=_number(texts, replace(field_named("output_compression"), default=100)),
        stream=stream,
        partial_images=partials if stream else 0,
        moderation=_choice(texts, field_named("moderation")),
        response_format=_response_format(texts, model),
        extra={
            **_further(texts),
            "seed": _number(texts, _seed()),
            "safety_identifier": texts.get("safety_identifier") or None,
        },
    )
    _check_together(form, params, model)
    return params, model


def _check_together(form: Form, params: EditParams, model: ModelInfo) -> None:
    if params.stream and params.n != 1:
        raise error_responses.streaming_needs_one()
    if params.background == "transparent" and params.output_format == "jpeg":
        raise error_responses.unsupported_value("output_format", "jpeg", ("png", "webp"))
    if params.output_compression != 100 and params.output_format == "png":
        raise error_responses.no_compression("png")
    if len(form.images) > model.max_images:
        message = f"Too many images: at most {model.max_images}, got {len(form.images)}."
        raise error_responses.ErrorResponse(400, message, param="image", code="invalid_value")
    for number, image in enumerate(form.images, 1):
        _check_image(number, image, model)
    if form.mask is not None and form.mask.byte_count >= model.max_mask_bytes:
        limit = model.max_mask_bytes // 1_000_000
        raise error_responses.invalid_mask(f"it must be smaller than {limit} MB")
    if form.markup is not None:
        _check_markup(form, model)


def _check_image(number: int, image: Upload, model: ModelInfo) -> None:
    if image.byte_count >= model.max_image_bytes:
        limit = model.max_image_bytes // 1_000_000
        raise error_responses.invalid_image(number, f"It must be smaller than {limit} MB.")
    if model.image_types and image.media_type not in model.image_types:
        raise error_responses.unsupported_file("image", image.media_type, model.image_types)
    size = png_size(image.content)
    if model.square_images and size and size[0] != size[1]:
        raise error_responses.invalid_image(number, "It must be square.")


def _check_markup(form: Form, model: ModelInfo) -> None:
    message = f"The model '{model.id}' does not support the 'markup' parameter."
    if form.mask is not None:
        message = "'markup' cannot be used together with 'mask'."
    elif model.takes_markup:
        return
    raise error_responses.ErrorResponse(400, message, param="markup", code="invalid_value")


def _prompt(texts: Mapping[str, str], model: ModelInfo) -> str:
    prompt = texts.get("prompt", "")
    if not prompt and not model.ignores_prompt:
        raise error_responses.missing("prompt")
    if len(prompt) > model.max_prompt:
        raise error_responses.prompt_too_long(len(prompt), model.max_prompt)
    return prompt


def _nearest_text(size: tuple[int, int], model: ModelInfo) -> str:
    try:
        nearest = format_size(model.size_rule.nearest(*size))
    except RequestError as error:
        return error.message
    return f"The nearest size of this model is '{nearest}'."


def _size(texts: Mapping[str, str], model: ModelInfo) -> str:
    text = texts.get("size") or model.default_size
    size = parse_size(text)
    if text == "auto" and model.auto_size:
        return text
    if size is None:
        raise error_responses.unsupported_size(text, "A size is 'auto' or WIDTHxHEIGHT.")
    if not model.size_rule.allows(*size):
        raise error_responses.unsupported_size(text, _nearest_text(size, model))
    if max(size) > MAX_EDGE or size[0] * size[1] > 100_000_000:
        raise error_responses.unsupported_size(
            text, f"Edges up to {MAX_EDGE} pixels are made here."
        )
    return text


def _background(texts: Mapping[str, str], model: ModelInfo) -> str:
    text = texts.get("background") or "auto"
    offered = set(model.backgrounds).difference(model.previews.get("backgrounds", ()))
    if text == "transparent" and model.backgrounds and text not in offered:
        raise error_responses.transparency_unsupported()
    return _choice(texts, field_named("background"))


def _fidelity(texts: Mapping[str, str], model: ModelInfo) -> str | None:
    text = texts.get("input_fidelity")
    if not text or model.ignores_prompt:
        return None
    if not model.fidelities:
        raise error_responses.fidelity_unsupported(model.id)
    row = replace(field_named("input_fidelity"), default="low")
    return _choice(texts, row, model.fidelities)


def _response_format(texts: Mapping[str, str], model: ModelInfo) -> str:
    """Base64 unless the model is one of those that answer with URLs."""
    default = next(iter(model.response_formats), "b64_json")
    return _choice(texts, replace(field_named("response_format"), default=default))


def _output_format(texts: Mapping[str, str]) -> str:
    return _choice(texts, field_named("output_format"), MADE_FORMATS)


def _seed() -> RequestField:
    return RequestField(name="seed", kind="integer", default=secrets.randbits(31), most=2**31 - 1)


def _further(texts: Mapping[str, str]) -> dict[str, Any]:
    """What was asked for by fields that the params have no attribute for."""
    return {row.name: _read(texts, row) for row in further_fields() if texts.get(row.name)}


def _read(texts: Mapping[str, str], row: RequestField) -> Any:
    match row.kind:
        case "boolean":
            return _flag(texts, row)
        case "integer":
            return _number(texts, row)
        case "enum":
            return _choice(texts, row)
        case "text":
            return texts.get(row.name) or row.default


def _check_extras(
    texts: Mapping[str, str], model: ModelInfo, catalog: Catalog, strict: bool
) -> None:
    for name, rule in model.extras.items():
        if texts.get(name) and not rule.allows(texts[name]):
            raise error_responses.unsupported_value(name, texts[name], rule.values or (str(rule),))
    known = _documented(model, catalog)
    for name in texts:
        if strict and name.partition("[")[0] not in known:
            raise error_responses.unknown_field(name)


def _documented(model: ModelInfo, catalog: Catalog) -> set[str]:
    """The fields the vendor documents for a model; what only this server knows is none of them."""
    known = set(_FIELDS) if model.response_formats else set(_FIELDS) - {"response_format"}
    for name in model.formats:
        known |= catalog.formats[name].extras.keys() | _OF_FORMATS.get(name, set())
    return known if model.free else known | model.extras.keys()


def _choice(
    texts: Mapping[str, str], row: RequestField, allowed: Sequence[str] | None = None
) -> str:
    """One of the allowed words, the row's own at first; a field no words are for is ignored."""
    words = row.values if allowed is None else allowed
    text: str = texts.get(row.name) or row.default
    if words and text != row.default and text not in words:
        raise error_responses.unsupported_value(row.name, text, words)
    return text


def _flag(texts: Mapping[str, str], row: RequestField) -> bool:
    text = texts.get(row.name, "").strip().lower() or str(row.default).lower()
    if text not in _FLAGS:
        raise error_responses.wrong_type(row.name, "a boolean")
    return _FLAGS[text]


def _number(texts: Mapping[str, str], row: RequestField) -> int:
    text = texts.get(row.name, "").strip()
    if not text:
        return int(row.default)
    if not _WHOLE.fullmatch(text):  # Python alone would take 1_0 and digits of every script
        raise error_responses.wrong_type(row.name, "an integer")
    value = int(text)
    if value < row.least or (row.most is not None and value > row.most):
        raise error_responses.out_of_range(row.name, value, row.least, row.most)
    return value
