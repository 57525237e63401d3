"""What of a model's word lists a control offers, and why it offers nothing: tables, no widgets."""

from __future__ import annotations

from dataclasses import dataclass

from inpaint_studio.contract.model_info import ModelInfo
from inpaint_studio.phrase import Phrase
from inpaint_studio.ui.languages import say


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

_LABELS = {
    "": Phrase("Default"),
    "auto": Phrase("Auto"),
    "low": Phrase("Low"),
    "medium": Phrase("Med"),
    "high": Phrase("High"),
    "xhigh": Phrase("Extra high"),
    "max": Phrase("Max"),
    "opaque": Phrase("Opaque"),
    "transparent": Phrase("Transp."),
    "png": "PNG",
    "jpeg": "JPEG",
    "webp": "WebP",
    "gif": "GIF",
    "svg": "SVG",
    "b64_json": "Base64",
    "url": "URL",
}


def words_of(field: WordField, model: ModelInfo) -> tuple[str, ...]:
    """The values to choose from, at least one; "" leaves the choice to the endpoint."""
    listed: tuple[str, ...] = getattr(model, field.listed)
    return ("", *listed) if field.default is None else listed or (field.default,)


def label_of(value: str) -> str:
    """A value as the panel writes it; unknown ones as they are."""
    return say(_LABELS[value]) if value in _LABELS else value
