"""Who may speak to this endpoint, how much they may send, and for how long.

A web page in the person's browser can reach loopback: hence the Host check (a foreign name that
resolves here), the Origin check, the token, and no CORS headers at all.
"""

from __future__ import annotations

import asyncio
import hmac
import ipaddress
import re
import secrets
import time
from collections.abc import Collection
from typing import Protocol

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from inpaint_studio.server.error_responses import ErrorResponse
from inpaint_studio.server.places import Places

LOOPBACK_HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})
ANY_NUMBER = "*.*.*.*"
"""Among the hosts: every numeric address. Only a name can be made to point here by someone else."""

BODY_LIMIT = 850_000_000
"""Bytes: the contract's 16 pictures of 50 MB, and room for a mask and the fields."""

IDLE_LIMIT_S = 30.0
TOTAL_LIMIT_S = 600.0
DRAIN_LIMIT = 64 * 1024 * 1024
DRAIN_LIMIT_S = 3.0
"""For what is on its way of a request that is refused: a caller who is still sending when the
connection is closed would see a reset in place of the answer."""

LEAST_SPEED = 50_000
"""Bytes a second at which an answer has to be taken, beside the idle limit."""

_HOST = re.compile(r"(?:\[([\w:.%]+)\]|([\w.-]+))(?::\d*)?", re.ASCII)

CONNECTION = "connection"
"""Where a request's state holds its `Connection`."""

PUBLIC_FOLDER = "/v1/results/"
"""Needs no key: the names of results cannot be guessed, as the vendor's URLs cannot."""


class Connection(Protocol):
    """What carries a request."""

    def refuse(self) -> None:
        """It is the first to give way from now on."""

    def abort(self) -> None:
        """Close it now, whatever is still to be sent."""


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
        self._places = Places()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Respond with an error, or let the application respond."""
        if scope["type"] != "http":
            return
        send = _signed(send)
        error = self._error(Headers(scope=scope), scope["path"])
        if error is not None:
            await self._refuse(error, scope, receive, send)
            return
        address = (scope.get("client") or ("", 0))[0]
        if not self._places.take(address):
            await self._refuse(full_house(), scope, receive, send)
            return
        try:
            body = _Body(receive, self._body_limit, self._idle_limit_s)
            await self._app(scope, body.receive, _in_time(send, scope, self._idle_limit_s))
        finally:
            self._places.leave(address)

    async def _refuse(
        self, error: ErrorResponse, scope: Scope, receive: Receive, send: Send
    ) -> None:
        """Respond with an error; who is refused takes no place, and gives way to everyone else."""
        connection: Connection | None = scope.get("state", {}).get(CONNECTION)
        if connection is not None:
            connection.refuse()
        await _Body(receive, DRAIN_LIMIT, DRAIN_LIMIT_S, DRAIN_LIMIT_S).drain()
        error.headers.setdefault("connection", "close")
        await error.response()(scope, receive, send)

    def _error(self, headers: Headers, path: str) -> ErrorResponse | None:
        if "transfer-encoding" in headers and "content-length" in headers:
            return ErrorResponse(400, "A body has either a length or a transfer coding, not both.")
        host = headers.get("host", "")
        if not self._answers_to(_host_name(host)):
            return ErrorResponse(403, f"This server does not answer to the host name '{host}'.")
        origin = headers.get("origin")
        if origin is not None and origin not in (f"http://{host}", f"https://{host}"):
            return ErrorResponse(403, "Web pages may not use this server.")
        if self._key is not None and not path.startswith(PUBLIC_FOLDER):
            return self._key_error(headers, self._key)
        return self._length_error(headers)

    def _answers_to(self, name: str) -> bool:
        if self._hosts is None or name in self._hosts:
            return True
        return ANY_NUMBER in self._hosts and _is_number(name)

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


def full_house() -> ErrorResponse:
    """As many are at work here as can be."""
    return ErrorResponse(
        503,
        "Too many requests are at work here. Try again in a few seconds.",
        kind="server_error",
        headers={"retry-after": "2"},
    )


def too_large(limit: int) -> ErrorResponse:
    """The body exceeds the limit."""
    return ErrorResponse(
        413, f"The request is too large: at most {limit // 1_000_000} MB are read."
    )


class _Body:
    """Counts what is received and how long it takes; after the body, waits without a limit."""

    def __init__(
        self,
        receive: Receive,
        limit: int,
        idle_limit_s: float,
        total_limit_s: float = TOTAL_LIMIT_S,
    ) -> None:
        self._receive = receive
        self._left = limit
        self._limit = limit
        self._idle_limit_s = idle_limit_s
        self._ends = time.monotonic() + total_limit_s
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
        try:
            while not self._complete:
                message = await self.receive()
                if message["type"] == "http.disconnect":
                    return
        except ErrorResponse:
            return


def _in_time(send: Send, scope: Scope, idle_limit_s: float) -> Send:
    """`send` for callers who take what they are sent; any other is hung up on."""
    connection: Connection | None = scope.get("state", {}).get(CONNECTION)
    unsent = 0

    async def send_in_time(message: Message) -> None:
        nonlocal unsent
        try:
            async with asyncio.timeout(idle_limit_s + unsent / LEAST_SPEED):
                await send(message)
        except TimeoutError:
            if connection is None:
                raise
            connection.abort()
        unsent = len(message.get("body", b""))

    return send_in_time


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
    """In lower case, without port and brackets; empty where it is no host."""
    found = _HOST.fullmatch(host)
    return (found[1] or found[2]).lower() if found else ""


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _as_int(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 20 else 0
