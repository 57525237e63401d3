"""Details of a run and its variants, as names and values, wherever they are told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime

from inpaint_studio.contract.response_facts import response_part
from inpaint_studio.errors import ApiError, StudioError
from inpaint_studio.history.records import RunRecord, VariantRecord
from inpaint_studio.typed_values import as_object, parse_json

Detail = tuple[str, str]
_ERROR = ("kind", "status", "code", "param", "request_id", "detail")


def run_details(run: RunRecord) -> Iterator[Detail]:
    """What was asked, by whom and of what; parameters that say nothing are left out."""
    yield "run", str(run.number)
    yield "id", run.id
    yield "date", _date(run.created_at)
    yield "source", run.source_name
    yield "profile", run.profile_name
    for name, value in run.params.to_json().items():
        if value not in (None, "", {}):
            yield name, str(value)
    yield "returned images", str(sum(variant.blob is not None for variant in run.variants))


def variant_details(variant: VariantRecord) -> Iterator[Detail]:
    """What came of it, with the endpoint's own words."""
    yield f"variant {variant.position + 1}", variant.state
    if variant.title:
        yield "reason", f"{variant.title}. {variant.message}"
    if variant.seed is not None:
        yield "seed", str(variant.seed)
    if variant.seconds is not None:
        yield "seconds", str(round(variant.seconds, 2))
    if variant.stars or variant.flag:
        yield "judged", " ".join(part for part in (f"{variant.stars} stars", variant.flag) if part)
    if variant.accepted:
        yield "accepted", "yes"
    if variant.trashed_at is not None:
        yield "in the trash since", _date(variant.trashed_at)
    if variant.usage is not None:
        yield "tokens", str(variant.usage.total_tokens)
    yield from response_details(variant.answer_json)


def error_json(error: StudioError | None) -> str | None:
    """What an endpoint said as it refused, to be kept as the variant's answer; None for others."""
    if not isinstance(error, ApiError):
        return None
    return json.dumps({"refused": {name: getattr(error, name) for name in _ERROR}})


def error_kind(variant: VariantRecord) -> str:
    """What there was to do about the refusal of a variant, see `ApiError`; "" where none is known.

    Older versions did not keep it.
    """
    return str((response_part(variant.answer_json, "refused") or {}).get("kind", ""))


def _date(time_s: float) -> str:
    return datetime.fromtimestamp(time_s).strftime("%Y-%m-%d %H:%M")


def response_details(answer_json: str | None) -> Iterator[Detail]:
    """What an answer says, part by part, in the order it was written.

    What came back is told apart from what was asked for, which has the same names.
    """
    answer = as_object(parse_json(answer_json)) if answer_json else {}
    for part, inside in answer.items():
        if part in ("returned", "stated") and isinstance(inside, dict):
            inside = {f"{part} {name}": value for name, value in inside.items()}
        yield from _flat(part, inside)


def _flat(name: str, value: object) -> Iterator[Detail]:
    if isinstance(value, dict):
        for part, inside in value.items():
            yield from _flat(part, inside)
    elif value not in (None, "", 0):
        words = f"{value:.3g}" if isinstance(value, float) else str(value)
        yield name.replace("_", " "), words
