"""Answers and stream frames: read tolerantly, written exactly.

Reading takes whatever the known servers say: plain answers, `image_edit.*` and `image_generation.*`
frames, data-only frames, vLLM-Omni's chunks, base64 with or without a `data:` prefix, URLs, unknown
fields and events. Enumerated fields are never validated; the vendor's own lists lag behind it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from inpaint_studio.contract import sse
from inpaint_studio.contract.events import Completed, PartialImage, Usage
from inpaint_studio.contract.failures import api_error
from inpaint_studio.contract.image_text import decode_base64, write_json
from inpaint_studio.contract.incremental_json import PictureJson, read_json
from inpaint_studio.errors import ProtocolError

PARTIAL_EVENT = "image_edit.partial_image"
COMPLETED_EVENT = "image_edit.completed"
ERROR_EVENT = "error"
DONE = b"[DONE]"

_MOST_WORD = 64
_MOST_PROMPT = 32_000
"""Characters, as many as a model takes."""

_KINDS: Mapping[str, Literal["partial", "completed"]] = {
    PARTIAL_EVENT: "partial",
    "image_generation.partial_image": "partial",
    COMPLETED_EVENT: "completed",
    "image_generation.completed": "completed",
    "image": "completed",  # vLLM-Omni: {"object": "image.edit.chunk", "type": "image"}
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedImage:
    """One picture of an answer: its bytes, or a URL (perhaps relative) to fetch it from."""

    image: bytes | None = None
    url: str | None = None
    revised_prompt: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A plain answer or a stream frame: pictures, and what the server says it did."""

    kind: Literal["partial", "completed"]
    images: tuple[ReceivedImage, ...]
    index: int = 0
    created_at: int = 0
    size: str | None = None
    quality: str | None = None
    background: str | None = None
    output_format: str | None = None
    usage: Usage | None = None
    safety_identifier: str | None = None


def parse_response(body: bytes) -> Received:
    """The JSON body of a 200.

    Raises:
        ApiError: it is an error in spite of the 200.
        ProtocolError: it is not JSON or holds no picture.
    """
    parsed = _read_object(body)
    received = _received(parsed, "completed")
    if not received.images:
        raise ProtocolError(
            "The answer holds no picture",
            "The endpoint reported success without a picture. Try again, or another model.",
        )
    return received


def parse_event(event: sse.ServerEvent) -> Received | None:
    """A frame of a stream; None for frames without a picture, known or not.

    Raises:
        ApiError: the frame reports an error.
        ProtocolError: the frame is broken.
    """
    if event.name == ERROR_EVENT:
        raise api_error(0, event.data)
    if event.data.lstrip()[:1] != b"{":  # [DONE], pings and other texts
        return None
    parsed = _read_object(event.data, event.pictures)
    kind = _kind(event.name, parsed.value)
    received = _received(parsed, kind) if kind else None
    return received if received and received.images else None


def is_done(event: sse.ServerEvent) -> bool:
    """Whether the frame is the `[DONE]` some servers end a stream with."""
    return event.data.strip() == DONE


def _read_object(body: bytes, pictures: Mapping[str, bytes] | None = None) -> PictureJson:
    parsed = read_json(body, pictures)
    value = parsed.value
    if isinstance(value, list):  # bare lists of images have been seen
        return replace(parsed, value={"data": value})
    if not isinstance(value, dict):
        raise ProtocolError("The answer cannot be read", "The endpoint's JSON is not an object.")
    if value.get("error") or value.get("type") == ERROR_EVENT:
        raise api_error(0, body)
    return parsed


def _kind(name: str, value: Mapping[str, Any]) -> Literal["partial", "completed"] | None:
    stated = _text(value.get("type")) or name
    if stated in _KINDS:
        return _KINDS[stated]
    if stated and stated != "message":
        return None
    return "partial" if "partial_image_index" in value else "completed"


def _received(parsed: PictureJson, kind: Literal["partial", "completed"]) -> Received:
    value = parsed.value
    items = value.get("data")
    listed = items if isinstance(items, list) else [items or value]
    return Received(
        kind=kind,
        images=tuple(image for item in listed if (image := _image(parsed, item))),
        index=_int(value.get("partial_image_index")),
        created_at=_int(value.get("created_at", value.get("created"))),
        size=_word(value.get("size")),
        quality=_word(value.get("quality")),
        background=_word(value.get("background")),
        output_format=_word(value.get("output_format")),
        usage=parse_usage(value.get("usage")),
        safety_identifier=_text(value.get("safety_identifier")),
    )


def _image(parsed: PictureJson, item: object) -> ReceivedImage | None:
    if not isinstance(item, dict):
        return None
    revised = (_text(item.get("revised_prompt")) or "")[:_MOST_PROMPT] or None
    text, url = _text(item.get("b64_json")), _text(item.get("url"))
    if text:
        return ReceivedImage(image=parsed.picture(text), revised_prompt=revised)
    if url and url[:5].lower() == "data:":
        return ReceivedImage(image=decode_base64(url.encode()), revised_prompt=revised)
    return ReceivedImage(url=url, revised_prompt=revised) if url else None


def parse_usage(value: object) -> Usage | None:
    """Token counts; absent, null and unknown entries count as zero."""
    if not isinstance(value, dict):
        return None
    into, out = (_object(value.get(f"{side}_tokens_details")) for side in ("input", "output"))
    return Usage(
        input_tokens=_int(value.get("input_tokens")),
        output_tokens=_int(value.get("output_tokens")),
        total_tokens=_int(value.get("total_tokens")),
        input_text_tokens=_int(into.get("text_tokens")),
        input_image_tokens=_int(into.get("image_tokens")),
        output_text_tokens=_int(out.get("text_tokens")),
        output_image_tokens=_int(out.get("image_tokens")),
    )


def _int(value: object) -> int:
    return int(value) if isinstance(value, int | float) and abs(value) < 2**53 else 0


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _word(value: object) -> str | None:
    """A choice as the server names it; a text that is none would be kept and shown at length."""
    text = _text(value)
    return text if text and len(text) <= _MOST_WORD else None


def _object(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def usage_json(usage: Usage, *, with_output_details: bool) -> dict[str, Any]:
    """The `usage` object; only plain answers carry the output details."""
    stated: dict[str, Any] = {
        "input_tokens": usage.input_tokens,
        "input_tokens_details": {
            "image_tokens": usage.input_image_tokens,
            "text_tokens": usage.input_text_tokens,
        },
        "output_tokens": usage.output_tokens,
        "total_tokens": usage.total_tokens,
    }
    if with_output_details:
        stated["output_tokens_details"] = {
            "image_tokens": usage.output_image_tokens,
            "text_tokens": usage.output_text_tokens,
        }
    return stated


def encode_partial(event: PartialImage) -> bytes:
    """The stream frame of an intermediate image, with every field the contract requires."""
    frame = _event_json(PARTIAL_EVENT, event) | {"partial_image_index": event.index}
    return sse.encode(PARTIAL_EVENT, write_json(frame, {_PICTURE: event.image}))


def encode_completed(event: Completed) -> bytes:
    """The stream frame of a final image, the last of its stream."""
    usage = usage_json(event.usage or Usage(), with_output_details=False)
    frame = _event_json(COMPLETED_EVENT, event) | {"usage": usage}
    if event.safety_identifier:
        frame["safety_identifier"] = event.safety_identifier
    return sse.encode(COMPLETED_EVENT, write_json(frame, {_PICTURE: event.image}))


_PICTURE = "\ue000picture"


def _event_json(name: str, event: PartialImage | Completed) -> dict[str, Any]:
    return {
        "type": name,
        "b64_json": _PICTURE,
        "created_at": event.created_at,
        "size": event.size or "auto",
        "quality": event.quality or "auto",
        "background": event.background or "auto",
        "output_format": event.output_format or "png",
    } | ({"engine": event.engine} if event.engine else {})


def encode_response(images: Sequence[Completed], urls: Sequence[str] | None = None) -> bytes:
    """The JSON body of a plain answer, in base64, or in `urls` where given; at least one image.

    What the first image says of size, quality, background, format and usage holds for all; an
    "auto" there is left out, for a plain answer states what was done.
    """
    first = images[0]
    named = {} if urls else {f"{_PICTURE} {k}": item.image for k, item in enumerate(images)}
    sources = [{"url": url} for url in urls] if urls else [{"b64_json": mark} for mark in named]
    revised = [{"revised_prompt": i.revised_prompt} if i.revised_prompt else {} for i in images]
    stated = {
        "background": first.background,
        "engine": first.engine,
        "output_format": first.output_format,
        "quality": first.quality,
        "safety_identifier": first.safety_identifier,
        "size": first.size,
        "usage": usage_json(first.usage, with_output_details=True) if first.usage else None,
    }
    body = {
        "created": first.created_at,
        "data": [source | words for source, words in zip(sources, revised, strict=True)],
        **{name: value for name, value in stated.items() if value not in (None, "auto")},
    }
    return write_json(body, named)
