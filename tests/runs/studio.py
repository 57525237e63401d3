"""Runs performed in one event loop, without a window and without Qt, against a real endpoint."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

from inpaint_studio.client import EditClient
from inpaint_studio.contract.params import EditParams
from inpaint_studio.contract.sizes import SizeRule
from inpaint_studio.errors import StudioError
from inpaint_studio.history import History
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.image_file import decode_picture, encode
from inpaint_studio.runs.backlog import Backlog
from inpaint_studio.runs.event_intake import EventIntake
from inpaint_studio.runs.perform import Means, perform
from inpaint_studio.runs.request import Snapshot, freeze, take_snapshot
from inpaint_studio.runs.run import Endpoint, PreparedEvent, Run, Variant
from tests.support import misbehaving
from tests.support.replies import Reply

PATIENCE_S = 60.0
PARAMS = EditParams(
    prompt="a red door", model="gpt-image-2", size="frame", partial_images=2, stream=True
)


@dataclass
class Watching:
    """An observer that remembers what it was told, and can be waited for."""

    runs: list[Run] = field(default_factory=list)
    states: list[str] = field(default_factory=list)
    complaints: list[StudioError] = field(default_factory=list)

    def began(self, run: Run) -> None:
        self.runs.append(run)
        self.states.append("began")

    def came(self, variant: Variant, arrived: PreparedEvent) -> None:
        self.states.append(variant.state if arrived.result is not None else "changed")

    def changed(self, variant: Variant) -> None:
        self.states.append("changed")

    def changed_state(self, variant: Variant) -> None:
        self.states.append(variant.state)

    def complained(self, error: StudioError) -> None:
        self.complaints.append(error)

    @property
    def variant(self) -> Variant:
        """The first of the newest run."""
        return self.runs[-1].variants[0]


@dataclass
class Studio:
    """What a test needs of it all."""

    means: Means
    endpoint: misbehaving.Endpoint
    watching: Watching
    snapshot: Snapshot
    history: History
    fields: dict[str, Any] = field(default_factory=dict)
    """Of the endpoint's profile."""
    stored: list[bytes] = field(default_factory=list)
    """What the history held in the end, if a test asked for it."""

    async def reached(self) -> Endpoint:
        return Endpoint(self.endpoint.profile(name="Scripted", **self.fields), "sk-secret-key")

    def begin(
        self, n: int = 1, *, first: bool = False, at_once: int = 1, **params: Any
    ) -> asyncio.Task[Any]:
        chosen = replace(self.snapshot.params, n=n, **params)
        snapshot = replace(self.snapshot, params=chosen)
        args = (snapshot, freeze(snapshot), self.reached, self.means, self.watching)
        performed = perform(*args, first=first, at_once=at_once)
        return self.means.start(performed)

    async def run(self, n: int = 1, **choices: Any) -> Run:
        """A run to its end."""
        await asyncio.wait_for(self.begin(n, **choices), PATIENCE_S)
        return self.watching.runs[-1]


@asynccontextmanager
async def studio(folder: Path, *replies: Reply, at_once: int = 4) -> AsyncIterator[Studio]:
    """A small picture with a square masked in it, and an endpoint that answers by script."""
    history, client = History(folder / "history"), EditClient()
    intake = EventIntake(history, Backlog())

    means = Means.of_this_loop(history, client, intake, requests=at_once)
    async with misbehaving.Endpoint(replies) as endpoint:
        yield Studio(means, endpoint, Watching(), masked(SizeRule()), history)
    await client.aclose()
    await asyncio.to_thread(intake.close)
    history.close()


def masked(rule: SizeRule) -> Snapshot:
    """What is sent of a picture of 160×120."""
    document = Document(decode_picture(flat(150, 120, 90, 160, 120), "photo.png"))
    document.mask[45:75, 60:100] = 255
    return take_snapshot(document, "id", PARAMS, rule)


def flat(blue: int, green: int, red: int, width: int = 136, height: int = 120) -> bytes:
    """A picture file of one colour, as large as what is sent of that picture."""
    return encode(np.full((height, width, 4), (blue, green, red, 255), np.uint8), "PNG")


async def eventually(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while not condition():  # noqa: ASYNC110 -- a row or a socket tells nobody
            await asyncio.sleep(0.01)
