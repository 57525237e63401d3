"""Reads a response of any kind within bounds: a stream, JSON, or something else entirely.

What the body begins with decides, for servers answer JSON to a stream request, a stream to a plain
one, and mislabel both.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncGenerator, AsyncIterator

import httpx

from inpaint_studio.client.error_mapping import compressed_error, is_paid, transport_error
from inpaint_studio.client.limits import Deadline, Limits
from inpaint_studio.contract import wire
from inpaint_studio.contract.failures import summarise
from inpaint_studio.contract.incremental_json import PictureWatch
from inpaint_studio.contract.sse import ServerEvent, SseDecoder
from inpaint_studio.errors import ProtocolError
from inpaint_studio.phrase import Phrase

_TELLING_BYTES = 16
_PLAIN = ("", "identity")
_MOST_KIND = 100
_WORKS_S, _RESTS_S = 0.001, 0.004
"""Of many small events: each call of Qt that gives up the interpreter lock waits half a millisecond
for a thread that reads without a pause, and one turn of the window's thread makes thousands.
"""
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*[\[{]")
_STREAM = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?::|data\b|event\b|id\b|retry\b)")


class ResponseReader:
    """The body of a 200, read once. `was_stream` is known after the first picture or the end.

    `watch` is told of the pictures of a stream while they come.
    """

    def __init__(
        self,
        response: httpx.Response,
        deadline: Deadline,
        limits: Limits,
        watch: PictureWatch | None = None,
    ) -> None:
        self._content_type = response.headers.get("content-type", "").lower()
        self._limits = limits
        self._watch = watch
        self._chunks = bounded(response, deadline, limits.response_bytes)
        self.was_stream = False

    async def received(self) -> AsyncIterator[wire.Received]:
        """The pictures in the order they arrive.

        Raises:
            ApiError: the answer or a frame of it is an error.
            ConnectionFailed: cut off or too slow; ProtocolError: not this contract.
        """
        opening = await self._opening()
        self.was_stream = self._is_stream(opening)
        if self.was_stream:
            async for received in self._events(opening):
                yield received
        else:
            yield wire.parse_response(await self._body(opening))

    async def _opening(self) -> bytes:
        """The body's beginning; white space before it means nothing in JSON and in streams."""
        opening = b""
        async for chunk in self._chunks:
            opening = (opening + chunk).lstrip()
            if len(opening) >= _TELLING_BYTES:
                break
        return opening

    def _is_stream(self, opening: bytes) -> bool:
        if _JSON.match(opening):
            return False
        stated = "event-stream" in self._content_type
        if "html" not in self._content_type and (stated or _STREAM.match(opening)):
            return True
        said = summarise(opening.decode("utf-8", "replace"), is_html="html" in self._content_type)
        kind = self._content_type.partition(";")[0][:_MOST_KIND] or Phrase(
            "nothing said of its kind"
        )
        raise ProtocolError(
            "The endpoint does not speak this contract",
            Phrase(
                "It answered with {kind}: {said}. Check the base URL and path.",
                kind=kind,
                said=said or "an empty body",
            ),
        )

    async def _events(self, opening: bytes) -> AsyncIterator[wire.Received]:
        """Frames with pictures up to `[DONE]` or the end of the stream."""
        decoder = SseDecoder(self._limits.event_bytes, self._watch)
        chunk = opening
        while chunk:
            began = time.monotonic()
            for event in decoder.feed(chunk):
                if wire.is_done(event):
                    return
                received = wire.parse_event(event)
                del event  # megabytes that nobody needs while the next ones arrive
                if received:
                    yield received
                if time.monotonic() - began > _WORKS_S:
                    await asyncio.sleep(_RESTS_S)
                    began = time.monotonic()
            chunk = await anext(self._chunks, b"")
        for event in decoder.finish():
            if received := _whole_event(event):
                yield received

    async def _body(self, opening: bytes) -> bytes:
        return b"".join([opening, *[chunk async for chunk in self._chunks]])


def _whole_event(event: ServerEvent) -> wire.Received | None:
    """The frame a server left without its blank line; nothing where the connection cut it."""
    try:
        return wire.parse_event(event)
    except ProtocolError:
        return None


async def bounded(
    response: httpx.Response, deadline: Deadline, max_bytes: int
) -> AsyncGenerator[bytes, None]:
    """The body's chunks up to a deadline and a size, faults translated.

    Raises:
        ConnectionFailed: cut off or too slow.
        ProtocolError: larger than `max_bytes`, or compressed.
    """
    was_paid = is_paid(response.request)
    if response.headers.get("content-encoding", "identity").strip().lower() not in _PLAIN:
        raise compressed_error(response.url.host, was_paid=was_paid)
    stream, held = response.aiter_raw(), 0
    while True:
        try:
            async with deadline.limit():
                chunk = await anext(stream)
        except StopAsyncIteration:
            return
        except (httpx.HTTPError, OSError) as error:
            raise transport_error(error, response.url.host, was_paid=was_paid) from error
        held += len(chunk)
        if held > max_bytes:
            raise ProtocolError(
                Phrase("The answer is too large"),
                Phrase(
                    "{host} sent more than {megabytes} MB.",
                    host=response.url.host,
                    megabytes=max_bytes // 1_048_576,
                ),
            )
        yield chunk
