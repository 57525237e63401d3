"""Connects the cards of strip and gallery with what can be done to them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QMimeData, QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from inpaint_studio.history import RunRecord, VariantRecord
from inpaint_studio.runs.run import Run
from inpaint_studio.session.culling import Culling
from inpaint_studio.session.notice import Notice
from inpaint_studio.session.session import Session
from inpaint_studio.ui.actions.action import Action
from inpaint_studio.ui.actions.shortcut_filter import ShortcutFilter
from inpaint_studio.ui.actions.shortcuts import Shortcuts
from inpaint_studio.ui.gallery.card_menu import CardMenu
from inpaint_studio.ui.gallery.card_needs import possible
from inpaint_studio.ui.gallery.card_view import CardView
from inpaint_studio.ui.gallery.cards import Card, Price, picture_of
from inpaint_studio.ui.gallery.cleanup_dialog import CleanupDialog
from inpaint_studio.ui.gallery.details_dialog import DetailsDialog
from inpaint_studio.ui.gallery.lineage_controller import LineageController
from inpaint_studio.ui.gallery.live_cards import LiveCards, draft_name
from inpaint_studio.ui.gallery.loupe import LargeResult, Loupe
from inpaint_studio.ui.gallery.model import CardSources
from inpaint_studio.ui.gallery.page import GalleryPage
from inpaint_studio.ui.gallery.recall import Recall
from inpaint_studio.ui.gallery.strip import HistoryStrip
from inpaint_studio.ui.gallery.thumbnails import Thumbnails
from inpaint_studio.ui.shell.central_area import CentralArea
from inpaint_studio.ui.shell.docks import Docks
from inpaint_studio.ui.style import theme as themes

_STEPS = {"back": -1, "on": 1}
_JUDGEMENTS = {*(f"stars_{n}" for n in range(6)), "picked", "rejected", "unflagged"}
Do = Callable[[list[str]], object]
"""What an action does with variants, by their ids."""


class GalleryController(QObject):
    """Owns the gallery page; `take_actions` adds what other parts of the window do with cards."""

    shown = Signal(str)  # variant id

    def __init__(
        self,
        session: Session,
        strip: HistoryStrip,
        central_area: CentralArea,
        docks: Docks,
        shortcuts: Shortcuts,
        window: QWidget,
        *,
        price_of: Price,
        files_of: Callable[[list[str]], QMimeData],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._central_area = central_area
        self._docks = docks
        self._shortcuts = shortcuts
        self._session = session
        self._strip = strip
        self.thumbnails = Thumbnails(
            session.history, session.tasks, session.runs.intake.thumbnail_of
        )
        self._live = LiveCards(session.runs, session.history)
        sources = CardSources(price_of, self._live.live_of, files_of)
        self._strip.attach(session.history, self.thumbnails, session.tasks, sources)
        self.culling = Culling(session.history, session.telling, self)
        self.recall = Recall(session, self)
        self.lineage = LineageController(session, self.thumbnails, strip.model, shortcuts, window)
        self._card_menu = CardMenu(shortcuts, session.settings, self.can, self.do)
        self._page: GalleryPage | None = None
        self._actions: dict[str, Do] = {}
        self._actions = self._own_actions()
        self._adopt(self._strip.view)
        self._connect()
        self._follow_runs()

    @property
    def page(self) -> GalleryPage:
        """The full view, made when it is first opened."""
        if self._page is None:
            session = self._session
            large = LargeResult(session.history, self.thumbnails, session.tasks)
            self._page = GalleryPage(themes.current(), self._strip.model, Loupe(large))
            self._page.view.delegate.thumbnails = self.thumbnails
            self._follow_size(self._page)
            keys = ShortcutFilter(self._page.loupe, self._shortcuts, "loupe", "gallery")
            keys.pressed.connect(self._do_in_loupe)
            self._page.loupe.customContextMenuRequested.connect(self._offer_menu_of_loupe)
            self.thumbnails.arrived.connect(self._page.view.show_picture)
            self._page.view.doubleClicked.connect(lambda _: self.do("show"))
            self._page.cleanup_asked.connect(self._offer_cleanup)
            self._adopt(self._page.view)
            self._follow_bar(self._page)
        return self._page

    @property
    def is_expanded(self) -> bool:
        """Whether the gallery fills the central_area."""
        return self._page is not None and self._central_area.page is self._page

    def take_actions(self, actions: Mapping[str, Do]) -> None:
        """Let actions be done by other parts; each gets the ids of the selected variants."""
        self._actions.update(actions)

    def toggle(self) -> None:
        """The gallery over the centre, or the picture back."""
        if self.is_expanded:
            self._central_area.show_page(None)
            if self._strip.view.isVisible():
                self._strip.view.setFocus()
            return
        row = self._strip.view.currentIndex().row()
        self.page.show_loupe(False)
        self._central_area.show_page(self.page)
        self.page.view.select_row(max(0, row))
        self._session.tasks.start(self._measure())

    def do(self, action: str) -> None:
        """One action on the selected cards of the view in use."""
        ids = self.view.selected_ids()
        if ids or action in ("undo", "expand", "leave", "select_all", "advance"):
            self._actions[action](ids)
            goes_on = self._session.settings.now.auto_advance
            if goes_on and action in _JUDGEMENTS and len(ids) == 1:
                self._advance(ids[0])

    def can(self, row: Action) -> bool:
        """Whether the selected cards of the view in use are what an action needs."""
        in_trash = self._strip.model.filter.trash == "only"
        return possible(row.needs, self._selected(), in_trash=in_trash)

    @property
    def view(self) -> CardView:
        """The view a person works in."""
        return self._page.view if self._page and self.is_expanded else self._strip.view

    def ids_in_use(self) -> list[str]:
        """The selected cards, while the gallery covers the picture."""
        return self.view.selected_ids() if self.is_expanded else []

    def _own_actions(self) -> dict[str, Do]:
        cull = self.culling
        return {
            "show": lambda ids: self._show(ids[0]),
            "edit": lambda ids: self.open_as_source(ids[0]),
            **{f"stars_{n}": partial(cull.rate, stars=n) for n in range(6)},
            "picked": lambda ids: cull.flag(ids, "picked"),
            "rejected": lambda ids: cull.flag(ids, "rejected"),
            "unflagged": lambda ids: cull.flag(ids, ""),
            "use_prompt": self._with_run(self.recall.prompt),
            "use_params": self._with_run(self.recall.params),
            "use_mask": self._with_run(self.recall.mask),
            "use_frame": self._with_run(self.recall.frame),
            "use_all": self._with_run(self.recall.everything),
            **self.lineage.actions(),
            "details": lambda ids: self.show_details(ids[0]),
            **self._live.actions(),
            "trash": self._trash,
            "restore": cull.restore,
            "select_all": lambda _: self._select_all(),
            "undo": lambda _: cull.undo(),
            "loupe": lambda _: self._look_closely(),
            "expand": lambda _: self._show_grid(),
            "leave": lambda _: self._leave(),
            "advance": lambda _: self._session.toggle_advance(),
        }

    def _adopt(self, view: CardView) -> None:
        ShortcutFilter(view, self._shortcuts, "gallery").pressed.connect(self.do)
        view.button_pressed.connect(lambda name, variant_id: self._actions[name]([variant_id]))
        view.customContextMenuRequested.connect(partial(self._offer_menu, view))

    def _connect(self) -> None:
        self.culling.changed.connect(self._strip.model.refresh_run)
        # Its undo would take back what was judged since.
        notices = self._central_area.notices
        self.culling.changed.connect(lambda _: notices.withdraw("cards"))
        self._session.accepting.marks.changed.connect(self._show_mark)
        self._session.history_care.changed.connect(self._strip.model.reload)
        self.culling.trashed.connect(self._tell_trashed)
        self.lineage.chosen.connect(self._go_to)
        self.lineage.action_asked.connect(
            lambda name, variant_id: self._actions[name]([variant_id])
        )
        self._strip.shown.connect(self.shown)
        self._central_area.page_changed.connect(self._fold_strip)
        self._strip.opened.connect(lambda _: self.do("edit"))
        self._follow_bar(self._strip)

    def _follow_runs(self) -> None:
        runs = self._session.runs
        self._session.drafts.painted.connect(self._show_draft)
        runs.preparing_changed.connect(self._show_preparing)
        runs.announced.connect(self._show_announced)
        runs.ticked.connect(self._show_time)
        self._show_preparing()

    def _show_preparing(self) -> None:
        self._strip.model.show_preparing(self._session.runs.preparing)

    def _show_announced(self) -> None:
        """The new card is seen before a large picture is copied, which keeps the window busy."""
        self._strip.view.scroll_to_row(0)
        self.view.viewport().repaint()

    def _show_time(self) -> None:
        """Let the cards of what runs say for how long."""
        for run in self._session.runs.runs:
            if any(each.is_pending and each.started is not None for each in run.variants):
                self._strip.model.refresh_soon(run.id)

    def _follow_bar(self, part) -> None:  # type: ignore[no-untyped-def]
        bar = part.filter_bar
        bar.name_keys(self._shortcuts)
        bar.compare_button.clicked.connect(lambda: self.do("compare"))
        bar.export_button.clicked.connect(lambda: self.do("export"))
        bar.expand_button.clicked.connect(self.toggle)
        bar.this_picture_asked.connect(self._show_only_this_picture)

    def _show_only_this_picture(self) -> None:
        document, model = self._session.editor.document, self._strip.model
        if document is None:
            model.filter_changed.emit()
            return
        self._session.tasks.run(
            partial(self._session.runs.lineage.source_blob, document),
            lambda blob: model.set_filter(replace(model.filter, source=blob)),
        )

    def _follow_size(self, page: GalleryPage) -> None:
        settings = self._session.settings

        def show() -> None:
            self.thumbnails.fit_cards(settings.now.gallery_card_px)
            page.set_card_width(settings.now.gallery_card_px)

        page.card_width_chosen.connect(lambda px: settings.change(gallery_card_px=px))
        settings.changed.connect(lambda names: show() if "gallery_card_px" in names else None)
        show()

    def _look_closely(self) -> None:
        """The current card large, of strip or gallery; once more, the cards again."""
        if not self.is_expanded:
            self.toggle()
            self.page.show_loupe(True)
        else:
            self.page.show_loupe(not self.page.is_loupe)

    def _offer_menu(self, view: CardView, position: QPoint) -> None:
        index = view.indexAt(position)
        if not index.isValid():
            return
        if not view.selectionModel().isSelected(index):
            view.select_row(index.row())
        self._card_menu.over(view).popup(view.viewport().mapToGlobal(position))

    def _offer_menu_of_loupe(self, position: QPoint) -> None:
        self._card_menu.over(self.page.loupe).popup(self.page.loupe.mapToGlobal(position))

    def _selected(self) -> list[Card]:
        rows = [each.row() for each in self.view.selectionModel().selectedIndexes()]
        return [card for row in rows if (card := self._strip.model.card_at(row)) is not None]

    def _with_run(self, use: Callable[[RunRecord], None]) -> Do:
        def act(ids: list[str]) -> None:
            run = self._run_of(ids[0])
            if run is not None:
                use(run)

        return act

    def _run_of(self, variant_id: str) -> RunRecord | None:
        with self._session.telling:
            return self._session.history.run(self._variant(variant_id).run_id)
        return None

    def _variant(self, variant_id: str) -> VariantRecord:
        return self._session.history.variant(variant_id)

    def _show(self, variant_id: str) -> None:
        self._central_area.show_page(None)
        self.shown.emit(variant_id)

    def open_as_source(self, variant_id: str, blob: str | None = None) -> None:
        """Open a result, or another of its variant's pictures, as a new source.

        It remembers where it came from.
        """
        with self._session.telling:
            variant = self._variant(variant_id)
            run = self._session.history.run(variant.run_id)
            blob = blob or variant.blob
            if blob is not None:
                name = f"{run.source_name} · {variant.number}"
                then = partial(self._remember_parent, variant_id)
                self.recall.open_result(variant, blob, then, name)

    def _remember_parent(self, variant_id: str) -> None:
        document = self._session.editor.document
        assert document is not None
        self._session.runs.lineage.set_parent(document, variant_id)

    def _go_to(self, variant_id: str) -> None:
        """Select a card wherever it is, if need be without the filter."""
        row = self._strip.model.row_of(variant_id)
        if row < 0:
            self._strip.filter_bar.clear()
            row = self._strip.model.row_of(variant_id)
        self.view.select_row(row)

    def show_details(self, variant_id: str) -> None:
        """All that is known of a result, in a dialog."""
        with self._session.telling:
            variant = self._variant(variant_id)
            run = self._session.history.run(variant.run_id)
            picture = LargeResult(self._session.history, self.thumbnails, self._session.tasks)
            picture.show_blob(picture_of(run, variant))
            dialog = DetailsDialog(self._window, run, variant, picture)
            dialog.finished.connect(picture.stop)
            dialog.open()

    def _advance(self, variant_id: str) -> None:
        """On to the next card, so that a hand can stay on the keys.

        Where the card has left the list by what it was given, the next has taken its place.
        """
        row = self._strip.model.row_of(variant_id)
        if row >= 0:
            self.view.select_row(min(row + 1, len(self._strip.model.listing) - 1))

    def _trash(self, ids: list[str]) -> None:
        """Put away, and go on with the card that has taken their place."""
        row = self._strip.model.row_of(ids[0])
        self.culling.trash(ids)
        self.view.select_row(min(row, len(self._strip.model.listing) - 1))

    def _select_all(self) -> None:
        self._strip.model.complete()
        self.view.selectAll()

    def _fold_strip(self) -> None:
        """The gallery holds what the strip shows; what is opened over it leaves that as it is."""
        page = self._central_area.page
        if page is None or page is self._page:
            self._docks.put_history_away(page is not None)

    def _do_in_loupe(self, action: str) -> None:
        if action in _STEPS:
            self.page.step(_STEPS[action])
        else:
            self.do(action)

    def _show_grid(self) -> None:
        if self.is_expanded and self.page.is_loupe:
            self.page.show_loupe(False)
        else:
            self.toggle()

    def _leave(self) -> None:
        if self.is_expanded and self.page.is_loupe:
            self.page.show_loupe(False)
        elif self.is_expanded:
            self._central_area.show_page(None)
        else:
            self._central_area.take_keyboard()

    async def _measure(self) -> None:
        self.page.show_size(await asyncio.to_thread(self._session.history.size))

    def _offer_cleanup(self) -> None:
        dialog = CleanupDialog(self._window, self._session.history)
        dialog.chosen.connect(self.culling.trash)
        dialog.open()

    def _tell_trashed(self, count: int) -> None:
        self._central_area.notices.show_notice(
            Notice("done", self.tr("{0} moved to the trash").format(count), about="cards"),
            self.tr("Undo"),
            self.culling.undo,
        )

    def _show_mark(self, variant_id: str) -> None:
        with self._session.telling:
            self._strip.model.refresh_soon(self._variant(variant_id).run_id)

    def _show_draft(self, run: Run) -> None:
        """Let the cards that have no picture yet show the draft."""
        if run.draft is not None:
            self.thumbnails.lend(draft_name(run), run.draft.small)
            self._strip.model.refresh_run(run.id)
