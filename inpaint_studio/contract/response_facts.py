"""Response facts, beside what was asked for: endpoints take fields and then do something else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from inpaint_studio.contract.events import Completed
from inpaint_studio.contract.media import sniff
from inpaint_studio.contract.params import EditParams
from inpaint_studio.contract.sizes import parse_size
from inpaint_studio.typed_values import as_object, parse_json

_NOTHING_SAID = (None, "", "auto")
_FORMATS = {"jpg": "jpeg"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseFacts:
    """What a result is, under the wire names of what was asked for; None where nobody knows."""

    size: str | None = None
    quality: str | None = None
    background: str | None = None
    output_format: str | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """A field, by its wire name, that was asked to be one thing and came back as another."""

    field: str
    asked: str
    got: str


NAMES = tuple(item.name for item in fields(ResponseFacts))


def response_facts_of(event: Completed, size: str | None) -> ResponseFacts:
    """What a result is: the picture's own size and format go before what the endpoint says of them.

    `size` is the decoded picture's as `WxH`, None where it could not be decoded.
    """
    media_type = sniff(event.image)
    kind = media_type.partition("/")[2] if media_type else event.output_format
    return ResponseFacts(
        size=size or event.size,
        quality=event.quality,
        background=event.background,
        output_format=kind,
    )


def read_response_facts(answer_json: str | None) -> ResponseFacts | None:
    """What a stored answer says came back; None where it says nothing that can be read."""
    stored = response_part(answer_json, "returned")
    if stored is None:
        return None
    said = {name: value for name in NAMES if isinstance(value := stored.get(name), str)}
    return ResponseFacts(**said)


def read_revised_prompt(answer_json: str | None) -> str:
    """The prompt an endpoint says it worked by; "" where the stored answer holds none."""
    words = (response_part(answer_json, "stated") or {}).get("revised_prompt")
    return words if isinstance(words, str) else ""


def response_part(answer_json: str | None, name: str) -> dict[str, Any] | None:
    """One part of a stored answer, an object; None where it has none or cannot be read."""
    try:
        part = as_object(parse_json(answer_json or "{}")).get(name)
    except ValueError:
        return None
    return part if isinstance(part, dict) else None


def differences(asked: EditParams, returned: ResponseFacts, images: int) -> Iterator[Difference]:
    """Where what came is not what was asked for; a field left to the endpoint differs from nothing.

    `images` is how many the run has brought or still waits for: more than `n` is a difference,
    fewer has failures that say so themselves.
    """
    for name in NAMES:
        wanted, got = getattr(asked, name), getattr(returned, name)
        if wanted in _NOTHING_SAID or got in _NOTHING_SAID:
            continue
        if _meaning(wanted) != _meaning(got):
            yield Difference(name, wanted, got)
    if images > asked.n:
        yield Difference("n", str(asked.n), str(images))


def _meaning(value: str) -> object:
    """The same for spellings that mean the same."""
    plain = value.strip().lower()
    return parse_size(plain) or _FORMATS.get(plain, plain)
