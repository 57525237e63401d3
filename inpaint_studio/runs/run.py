"""A run while it lives: what the cards and the canvas read."""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from inpaint_studio.contract.events import Completed, EditEvent, PartialImage, Retrying
from inpaint_studio.contract.model_info import ModelInfo
from inpaint_studio.contract.previews import accepted, refused
from inpaint_studio.contract.profile import Profile
from inpaint_studio.contract.response_facts import Difference, ResponseFacts, differences
from inpaint_studio.errors import StudioError
from inpaint_studio.history.records import State, VariantRecord
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.document import Edit
from inpaint_studio.picture.geometry import Box
from inpaint_studio.picture.placement import Placed, Placement
from inpaint_studio.picture.pyramid import Pyramid
from inpaint_studio.picture.registration import Shift
from inpaint_studio.runs.recording import Result
from inpaint_studio.runs.request import Snapshot

PENDING: tuple[State, ...] = ("queued", "running")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Whom a run is sent to; the key lives as long as the run does, in memory only."""

    profile: Profile
    api_key: str | None = field(repr=False)


EndpointSource = Callable[[], Awaitable[Endpoint]]
"""Gives the endpoint when it is needed: the embedded one may have to be started first."""


@dataclass(frozen=True, slots=True, eq=False)
class Levels:
    """What a canvas draws a placed picture from: mip levels as they are shown, all built."""

    pixels: Pyramid
    blend: Pyramid


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """What local fill made of a run's mask, to look at until a picture comes; never a result.

    `levels` are of the run's box, `area` the masked part of it in source pixels, `small` the same
    picture (BGRA) for a card.
    """

    small: Pixels
    levels: Levels
    area: Box


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """An image made ready: `raw` as it came (BGRA of the run's box), and how it is shown.

    `placement` and `mask` are the choices of the variant that it was made by.
    """

    raw: Pixels
    placed: Placed
    levels: Levels
    placement: Placement
    mask: Pixels | None


@dataclass(frozen=True, slots=True, eq=False)
class PreparedEvent:
    """An event whose image has been stored, and made ready.

    `seconds` is since the request left; `result` is what a final image turned out to be. `problem`
    is why the image cannot be put into the picture, or could not be kept.
    """

    event: EditEvent
    seconds: float = 0.0
    shown: Shown | None = None
    result: Result | None = None
    problem: StudioError | None = None


@dataclass(slots=True, eq=False)
class Variant:
    """One image a run asks for and the newest picture of it; `seed` is what was sent for it.

    It is changed by its verbs alone, on the thread that owns the run; anyone may read it.

    `shown` is the last partial, or the result once `state` is done, or `chosen_still`, a blob, in
    place of them; `shows_result` tells which. It is put into the picture by `placement` and
    through `mask`: coverage of the run's box, None for what was painted at the click. `returned` is
    what the result turned out to be. `started` is monotonic seconds; so is `waits_until`, while the
    endpoint asks to wait before it is sent again, and `skip_wait` ends that wait.
    """

    id: str
    position: int
    run: Run
    state: State = "queued"
    seed: int | None = None
    shown: Shown | None = None
    placement: Placement = field(default_factory=Placement)
    mask: Pixels | None = None
    chosen_still: str | None = None
    shows_result: bool = False
    returned: ResponseFacts | None = None
    partials_seen: int = 0
    started: float | None = None
    waits_until: float | None = None
    skip_wait: Callable[[], object] | None = None
    seconds: float | None = None
    error: StudioError | None = None
    title: str = ""
    task: asyncio.Task[Any] | None = None

    def attach(self, task: asyncio.Task[Any], skip_wait: Callable[[], object]) -> None:
        """A task follows it; see `stop` and `skip_wait`."""
        self.task, self.skip_wait = task, skip_wait

    def start(self) -> None:
        """The request leaves."""
        self.state, self.started = "running", time.monotonic()

    def take(self, arrived: PreparedEvent) -> None:
        """What has come changes what there is."""
        self.end_wait()
        if arrived.shown is not None:
            self.show(arrived.shown, is_result=isinstance(arrived.event, Completed))
        match arrived.event:
            case PartialImage():
                self.partials_seen += 1
            case Completed():
                self.state, self.seconds = "done", arrived.seconds
                self.returned = arrived.result.returned if arrived.result else None
                self.title, self.error = "", None
            case Retrying(delay_s=delay_s, reason=reason):
                self.title, self.waits_until = reason, time.monotonic() + delay_s

    def show(self, shown: Shown, *, is_result: bool = False) -> None:
        """The newest picture takes the place of whatever was looked at."""
        self.place(shown)
        self.chosen_still, self.shows_result = None, is_result

    def end_wait(self) -> None:
        """It waits no longer."""
        if self.waits_until is not None:
            self.waits_until, self.title = None, ""

    def end(self, error: StudioError, state: State, *, is_error: bool = False) -> None:
        """Nothing more comes."""
        self.seconds, self.title = self.elapsed_s, error.title
        self.state = state
        if is_error:
            self.error = error

    def said_of_previews(self, model: ModelInfo) -> Mapping[str, str]:
        """What the endpoint has proved of previews that were asked for, as a profile keeps it."""
        params = self.run.snapshot.params
        if self.started is None:
            return {}
        if self.state == "done":
            return accepted(params, model, self.returned)
        return {} if self.error is None else refused(params, model, self.error)

    def stop(self) -> None:
        """Close its connection, or take it out of the queue."""
        if self.task is not None:
            self.task.cancel()

    def choose(self, placement: Placement) -> None:
        """Have it placed in another way, by the next `place`."""
        self.placement = placement

    def choose_mask(self, mask: Pixels | None) -> None:
        """Have it shown through another mask, None for what was painted, by the next `place`."""
        self.mask = mask

    def choose_still(self, blob: str, *, is_result: bool) -> None:
        """Have another picture of it shown, by the next `place`."""
        self.chosen_still, self.shows_result = blob, is_result

    def place(self, shown: Shown) -> None:
        """Show what was looked at or chosen."""
        self.shown = shown

    @property
    def raw(self) -> Pixels | None:
        """The picture that is shown as it came."""
        return self.shown.raw if self.shown else None

    @property
    def placed(self) -> Placed | None:
        """The same as it is put into the picture."""
        return self.shown.placed if self.shown else None

    @property
    def levels(self) -> Levels | None:
        """What a canvas draws it from."""
        return self.shown.levels if self.shown else None

    @property
    def is_settled(self) -> bool:
        """Whether what is shown is placed as it was chosen last, through the mask chosen last."""
        shown = self.shown
        return shown is None or (shown.placement == self.placement and shown.mask is self.mask)

    @property
    def known_shift(self) -> Shift | None:
        """How what is shown has drifted, where it was looked for: in results and stills."""
        if self.placed is None or (self.state != "done" and self.chosen_still is None):
            return None
        return self.placed.figures.shift

    @property
    def pixels(self) -> Pixels | None:
        """What is shown and accepted (BGRA of the run's box); None until something has come."""
        return self.placed.pixels if self.placed else None

    @property
    def blend(self) -> Pixels:
        """The coverage it shows through."""
        return self.placed.blend if self.placed else self.run.blend

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Where the result is not what was asked for."""
        if self.returned is None:
            return ()
        run = self.run
        return tuple(differences(run.snapshot.params, self.returned, len(run.variants)))

    @property
    def is_pending(self) -> bool:
        """Whether it waits or runs."""
        return self.state in PENDING

    @property
    def wait_s(self) -> int | None:
        """Whole seconds until it is sent again; None unless the endpoint asked to wait."""
        if self.waits_until is None or not self.is_pending:
            return None
        return max(0, math.ceil(self.waits_until - time.monotonic()))

    @property
    def elapsed_s(self) -> float:
        """Seconds since the request left, or how long it took."""
        if self.seconds is not None:
            return self.seconds
        return time.monotonic() - self.started if self.started is not None else 0.0


@dataclass(slots=True, eq=False)
class Run:
    """One click of Run: the frozen snapshot and its variants.

    `common_error` is what the endpoint would say to every other request of the run, too.
    """

    id: str
    snapshot: Snapshot
    blend: Pixels
    endpoint: EndpointSource
    profile: Profile
    variants: list[Variant] = field(default_factory=list)
    common_error: StudioError | None = None
    draft: Draft | None = None
    _blend_levels: Pyramid | None = field(default=None, init=False)

    @property
    def box(self) -> Box:
        """Where the results belong, in pixels of the picture the request was for."""
        return self.snapshot.visible

    @property
    def place(self) -> Box:
        """Where the results belong in the document as it is now; it may reach past its edge."""
        return self.snapshot.in_document(self.box)

    @property
    def is_pending(self) -> bool:
        """Whether any variant waits or runs."""
        return any(variant.is_pending for variant in self.variants)

    @property
    def nbytes(self) -> int:
        """About what its pictures take in memory: mip levels are a third more than their base."""
        rasters = [self.snapshot.pixels, self.snapshot.mask, self.blend]
        for variant in self.variants:
            rasters += [
                each for each in (variant.raw, variant.pixels, variant.pixels) if each is not None
            ]
        return sum(each.nbytes for each in rasters)

    def blend_levels(self) -> Pyramid:
        """Levels of `blend`, the same for all pictures; slow at first, for a worker thread."""
        if self._blend_levels is None:
            self._blend_levels = _settled(self.blend)
        return self._blend_levels


def levels_of(placed: Placed, run: Run) -> Levels:
    """The levels of a placed picture; slow for large ones, for a worker thread."""
    shown = _settled(run.snapshot.document.shown(placed.pixels))
    if placed.blend is not run.blend:
        return Levels(shown, _settled(placed.blend))
    return Levels(shown, run.blend_levels())


def _settled(pixels: Pixels) -> Pyramid:
    pyramid = Pyramid(np.ascontiguousarray(pixels))
    pyramid.settle()
    return pyramid


def placed_of(variant: Variant, raw: Pixels, shift: Shift | None = None) -> Shown:
    """A raw picture of a variant's box as a person wants it placed, by `placement` and `mask`.

    Slow, for a worker thread. `shift` is as in `place`.
    """
    placement, mask = variant.placement, variant.mask
    placed = variant.run.snapshot.site.placed(raw, placement, mask=mask, shift=shift)
    return Shown(raw, placed, levels_of(placed, variant.run), placement, mask)


def edit_of(variant: Variant) -> Edit:
    """What a variant that has brought a picture becomes in the document."""
    assert variant.pixels is not None
    return Edit(
        box=variant.run.place, pixels=variant.pixels, blend=variant.blend, variant_id=variant.id
    )


def live_variants(run: Run, records: tuple[VariantRecord, ...]) -> list[Variant]:
    """The variants of a run that was just written down."""
    return [Variant(each.id, each.position, run, seed=each.seed) for each in records]
