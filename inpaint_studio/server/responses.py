"""The two bodies that answer an edit: JSON, or a stream of events."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable

from starlette.responses import Response
from starlette.types import Send

from inpaint_studio.contract import sse
from inpaint_studio.contract.events import Completed, PartialImage
from inpaint_studio.contract.failures import FILL_TOO_LARGE
from inpaint_studio.contract.wire import (
    ERROR_EVENT,
    encode_completed,
    encode_partial,
    encode_response,
)
from inpaint_studio.engine.protocol import EngineFault, FillCancelled
from inpaint_studio.errors import ImageError
from inpaint_studio.server.edits import EditTask
from inpaint_studio.server.error_responses import ErrorResponse, server_failed

Keep = Callable[[Completed], str]
"""Stores a result and returns the URL it can be fetched from."""

CLIENT_GONE = 499


async def plain_response(edit: EditTask, keep: Keep | None) -> Response:
    """All results in one JSON body, as base64 or as URLs."""
    try:
        results = await edit.results()
    except FillCancelled:
        return Response(status_code=CLIENT_GONE)
    except (MemoryError, EngineFault, ImageError) as fault:
        return _failure(fault).response()
    urls = [keep(result) for result in results] if keep else None
    return Response(encode_response(results, urls), media_type="application/json")


class StreamedResponse:
    """Server-sent events: the intermediate images, then the result."""

    def __init__(self, edit: EditTask) -> None:
        self._edit = edit

    async def send(self, send: Send) -> None:
        """Answer while working; a cut stream ends without its last event."""
        headers = [(b"content-type", b"text/event-stream"), (b"cache-control", b"no-store")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        async for frame in self._events():
            await send({"type": "http.response.body", "body": frame, "more_body": True})
        if not self._edit.faults.cut_stream:
            await send({"type": "http.response.body", "body": b""})

    async def _events(self) -> AsyncIterator[bytes]:
        try:
            async for event in self._edit.events():
                if isinstance(event, PartialImage):
                    yield encode_partial(event)
                elif self._edit.faults.stream_error:
                    yield _error_event(server_failed())
                elif not self._edit.faults.cut_stream:
                    yield encode_completed(event)
        except FillCancelled:
            return
        except (MemoryError, EngineFault, ImageError) as fault:
            yield _error_event(_failure(fault))


def _failure(fault: MemoryError | EngineFault | ImageError) -> ErrorResponse:
    match fault:
        case EngineFault(code=code):
            return server_failed(str(fault), code)
        case MemoryError():
            return server_failed(str(fault), FILL_TOO_LARGE)
    return server_failed(str(fault))


def _error_event(error: ErrorResponse) -> bytes:
    return sse.encode(ERROR_EVENT, json.dumps({"type": ERROR_EVENT, **error.body}))
