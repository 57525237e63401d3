"""Who may speak to this endpoint, how much they may send, and for how long.

A web page in the person's browser can reach loopback: hence the Host check (a foreign name that
resolves here), the Origin check, the token, and no CORS headers at all.
"""

from __future__ import annotations

import asyncio
import hmac
import secrets
import time
from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from inpaint_studio.server.error_responses import ErrorResponse

LOOPBACK_HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})

BODY_LIMIT = 850_000_000
"""Bytes: the contract's 16 pictures of 50 MB, and room for a mask and the fields."""

IDLE_LIMIT_S = 30.0
TOTAL_LIMIT_S = 600.0
DRAIN_LIMIT = 64 * 1024 * 1024

PUBLIC_FOLDER = "/v1/results/"
"""Needs no key: the names of results cannot be guessed, as the vendor's URLs cannot."""


class Guard:
    """Stands before the application. `hosts` None takes any Host; `api_key` None any caller."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        api_key: str | None,
        hosts: Collection[str] | None = LOOPBACK_HOSTS,
        body_limit: int = BODY_LIMIT,
        idle_limit_s: float = IDLE_LIMIT_S,
    ) -> None:
        self._app = app
        self._key = api_key.encode() if api_key else None
        self._hosts = hosts
        self._body_limit = body_limit
        self._idle_limit_s = idle_limit_s

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Respond with an error, or let the application respond."""
        if scope["type"] != "http":
            return
        headers = Headers(scope=scope)
        send = _signed(send)
        error = self._error(headers, scope["path"])
        body = _Body(receive, self._body_limit, self._idle_limit_s)
        if error is None:
            await self._app(scope, body.receive, send)
        else:
            await body.drain()
            await error.response()(scope, receive, send)

    def _error(self, headers: Headers, path: str) -> ErrorResponse | None:
        host = headers.get("host", "")
        if self._hosts is not None and _host_name(host) not in self._hosts:
            return ErrorResponse(403, f"This server does not answer to the host name '{host}'.")
        origin = headers.get("origin")
        if origin is not None and origin not in (f"http://{host}", f"https://{host}"):
            return ErrorResponse(403, "Web pages may not use this server.")
        if self._key is not None and not path.startswith(PUBLIC_FOLDER):
            return self._key_error(headers, self._key)
        return self._length_error(headers)

    def _key_error(self, headers: Headers, key: bytes) -> ErrorResponse | None:
        scheme, _, token = headers.get("authorization", "").partition(" ")
        given = token.strip() if scheme.lower() == "bearer" else headers.get("api-key", "")
        if hmac.compare_digest(given.encode("latin-1"), key):
            return self._length_error(headers)
        message = "Incorrect API key provided." if given else "You didn't provide an API key."
        return ErrorResponse(
            401, message, code="invalid_api_key", headers={"www-authenticate": "Bearer"}
        )

    def _length_error(self, headers: Headers) -> ErrorResponse | None:
        length = headers.get("content-length", "")
        return too_large(self._body_limit) if _as_int(length) > self._body_limit else None


def too_large(limit: int) -> ErrorResponse:
    """The body exceeds the limit."""
    return ErrorResponse(
        413, f"The request is too large: at most {limit // 1_000_000} MB are read."
    )


class _Body:
    """Counts what is received and how long it takes; after the body, waits without a limit."""

    def __init__(self, receive: Receive, limit: int, idle_limit_s: float) -> None:
        self._receive = receive
        self._left = limit
        self._limit = limit
        self._idle_limit_s = idle_limit_s
        self._ends = time.monotonic() + TOTAL_LIMIT_S
        self._complete = False

    async def receive(self) -> Message:
        """The next message.

        Raises:
            ErrorResponse: too many bytes, or too slowly.
        """
        if self._complete:
            return await self._receive()
        message = await self._next_chunk()
        self._complete = not message.get("more_body", False)
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise too_large(self._limit)
        return message

    async def _next_chunk(self) -> Message:
        patience = min(self._idle_limit_s, max(0.0, self._ends - time.monotonic()))
        try:
            async with asyncio.timeout(patience):
                return await self._receive()
        except TimeoutError:
            self._complete = True
            message = "The request's body did not arrive in time."
            raise ErrorResponse(408, message, headers={"connection": "close"}) from None

    async def drain(self) -> None:
        """Read what is on its way, so that the caller gets to read the answer."""
        self._left = min(self._left, DRAIN_LIMIT)
        try:
            while not self._complete:
                await self.receive()
        except ErrorResponse:
            return


def _signed(send: Send) -> Send:
    """`send` with the headers a caller quotes to support."""
    started = time.monotonic()

    async def send_signed(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers["x-request-id"] = f"req_{secrets.token_hex(16)}"
            headers["openai-processing-ms"] = str(round((time.monotonic() - started) * 1000))
        await send(message)

    return send_signed


def _host_name(host: str) -> str:
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _as_int(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0
