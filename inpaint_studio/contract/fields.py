"""The choices of `POST /v1/images/edits`, one row each: what every room needs to know of them.

Another field of the API is another row. Those without an attribute of `EditParams` travel in its
`extra`; flag, wire, checks, presets, recipe, server and panel find them here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from inpaint_studio.contract.model_info import ExtraRule
from inpaint_studio.phrase import Phrase

_TYPES = {"text": str, "enum": str, "integer": int, "boolean": bool}


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestField:
    """One choice under its wire name.

    At its `default` it is not sent, unless it `is_always_sent`: gateways refuse fields they have
    never heard of, and disagree on the defaults of some. An enum has `values`, or those a model
    lists in the attribute `listed`; an integer is from `least` to `most`. `label` names it in the
    panel, where it has none there is no control; `accessible_label` is the longer name for those
    who cannot see it, `tip` what it does where the label alone does not tell. `is_usual` rows are
    in sight, the others under More. The official package has an argument for those that are
    `is_official`. `help` is of the flag, and so is `metavar`,
    unless the limits say it all.
    """

    name: str
    kind: Literal["text", "enum", "integer", "boolean"]
    default: Any = None
    values: tuple[str, ...] = ()
    listed: str = ""
    least: int = 0
    most: int | None = None
    label: str = ""
    accessible_label: str = ""
    tip: str = ""
    help: str | None = None
    metavar: str = ""
    is_always_sent: bool = False
    is_usual: bool = False
    is_official: bool = True

    @property
    def rule(self) -> ExtraRule | None:
        """What values it may have, whatever the model; None where that is open."""
        if self.kind == "text":
            return None
        values = ("true", "false") if self.kind == "boolean" else self.values
        return ExtraRule(values=values, least=self.least, most=self.most)

    def is_kind(self, value: object) -> bool:
        """Whether a value from JSON is of its kind; models know words that are not among `values`.

        Numbers are within the limits.
        """
        if value is None:
            return self.default is None
        if self.kind == "integer" and self.rule is not None and not self.rule.allows(value):
            return False
        return type(value) is _TYPES[self.kind]

    def holds(self, value: object) -> bool:
        """Whether a value is of its kind and within its limits."""
        if value is None or self.rule is None:
            return self.is_kind(value)
        return self.is_kind(value) and self.rule.allows(value)


FIELDS: tuple[RequestField, ...] = (
    RequestField(name="prompt", kind="text", default="", metavar="TEXT"),
    RequestField(
        name="model",
        kind="text",
        default="",
        label=Phrase("Model"),
        metavar="ID",
        is_usual=True,
    ),
    RequestField(
        name="n",
        kind="integer",
        default=1,
        least=1,
        most=10,
        label=Phrase("Variants"),
        help="variants to make",
        is_usual=True,
    ),
    RequestField(
        name="size",
        kind="text",
        default="auto",
        label=Phrase("Size"),
        metavar="WxH|auto",
        is_always_sent=True,
        is_usual=True,
    ),
    RequestField(
        name="quality",
        kind="enum",
        default="auto",
        values=("auto", "low", "medium", "high"),
        listed="qualities",
        label=Phrase("Quality"),
        is_usual=True,
    ),
    RequestField(
        name="background",
        kind="enum",
        default="auto",
        values=("auto", "opaque", "transparent"),
        listed="backgrounds",
        label=Phrase("Background"),
        is_usual=True,
    ),
    RequestField(
        name="input_fidelity",
        kind="enum",
        values=("low", "high"),
        listed="fidelities",
        label=Phrase("Fidelity"),
        accessible_label=Phrase("Input fidelity"),
        tip=Phrase("How closely the result keeps to details of the pictures sent, as of faces"),
    ),
    RequestField(
        name="output_format",
        kind="enum",
        default="png",
        values=("png", "jpeg", "webp"),
        listed="formats",
        label=Phrase("Format"),
        is_usual=True,
    ),
    RequestField(
        name="output_compression",
        kind="integer",
        most=100,
        label=Phrase("Compression"),
        accessible_label=Phrase("Output compression"),
        tip=Phrase("Of JPEG and WebP: at 100 % the picture keeps most, below files are smaller"),
        help="of JPEG and WebP: at 100 the picture keeps most, below files are smaller",
    ),
    RequestField(name="stream", kind="boolean", default=False),
    RequestField(
        name="partial_images",
        kind="integer",
        default=0,
        most=3,
        label=Phrase("Partials"),
        help="intermediate images; implies --stream",
        is_usual=True,
    ),
    RequestField(
        name="moderation",
        kind="enum",
        default="auto",
        values=("auto", "low"),
        listed="moderations",
        label=Phrase("Moderation"),
        tip=Phrase("How strictly the endpoint filters what it makes"),
        is_official=False,
    ),
    RequestField(
        name="response_format",
        kind="enum",
        values=("b64_json", "url"),
        listed="response_formats",
        label=Phrase("Response"),
        accessible_label=Phrase("Response format"),
        tip=Phrase("How pictures come back: within the response, or as links it names"),
    ),
    RequestField(
        name="user",
        kind="text",
        label=Phrase("User ID"),
        metavar="ID",
        tip=Phrase("Your own ID for the person who asks, by which the endpoint can tell misuse"),
        help="your own ID for the person who asks, by which the endpoint can tell misuse",
    ),
)

ENUMS = tuple(row for row in FIELDS if row.listed)
"""The choices whose values a model lists."""


def field_named(name: str) -> RequestField:
    """The row of that wire name.

    Raises:
        KeyError: there is none.
    """
    return {row.name: row for row in FIELDS}[name]


def field_names() -> frozenset[str]:
    """The wire names of all rows."""
    return frozenset(row.name for row in FIELDS)
