"""What streams bring: kept, decoded and made ready to be shown, on workers of its own."""

from __future__ import annotations

import asyncio
import os
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

from inpaint_studio.contract.events import Completed, EditEvent, PartialImage, PassedOver, Retrying
from inpaint_studio.contract.response_facts import response_facts_of
from inpaint_studio.errors import HistoryError, ImageError
from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.decoding import stated_pixels
from inpaint_studio.picture.decoding_budget import WORK
from inpaint_studio.picture.fidelity import Figures
from inpaint_studio.picture.image_file import decode_result, thumbnail
from inpaint_studio.picture.placement import Placed
from inpaint_studio.runs.backlog import Backlog, can_be_tried_again
from inpaint_studio.runs.lower_priority import lower_own_priority
from inpaint_studio.runs.progressive_decode import ProgressiveDecoder
from inpaint_studio.runs.recording import (
    Ledger,
    Result,
    result_of,
    result_row,
    store_image,
    without_frames,
)
from inpaint_studio.runs.run import PreparedEvent, Shown, Variant, levels_of
from inpaint_studio.runs.unkept_copies import copied_elsewhere

_THUMBNAIL_PX = 336  # a card's longer edge at twice the pixel density
KEPT_THUMBNAILS = 64  # of half a megabyte at most


class EventIntake:
    """Takes in events. Half of the processors at most: the rest belong to hands and streams.

    Unless it `shows`, nothing is made ready for a canvas, and partials are not even decoded. What
    cannot be kept waits in the `backlog`, which is closed with this.
    """

    def __init__(self, ledger: Ledger, backlog: Backlog, *, shows: bool = True) -> None:
        self._ledger = ledger
        self.backlog = backlog
        self._shows = shows
        self._closes = False
        count = max(1, (os.cpu_count() or 2) // 2)
        self._thumbnails: OrderedDict[str, Pixels] = OrderedDict()
        self._workers = ThreadPoolExecutor(count, "arrivals", lower_own_priority)
        self._keeper = ThreadPoolExecutor(1, "keeper", lower_own_priority)

    def decoder(self) -> ProgressiveDecoder | None:
        """What decodes the pictures of one stream while they come, where they are shown."""
        return ProgressiveDecoder(self._workers) if self._shows else None

    def take_in(
        self,
        event: EditEvent,
        variant: Variant,
        decoder: ProgressiveDecoder | None,
        show: Callable[[PreparedEvent], object],
    ) -> asyncio.Future[PreparedEvent]:
        """Begin with an event on behalf of the running loop.

        `show` is called from a worker as soon as a picture can be shown; the disk takes longer.
        """
        loop = asyncio.get_running_loop()
        return loop.run_in_executor(self._workers, self._taken_in, event, variant, decoder, show)

    def thumbnail_of(self, blob: str) -> Pixels | None:
        """A small picture (BGRA) of what came lately, sparing whoever shows it another decoding."""
        return self._thumbnails.get(blob)

    def close(self) -> None:
        """Keep what has come, shown or not; slow, for a worker thread."""
        self._closes = True
        self._workers.shutdown()
        self._keeper.shutdown()
        self.backlog.close()

    def _taken_in(
        self,
        event: EditEvent,
        variant: Variant,
        decoder: ProgressiveDecoder | None,
        show: Callable[[PreparedEvent], object],
    ) -> PreparedEvent:
        seconds = variant.elapsed_s
        if isinstance(event, Retrying | PassedOver):
            return PreparedEvent(event, seconds)
        # The disk takes as long as decoding does; neither needs the other.
        kept = self._keeper.submit(self._store, event)
        with WORK.hold(stated_pixels(event.image)):
            ready, decoded = self._made_ready(event, variant, decoder)
            if ready.shown is not None:
                show(ready)
            small = None if decoded is None else _thumbnail(decoded, ready.shown)
            del decoded
        ready = replace(ready, seconds=seconds)
        write_down = self._writer(ready, variant)
        try:
            blob = kept.result()
            if small is not None:
                self._keep_thumbnail(blob, small)
            write_down(blob)
        except HistoryError as error:
            # It may have been paid for: it is shown all the same.
            return replace(ready, problem=self._put_off(event, variant, write_down, error))
        return ready

    def _store(self, event: PartialImage | Completed) -> str:
        # One wait for a disk is enough for all: what comes later queues up behind.
        if self.backlog.reason is not None:
            raise self.backlog.reason
        return store_image(self._ledger, event)

    def _put_off(
        self,
        event: PartialImage | Completed,
        variant: Variant,
        write_down: Callable[[str], object],
        error: HistoryError,
    ) -> HistoryError:
        """Have an image kept as soon as the history takes it; what to say until then."""
        if not can_be_tried_again(error):
            return error
        data, keep = event.image, partial(_keep, self._ledger, event, write_down)
        if isinstance(event, Completed):
            copy = copied_elsewhere(data, variant.id)
            self.backlog.add(keep, error, byte_count=len(data), copy=copy)
            return _unkept(error, copy)
        if self.backlog.has_room_for(len(data)):
            self.backlog.add(keep, error, byte_count=len(data))
        return error

    def _made_ready(
        self, event: PartialImage | Completed, variant: Variant, decoder: ProgressiveDecoder | None
    ) -> tuple[PreparedEvent, Pixels | None]:
        """What there is to show of an image, and the image as it came where a canvas waits."""
        if self._closes:
            return PreparedEvent(event), None
        if decoder is not None:
            decoded = decoder.pixels(event.image)
            if isinstance(event, Completed):
                return _result(event, variant, decoded)
            return _partial(event, variant, decoded)
        if isinstance(event, PartialImage):
            return PreparedEvent(event), None
        result = _result_of(event, variant, None)
        return PreparedEvent(event, result=result, problem=result.problem), None

    def _writer(self, arrived: PreparedEvent, variant: Variant) -> Callable[[str], object]:
        """What writes the row of an image, given its blob; it holds no pixels."""
        match arrived.event:
            case PartialImage(index=index):
                return partial(self._ledger.add_partial, variant.id, index)
            case Completed() as event:
                result = arrived.result or Result(event, response_facts_of(event, None))
                row = result_row(result, arrived.seconds)
                return lambda blob: self._ledger.finish(variant.id, blob=blob, **row)
        raise AssertionError(arrived.event)

    def _keep_thumbnail(self, blob: str, small: Pixels) -> None:
        self._thumbnails[blob] = small
        while len(self._thumbnails) > KEPT_THUMBNAILS:
            self._thumbnails.popitem(last=False)


def _keep(
    ledger: Ledger, event: PartialImage | Completed, write_down: Callable[[str], object]
) -> None:
    write_down(store_image(ledger, event))


def _unkept(error: HistoryError, copy: Path | None) -> HistoryError:
    """What to say of a result that the history does not take yet."""
    words = Phrase(
        "{message} The result is written into the history as soon as that is possible.",
        message=error.message,
    )
    if copy is None:
        said = Phrase("{words} Until then it is on no disk: export it.", words=words)
    else:
        said = Phrase("{words} Until then it is kept as {copy}.", words=words, copy=copy)
    unkept = HistoryError(error.title, said)
    unkept.__cause__ = error.__cause__
    return unkept


def _result_of(event: Completed, variant: Variant, decoded: Pixels | None) -> Result:
    """A result is laid back, toned and judged where it has a place."""
    snapshot = variant.run.snapshot
    site = snapshot.site if snapshot.is_masked else None
    return result_of(event, site, decoded, placement=variant.placement, mask=variant.mask)


def _result(
    event: Completed, variant: Variant, decoded: Pixels | None
) -> tuple[PreparedEvent, Pixels | None]:
    """A result as it is placed; and the image as it came, which may have been `decoded`."""
    placement, mask, shown = variant.placement, variant.mask, None
    result = _result_of(event, variant, decoded)
    if result.raw is not None and result.placed is not None:
        levels = levels_of(result.placed, variant.run)
        shown = Shown(result.raw, result.placed, levels, placement, mask)
    return PreparedEvent(event, shown=shown, result=result, problem=result.problem), result.decoded


def _partial(
    event: PartialImage, variant: Variant, decoded: Pixels | None
) -> tuple[PreparedEvent, Pixels | None]:
    """A partial is shown as it came, or is not; and the image as it came."""
    arrived = PreparedEvent(event)
    try:
        decoded = decode_result(event.image) if decoded is None else decoded
        raw = variant.run.snapshot.site.fitted(decoded)
    except ImageError as error:
        return replace(arrived, problem=without_frames(error)), decoded
    placement, mask = variant.placement, variant.mask
    placed = Placed(raw, variant.blend, Figures())
    levels = levels_of(placed, variant.run)
    return replace(arrived, shown=Shown(raw, placed, levels, placement, mask)), decoded


def _thumbnail(decoded: Pixels, shown: Shown | None) -> Pixels:
    """From a mip level, which exists already, where those are of the whole image as it came."""
    if shown is None or shown.raw.shape != decoded.shape or not shown.levels.pixels.opaque:
        return thumbnail(decoded, _THUMBNAIL_PX)
    pixels = shown.levels.pixels
    level = pixels.level_for(_THUMBNAIL_PX / max(decoded.shape[:2]))
    return thumbnail(pixels.level(level), _THUMBNAIL_PX)
