"""What is known of one model, and how that is read from the catalog's JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from inpaint_studio.contract import retirement
from inpaint_studio.contract.sizes import SizeRule, parse_size
from inpaint_studio.errors import RequestError
from inpaint_studio.typed_values import (
    Reader,
    as_flag,
    as_name,
    as_number,
    as_object,
    as_one_of,
    as_table,
    as_text,
    as_texts,
    as_whole,
    or_none,
)

MB = 1_000_000
MOST_EDGE, MOST_AREA = 1_000_000, 1_000_000_000
"""Pixels a rule may speak of: legal sizes near them are counted up one by one."""
_MOST_DIGITS = 20
"""Of a number of 64 bits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """US dollars per million tokens; None where a model has no such tokens."""

    text_in: float | None = None
    text_in_cached: float | None = None
    image_in: float | None = None
    image_in_cached: float | None = None
    image_out: float | None = None
    text_out: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenRule:
    """How many tokens a picture takes.

    `area_factors` is the factor q of each quality for models that count by area, `table` the tokens
    by size and quality for those that list them. `assumed_quality` stands in for "auto".
    """

    area_factors: Mapping[str, int] = field(default_factory=dict)
    table: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    per_partial: int = 100
    image_in: Literal["patches", "tiles"] = "patches"
    assumed_quality: str = "medium"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtraRule:
    """Values of a further form field: one of `values`, or a whole number from `least` to `most`."""

    values: tuple[str, ...] = ()
    least: int = 0
    most: int | None = None

    def allows(self, value: object) -> bool:
        """Whether the field may hold the value, written as text or not."""
        text = str(value).lower() if isinstance(value, bool) else str(value)
        if self.values:
            return text in self.values
        is_number = text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS
        number = int(text) if is_number else -1
        return self.least <= number and (self.most is None or number <= self.most)

    def __str__(self) -> str:
        if self.values:
            return ", ".join(self.values)
        return f"{self.least} or more" if self.most is None else f"{self.least} to {self.most}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelInfo:
    """A model's capabilities and limits; the defaults are those of a model nobody knows.

    `sizes` are suggestions, `size_rule` is the law. An empty `qualities`, `backgrounds` or
    `moderations` means that the field does not exist for the model. `previews` are those of the
    listed words that only some accounts may use, by the name of their list, `refused_previews`
    those of them that the endpoint of a profile has refused. `dated` are the ids of snapshots
    behind this one. From `retires_on` the vendor answers no more; `retired` says so without a date.
    `successor` is a live model to take then. `prices` None means free or unknown: `free` tells
    which. `opaque_masks` says that a mask without an alpha channel is taken too, white = edit.
    `extras` are further form fields with a rule; fields without one may be sent all the same.
    """

    id: str
    label: str = ""
    note: str = ""
    known: bool = True
    retired: bool = False
    retires_on: date | None = None
    successor: str | None = None
    dated: tuple[str, ...] = ()
    free: bool = False
    ignores_prompt: bool = False
    size_rule: SizeRule = field(default_factory=SizeRule)
    sizes: tuple[str, ...] = ("auto",)
    auto_size: bool = True
    qualities: tuple[str, ...] = ("auto",)
    backgrounds: tuple[str, ...] = ("auto",)
    fidelities: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("png",)
    compression_formats: tuple[str, ...] = ()
    moderations: tuple[str, ...] = ("auto",)
    response_formats: tuple[str, ...] = ()
    previews: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    refused_previews: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    max_partials: int = 0
    streams: bool = False
    max_n: int = 10
    max_prompt: int = 32_000
    max_images: int = 16
    max_image_bytes: int = 50 * MB
    max_mask_bytes: int = 4 * MB
    image_types: tuple[str, ...] = ()
    square_images: bool = False
    takes_mask: bool = True
    opaque_masks: bool = True
    takes_markup: bool = False
    extras: Mapping[str, ExtraRule] = field(default_factory=dict)
    prices: Prices | None = None
    tokens: TokenRule | None = None

    @property
    def is_retired(self) -> bool:
        """Whether the vendor no longer answers to it, by today's date."""
        return self.retired or (
            self.retires_on is not None and retirement.today() >= self.retires_on
        )

    @property
    def retires_soon(self) -> bool:
        """Whether its end is near enough to be told."""
        if self.retires_on is None or self.is_retired:
            return False
        return retirement.today() >= self.retires_on - retirement.NOTICE

    @property
    def default_size(self) -> str:
        """What a size that is left out stands for."""
        return "auto" if self.auto_size or not self.sizes else self.sizes[0]


def read_model(model_id: str, value: Mapping[str, Any]) -> ModelInfo:
    """The model a catalog entry (with all it inherits) describes.

    Raises:
        ValueError: a field is unknown or has the wrong type; the text names the field first.
    """
    return ModelInfo(id=model_id, **_read_fields(value, _MODEL_FIELDS))


def _read_fields(value: Any, readers: Mapping[str, Reader]) -> dict[str, Any]:
    read = {}
    for name, item in as_object(value).items():
        if name not in readers:
            raise ValueError(f"{name}: there is no such field")
        try:
            read[name] = readers[name](item)
        except ValueError as error:
            raise ValueError(f"{name}: {error}") from error
    return read


def _as_date(value: Any) -> date:
    try:
        return date.fromisoformat(as_text(value))
    except ValueError as error:
        raise ValueError('must be a date such as "2026-12-01"') from error


def _as_sizes(value: Any) -> tuple[tuple[int, int], ...]:
    sizes = [parse_size(text) for text in as_texts(value)]
    if None in sizes:
        raise ValueError('must be a list of sizes such as "1024x1024"')
    return tuple(size for size in sizes if size)


def _as_size_rule(value: Any) -> SizeRule:
    rule = SizeRule(**_read_fields(value, _SIZE_FIELDS))
    try:
        rule.nearest(1024, 1024)
    except RequestError as error:
        raise ValueError("no size satisfies all of its bounds") from error
    return rule


def read_extras(value: Any) -> dict[str, ExtraRule]:
    """The rules of further form fields, by name.

    Raises:
        ValueError: it is none.
    """
    rules = as_object(value).items()
    return {name: ExtraRule(**_read_fields(rule, _EXTRA_FIELDS)) for name, rule in rules}


_AS_COUNT, _AS_POSITIVE = as_whole(), as_whole(1)
_AS_COUNTS = as_table(_AS_COUNT)
_AS_AMOUNT = as_number()
_AS_EDGE, _AS_AREA = as_whole(1, MOST_EDGE), as_whole(1, MOST_AREA)
_SIZE_FIELDS: Mapping[str, Reader] = {
    "sizes": _as_sizes,
    "multiple": _AS_EDGE,
    "max_edge": or_none(_AS_EDGE),
    "max_ratio": or_none(as_number(1)),
    "min_pixels": or_none(as_whole(0, MOST_AREA)),
    "max_pixels": or_none(_AS_AREA),
    "experimental_above": or_none(_AS_COUNT),
}
_PRICE_FIELDS: Mapping[str, Reader] = dict.fromkeys(
    ("text_in", "text_in_cached", "image_in", "image_in_cached", "image_out", "text_out"),
    or_none(_AS_AMOUNT),
)
_EXTRA_FIELDS: Mapping[str, Reader] = {
    "values": as_texts,
    "least": _AS_COUNT,
    "most": or_none(_AS_COUNT),
}
_TOKEN_FIELDS: Mapping[str, Reader] = {
    "area_factors": _AS_COUNTS,
    "table": as_table(_AS_COUNTS),
    "per_partial": _AS_COUNT,
    "image_in": as_one_of(("patches", "tiles")),
    "assumed_quality": as_name,
}
_MODEL_FIELDS: Mapping[str, Reader] = {
    **dict.fromkeys(("label", "note"), as_name),
    **dict.fromkeys(
        (
            "retired", "free", "ignores_prompt", "auto_size", "streams", "square_images",
            "takes_mask", "opaque_masks", "takes_markup",
        ),
        as_flag,
    ),
    **dict.fromkeys(
        (
            "sizes", "qualities", "backgrounds", "fidelities", "formats", "compression_formats",
            "moderations", "response_formats", "image_types", "dated",
        ),
        as_texts,
    ),
    **dict.fromkeys(("max_partials", "max_image_bytes", "max_mask_bytes"), _AS_COUNT),
    **dict.fromkeys(("max_n", "max_prompt", "max_images"), _AS_POSITIVE),
    "successor": or_none(as_name),
    "retires_on": or_none(_as_date),
    "previews": as_table(as_texts),
    "extras": read_extras,
    "size_rule": _as_size_rule,
    "prices": or_none(lambda value: Prices(**_read_fields(value, _PRICE_FIELDS))),
    "tokens": or_none(lambda value: TokenRule(**_read_fields(value, _TOKEN_FIELDS))),
}  # fmt: skip
