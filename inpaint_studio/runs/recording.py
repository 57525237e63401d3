"""What came of a request, and how that is written down: one way for window and command line."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import Any, Protocol

from inpaint_studio.contract.events import Completed, PartialImage, Usage
from inpaint_studio.contract.media import sniff
from inpaint_studio.contract.response_facts import NAMES, ResponseFacts, response_facts_of
from inpaint_studio.contract.sizes import format_size
from inpaint_studio.errors import ConnectionFailed, ImageError, StudioError
from inpaint_studio.history.details import error_json
from inpaint_studio.history.records import NewRun, RunRecord, State, VariantRecord
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.image_file import decode_result_told
from inpaint_studio.picture.placement import Placed, Placement, Site

UNKNOWN_TYPE = "application/octet-stream"


class Ledger(Protocol):
    """Where runs are written down: the verbs of `History` that a run needs, told there."""

    def put(self, data: bytes, media_type: str) -> str: ...

    def begin(self, new_run: NewRun) -> RunRecord: ...

    def add_variant(self, run_id: str) -> VariantRecord: ...

    def start(self, variant_id: str) -> None: ...

    def add_partial(self, variant_id: str, index: int, blob: str) -> None: ...

    def finish(
        self,
        variant_id: str,
        *,
        blob: str,
        media_type: str,
        usage: Usage | None = None,
        seconds: float | None = None,
        answer_json: str | None = None,
    ) -> None: ...

    def fail(
        self,
        variant_id: str,
        *,
        state: State = "failed",
        title: str,
        message: str,
        seconds: float | None = None,
        answer_json: str | None = None,
    ) -> None: ...


@dataclass(frozen=True, slots=True, eq=False)
class Result:
    """What a final image is: its pixels as they came, and placed where it has a place.

    `problem` says why it cannot be put into the picture; its bytes are kept all the same.
    `notices` are sentences on what was changed or left out as it was decoded.
    """

    event: Completed
    returned: ResponseFacts
    decoded: Pixels | None = None
    raw: Pixels | None = None
    placed: Placed | None = None
    problem: ImageError | None = None
    notices: tuple[str, ...] = ()

    @property
    def said(self) -> dict[str, Any]:
        """What the endpoint says of it, in its own words under its own names; None unless said."""
        event = self.event
        own = {"revised_prompt": event.revised_prompt, "safety_identifier": event.safety_identifier}
        stated = {name: getattr(event, name) for name in NAMES}
        return {**stated, "created": event.created_at or None, **own}

    @property
    def response_json(self) -> str:
        """What came, what the server says of it where that differs, and what it did to the rest."""
        returned = asdict(self.returned)
        stated = {
            name: value
            for name, value in self.said.items()
            if value and value != returned.get(name)
        }
        figures = asdict(self.placed.figures) if self.placed else None
        told = {"returned": returned, "stated": stated, "figures": figures}
        return json.dumps({**told, "notices": " ".join(self.notices)})


def result_of(
    event: Completed,
    site: Site | None,
    decoded: Pixels | None = None,
    *,
    placement: Placement | None = None,
    mask: Pixels | None = None,
) -> Result:
    """Decode a final image, unless that has been done, and place it; slow, for a worker thread."""
    notices: tuple[str, ...] = ()
    try:
        if decoded is None:
            decoded, notices = decode_result_told(event.image)
    except ImageError as error:
        return Result(event, response_facts_of(event, None), problem=without_frames(error))
    size = format_size((decoded.shape[1], decoded.shape[0]))
    result = Result(event, response_facts_of(event, size), decoded, notices=notices)
    if site is None:
        return result
    try:
        raw = site.fitted(decoded)
    except ImageError as error:
        return replace(result, problem=without_frames(error))
    return replace(result, raw=raw, placed=site.placed(raw, placement, mask=mask))


def without_frames(error: ImageError) -> ImageError:
    """An error that is kept: the frames it came through hold the picture that it is about."""
    error.__cause__ = error.__context__ = None
    return error.with_traceback(None)


def store_image(history: Ledger, event: PartialImage | Completed) -> str:
    """Keep the bytes of an image; the name of its blob."""
    return history.put(event.image, sniff(event.image) or UNKNOWN_TYPE)


def result_row(result: Result, seconds: float) -> dict[str, Any]:
    """What `finish` is told of a result beside its blob; no pixels are held by it."""
    return {
        "media_type": sniff(result.event.image) or UNKNOWN_TYPE,
        "usage": result.event.usage,
        "seconds": seconds,
        "answer_json": result.response_json,
    }


def record_failure(
    history: Ledger,
    variant_id: str,
    error: StudioError,
    seconds: float,
    state: State | None = None,
) -> None:
    """Nothing more comes of a variant; `state` is read off the error unless it is given."""
    history.fail(
        variant_id,
        state=state or state_after(error),
        title=error.title,
        message=error.message,
        seconds=seconds,
        answer_json=error_json(error),
    )


def state_after(error: StudioError) -> State:
    """What an error makes of a variant: interrupted where it may have been charged."""
    is_charged = isinstance(error, ConnectionFailed) and error.maybe_charged
    return "interrupted" if is_charged else "failed"
