"""What of the choices a model takes: tables and rules, for whoever asks and whoever shows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from inpaint_studio.contract.check import FormatInfo
from inpaint_studio.contract.fields import ENUMS, RequestField, field_named
from inpaint_studio.contract.model_info import ModelInfo
from inpaint_studio.contract.params import EditParams

SIZE_FROM_FRAME = "frame"
"""Our own value of `size`: whatever the frame is mapped to."""
MOST_VARIANTS = field_named("n").most or 1
FULL_QUALITY = field_named("output_compression").most or 0
"""Compression that takes nothing away; it is not sent."""


def values_to_offer(field: RequestField, model: ModelInfo) -> tuple[str, ...]:
    """The values to choose from, at least one; "" leaves the choice to the endpoint."""
    listed: tuple[str, ...] = getattr(model, field.listed)
    return ("", *listed) if field.default is None else listed or (field.default,)


def most_variants(model: ModelInfo, output: FormatInfo) -> int:
    """How many variants one run may ask for."""
    return min(model.max_n, output.max_n or model.max_n, MOST_VARIANTS)


def most_partials(model: ModelInfo, output: FormatInfo) -> int:
    """How many partial images may be asked for."""
    return model.max_partials if model.streams and output.streams else 0


def output_format_of(params: EditParams, model: ModelInfo) -> str:
    """The format that holds: the wanted one, or the first the model makes."""
    return str(_values(params, model)["output_format"])


def taken_of(params: EditParams, model: ModelInfo, output: FormatInfo) -> EditParams:
    """What of `params` the model takes, with `output` as the format that holds.

    What is not on offer is at its default, and whether the answer streams is not for a person to
    choose.
    """
    words = _values(params, model)
    quality = params.output_compression
    takes_quality = words["output_format"] in model.compression_formats
    return replace(
        params,
        **words,
        n=min(params.n, most_variants(model, output)),
        stream=model.streams and output.streams,
        partial_images=min(params.partial_images, most_partials(model, output)),
        output_compression=quality if takes_quality and quality != FULL_QUALITY else None,
    )


def _values(params: EditParams, model: ModelInfo) -> dict[str, Any]:
    chosen = {}
    for row in ENUMS:
        words, value = values_to_offer(row, model), getattr(params, row.name)
        chosen[row.name] = (value if value in words else words[0]) or row.default
    return chosen
