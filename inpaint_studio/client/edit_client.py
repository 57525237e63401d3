"""EditClient: one edit against one endpoint, as a stream of typed events."""

from __future__ import annotations

import asyncio
import itertools
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import aclosing
from dataclasses import replace
from urllib.request import getproxies

from inpaint_studio.client import error_mapping, retry
from inpaint_studio.client.address import parse_url
from inpaint_studio.client.download import Download, FileDownload, Resolve, resolve
from inpaint_studio.client.form import WireRequest, mask_for
from inpaint_studio.client.http_clients import HttpClients
from inpaint_studio.client.image_sequence import ImageSequence
from inpaint_studio.client.limits import Deadline, Limits
from inpaint_studio.client.local_fill import local_fill_error
from inpaint_studio.client.model_list import model_ids
from inpaint_studio.client.response import ResponseReader, bounded
from inpaint_studio.client.transport import Opened, Transport
from inpaint_studio.contract.events import EditEvent, PassedOver, Retrying
from inpaint_studio.contract.incremental_json import PictureWatch
from inpaint_studio.contract.params import EditRequest
from inpaint_studio.contract.profile import Profile, is_local_fill
from inpaint_studio.contract.secrets import Secrets
from inpaint_studio.contract.wire import Received
from inpaint_studio.errors import ConnectionFailed, RejectedError, RequestError, StudioError

log = logging.getLogger(__name__)

_MODELS_DEADLINE_S = 30.0
_FILE_DEADLINE_S = 60.0


class EditClient:
    """Speaks to endpoints; belongs to the event loop it is first used in.

    Remembers per address and model which endpoints turned out not to stream.
    """

    def __init__(self, *, limits: Limits | None = None, resolve: Resolve = resolve) -> None:
        self._limits = limits or Limits()
        self._resolve = resolve
        self._clients = HttpClients()
        self._transport = Transport(self._clients, self._limits)
        self._plain_only: set[tuple[str, str]] = set()

    async def aclose(self) -> None:
        """Close what connections remain."""
        await self._clients.aclose()

    async def edit(
        self,
        profile: Profile,
        request: EditRequest,
        api_key: str | None = None,
        *,
        skip_wait: asyncio.Event | None = None,
        watch: PictureWatch | None = None,
    ) -> AsyncGenerator[EditEvent, None]:
        """Send the request: partials and finals as they arrive, waits as they are announced.

        Streams where the params wish it and the profile allows it. How many variants one request
        may ask for is `Profile.most_at_once`. Ending the iteration closes the socket. Setting
        `skip_wait` ends a wait that was announced: the request is sent again at once. `watch` is
        told of streamed pictures while they come.

        Raises:
            RequestError, ImageError: nothing was sent.
            ApiError: the endpoint refused, in its own words.
            ConnectionFailed: unreachable, cut off or too slow; carries the last partial.
            ProtocolError: the endpoint does not speak this contract.
        """
        secrets = _secrets(profile, api_key, request.params.extra)
        try:
            job = await _job(profile, request, api_key)
            async with aclosing(self._perform(job, skip_wait, watch)) as events:
                async for event in events:
                    yield secrets.of_event(event)
        except Exception as error:
            secrets.cleanse(error)
            if isinstance(error, StudioError) and is_local_fill(profile):
                raise local_fill_error(error) from error
            raise

    def is_plain(self, profile: Profile, model: str) -> bool:
        """Whether the endpoint turned out not to stream that model, while the profile is "auto"."""
        return (profile.base_url, model) in self._plain_only

    async def models(self, profile: Profile, api_key: str | None = None) -> list[str]:
        """The ids `GET /models` lists, in its order; being listed does not prove access.

        Raises:
            ApiError, ConnectionFailed, ProtocolError: as for `edit`.
        """
        secrets = _secrets(profile, api_key)
        try:
            listed = await self._listed(profile, api_key)
        except Exception as error:
            secrets.cleanse(error)
            raise
        return [model for model in listed if secrets.scrub(model) == model]

    async def _listed(self, profile: Profile, api_key: str | None) -> list[str]:
        get = self._transport.get(profile, "/models", api_key, _MODELS_DEADLINE_S)
        try:
            async with get as opened:
                chunks = bounded(opened.response, opened.deadline, self._limits.response_bytes)
                return model_ids(b"".join([chunk async for chunk in chunks]))
        except error_mapping.FailedAttempt as failure:
            raise failure.error from failure

    def _streams(self, job: WireRequest) -> bool:
        profile, wished = job.profile, job.request.params.stream
        learned = profile.streaming == "auto" and _place(job) in self._plain_only
        return wished and profile.streaming != "off" and not learned

    async def _perform(
        self,
        job: WireRequest,
        skip_wait: asyncio.Event | None,
        watch: PictureWatch | None,
    ) -> AsyncGenerator[EditEvent, None]:
        """One request, sent again only while nothing can have been generated."""
        for attempt in itertools.count(1):
            try:
                job, opened = await self._open(job)
                break
            except error_mapping.FailedAttempt as failure:
                delay = retry.retry_delay(failure, attempt)
                if delay is None:
                    raise failure.error from failure
                yield Retrying(delay_s=delay, attempt=attempt, reason=failure.error.title)
                await retry.wait(delay, skip_wait)
        try:
            async for event in self._receive(job, opened, watch):
                yield event
        finally:
            await opened.response.aclose()

    async def _open(self, job: WireRequest) -> tuple[WireRequest, Opened]:
        """The answer to a job, or to the same job without a stream where that alone is refused."""
        job = replace(job, stream=self._streams(job))
        try:
            return job, await self._transport.post(job)
        except error_mapping.FailedAttempt as failure:
            if not self._takes_no_streams(job, failure.error):
                raise
        self._plain_only.add(_place(job))
        job = replace(job, stream=False)
        return job, await self._transport.post(job)

    def _takes_no_streams(self, job: WireRequest, error: StudioError) -> bool:
        if not job.stream or job.profile.streaming != "auto":
            return False
        if not isinstance(error, RejectedError) or error.status not in (400, 422):
            return False
        return error.param in ("stream", "partial_images") or "stream" in error.detail.lower()

    async def _receive(
        self, job: WireRequest, opened: Opened, watch: PictureWatch | None
    ) -> AsyncIterator[EditEvent]:
        """The events of a 200."""
        images = ImageSequence(expected=max(1, job.request.params.n))
        reader = ResponseReader(opened.response, opened.deadline, self._limits, watch)
        try:
            async for received in reader.received():
                self._learn(job, reader)
                async for event in self._events(images, received, job, opened):
                    yield event
                if images.has_all:
                    opened.deadline.shorten(self._limits.grace_s)
        except StudioError as error:
            if not images.has_all:
                _keep_partial(error, images)
                raise
            log.info("After the last image: %s", error.title)
        if images.passed_over:
            yield PassedOver(count=images.passed_over)
        if not images.has_any:
            raise error_mapping.ended_early(opened.response.url.host, images.partial)

    def _learn(self, job: WireRequest, reader: ResponseReader) -> None:
        if job.stream and not reader.was_stream and job.profile.streaming == "auto":
            self._plain_only.add(_place(job))

    async def _events(
        self, images: ImageSequence, received: Received, job: WireRequest, opened: Opened
    ) -> AsyncIterator[EditEvent]:
        for item in received.images:
            if not images.wants(received.kind):
                continue
            image = item.image
            if image is None:
                image = await self._fetch(item.url or "", job, opened)
            event: EditEvent | None
            if received.kind == "partial":
                event = images.take_partial(image, received)
            else:
                event = images.take_final(image, received, item.revised_prompt)
            if event is not None:
                yield event

    async def fetch_file(self, address: str) -> bytes:
        """The file at an http or https address: bounded, in a minute, no cookies, no key.

        Raises:
            ProtocolError: no address, nothing there, too large; ConnectionFailed: unreachable.
        """
        try:
            url = parse_url(address)
        except ValueError as error:
            raise RequestError("The picture cannot be fetched", "It has no address.") from error
        download = FileDownload(
            self._clients, Profile(name="", base_url=""), url, None, self._resolve
        )
        return await download.fetch(address, Deadline(_FILE_DEADLINE_S))

    async def _fetch(self, url: str, job: WireRequest, opened: Opened) -> bytes:
        endpoint = opened.response.url
        download = Download(self._clients, job.profile, endpoint, job.api_key, self._resolve)
        return await download.fetch(url, opened.deadline)


def _secrets(
    profile: Profile, api_key: str | None, extra: Mapping[str, object] | None = None
) -> Secrets:
    """What is sent, which the endpoint may say back, and what opens the way to it."""
    return Secrets.of(profile, api_key, further=extra, proxies=getproxies().values())


async def _job(profile: Profile, request: EditRequest, api_key: str | None) -> WireRequest:
    if not request.images:
        raise RequestError("There is no picture", "Open a picture first.", field="image")
    if request.mask is not None and profile.mask_convention != "alpha":
        mask = await asyncio.to_thread(mask_for, profile, request.mask)
        request = replace(request, mask=mask)
    return WireRequest(profile=profile, request=request, api_key=api_key)


def _place(job: WireRequest) -> tuple[str, str]:
    return job.profile.base_url, job.model


def _keep_partial(error: StudioError, images: ImageSequence) -> None:
    if isinstance(error, ConnectionFailed):
        error.partial = images.partial
