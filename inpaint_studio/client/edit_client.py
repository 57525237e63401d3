"""EditClient: one edit against one endpoint, as a stream of typed events."""

from __future__ import annotations

import asyncio
import itertools
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import aclosing
from dataclasses import replace

from inpaint_studio.client import faults, retry
from inpaint_studio.client.answer import Answer, bounded
from inpaint_studio.client.download import Download, Resolve, resolve
from inpaint_studio.client.fan_out import SideBySide
from inpaint_studio.client.form import Job, mask_for
from inpaint_studio.client.gathering import Gathering
from inpaint_studio.client.limits import Limits
from inpaint_studio.client.local_fill import in_own_words
from inpaint_studio.client.model_list import model_ids
from inpaint_studio.client.transport import Opened, Transport
from inpaint_studio.contract.arriving import PictureWatch
from inpaint_studio.contract.events import EditEvent, Retrying, VariantFailed
from inpaint_studio.contract.params import EditRequest
from inpaint_studio.contract.profile import Profile, is_local_fill
from inpaint_studio.contract.seeds import seeded
from inpaint_studio.contract.wire import Received
from inpaint_studio.errors import ConnectionFailed, RejectedError, RequestError, StudioError

log = logging.getLogger(__name__)

_MODELS_DEADLINE_S = 30.0


class EditClient:
    """Speaks to endpoints; belongs to the event loop it is first used in.

    Remembers per address and model which endpoints turned out not to stream.
    """

    def __init__(
        self, *, parallel: int = 4, limits: Limits | None = None, resolve: Resolve = resolve
    ) -> None:
        self._parallel = parallel
        self._limits = limits or Limits()
        self._resolve = resolve
        self._transport = Transport(self._limits)
        self._plain_only: set[tuple[str, str]] = set()

    async def aclose(self) -> None:
        """Close what connections remain."""
        await self._transport.aclose()

    async def edit(
        self,
        profile: Profile,
        request: EditRequest,
        api_key: str | None = None,
        *,
        hurry: asyncio.Event | None = None,
        watch: PictureWatch | None = None,
    ) -> AsyncGenerator[EditEvent, None]:
        """Run the request: partials and finals as they arrive, waits as they are announced.

        Streams where the params wish it and the profile allows it. More variants than one request
        may ask for become parallel requests. Ending the iteration closes the sockets. Setting
        `hurry` ends a wait that was announced: the request is sent again at once. `watch` is told
        of streamed pictures while they come, where the run is a single request.

        Raises:
            RequestError, ImageError: nothing was sent.
            ApiError: the endpoint refused, in its own words.
            ConnectionFailed: unreachable, cut off or too slow; carries the last partial.
            ProtocolError: the endpoint does not speak this contract.
        """
        events = self._events_of(await self._jobs(profile, request, api_key), hurry, watch)
        tell = in_own_words if is_local_fill(profile) else _as_it_is
        try:
            async with aclosing(events):
                async for event in events:
                    if isinstance(event, VariantFailed):
                        event = replace(event, error=tell(event.error))
                    yield event
        except StudioError as error:
            raise tell(error) from error

    def _events_of(
        self, jobs: list[Job], hurry: asyncio.Event | None, watch: PictureWatch | None
    ) -> AsyncGenerator[EditEvent, None]:
        """What the jobs bring, side by side; `edit` says what is raised."""
        spare = itertools.count(sum(job.n for job in jobs))
        if len(jobs) == 1:
            return self._perform(jobs[0], spare, hurry, watch)
        streams = {job.variants: self._perform(job, spare, hurry) for job in jobs}
        return SideBySide(streams, self._parallel).events()

    def is_plain(self, profile: Profile, model: str) -> bool:
        """Whether the endpoint turned out not to stream that model, while the profile is "auto"."""
        return (profile.base_url, model) in self._plain_only

    async def models(self, profile: Profile, api_key: str | None = None) -> list[str]:
        """The ids `GET /models` lists, in its order; being listed does not prove access.

        Raises:
            ApiError, ConnectionFailed, ProtocolError: as for `edit`.
        """
        try:
            async with self._transport.get(
                profile, "/models", api_key, _MODELS_DEADLINE_S
            ) as opened:
                chunks = bounded(opened.response, opened.deadline, self._limits.answer_bytes)
                return model_ids(b"".join([chunk async for chunk in chunks]))
        except faults.Refused as refusal:
            raise refusal.error from refusal

    async def _jobs(self, profile: Profile, request: EditRequest, api_key: str | None) -> list[Job]:
        if not request.images:
            raise RequestError("There is no picture", "Open a picture first.", field="image")
        if request.mask is not None and profile.mask_convention != "alpha":
            mask = await asyncio.to_thread(mask_for, profile, request.mask)
            request = replace(request, mask=mask)
        job = Job(profile=profile, request=request, api_key=api_key)
        job = replace(job, stream=self._streams(job))
        most = profile.most_at_once(stream=job.stream)
        job = replace(job, request=seeded(request, profile, at_once=most))
        wanted = max(1, request.params.n)
        return [
            replace(job, first_variant=first, n=min(most, wanted - first))
            for first in range(0, wanted, most)
        ]

    def _streams(self, job: Job) -> bool:
        profile, wished = job.profile, job.request.params.stream
        learned = profile.streaming == "auto" and _place(job) in self._plain_only
        return wished and profile.streaming != "off" and not learned

    async def _perform(
        self,
        job: Job,
        spare: Iterator[int],
        hurry: asyncio.Event | None,
        watch: PictureWatch | None = None,
    ) -> AsyncGenerator[EditEvent, None]:
        """One request, sent again only while nothing can have been generated."""
        for attempt in itertools.count(1):
            try:
                job, opened = await self._open(job)
                break
            except faults.Refused as refusal:
                delay = retry.retry_delay(refusal, attempt)
                if delay is None:
                    raise refusal.error from refusal
                yield _retrying(delay, attempt, refusal.error, job)
                await retry.wait(delay, hurry)
        try:
            async for event in self._receive(job, opened, spare, watch):
                yield event
        finally:
            await opened.response.aclose()

    async def _open(self, job: Job) -> tuple[Job, Opened]:
        """The answer to a job, or to the same job without a stream where that alone is refused."""
        job = replace(job, stream=job.stream and self._streams(job))
        try:
            return job, await self._transport.post(job)
        except faults.Refused as refusal:
            if not self._refuses_streams(job, refusal.error):
                raise
        self._plain_only.add(_place(job))
        job = replace(job, stream=False)
        return job, await self._transport.post(job)

    def _refuses_streams(self, job: Job, error: StudioError) -> bool:
        if not job.stream or job.profile.streaming != "auto":
            return False
        if not isinstance(error, RejectedError) or error.status not in (400, 422):
            return False
        return error.param in ("stream", "partial_images") or "stream" in error.detail.lower()

    async def _receive(
        self, job: Job, opened: Opened, spare: Iterator[int], watch: PictureWatch | None
    ) -> AsyncIterator[EditEvent]:
        """The events of a 200."""
        gathering = Gathering(first_variant=job.first_variant, expected=job.n, spare=spare)
        answer = Answer(opened.response, opened.deadline, self._limits, watch)
        try:
            async for received in answer.received():
                self._learn(job, answer)
                async for event in self._events(gathering, received, job, opened):
                    yield event
                if gathering.has_all:
                    opened.deadline.shorten(self._limits.grace_s)
        except StudioError as error:
            if not gathering.has_all:
                _keep_partial(error, gathering)
                raise
            log.info("After the last image: %s", error)
        if not gathering.has_any:
            raise faults.ended_early(opened.response.url.host, gathering.partial)

    def _learn(self, job: Job, answer: Answer) -> None:
        if job.stream and not answer.was_stream and job.profile.streaming == "auto":
            self._plain_only.add(_place(job))

    async def _events(
        self, gathering: Gathering, received: Received, job: Job, opened: Opened
    ) -> AsyncIterator[EditEvent]:
        for item in received.images:
            image = item.image
            if image is None:
                image = await self._fetch(item.url or "", job, opened)
            event: EditEvent | None
            if received.kind == "partial":
                event = gathering.take_partial(image, received)
            else:
                event = gathering.take_final(image, received, item.revised_prompt)
            if event is not None:
                yield event

    async def _fetch(self, url: str, job: Job, opened: Opened) -> bytes:
        endpoint = opened.response.url
        client_for = self._transport.client_for
        download = Download(client_for, job.profile, endpoint, job.api_key, self._resolve)
        return await download.fetch(url, opened.deadline)


def _as_it_is(error: StudioError) -> StudioError:
    return error


def _place(job: Job) -> tuple[str, str]:
    return job.profile.base_url, job.model


def _keep_partial(error: StudioError, gathering: Gathering) -> None:
    if isinstance(error, ConnectionFailed):
        error.partial = gathering.partial


def _retrying(delay_s: float, attempt: int, error: StudioError, job: Job) -> Retrying:
    return Retrying(delay_s=delay_s, attempt=attempt, reason=error.title, variant=job.first_variant)
