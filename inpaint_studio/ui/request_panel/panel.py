"""The request panel: every control is offered, gated and explained by the catalog."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inpaint_studio.contract.catalog import Catalog
from inpaint_studio.contract.check import Problem
from inpaint_studio.contract.cost import Cost
from inpaint_studio.contract.extra_fields import FIELD as EXTRA
from inpaint_studio.contract.model_info import ModelInfo
from inpaint_studio.session.request_draft import RequestDraft
from inpaint_studio.ui.request_panel.controls import Controls
from inpaint_studio.ui.request_panel.more import More
from inpaint_studio.ui.request_panel.prompt import PromptField
from inpaint_studio.ui.request_panel.run_block import RunBlock
from inpaint_studio.ui.request_panel.tab_order import order_tabs
from inpaint_studio.ui.request_panel.upright import UprightScroll
from inpaint_studio.ui.theme import Theme

PROMPT = "prompt"


class RequestPanel(QWidget):
    """Shows a draft and changes it; never knows a model by name."""

    run_asked = Signal()
    stop_asked = Signal()
    left = Signal()
    sent_asked = Signal()
    presets_asked = Signal(object)  # QWidget: where the menu belongs
    history_asked = Signal()
    unfolded = Signal(bool)

    def __init__(self, draft: RequestDraft, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.draft = draft
        self._prompt = PromptField()
        self._controls = Controls(self)
        self._more = More(self._controls.rest)
        self._run = RunBlock(theme)
        self._given: tuple[Problem, ...] = ()
        self._problems: tuple[Problem, ...] = ()
        self._refusals: dict[str, str] = {}
        self._catalog: Catalog | None = None
        self._gated: tuple[ModelInfo, str] | None = None
        self._scroll = UprightScroll()
        self._body = QWidget()
        self._build()
        self._connect()
        self._show_draft()

    def set_earlier_prompts(self, earlier: Callable[[], Sequence[str]]) -> None:
        """Where Alt+Up finds former prompts, newest first."""
        self._prompt.set_earlier(earlier)

    def set_sent_size(self, sent: str) -> None:
        """Show what "from frame" comes to for the mask as it is, or "" without a mask."""
        self._controls.size.set_frame_size(sent)

    def set_problems(self, problems: Iterable[Problem]) -> None:
        """Show beside Run what keeps it from running or may go wrong, and light the controls.

        What the server refused is added here.
        """
        self._given = tuple(problems)
        self._show_problems()

    def _show_problems(self) -> None:
        refused = [
            Problem(field, self.tr("{0}: {1}").format(self._name(field), words), is_error=False)
            for field, words in self._refusals.items()
        ]
        found = [*self._given, *refused]
        self._problems = tuple(sorted(found, key=lambda problem: not problem.is_error))
        self._run.set_problems(self._problems, self._not_done_yet())
        self._light()

    def show_refusal(self, field: str, words: str) -> None:
        """Light the control the server refused, with the server's words, until it is changed."""
        self._refusals[field] = words
        grid = self._controls.grid_of(field)
        if grid is self._controls.rest:
            self._more.set_unfolded(True)
        if grid is not None:
            grid.set_refusal(field, words)
            self._scroll.ensureWidgetVisible(grid)
        self._show_problems()

    def clear_refusals(self) -> None:
        """Forget what was refused: the request is sent anew."""
        for field in tuple(self._refusals):
            self._forget_refusal(field)
        self._show_problems()

    def set_cost(self, cost: Cost | None, *, count: int) -> None:
        """The estimate for `count` variants."""
        self._run.cost.set_estimate(cost, count=count)

    def set_spent(self, *, session: float, month: float, cap: float) -> None:
        """Totals in US dollars; `cap` 0 is no cap."""
        self._run.cost.set_totals(session=session, month=month, cap=cap)

    def set_turns(self, turns: Sequence[QAction]) -> None:
        """Offer beside Run what runs in another turn."""
        self._run.set_turns(turns)

    def set_live(self, count: int) -> None:
        """Offer Stop while `count` variants run or wait."""
        self._run.set_live(count)

    @property
    def is_unfolded(self) -> bool:
        """Whether the controls under More are in sight."""
        return self._more.is_unfolded

    def set_unfolded(self, unfolded: bool) -> None:
        """Show or hide the controls under More."""
        self._more.set_unfolded(unfolded)

    def focus_prompt(self) -> None:
        """Put the cursor into the prompt."""
        self._prompt.take_focus()

    def set_theme(self, theme: Theme) -> None:
        """Recolour the icons."""
        self._run.set_theme(theme)

    def insert_section(self, section: QWidget) -> None:
        """Put a section of another room below the prompt."""
        self._column.insertWidget(1, section)
        order_tabs(self._body, self._run)

    def _build(self) -> None:
        self._column = column = QVBoxLayout(self._body)
        column.setContentsMargins(14, 4, 14, 12)
        column.setSpacing(10)
        for part in (self._prompt, self._controls.usual, self._more):
            column.addWidget(part)
        column.addStretch(1)
        self._scroll.setWidget(self._body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self._run)

    def _connect(self) -> None:
        self._controls.changed.connect(self._on_changed)
        self._prompt.changed.connect(self._on_prompt)
        self._prompt.left.connect(self.left)
        self._prompt.history_asked.connect(self.history_asked)
        self._more.unfolded.connect(self.unfolded)
        self._more.sent_asked.connect(self.sent_asked)
        self._more.presets_asked.connect(self.presets_asked)
        self._run.run_asked.connect(self.run_asked)
        self._run.stop_asked.connect(self.stop_asked)
        self._run.problems.fix_asked.connect(self._on_fix_asked)
        self.draft.changed.connect(self._show_draft)

    def _on_changed(self, field: str) -> None:
        if field == EXTRA:
            self.draft.change_extra(self._controls.value(field))
        else:
            self.draft.choose(field, self._controls.value(field))
        self._on_other_value(field)

    def _on_prompt(self) -> None:
        self.draft.change(prompt=self._prompt.text())
        self._on_other_value(PROMPT)

    def _on_fix_asked(self, problem: Problem) -> None:
        self.draft.fix(problem)
        self._on_other_value(problem.field)

    def _on_other_value(self, field: str) -> None:
        self._forget_refusal(field)
        self._show_problems()

    def _forget_refusal(self, field: str) -> None:
        if self._refusals.pop(field, None) is None:
            return
        grid = self._controls.grid_of(field)
        if grid is not None:
            grid.set_refusal(field, "")
            grid.set_reason(field, self._controls.reason(field))

    def _name(self, field: str) -> str:
        grid = self._controls.grid_of(field)
        return grid.name(field) if grid is not None else field

    def _not_done_yet(self) -> frozenset[str]:
        """Fields of which "missing" is no mistake but the next thing to do."""
        steps = ("image", "mask") if self._prompt.text().strip() else ("image", "mask", PROMPT)
        return frozenset(steps)

    def _light(self) -> None:
        lit = {p.field for p in self._problems if p.is_error} - self._not_done_yet()
        lit |= self._refusals.keys()
        extra = self.draft.wanted.extra
        if any(name in extra and self._controls.grid_of(name) is None for name in lit):
            lit.add(EXTRA)
        self._prompt.set_lit(PROMPT in lit)
        for grid in (self._controls.usual, self._controls.rest):
            for field in grid.fields():
                grid.set_lit(field, field in lit)

    def _show_draft(self) -> None:
        draft, params = self.draft, self.draft.params
        if self._catalog is not draft.catalog:
            self._catalog, self._gated = draft.catalog, None
            self._refusals.clear()
            self._controls.model.set_models(draft.models)
        self._gate(draft.info, params.output_format)
        if params.prompt != self._prompt.text():
            self._prompt.set_text(params.prompt)
        self._controls.show_choices(params, draft.extra_text)

    def _gate(self, info: ModelInfo, output_format: str) -> None:
        if self._gated == (info, output_format):
            return
        self._gated = (info, output_format)
        self._prompt.set_model(limit=info.max_prompt or 0, ignores_prompt=info.ignores_prompt)
        self._controls.gate(info, self.draft.output, output_format)
        free = self.tr("Fill locally, free")
        self._run.set_offer(free if info.ignores_prompt else self.tr("Run"))
        order_tabs(self._body, self._run)
