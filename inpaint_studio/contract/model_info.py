"""What is known of one model, and how that is read from the catalog's JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from inpaint_studio.contract.sizes import SizeRule, parse_size
from inpaint_studio.errors import RequestError

MB = 1_000_000


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
        number = int(text) if text.isascii() and text.isdigit() and len(text) < 20 else -1
        return self.least <= number and (self.most is None or number <= self.most)

    def __str__(self) -> str:
        if self.values:
            return ", ".join(self.values)
        return f"{self.least} or more" if self.most is None else f"{self.least} to {self.most}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelInfo:
    """A model's capabilities and limits; the defaults are those of a model nobody knows.

    `sizes` are suggestions, `size_rule` is the law. An empty `qualities`, `backgrounds` or
    `moderations` means that the field does not exist for the model. `successor` is a live model
    that replaces a retired one. `prices` None means free or unknown: `free` tells which.
    `opaque_masks` says that a mask without an alpha channel is taken too, white = edit. `extras`
    are further form fields with a rule; fields without one may be sent all the same.
    """

    id: str
    label: str = ""
    note: str = ""
    known: bool = True
    retired: bool = False
    successor: str | None = None
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


def read_model(model_id: str, value: Mapping[str, Any]) -> ModelInfo:
    """The model a catalog entry (with all it inherits) describes.

    Raises:
        ValueError: a field is unknown or has the wrong type; the text names the field first.
    """
    return ModelInfo(id=model_id, **_read_fields(value, _MODEL_FIELDS))


def _read_fields(value: Any, readers: Mapping[str, Callable[[Any], Any]]) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ValueError("must be an object")
    read = {}
    for name, item in value.items():
        if name not in readers:
            raise ValueError(f"{name}: there is no such field")
        try:
            read[name] = readers[name](item)
        except ValueError as error:
            raise ValueError(f"{name}: {error}") from error
    return read


def _as_text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("must be a text")
    return value


def _as_flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("must be true or false")
    return value


def _as_count(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError("must be a whole number, 0 or more")
    return value


def _as_number(value: Any) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or value < 0:
        raise ValueError("must be a number, 0 or more")
    return float(value)


def _as_texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError("must be a list of texts")
    return tuple(value)


def _as_sizes(value: Any) -> tuple[tuple[int, int], ...]:
    sizes = [parse_size(text) for text in _as_texts(value)]
    if None in sizes:
        raise ValueError('must be a list of sizes such as "1024x1024"')
    return tuple(size for size in sizes if size)


def _as_counts(value: Any) -> dict[str, int]:
    if not isinstance(value, dict):
        raise ValueError("must be an object")
    return {name: _as_count(item) for name, item in value.items()}


def _as_size_rule(value: Any) -> SizeRule:
    rule = SizeRule(**_read_fields(value, _SIZE_FIELDS))
    try:
        rule.nearest(1024, 1024)
    except RequestError as error:
        raise ValueError("no size satisfies all of its bounds") from error
    return rule


def _as_positive(value: Any) -> int:
    if _as_count(value) < 1:
        raise ValueError("must be 1 or more")
    return int(value)


def _as_table(value: Any) -> dict[str, dict[str, int]]:
    if not isinstance(value, dict):
        raise ValueError("must be an object")
    return {name: _as_counts(row) for name, row in value.items()}


def _as_image_in(value: Any) -> str:
    if value not in ("patches", "tiles"):
        raise ValueError('must be "patches" or "tiles"')
    return str(value)


def read_extras(value: Any) -> dict[str, ExtraRule]:
    """The rules of further form fields, by name.

    Raises:
        ValueError: it is none.
    """
    if not isinstance(value, dict):
        raise ValueError("must be an object")
    return {name: ExtraRule(**_read_fields(rule, _EXTRA_FIELDS)) for name, rule in value.items()}


def _or_none(reader: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else reader(value)


_SIZE_FIELDS: Mapping[str, Callable[[Any], Any]] = {
    "sizes": _as_sizes,
    "multiple": _as_positive,
    "max_edge": _or_none(_as_positive),
    "max_ratio": _or_none(_as_number),
    "min_pixels": _or_none(_as_count),
    "max_pixels": _or_none(_as_positive),
    "experimental_above": _or_none(_as_count),
}
_PRICE_FIELDS: Mapping[str, Callable[[Any], Any]] = dict.fromkeys(
    ("text_in", "text_in_cached", "image_in", "image_in_cached", "image_out", "text_out"),
    _or_none(_as_number),
)
_EXTRA_FIELDS: Mapping[str, Callable[[Any], Any]] = {
    "values": _as_texts,
    "least": _as_count,
    "most": _or_none(_as_count),
}
_TOKEN_FIELDS: Mapping[str, Callable[[Any], Any]] = {
    "area_factors": _as_counts,
    "table": _as_table,
    "per_partial": _as_count,
    "image_in": _as_image_in,
    "assumed_quality": _as_text,
}
_MODEL_FIELDS: Mapping[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("label", "note"), _as_text),
    **dict.fromkeys(
        (
            "retired", "free", "ignores_prompt", "auto_size", "streams", "square_images",
            "takes_mask", "opaque_masks", "takes_markup",
        ),
        _as_flag,
    ),
    **dict.fromkeys(
        (
            "sizes", "qualities", "backgrounds", "fidelities", "formats", "compression_formats",
            "moderations", "response_formats", "image_types",
        ),
        _as_texts,
    ),
    **dict.fromkeys(("max_partials", "max_image_bytes", "max_mask_bytes"), _as_count),
    **dict.fromkeys(("max_n", "max_prompt", "max_images"), _as_positive),
    "successor": _or_none(_as_text),
    "extras": read_extras,
    "size_rule": _as_size_rule,
    "prices": _or_none(lambda value: Prices(**_read_fields(value, _PRICE_FIELDS))),
    "tokens": _or_none(lambda value: TokenRule(**_read_fields(value, _TOKEN_FIELDS))),
}  # fmt: skip
