"""Instant drafts: while a remote endpoint works, local fill paints what to look at until then.

A draft lives in memory, on its run, apart from every variant: it is not written down, cannot be
accepted and costs nothing. It begins once the run's own requests have been handed over.
"""

from __future__ import annotations

import asyncio
import math
from contextlib import aclosing
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from inpaint_studio.client import EditClient
from inpaint_studio.contract.events import Completed
from inpaint_studio.contract.params import EditParams, EditRequest
from inpaint_studio.contract.profile import LOCAL_FILL_MODEL, is_local_fill, local_fill
from inpaint_studio.errors import ImageError, StudioError
from inpaint_studio.picture.fidelity import Figures
from inpaint_studio.picture.frame import Frame
from inpaint_studio.picture.geometry import Size
from inpaint_studio.picture.image_file import decode_result, thumbnail
from inpaint_studio.picture.mask import bounding_box
from inpaint_studio.picture.placement import Placed
from inpaint_studio.runs.request import Snapshot, freeze
from inpaint_studio.runs.run import Draft, Run, levels_of
from inpaint_studio.server.child import ServerAddress
from inpaint_studio.session.io_thread import IoThread
from inpaint_studio.session.local_server import LocalServer
from inpaint_studio.session.tasks import Tasks

MOST_PIXELS = 400_000
"""A draft is sent this small at most: the fill then takes a fraction of a second."""
_CARD_PX = 336
_PARAMS = EditParams(prompt="", model=LOCAL_FILL_MODEL, quality="low")


class Drafts(QObject):
    """Paints drafts; where the local server is not ready there silently is none."""

    painted = Signal(object)  # Run

    def __init__(self, client: EditClient, io: IoThread, server: LocalServer, tasks: Tasks) -> None:
        super().__init__()
        self._client = client
        self._io = io
        self._server = server
        self._tasks = tasks

    def begin(self, run: Run) -> None:
        """Paint a draft for a run that has begun, unless local fill itself is what runs."""
        address = self._server.ready
        if address is not None and not is_local_fill(run.profile):
            self._tasks.start(self._paint(run, address))

    async def _paint(self, run: Run, address: ServerAddress) -> None:
        small = _reduced(run.snapshot)
        try:
            request = await asyncio.to_thread(freeze, small)
            image = await self._io.run(self._filled(request, address))
            draft = await asyncio.to_thread(_draft, run, small, image)
        except StudioError:
            return  # a courtesy that did not come
        if any(variant.pixels is None for variant in run.variants):
            run.draft = draft
            self.painted.emit(run)

    async def _filled(self, request: EditRequest, address: ServerAddress) -> bytes:
        profile = local_fill(address.base_url)
        async with aclosing(self._client.edit(profile, request, address.token)) as events:
            async for event in events:
                if isinstance(event, Completed):
                    return event.image
        raise ImageError("There is no draft", "Local fill brought no picture.")


def small_size(sent: Size) -> Size:
    """A size of the same ratio with at most `MOST_PIXELS`."""
    scale = min(1.0, math.sqrt(MOST_PIXELS / (sent.width * sent.height)))
    return Size(max(1, round(sent.width * scale)), max(1, round(sent.height * scale)))


def _reduced(snapshot: Snapshot) -> Snapshot:
    """The same place in the picture, for local fill, in few pixels and without references."""
    size = small_size(snapshot.frame.sent)
    frame = Frame(snapshot.frame.box, size)
    return replace(snapshot, params=replace(_PARAMS, size=str(size)), frame=frame, references=())


def _draft(run: Run, small: Snapshot, image: bytes) -> Draft:
    """The fill as a canvas draws it (worker thread)."""
    placed = Placed(small.site.fitted(decode_result(image)), run.blend, Figures())
    area = bounding_box(run.snapshot.site.painted).shift(run.box.x0, run.box.y0)
    return Draft(thumbnail(placed.pixels, _CARD_PX), levels_of(placed, run), area)
