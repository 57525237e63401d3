"""Keeps the bar at the mask, and its draft the panel's."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMargins, QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtWidgets import QWidget

from inpaint_studio.contract.offers import most_variants
from inpaint_studio.picture.geometry import Box, Point
from inpaint_studio.session.session import Session
from inpaint_studio.ui.actions.shortcuts import Shortcuts
from inpaint_studio.ui.canvas.canvas import Canvas
from inpaint_studio.ui.prompt_bar.bar import PromptBar
from inpaint_studio.ui.prompt_bar.position import bar_position
from inpaint_studio.ui.request_panel.panel import RequestPanel
from inpaint_studio.ui.request_panel.plan_words import offer_words, price_words
from inpaint_studio.ui.shell.central_area import CentralArea
from inpaint_studio.ui.style import theme as themes
from inpaint_studio.ui.style.i18n import translate
from inpaint_studio.ui.widgets.floating import SHADOW_PX

_MOVES = (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Move, QEvent.Type.Resize)


class PromptBarController(QObject):
    """`at_foot` are the widgets at the canvas' foot, which the bar lies above."""

    def __init__(
        self,
        session: Session,
        canvas: Canvas,
        panel: RequestPanel,
        central_area: CentralArea,
        shortcuts: Shortcuts,
        at_foot: Sequence[QWidget],
        *,
        run: Callable[[], object],
        marked: Callable[[bool], object],
    ) -> None:
        super().__init__(canvas)
        self._session = session
        self._canvas = canvas
        self._panel = panel
        self._central_area = central_area
        self._at_foot = at_foot
        self._marked = marked
        self._is_wanted = session.settings.now.prompt_at_mask
        self.bar = PromptBar(themes.current(), central_area.stack, self._most_variants())
        self.bar.run_button.clicked.connect(lambda: run())
        self._follow_bar()
        self._follow_session()
        for part in at_foot:
            part.installEventFilter(self)
        shortcuts.keep_shown(lambda: self.bar.name_key(self._tip(shortcuts)))
        self._show_draft()
        self._show_plan()
        self._want(self._is_wanted)

    def toggle(self) -> None:
        """Show the bar as soon as there is a mask, or not any longer."""
        self._want(not self._is_wanted)

    def take_prompt(self) -> None:
        """Put the cursor into the prompt: the bar's while it is shown, or where no panel is."""
        if not self._panel.isVisible():
            self._want(True)
        if self.bar.isVisible():
            self.bar.prompt.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._panel.prompt.take_focus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What lies at the foot takes or leaves room."""
        if event.type() in _MOVES:
            self._place()
        return super().eventFilter(watched, event)

    def _follow_bar(self) -> None:
        bar, draft = self.bar, self._session.draft
        bar.prompt.textChanged.connect(lambda: draft.change(prompt=bar.prompt.toPlainText()))
        bar.prompt.stepped.connect(self._panel.prompt.step)
        bar.count.chosen.connect(lambda count: draft.choose("n", count))
        bar.close_button.clicked.connect(lambda: self._want(False))

    def _follow_session(self) -> None:
        session = self._session
        session.draft.changed.connect(self._show_draft)
        session.planner.changed.connect(self._show_plan)
        session.mask.settled.connect(self._refresh)
        session.settings.changed.connect(self._follow_settings)
        self._central_area.page_changed.connect(self._refresh)
        self._canvas.view_changed.connect(self._place)

    def _follow_settings(self, names: frozenset[str]) -> None:
        if "prompt_at_mask" in names:
            self._want(self._session.settings.now.prompt_at_mask)

    def _want(self, on: bool) -> None:
        self._is_wanted = on
        self._marked(on)
        self._refresh()

    def _show_draft(self) -> None:
        draft, bar = self._session.draft, self.bar
        bar.prompt.set_text(draft.params.prompt)
        bar.prompt.ask(ignores_prompt=draft.info.ignores_prompt)
        bar.count.set_limit(self._most_variants())
        bar.count.set_value(draft.params.n)
        self._place()

    def _show_plan(self) -> None:
        """What the panel says of the same plan."""
        plan = self._session.planner.plan
        is_free = plan.cost is not None and not plan.cost.usd_max
        price = "" if is_free else price_words(plan.cost)
        reasons = [translate(each.message) for each in plan.problems if each.is_error]
        self.bar.show_offer(offer_words(plan.info), price, reasons)
        self._refresh()

    def _most_variants(self) -> int:
        draft = self._session.draft
        return most_variants(draft.info, draft.output)

    def _tip(self, shortcuts: Shortcuts) -> str:
        key = shortcuts.first_key("run")
        return f"{self.tr('Run')} ({key})" if key else self.tr("Run")

    @property
    def _box(self) -> Box | None:
        """What the bar keeps away from, in picture px: the mask, or a frame without one."""
        if not self._session.mask.box.is_empty:
            return self._session.mask.box
        frame = self._session.planner.plan.frame
        return frame.box if frame is not None else None

    def _refresh(self) -> None:
        """Show the bar where it is wanted and there is something to ask for."""
        has_place = self._session.editor.document is not None and self._box is not None
        self.bar.setVisible(self._is_wanted and has_place and self._central_area.page is None)
        self.bar.stackUnder(self._at_foot[0])  # which is above the canvas, whatever came last
        self._place()

    def _place(self) -> None:
        """While a hand is at work the bar stays where it is."""
        editor, box, viewport = self._session.editor, self._box, self._canvas.viewport
        if box is None or viewport is None or self.bar.isHidden() or editor.is_busy:
            return
        corner, far = (
            viewport.to_widget(Point(*at)) for at in ((box.x0, box.y0), (box.x1, box.y1))
        )
        mask = QRectF(QPointF(*corner), QPointF(*far)).toAlignedRect()
        room = self._room()
        self.bar.fit_into(room.width())
        seen = self.bar.size().shrunkBy(QMargins(*(SHADOW_PX,) * 4))
        at = bar_position(mask, seen, room)
        self.bar.move(at.x() - SHADOW_PX, at.y() - SHADOW_PX)

    def _room(self) -> QRect:
        """Of the canvas, what nothing at its foot lies on; the bar's shadow may reach beyond."""
        room = self._canvas.geometry().adjusted(SHADOW_PX, SHADOW_PX, -SHADOW_PX, -SHADOW_PX)
        for part in self._at_foot:
            if part.isVisible():
                room.setBottom(min(room.bottom(), part.geometry().top()))
        return room
