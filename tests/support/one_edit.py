"""One edit against a scripted endpoint, and all that its caller gets to know."""

from __future__ import annotations

import asyncio
import socket
from dataclasses import dataclass
from typing import Any

from inpaint_studio.client import EditClient
from inpaint_studio.contract.params import EditParams, EditRequest, InputImage
from inpaint_studio.contract.profile import Profile
from inpaint_studio.errors import StudioError
from tests.support.canary import CANARY, holds_canary
from tests.support.misbehaving import Endpoint
from tests.support.replies import PNG, Reply


def request(
    *images: InputImage, mask: InputImage | None = None, markup: InputImage | None = None, **params
) -> EditRequest:
    chosen = EditParams(**{"prompt": "a red door", "model": "gpt-image-2", **params})
    return EditRequest(chosen, images or (image("a.png"),), mask, markup)


def image(name: str, media_type: str = "image/png", content: Any = PNG + b"source") -> InputImage:
    return InputImage(name, media_type, content)


@dataclass
class Outcome:
    """Everything a caller of the client gets to know."""

    events: list[Any]
    error: Any  # a StudioError, or None
    seconds: float

    def __post_init__(self) -> None:
        if self.error is not None:
            assert not holds_canary(f"{self.error} {vars(self.error)}")

    @property
    def images(self) -> list[bytes]:
        return [event.image for event in self.events if type(event).__name__ == "Completed"]

    @property
    def partials(self) -> list[bytes]:
        return [event.image for event in self.events if type(event).__name__ == "PartialImage"]

    def of(self, kind: type) -> list[Any]:
        return [event for event in self.events if isinstance(event, kind)]


async def collect(
    client: EditClient,
    profile: Profile,
    asked: EditRequest,
    api_key: str | None = CANARY,
    skip_wait: asyncio.Event | None = None,
) -> Outcome:
    loop = asyncio.get_running_loop()
    events: list[Any] = []
    start = loop.time()
    try:
        async for event in client.edit(profile, asked, api_key, skip_wait=skip_wait):
            events.append(event)  # noqa: PERF401 -- what came before an error counts
    except StudioError as failure:
        return Outcome(events, failure, loop.time() - start)
    return Outcome(events, None, loop.time() - start)


def edit(*replies: Reply, client: dict[str, Any] | None = None, profile=None, **params: Any):
    """Run one edit against a scripted endpoint; the outcome and the endpoint."""

    async def run() -> tuple[Outcome, Endpoint]:
        async with Endpoint(replies) as endpoint:
            editor = EditClient(**(client or {}))
            try:
                asked = params.pop("asked", None) or request(**params)
                outcome = await collect(editor, endpoint.profile(**(profile or {})), asked)
            finally:
                await editor.aclose()
            return outcome, endpoint

    return asyncio.run(run())


def unused_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
