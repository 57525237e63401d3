"""The request panel at work: what it shows of the session, and what it asks of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from inpaint_studio.contract.events import Usage
from inpaint_studio.contract.money import dollars
from inpaint_studio.errors import RejectedError, RequestError
from inpaint_studio.runs.run import Variant
from inpaint_studio.session.notice import Notice
from inpaint_studio.session.presets import Presets
from inpaint_studio.session.prompt_history import PromptHistory
from inpaint_studio.session.session import Session, Turn
from inpaint_studio.ui.request_panel.panel import RequestPanel
from inpaint_studio.ui.style.figures import money
from inpaint_studio.ui.style.i18n import translate

if TYPE_CHECKING:
    from inpaint_studio.ui.request_panel.inspector import Inspector
    from inpaint_studio.ui.request_panel.presets_dialog import PresetsDialog
    from inpaint_studio.ui.request_panel.prompts_dialog import PromptsDialog


class RequestController(QObject):
    """Connects one panel with one session."""

    prompt_wanted = Signal()
    """Nothing can run before the prompt is written."""

    def __init__(self, session: Session, panel: RequestPanel, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._panel = panel
        self._window = window
        self.presets = Presets()
        self.prompts = PromptHistory()
        self._inspector: Inspector | None = None
        self._presets_dialog: PresetsDialog | None = None
        self._prompts_dialog: PromptsDialog | None = None
        panel.prompt.set_earlier(self.prompts.texts)
        panel.prompt.history.clicked.connect(self._offer_prompts)
        panel.more.sent.clicked.connect(self.inspect)
        panel.more.presets.clicked.connect(self._offer_presets)
        session.runs.variant_changed.connect(self._on_variant_changed)
        session.planner.changed.connect(self._show_plan)
        session.spending.changed.connect(self._show_spent)
        session.settings.changed.connect(self._show_spent)
        for notice in (self.presets.notice, self.prompts.notice):
            if notice is not None:
                session.notify(notice)
        self._show_plan()
        self._show_spent()

    def run(self, turn: Turn = "last") -> bool:
        """Run what the panel says; False where it cannot, which is said."""
        params = self._session.draft.params
        try:
            self._session.generate(params, turn)
        except RequestError as error:
            if error.field == "prompt":
                self.prompt_wanted.emit()
            self._session.notify(Notice("warning", error.title, error.message))
            return False
        self._panel.clear_errors()
        self._remember_prompt(params.prompt)
        return True

    def price_of(self, model: str, usage: Usage | None) -> str:
        """What one result was charged for, "" where that is nothing or not known."""
        cost = self._session.spending.cost_of(model, usage)
        return money(dollars(cost.usd)) if cost and cost.usd else ""

    def inspect(self) -> None:
        """Open the window that shows what would be sent, and keep it up to date."""
        from inpaint_studio.ui.request_panel.inspector import Inspector

        if self._inspector is None:
            self._inspector = Inspector(self._session, self._window)
        self._inspector.show_now()

    def _show_plan(self) -> None:
        plan = self._session.planner.plan
        self._panel.set_sent_size(str(plan.frame.sent) if plan.frame else "")
        self._panel.run.cost.set_estimate(plan.cost, count=plan.params.n)
        self._panel.set_problems(plan.problems)

    def _show_spent(self) -> None:
        spending = self._session.spending
        self._panel.run.cost.set_totals(
            session=spending.session_usd,
            month=spending.month_usd,
            cap=self._session.settings.now.monthly_cap_usd,
        )

    def _remember_prompt(self, prompt: str) -> None:
        with self._session.telling:
            self.prompts.remember(prompt)

    def _on_variant_changed(self, variant: Variant) -> None:
        error = variant.error
        if isinstance(error, RejectedError) and error.field:
            self._panel.show_error(
                error.field.partition("[")[0], translate(error.message or error.title)
            )

    def _offer_presets(self) -> None:
        from inpaint_studio.ui.request_panel.presets_menu import PresetsMenu

        link = self._panel.more.presets
        menu = PresetsMenu(self.presets.names(), link)
        menu.chosen.connect(self._apply_preset)
        menu.managed.connect(self._manage_presets)
        menu.popup_above(link)

    def _apply_preset(self, name: str) -> None:
        draft = self._session.draft
        draft.take(self.presets.params(name, draft.wanted.prompt))

    def _manage_presets(self) -> None:
        from inpaint_studio.ui.request_panel.presets_dialog import PresetsDialog

        if self._presets_dialog is None:
            self._presets_dialog = PresetsDialog(self.presets, self._session.draft, self._window)
            self._presets_dialog.chosen.connect(self._apply_preset)
        self._presets_dialog.show_now()

    def _offer_prompts(self) -> None:
        from inpaint_studio.ui.request_panel.prompts_dialog import PromptsDialog

        if self._prompts_dialog is None:
            self._prompts_dialog = PromptsDialog(self.prompts, self._window)
            draft = self._session.draft
            self._prompts_dialog.chosen.connect(lambda prompt: draft.change(prompt=prompt))
        self._prompts_dialog.show_now()
