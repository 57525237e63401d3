"""The request panel: every control is offered, gated and explained by the catalog."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from inpaint_studio.contract.catalog import Catalog
from inpaint_studio.contract.check import Problem
from inpaint_studio.contract.extra_fields import FIELD as EXTRA
from inpaint_studio.contract.model_info import ModelInfo
from inpaint_studio.session.request_draft import RequestDraft
from inpaint_studio.ui.request_panel.controls import Controls
from inpaint_studio.ui.request_panel.more import More
from inpaint_studio.ui.request_panel.plan_words import offer_words, offers
from inpaint_studio.ui.request_panel.prompt import PromptField
from inpaint_studio.ui.request_panel.run_block import RunBlock
from inpaint_studio.ui.request_panel.upright import UprightScroll
from inpaint_studio.ui.style.theme import Theme
from inpaint_studio.ui.widgets.layouts import SPRING, in_column, wide
from inpaint_studio.ui.widgets.tab_order import order_tabs

PROMPT = "prompt"


class RequestPanel(QWidget):
    """Shows a draft and changes it; never knows a model by name.

    What is asked besides is told by its parts: `prompt`, `more` and `run`.
    """

    def __init__(self, draft: RequestDraft, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.draft = draft
        self.run = RunBlock(theme, offers())
        # From the outside in: a widget that changes its parent is dressed anew with all in it.
        self._scroll = UprightScroll()
        in_column(wide(self._scroll), self.run, of=self, spacing=0)
        self._body = QWidget()
        self._scroll.setWidget(self._body)
        self.prompt = PromptField()
        self._controls = Controls(self._body)
        self.more = More(self._controls.rest, self._body)
        self._given: tuple[Problem, ...] = ()
        self._problems: tuple[Problem, ...] = ()
        self._errors: dict[str, str] = {}
        self._catalog: Catalog | None = None
        self._gated: tuple[ModelInfo, str] | None = None
        parts = (self.prompt, self._controls.usual, self.more, SPRING)
        self._column = in_column(*parts, of=self._body, spacing=10, margins=(14, 4, 14, 12))
        self._connect()
        self._show_draft()

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
            for field, words in self._errors.items()
        ]
        found = [*self._given, *refused]
        self._problems = tuple(sorted(found, key=lambda problem: not problem.is_error))
        self.run.set_problems(self._problems, self._not_done_yet())
        self._light()

    def show_error(self, field: str, text: str) -> None:
        """Light the control the server refused, with the server's words, until it is changed."""
        self._errors[field] = text
        grid = self._controls.grid_of(field)
        if grid is self._controls.rest:
            self.more.set_unfolded(True)
        if grid is not None:
            grid.set_error(field, text)
        self._show_problems()

    def clear_errors(self) -> None:
        """Forget what was refused: the request is sent anew."""
        for field in tuple(self._errors):
            self._forget_error(field)
        self._show_problems()

    def insert_section(self, section: QWidget) -> None:
        """Put a section of another room below the prompt."""
        self._column.insertWidget(1, section)
        order_tabs(self._body, self.run)

    def _connect(self) -> None:
        self._controls.changed.connect(self._on_changed)
        self.prompt.changed.connect(self._on_prompt)
        self.run.problems.fix_asked.connect(self._on_fix_asked)
        self.draft.changed.connect(self._show_draft)
        self.more.fold.clicked.connect(self._on_fold)
        scrolled = self._scroll.verticalScrollBar()
        scrolled.rangeChanged.connect(lambda _, most: self.run.show_rule(most > 0))

    def _on_changed(self, field: str) -> None:
        if field == EXTRA:
            self.draft.change_extra(self._controls.value(field))
        else:
            self.draft.choose(field, self._controls.value(field))
        self._on_other_value(field)

    def _on_fold(self, unfolded: bool) -> None:
        if unfolded:
            self._scroll.reveal(self.more)

    def _on_prompt(self) -> None:
        self.draft.change(prompt=self.prompt.text())
        self._on_other_value(PROMPT)

    def _on_fix_asked(self, problem: Problem) -> None:
        self.draft.fix(problem)
        self._on_other_value(problem.field)

    def _on_other_value(self, field: str) -> None:
        self._forget_error(field)
        self._show_problems()

    def _forget_error(self, field: str) -> None:
        if self._errors.pop(field, None) is None:
            return
        grid = self._controls.grid_of(field)
        if grid is not None:
            grid.set_reason(field, self._controls.reason(field))

    def _name(self, field: str) -> str:
        grid = self._controls.grid_of(field)
        return grid.name(field) if grid is not None else field

    def _not_done_yet(self) -> frozenset[str]:
        """Fields of which "missing" is no mistake but the next thing to do."""
        steps = ("image", "mask") if self.prompt.text().strip() else ("image", "mask", PROMPT)
        return frozenset(steps)

    def _light(self) -> None:
        lit = {p.field for p in self._problems if p.is_error} - self._not_done_yet()
        lit |= self._errors.keys()
        extra = self.draft.wanted.extra
        if any(name in extra and self._controls.grid_of(name) is None for name in lit):
            lit.add(EXTRA)
        self.prompt.set_lit(PROMPT in lit)
        for grid in (self._controls.usual, self._controls.rest):
            for field in grid.fields():
                grid.set_lit(field, field in lit)

    def _show_draft(self) -> None:
        draft, params = self.draft, self.draft.params
        if self._catalog is not draft.catalog:
            self._catalog, self._gated = draft.catalog, None
            self._errors.clear()
            self._controls.model.set_models(draft.models)
        self._gate(draft.info, params.output_format)
        if params.prompt != self.prompt.text():
            self.prompt.set_text(params.prompt)
        self._controls.show_choices(params, draft.extra_text)

    def _gate(self, info: ModelInfo, output_format: str) -> None:
        if self._gated == (info, output_format):
            return
        self._gated = (info, output_format)
        self.prompt.set_model(limit=info.max_prompt or 0, ignores_prompt=info.ignores_prompt)
        self._controls.gate(info, self.draft.output, output_format)
        self.run.set_offer(offer_words(info))
        order_tabs(self._body, self.run)
