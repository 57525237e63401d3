"""Brings results into the comparison, live ones as they arrive, and judges them in place."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from inpaint_studio.errors import ImageError
from inpaint_studio.history import History, RunRecord, VariantRecord
from inpaint_studio.picture.geometry import Size
from inpaint_studio.runs.run import Run, Variant
from inpaint_studio.session.culling import Culling
from inpaint_studio.session.notice import Notice
from inpaint_studio.session.session import Session
from inpaint_studio.ui.actions.shortcut_filter import ShortcutFilter
from inpaint_studio.ui.actions.shortcuts import Shortcuts
from inpaint_studio.ui.compare.entries import (
    ORIGINAL,
    Entry,
    entry_name,
    live_entry,
    original_of_run,
    stored_entry,
    stored_original,
)
from inpaint_studio.ui.compare.page import MODES, ComparePage
from inpaint_studio.ui.compare.view import CompareView
from inpaint_studio.ui.shell.central_area import CentralArea
from inpaint_studio.ui.shell.overlay_page import OverlayPage
from inpaint_studio.ui.style import theme as themes

MOST_RESULTS = 9
Record = tuple[RunRecord, VariantRecord]


class CompareController(QObject):
    """Owns the page, made when it is first needed."""

    def __init__(
        self, session: Session, culling: Culling, central_area: CentralArea, shortcuts: Shortcuts
    ) -> None:
        super().__init__(central_area)
        self._central_area = central_area
        self._session = session
        self._culling = culling
        self._shortcuts = shortcuts
        self._page: ComparePage | None = None
        self._below: OverlayPage | None = None
        self._live: dict[str, Variant] = {}
        self._bases: dict[str, Entry] = {}
        self._ids: list[str] = []
        session.runs.variant_changed.connect(self._on_variant_changed)
        session.runs.ticked.connect(self._show_time)
        culling.changed.connect(lambda _: self._refresh_judgements())
        session.accepting.accepted.connect(self._on_accepted)

    @property
    def page(self) -> ComparePage:
        """The page over the central_area."""
        if self._page is None:
            self._page = ComparePage(themes.current(), self._shortcuts)
            self._page.closed.connect(self.close)
            actions = self.actions(self._page)
            keys = ShortcutFilter(self._page.view, self._shortcuts, "compare")
            keys.pressed.connect(lambda action: actions[action]())
            self._page.view.stops.pressed.connect(self._stop)
        return self._page

    @property
    def is_open(self) -> bool:
        """Whether the comparison fills the central_area."""
        return self._page is not None and self._central_area.page is self._page

    def compare_run(self, run: Run) -> None:
        """All variants of a live run."""
        self.compare([variant.id for variant in run.variants])

    def compare(self, ids: Sequence[str]) -> None:
        """Compare these results, at most nine; one alone with its run's others."""
        with self._session.telling:
            self._compare(self._seen(ids))

    def _compare(self, ids: Sequence[str]) -> None:
        if not ids:
            words = self.tr("None of these has brought a picture")
            self._session.notify(Notice("info", words))
            return
        if len(ids) > MOST_RESULTS:
            words = self.tr("The first {0} of {1} are compared").format(MOST_RESULTS, len(ids))
            self._session.notify(Notice("info", words))
        self._ids = list(ids[:MOST_RESULTS])
        find = self._session.runs.variant
        self._live = {each: live for each in self._ids if (live := find(each))}
        self._session.tasks.start(self._open())

    def close(self) -> None:
        """Back to where it was opened: the gallery, or the picture with the result in focus."""
        entry = self.page.view.focused
        variant = self._live.get(entry.id) if entry else None
        self._uncover(self._below)
        if self._below is None and variant is not None:
            self._stage(variant)

    def _stage(self, variant: Variant) -> None:
        if variant.run.snapshot.document is self._session.editor.document:
            self._session.staging.show(variant)

    def _uncover(self, page: OverlayPage | None) -> None:
        self._central_area.show_page(page)
        if self._page is not None:
            self._page.set_mode("side")

    def _on_accepted(self, variant: Variant) -> None:
        if self.is_open and variant.id in self._live:
            self._uncover(None)

    async def _open(self) -> None:
        try:
            entries = await asyncio.to_thread(self._load, self._records())
        except (ImageError, OSError):
            words = self.tr("The file of one of these results is missing or damaged")
            self._session.notify(Notice("warning", words))
            return
        self.page.view.set_entries(entries)
        self.page.view.set_blind(self.page.view.blind)
        if not self.is_open:
            self._below = self._central_area.page
        self._central_area.show_page(self.page)
        for variant in self._live.values():  # what came while the others were read
            self._on_variant_changed(variant)

    def _records(self) -> list[Record]:
        history = self._session.history
        variants = [history.variant(each) for each in self._ids]
        return [(history.run(variant.run_id), variant) for variant in variants]

    def _load(self, records: list[Record]) -> list[Entry]:
        """Worker thread: the original, then the results, all of the first one's size."""
        history = self._session.history
        results: list[Entry] = []
        original: Entry | None = None
        size: Size | None = None
        with_run = len({run.id for run, _ in records}) > 1
        for run, variant in records:
            name = entry_name(run, variant, self._label_of, with_run=with_run)
            base = self._base(history, run, variant.id, size)
            original = original or base
            live = self._live.get(variant.id)
            if live is not None and base is not None and size in (None, base.size):
                entry = live_entry(live, base, name).judged(variant)
            else:
                entry = stored_entry(history, run, variant, base, size, name)
            size = size or (base and base.size) or entry.size
            results.append(entry)
        return [original, *results] if original else results

    def _base(
        self, history: History, run: RunRecord, variant_id: str, size: Size | None
    ) -> Entry | None:
        live = self._live.get(variant_id)
        key = f"{run.id} {size}"
        if key not in self._bases:
            fits = live is not None and size in (None, live.run.box.size)
            base = original_of_run(live.run) if live and fits else None
            found = base or stored_original(history, run, size)
            if found is None:
                return None
            self._bases = {**dict(list(self._bases.items())[-MOST_RESULTS:]), key: found}
        return self._bases[key]

    def _seen(self, ids: Sequence[str]) -> list[str]:
        """Those with a picture or about to bring one; one alone with its run's others."""
        history = self._session.history
        variants = [history.variant(each) for each in ids]
        if len(ids) == 1:
            run = history.run(variants[0].run_id)
            variants = [each for each in run.variants if each.trashed_at is None]
        pending = ("queued", "running")
        return [each.id for each in variants if each.blob or each.partials or each.state in pending]

    def _on_variant_changed(self, variant: Variant) -> None:
        if self.is_open and variant.id in self._live:
            base = next(
                (each for each in self._bases.values() if each.blend is variant.run.blend), None
            )
            if base is not None:
                self._session.tasks.start(self._bring(variant, base))

    async def _bring(self, variant: Variant, base: Entry) -> None:
        fresh = await asyncio.to_thread(live_entry, variant, base)
        view = self.page.view
        if any(entry.id == fresh.id for entry in view.entries):
            judged = fresh.judged(self._session.history.variant(fresh.id))
            view.set_entries([
                replace(judged, name=each.name) if each.id == fresh.id else each
                for each in view.entries
            ])  # fmt: skip

    def _show_time(self) -> None:
        """Let panes say how long they have been running."""
        live = {each.id: each for each in self._live.values() if each.is_pending}
        if self.is_open and live:
            view = self.page.view
            fresh = [
                each.in_state(live[each.id]) if each.id in live else each for each in view.entries
            ]
            view.set_entries(fresh)

    def _label_of(self, model: str) -> str:
        return self._session.catalog.model(model).label

    def _refresh_judgements(self) -> None:
        if not self.is_open:
            return
        with self._session.telling:
            fresh = [
                entry
                if entry.id == ORIGINAL
                else entry.judged(self._session.history.variant(entry.id))
                for entry in self.page.view.entries
            ]
            self.page.view.set_entries(fresh)

    def actions(self, page: ComparePage) -> dict[str, Callable[[], object]]:
        """What each action does while the panes have the focus."""
        view, cull = page.view, self._culling
        return {
            **{mode: partial(page.set_mode, mode) for mode, _ in MODES},
            **{f"stars_{n}": partial(self._judge, partial(cull.rate, stars=n)) for n in range(6)},
            "next_mode": page.next_mode,
            "picked": partial(self._judge, partial(cull.flag, flag="picked")),
            "rejected": partial(self._judge, partial(cull.flag, flag="rejected")),
            "advance": self._session.toggle_advance,
            "stop": self._stop_focused,
            "unflagged": partial(self._judge, partial(cull.flag, flag="")),
            "fit": view.toggle_fit,
            "raw": page.toggle_raw,
            "blind": page.toggle_blind,
            "previous": partial(view.move_focus, -1),
            "next": partial(view.move_focus, 1),
            "original": partial(self._toggle_original, view),
            "accept": partial(self._accept, is_partial=False),
            "keep_partial": partial(self._accept, is_partial=True),
            "undo": cull.undo,
            "leave": self.close,
        }

    def _judge(self, judge: Callable[[list[str]], None]) -> None:
        """Judge the focused result; nobody judges the original."""
        entry = self.page.view.focused
        if entry is not None and entry.id != ORIGINAL:
            judge([entry.id])
            if self._session.settings.now.auto_advance:
                self.page.view.move_focus(1)

    def _stop_focused(self) -> None:
        if self.page.view.focused is not None:
            self._stop(self.page.view.focused.id)

    def _stop(self, variant_id: str) -> None:
        if variant_id in self._live:
            self._session.runs.stop(self._live[variant_id])

    def _toggle_original(self, view: CompareView) -> None:
        view.shows_original = not view.shows_original
        view.update()

    def _accept(self, *, is_partial: bool) -> None:
        """Put the focused result into the picture, where it belongs to the open one.

        What is still on the way is taken by the key for partials alone.
        """
        entry = self.page.view.focused
        variant = self._live.get(entry.id) if entry else None
        if variant is None or variant.pixels is None:
            words = self.tr("This result belongs to another session: edit or export it instead")
            self._session.notify(Notice("info", words))
        elif variant.shows_result != is_partial:
            self._session.accepting.accept(variant)
