"""What the history remembers of a run, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from inpaint_studio.contract.events import Usage
from inpaint_studio.contract.fields import field_named
from inpaint_studio.contract.offers import SIZE_FROM_FRAME
from inpaint_studio.contract.params import EditParams
from inpaint_studio.picture.geometry import Box, Size

State = Literal["queued", "running", "done", "failed", "stopped", "interrupted"]
Flag = Literal["", "picked", "rejected"]

MOST_VARIANTS = field_named("n").most or 1
"""The contract's own limit of `n`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRun:
    """One click of Run, as it is written down before anything is sent.

    `source`, `sent_image` and `mask` name blobs given by `History.put`; so do `painted`, the mask
    of the frame as it was painted (runs of older versions have none), and `frame_image`, the
    frame's pixels where earlier edits made them differ from the source's. `frame` is the box of the
    source that is sent, in source pixels, `sent_size` what it is scaled to. `parent_variant` is the
    variant it was made on: its result is the source, or an edit accepted into it. `seeds` are those
    of `EditRequest`. `wanted_size` is what was chosen, of which `params` has what was sent:
    `frame`, or a size.
    """

    params: EditParams
    profile_name: str
    source_name: str
    source: str | None = None
    sent_image: str | None = None
    mask: str | None = None
    painted: str | None = None
    frame_image: str | None = None
    frame: Box | None = None
    sent_size: Size | None = None
    document_id: str | None = None
    parent_variant: str | None = None
    seeds: tuple[int, ...] = ()
    wanted_size: str = SIZE_FROM_FRAME


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantRecord:
    """One of a run's n requests and what came of it.

    `position` counts from 0. `seed` is what its request was sent, None where that had none. `blob`
    names the server's own bytes, `partials` the intermediate images in the order of their index.
    `placement_json` is how a person has the result placed, and `mask` the blob of the mask that was
    painted for it later; None as it came. `title` and `message` are the words of a failure. `stars`
    is 0 to 5. `is_missing` is true when a check found that the file of `blob` has gone.
    `trashed_at` is the Unix time it was put into the trash. `number` is what listings call it.
    """

    id: str
    run_id: str
    position: int
    state: State
    seed: int | None = None
    blob: str | None = None
    media_type: str | None = None
    partials: tuple[str, ...] = ()
    usage: Usage | None = None
    seconds: float | None = None
    answer_json: str | None = None
    placement_json: str | None = None
    mask: str | None = None
    title: str = ""
    message: str = ""
    accepted: bool = False
    stars: int = 0
    flag: Flag = ""
    trashed_at: float | None = None
    number: int = 0
    is_missing: bool = False

    @property
    def newest(self) -> str | None:
        """The blob of the newest picture there is: the result, or else the last partial."""
        return self.blob or (self.partials[-1] if self.partials else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRecord:
    """A run with its variants in order.

    `number` counts up within one history and is what runs are ordered by; `created_at` is the
    wall clock's Unix time and may jump. The other fields are those of `NewRun`.
    """

    id: str
    number: int
    created_at: float
    params: EditParams
    profile_name: str
    source_name: str
    source: str | None
    sent_image: str | None
    mask: str | None
    painted: str | None
    frame_image: str | None
    frame: Box | None
    sent_size: Size | None
    document_id: str | None
    parent_variant: str | None
    wanted_size: str
    variants: tuple[VariantRecord, ...]

    @property
    def prompt(self) -> str:
        """The prompt as it was sent."""
        return self.params.prompt

    @property
    def model(self) -> str:
        """The model id as it was sent."""
        return self.params.model


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check of the files found.

    `adopted` are runs made of files that no row knew; `missing` are the variants whose result file
    has gone; `swept` counts half-written files removed.
    """

    adopted: tuple[RunRecord, ...]
    missing: tuple[VariantRecord, ...]
    swept: int
