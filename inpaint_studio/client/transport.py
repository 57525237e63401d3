"""Sends one HTTP request and hands back a 200, or says why there is none."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any

import httpx

from inpaint_studio.client import error_mapping, retry
from inpaint_studio.client.address import endpoint_url, request_headers
from inpaint_studio.client.form import WireRequest, form_body
from inpaint_studio.client.http_clients import HttpClients, redirect_location
from inpaint_studio.client.limits import Deadline, Limits
from inpaint_studio.client.response import bounded
from inpaint_studio.contract.profile import Profile
from inpaint_studio.errors import StudioError


@dataclass(frozen=True, slots=True)
class Opened:
    """A 200 whose body has not been read, and by when it must have been."""

    response: httpx.Response
    deadline: Deadline


class Transport:
    """What an endpoint is asked: edits, and what is read beside them."""

    def __init__(self, clients: HttpClients, limits: Limits) -> None:
        self._clients = clients
        self._limits = limits

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
        request = httpx.Request(
            "POST", url, headers=headers, content=body, extensions=_timeouts(profile)
        )
        return await self._send(request, Deadline(profile.total_timeout_s))

    @asynccontextmanager
    async def get(
        self, profile: Profile, path: str, api_key: str | None, seconds: float
    ) -> AsyncIterator[Opened]:
        """The answer to a GET below the profile's base URL; raises as `post` does."""
        url = endpoint_url(profile, path)
        headers = request_headers(profile, api_key)
        request = httpx.Request("GET", url, headers=headers, extensions=_timeouts(profile))
        opened = await self._send(request, Deadline(seconds))
        try:
            yield opened
        finally:
            await opened.response.aclose()

    async def _send(self, request: httpx.Request, deadline: Deadline) -> Opened:
        response = await self._clients.send(request, deadline)
        if response.is_success:
            return Opened(response, deadline)
        try:
            raise await self._failure(Opened(response, deadline))
        finally:
            await response.aclose()

    async def _failure(self, opened: Opened) -> Exception:
        if opened.response.is_redirect:
            target = redirect_location(opened.response)
            return error_mapping.redirect_error(opened.response.url.host, target)
        body = await self._beginning(opened)
        error = error_mapping.response_error(opened.response, body)
        return retry.failed_attempt(error, opened.response)

    async def _beginning(self, opened: Opened) -> bytes:
        """As much of an error's body as arrives and is wanted; the status alone is enough."""
        body = b""
        with suppress(StudioError):
            async for chunk in bounded(opened.response, opened.deadline, self._limits.error_bytes):
                body += chunk
        return body


def _timeouts(profile: Profile) -> dict[str, Any]:
    idle, connect = profile.idle_timeout_s, profile.connect_timeout_s
    timeout = httpx.Timeout(connect=connect, read=idle, write=idle, pool=None)
    return {"timeout": timeout.as_dict()}
