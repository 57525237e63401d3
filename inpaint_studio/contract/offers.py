"""What of the choices a model takes: tables and rules, for whoever asks and whoever shows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from inpaint_studio.contract.check import FormatInfo
from inpaint_studio.contract.model_info import ModelInfo
from inpaint_studio.contract.params import EditParams

SIZE_FROM_FRAME = "frame"
"""Our own value of `size`: whatever the frame is mapped to."""
MOST_VARIANTS = 10
FULL_QUALITY = 100
"""Compression that takes nothing away; it is not sent."""


@dataclass(frozen=True, slots=True)
class WordField:
    """A field of the params whose words a model lists under `listed`.

    `default` is what holds when the model has no such field; None is sent as nothing at all.
    """

    field: str
    listed: str
    default: str | None


WORD_FIELDS: tuple[WordField, ...] = (
    WordField("quality", "qualities", "auto"),
    WordField("background", "backgrounds", "auto"),
    WordField("output_format", "formats", "png"),
    WordField("input_fidelity", "fidelities", None),
    WordField("moderation", "moderations", "auto"),
    WordField("response_format", "response_formats", None),
)


def words_of(field: WordField, model: ModelInfo) -> tuple[str, ...]:
    """The values to choose from, at least one; "" leaves the choice to the endpoint."""
    listed: tuple[str, ...] = getattr(model, field.listed)
    return ("", *listed) if field.default is None else listed or (field.default,)


def most_variants(model: ModelInfo, output: FormatInfo) -> int:
    """How many variants one run may ask for."""
    return min(model.max_n, output.max_n or model.max_n, MOST_VARIANTS)


def most_partials(model: ModelInfo, output: FormatInfo) -> int:
    """How many partial images may be asked for."""
    return model.max_partials if model.streams and output.streams else 0


def output_format_of(wanted: EditParams, model: ModelInfo) -> str:
    """The format that holds: the wanted one, or the first the model makes."""
    return str(_words(wanted, model)["output_format"])


def taken_of(wanted: EditParams, model: ModelInfo, output: FormatInfo) -> EditParams:
    """What of `wanted` the model takes, with `output` as the format that holds.

    What is not on offer is at its default, and whether the answer streams is not for a person to
    choose.
    """
    words = _words(wanted, model)
    quality = wanted.output_compression
    takes_quality = words["output_format"] in model.compression_formats
    return replace(
        wanted,
        **words,
        n=min(wanted.n, most_variants(model, output)),
        stream=model.streams and output.streams,
        partial_images=min(wanted.partial_images, most_partials(model, output)),
        output_compression=quality if takes_quality and quality != FULL_QUALITY else None,
    )


def _words(wanted: EditParams, model: ModelInfo) -> dict[str, Any]:
    chosen = {}
    for row in WORD_FIELDS:
        words, value = words_of(row, model), getattr(wanted, row.field)
        chosen[row.field] = (value if value in words else words[0]) or row.default
    return chosen
