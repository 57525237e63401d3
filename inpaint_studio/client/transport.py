"""Sends one HTTP request and hands back a 200, or says why there is none."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

import httpcore
import httpx

from inpaint_studio.client import error_mapping, retry
from inpaint_studio.client.address import endpoint_url, request_headers
from inpaint_studio.client.form import WireRequest, form_body
from inpaint_studio.client.limits import Deadline, Limits
from inpaint_studio.client.response import bounded
from inpaint_studio.contract.profile import Profile, is_loopback
from inpaint_studio.errors import StudioError

httpcore.AsyncHTTP11Connection.READ_NUM_BYTES = 256 * 1024
"""As much as asyncio reads at once. Each read passes through some twenty functions of Python; with
the usual 64 KB the reading thread keeps the interpreter lock from the window's.
"""

_NEVER_MADE = (httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError)


@dataclass(frozen=True, slots=True)
class Opened:
    """A 200 whose body has not been read, and by when it must have been."""

    response: httpx.Response
    deadline: Deadline


class Transport:
    """The HTTP clients: those that heed the environment's proxies, and those for loopback."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._clients: dict[tuple[bool, bool], httpx.AsyncClient] = {}

    async def aclose(self) -> None:
        """Close what connections remain."""
        for client in self._clients.values():
            await client.aclose()
        self._clients.clear()

    def client_for(self, url: httpx.URL) -> httpx.AsyncClient:
        """The HTTP client for a URL's host and scheme; made on first use, in the running loop."""
        kind = local, secure = is_loopback(url.host), url.scheme == "https"
        if kind not in self._clients:
            self._clients[kind] = httpx.AsyncClient(
                trust_env=not local,
                follow_redirects=False,
                # Reading the trusted certificates takes 40 ms, which plain http has no use for.
                verify=True if secure else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
                # A kept connection that the server closes meanwhile looks like a lost, paid run.
                limits=httpx.Limits(max_keepalive_connections=0),
            )
        return self._clients[kind]

    async def post(self, job: WireRequest) -> Opened:
        """Send a job. The caller closes the response.

        Raises:
            error_mapping.FailedAttempt: nothing can have been generated.
            StudioError: something may have been, or the request is not fit to be sent.
        """
        profile = job.profile
        url = endpoint_url(profile, profile.edits_path, job.model)
        body = form_body(job)
        headers = request_headers(profile, job.api_key) | {
            "Accept": "text/event-stream, application/json" if job.stream else "application/json",
            "Content-Type": body.content_type,
            "Content-Length": str(body.content_length),
        }
        request = self.client_for(url).build_request(
            "POST", url, headers=headers, content=body, timeout=_timeout(profile)
        )
        return await self._send(request, Deadline(profile.total_timeout_s), job.api_key)

    @asynccontextmanager
    async def get(
        self, profile: Profile, path: str, api_key: str | None, seconds: float
    ) -> AsyncIterator[Opened]:
        """The answer to a GET below the profile's base URL; raises as `post` does."""
        url = endpoint_url(profile, path)
        headers = request_headers(profile, api_key)
        request = self.client_for(url).build_request(
            "GET", url, headers=headers, timeout=_timeout(profile)
        )
        opened = await self._send(request, Deadline(seconds), api_key)
        try:
            yield opened
        finally:
            await opened.response.aclose()

    async def _send(
        self, request: httpx.Request, deadline: Deadline, api_key: str | None
    ) -> Opened:
        host = request.url.host
        try:
            async with deadline.limit():
                response = await self.client_for(request.url).send(request, stream=True)
        except _NEVER_MADE as error:
            raise error_mapping.connect_error(error, host) from error
        except (httpx.HTTPError, TimeoutError) as error:
            raise error_mapping.transport_error(error, host) from error
        if response.is_success:
            return Opened(response, deadline)
        try:
            raise await self._failure(Opened(response, deadline), api_key)
        finally:
            await response.aclose()

    async def _failure(self, opened: Opened, api_key: str | None) -> Exception:
        if opened.response.is_redirect:
            return error_mapping.redirect_error(opened.response)
        body = await self._beginning(opened)
        error = error_mapping.response_error(opened.response, body, api_key)
        return retry.failed_attempt(error, opened.response)

    async def _beginning(self, opened: Opened) -> bytes:
        """As much of an error's body as arrives and is wanted; the status alone is enough."""
        body = b""
        with suppress(StudioError):
            async for chunk in bounded(opened.response, opened.deadline, self._limits.error_bytes):
                body += chunk
        return body


def _timeout(profile: Profile) -> httpx.Timeout:
    idle, connect = profile.idle_timeout_s, profile.connect_timeout_s
    return httpx.Timeout(connect=connect, read=idle, write=idle, pool=None)
