"""What a click on Run would do now: worked out once per change, and read by all who show it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from inpaint_studio.contract.catalog import Catalog
from inpaint_studio.contract.check import Problem
from inpaint_studio.contract.cost import Cost, estimate
from inpaint_studio.contract.model_info import ModelInfo
from inpaint_studio.contract.offers import SIZE_FROM_FRAME
from inpaint_studio.contract.params import EditParams
from inpaint_studio.errors import ImageError
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.extend import Extension, check_extension
from inpaint_studio.picture.frame import Frame
from inpaint_studio.picture.geometry import Box, Size
from inpaint_studio.runs.request import OUTSIDE_FRAME, frames_of, rule_for
from inpaint_studio.session.editor import Editor
from inpaint_studio.session.mask_extent import MaskExtent
from inpaint_studio.session.profiles import Profiles
from inpaint_studio.session.request_draft import RequestDraft
from inpaint_studio.session.runs import Runs
from inpaint_studio.session.settings_store import SettingsStore
from inpaint_studio.session.spending import Spending, cap_problem


@dataclass(frozen=True, slots=True)
class Ground:
    """What a plan depends on of the open document; boxes in pixels of the picture as it is."""

    document: Document
    size: Size
    mask_box: Box
    frame: Box | None
    coming: tuple[Box, ...] | None
    pending_extension: Extension
    references: tuple[Size, ...]


@dataclass(frozen=True, slots=True)
class Basis:
    """All that a plan depends on: where two are equal their plans are.

    `noted` are problems found elsewhere. `cap_usd` is the monthly cap, 0 for none, and
    `committed_usd` what is spent or runs under it.
    """

    params: EditParams
    catalog: Catalog
    noted: tuple[Problem, ...]
    ground: Ground | None
    cap_usd: float
    committed_usd: float


@dataclass(frozen=True, slots=True)
class RequestPlan:
    """A request as it would be frozen now.

    `info` is the model's entry of the catalog behind the active endpoint. `frames` are those that
    would be sent, the first by the next run, none where there is nothing to send; their boxes are
    in pixels of the picture as it is, and an extension reaches past its edge. `problems` come worst
    first; `cost` is None without a price.
    """

    params: EditParams
    info: ModelInfo
    frames: tuple[Frame, ...]
    problems: tuple[Problem, ...]
    cost: Cost | None

    @property
    def frame(self) -> Frame | None:
        """What the next run would send."""
        return self.frames[0] if self.frames else None


def plan_of(basis: Basis) -> RequestPlan:
    """The plan on this basis."""
    info = basis.catalog.model(basis.params.model)
    frames = _frames(basis, info)
    cost = _cost(basis, info, frames)
    problems = sorted(_problems(basis, cost), key=lambda problem: not problem.is_error)
    return RequestPlan(basis.params, info, frames, tuple(problems), cost)


class RequestPlanner(QObject):
    """Keeps `plan` up to date; `changed` tells that another one holds."""

    changed = Signal()

    def __init__(
        self,
        editor: Editor,
        mask: MaskExtent,
        draft: RequestDraft,
        profiles: Profiles,
        spending: Spending,
        runs: Runs,
        settings: SettingsStore,
    ) -> None:
        super().__init__()
        self._editor = editor
        self._mask = mask
        self._draft = draft
        self._profiles = profiles
        self._spending = spending
        self._runs = runs
        self._settings = settings
        self._basis = self._now()
        self.plan = plan_of(self._basis)
        for signal in (
            mask.settled,
            draft.changed,
            editor.references_changed,
            spending.changed,
            runs.pending_changed,
            settings.changed,
        ):
            signal.connect(self._update)

    def plan_for(self, params: EditParams) -> RequestPlan:
        """The plan for other params than the draft's."""
        if params == self.plan.params:
            return self.plan
        return plan_of(replace(self._basis, params=params))

    def _update(self) -> None:
        """Plan anew if anything is different; what only looks at a plan costs nothing."""
        basis = self._now()
        if basis != self._basis:
            self._basis, self.plan = basis, plan_of(basis)
            self.changed.emit()

    def _now(self) -> Basis:
        cap = self._settings.now.monthly_cap_usd
        return Basis(
            params=self._draft.params,
            catalog=self._draft.catalog,
            noted=(*self._profiles.warnings, *self._draft.problems),
            ground=self._ground(),
            cap_usd=cap,
            committed_usd=self._spending.committed_usd(self._runs.pending) if cap else 0.0,
        )

    def _ground(self) -> Ground | None:
        document = self._editor.document
        if document is None:
            return None
        return Ground(
            document=document,
            size=document.size,
            mask_box=self._mask.box,
            frame=document.frame,
            coming=document.coming,
            pending_extension=document.pending_extension,
            references=tuple(each.size for each in document.references),
        )


def _frames(basis: Basis, info: ModelInfo) -> tuple[Frame, ...]:
    ground = basis.ground
    if ground is None or _is_bare(ground):
        return ()
    rule, extension = rule_for(basis.params, info.size_rule), ground.pending_extension
    frames = frames_of(ground.document, extension.moved(ground.mask_box), rule)
    return tuple(replace(each, box=extension.moved_back(each.box)) for each in frames)


def _is_bare(ground: Ground) -> bool:
    return ground.mask_box.is_empty and ground.frame is None and ground.pending_extension.is_nothing


def _cost(basis: Basis, info: ModelInfo, frames: tuple[Frame, ...]) -> Cost | None:
    params, sent = basis.params, [frame.sent for frame in frames[:1]]
    if sent:
        params = replace(params, size=str(sent[0]))
    if basis.ground is not None:
        sent += basis.ground.references[: info.max_images - 1]
    return estimate(params, info, [(size.width, size.height) for size in sent])


def _problems(basis: Basis, cost: Cost | None) -> list[Problem]:
    found = [
        *_ground_problems(basis.ground),
        *basis.catalog.check_params(_with_legal_size(basis.params)),
        *basis.noted,
    ]
    over = cap_problem(basis.cap_usd, basis.committed_usd, cost)
    return [*found, over] if over else found


def _ground_problems(ground: Ground | None) -> list[Problem]:
    """What is missing of picture and mask, or why the picture cannot grow so far."""
    if ground is None:
        return [Problem("image", "Open a picture first.", True, None)]
    if ground.mask_box.is_empty and ground.pending_extension.is_nothing:
        return [Problem("mask", "Paint over what should change.", True, None)]
    try:
        check_extension(ground.size, ground.pending_extension)
    except ImageError as error:
        return [Problem("image", f"{error.title}. {error.message}", True, None)]
    drawn, grows = ground.frame, not ground.pending_extension.is_nothing
    if grows or drawn is None or not drawn.intersect(ground.mask_box).is_empty:
        return []
    return [Problem("mask", ". ".join(OUTSIDE_FRAME), True, None)]


def _with_legal_size(params: EditParams) -> EditParams:
    """A frame is always mapped to a legal size: the catalog has nothing to judge there."""
    return replace(params, size="auto") if params.size == SIZE_FROM_FRAME else params
