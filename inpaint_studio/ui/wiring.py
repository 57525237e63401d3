"""Connects one window with one session: all actions and signals between them, in one place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from inpaint_studio.runs.run import Run, Variant
from inpaint_studio.session.session import Session, Turn
from inpaint_studio.ui.actions.table import COMPARE, GALLERY, POINTER, TOOLS, WINDOW
from inpaint_studio.ui.canvas.canvas import Canvas
from inpaint_studio.ui.compare.controller import CompareController
from inpaint_studio.ui.document.drop_choice import DropChoice
from inpaint_studio.ui.document.drop_controller import DropController
from inpaint_studio.ui.document.edits_button import EditsButton
from inpaint_studio.ui.document.recent_menu import RecentMenu
from inpaint_studio.ui.document.recovery_controller import RecoveryController
from inpaint_studio.ui.document.save_controller import SaveController
from inpaint_studio.ui.document.shown_document import ShownDocument
from inpaint_studio.ui.document.tabs_controller import TabsController
from inpaint_studio.ui.export.controller import ExportController
from inpaint_studio.ui.film_strip.controller import FilmController
from inpaint_studio.ui.frame.controller import ExtendController
from inpaint_studio.ui.frame.label import frame_label
from inpaint_studio.ui.gallery.controller import GalleryController
from inpaint_studio.ui.main_window import MainWindow
from inpaint_studio.ui.mask.controller import MaskController
from inpaint_studio.ui.palette.controller import ActionSource, PaletteController
from inpaint_studio.ui.profiles.controller import ProfilesController
from inpaint_studio.ui.prompt_bar.controller import PromptBarController
from inpaint_studio.ui.references.controller import ReferencesController
from inpaint_studio.ui.request_panel.controller import RequestController
from inpaint_studio.ui.settings.catalog_update import SUFFIX as CATALOG_SUFFIX
from inpaint_studio.ui.settings.catalog_update import CatalogUpdateController
from inpaint_studio.ui.settings.controller import SettingsController, canvas_colours
from inpaint_studio.ui.settings.history_place import HistoryPlaceController
from inpaint_studio.ui.shell.handed import Handed
from inpaint_studio.ui.staging.controller import StagingController
from inpaint_studio.ui.staging.mask_fixes import MaskFixController
from inpaint_studio.ui.staging.run_notices import RunNotices
from inpaint_studio.ui.staging.stored_results import StoredResultsController
from inpaint_studio.ui.tools.controller import ToolsController


class Wiring(QObject):
    """Made after the first paint; lives as long as the window."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._staged: Variant | None = None
        self.canvas = Canvas(
            session.editor, canvas_colours(window.theme, session.settings.now), window.shortcuts
        )
        self._place_canvas()
        self.staging = StagingController(
            session.staging, session.editor, self.canvas, window.staging_bar
        )
        self.save = SaveController(session, window)
        self.tabs = TabsController(session, window.central_area, self.save, window.theme)
        self.recovery = RecoveryController(session, window)
        self.request = RequestController(session, window.panel, window)
        self.profiles = ProfilesController(session, window.chip, window.status, window)
        self.settings = SettingsController(session, self.canvas, window)
        self.updating = CatalogUpdateController(session, window.central_area.notices, window)
        self.export = ExportController(
            session,
            window.central_area.notices,
            window,
            ids_in_use=lambda: self.gallery.ids_in_use(),
            selected_ids=lambda: self.gallery.view.selected_ids(),
        )
        self.gallery = GalleryController(
            session,
            window.strip,
            window.central_area,
            window.panels,
            window.shortcuts,
            window,
            price_of=self.request.price_of,
            files_of=self.export.drag_files,
        )
        self.compare = CompareController(
            session, self.gallery.culling, window.central_area, window.shortcuts
        )
        self._stored_results = StoredResultsController(
            session, self.gallery, window.central_area.notices
        )
        self.gallery.take_actions(self.export.card_actions() | {"compare": self.compare.compare})
        HistoryPlaceController(session.place, window.central_area.notices, window)
        self._wire_tools()
        self.film = FilmController(
            session,
            window.central_area,
            window.staging_bar.film_button,
            window,
            self.gallery,
            self.export,
            window.shortcuts,
        )
        self.gallery.take_actions({"film": self.film.open_card})
        window.panels.set_has_history(len(window.strip.model.listing) > 0)
        self._wire_prompt_bar()
        self._offer_commands()
        self._give_actions()
        self._follow_session()
        self._follow_window()
        self._show_all()

    def _place_canvas(self) -> None:
        session, window = self._session, self._window
        window.central_area.set_canvas(self.canvas)
        window.actions_.bind_canvas(self.canvas)
        self._edits = EditsButton(session, window.theme, window.central_area)
        window.central_area.add_corner(self._edits)

    def _wire_tools(self) -> None:
        session, window = self._session, self._window
        options = window.options
        self.tools = ToolsController(
            session, self.canvas, options, window.actions_, window.shortcuts, window
        )
        self.extension = ExtendController(session.editor, options.frame.extend_button, window)
        self.mask = MaskController(session, self.canvas, options.mask_options, window)
        notices = window.central_area.notices
        self.references = ReferencesController(session, window.shortcuts, notices, window)
        window.panel.insert_section(self.references.tray)
        self.drop_choice = DropChoice(window.theme, window.central_area.stack)
        self._dropping = DropController(session, self.drop_choice, self.references, self.mask)

    def _wire_prompt_bar(self) -> None:
        window = self._window
        self.prompt_bar = PromptBarController(
            self._session,
            self.canvas,
            window.panel,
            window.central_area,
            window.shortcuts,
            (window.staging_bar, self.film.bar),
            run=window.actions_["run"].trigger,
            marked=window.actions_["prompt_bar"].setChecked,
        )
        self.request.prompt_wanted.connect(self.prompt_bar.take_prompt)

    def _offer_commands(self) -> None:
        """The palette has what window, canvas, cards and comparison do."""
        self.palette = PaletteController(
            self._session.settings,
            self._window.shortcuts,
            self._window,
            self._window.central_area.stack,
            ask_setting=self.settings.ask_for,
            recent_files=self._session.recent_files.paths,
            open_file=self._session.open_recent,
        )
        actions, does = self._window.actions_, self.canvas.keys.does
        gallery, compare = self.gallery, self.compare
        self.palette.offer(
            ActionSource(
                (*TOOLS, *WINDOW),
                can=lambda row: actions[row.id].isEnabled(),
                do=lambda row: actions[row.id].trigger(),
            ),
            ActionSource(
                [row for row in POINTER if row.needs],
                can=lambda _: actions["brush"].isEnabled(),
                do=lambda row: does[row.id](),
            ),
            ActionSource(
                COMPARE,
                can=lambda _: True,
                do=lambda row: compare.actions(compare.page)[row.id](),
                are_there=lambda: compare.is_open,
            ),
            ActionSource(
                [row for row in GALLERY if row.menu],
                can=gallery.can,
                do=lambda row: gallery.do(row.id),
            ),
        )

    def _give_actions(self) -> None:
        editor, canvas, staging = self._session.editor, self.canvas, self._session.staging
        self._window.set_actions({
            "sample": self._session.open_sample,
            "unsaved": self.recovery.ask,
            "save": self.save.save,
            "save_as": self.save.save_as,
            "export": self.export.ask,
            "export_again": self.export.repeat,
            "copy": self.export.clipboard.copy_document,
            "copy_shown": self._copy_shown,
            "undo": editor.undo,
            "redo": editor.redo,
            "new_mask": editor.begin_mask,
            "prompt": self.prompt_bar.take_prompt,
            "prompt_bar": self.prompt_bar.toggle,
            "select_all": editor.fill_mask,
            "invert": editor.invert_mask,
            "clear": editor.clear_mask,
            "overlay": canvas.cycle_overlay,
            "fit": canvas.fit,
            "actual": lambda: canvas.zoom_to(1.0),
            "zoom_in": lambda: canvas.step_zoom(1),
            "zoom_out": lambda: canvas.step_zoom(-1),
            "run": self._run,
            "run_first": partial(self._run, "first"),
            "run_instead": partial(self._run, "replace"),
            "stop": staging.stop,
            "stop_run": staging.stop_run,
            "stop_all": self._session.runs.stop_all,
            "accept": staging.accept,
            "keep_partial": staging.accept,
            "discard": staging.clear,
            **{f"variant_{n}": partial(staging.choose, n - 1) for n in range(1, 10)},
            "previous": lambda: staging.step(-1),
            "next": lambda: staging.step(1),
            "profiles": self.profiles.manage,
            "connect": self.profiles.connect_a_key,
            "gallery": self.gallery.toggle,
            "film": self.film.toggle,
            "compare": self._compare_staged,
            "settings": self.settings.ask,
            "shortcuts": self.settings.ask_shortcuts,
            "sheet": self.settings.show_sheet,
            "palette": self.palette.toggle,
            "revert_catalog": self.updating.revert,
            **self.tabs.actions(),
            **self.tools.actions(),
            **self.extension.actions(),
            **self.mask.actions(),
        })  # fmt: skip

    def _follow_session(self) -> None:
        session, editor = self._session, self._session.editor
        session.ended.connect(self._window.stop_timers)
        session.noticed.connect(self._window.central_area.notices.show_notice)
        session.opening.changed.connect(self._window.central_area.empty_state.show_opening)
        session.planner.changed.connect(self._show_plan)
        session.mask.settled.connect(self._show_mask)
        session.runs.run_added.connect(self._on_run_added)
        session.runs.variant_changed.connect(self._on_variant_changed)
        session.runs.pending_changed.connect(self._update_state)
        self.shown = ShownDocument(
            session,
            self.canvas,
            self._window.central_area,
            self._window.status,
            self._window.shortcuts,
            self._window.show_title,
        )
        editor.undo_changed.connect(self._update_state)
        session.documents.changed.connect(self._update_state)
        session.staging.changed.connect(self._on_staged)
        RunNotices(
            session,
            self._window.central_area,
            show_details=self.gallery.show_details,
            edit_prompt=self.prompt_bar.take_prompt,
            open_profile=self.profiles.open_key,
        )
        self._window.central_area.page_changed.connect(self._update_state)
        MaskFixController(session, self._window.staging_bar, self._window.central_area.notices)
        self.canvas.zoom_changed.connect(self._window.status.show_zoom)
        self.canvas.cursor_moved.connect(self._window.status.show_cursor)

    def _follow_window(self) -> None:
        window, settings = self._window, self._session.settings
        window.staging_bar.set_folded(settings.now.staging_folded)
        window.staging_bar.folded.connect(lambda on: settings.change(staging_folded=on))
        window.theme_changed.connect(lambda _: self.settings.colour_canvas())
        window.central_area.empty_state.connect_button.clicked.connect(self.profiles.connect_a_key)
        window.add_recent(RecentMenu(self._session, window.menu("File")))
        self.settings.restart_asked.connect(window.restart_asked)
        self.updating.restart_asked.connect(window.restart_asked)
        self._session.projects.runs_added.connect(window.strip.model.reload)
        self.references.address_given.connect(self._dropping.take_address)
        window.opening.folder = lambda: self._session.settings.now.open_folder
        window.opening.files_given.connect(self._session.opening.open_files)
        window.opening.dropped.connect(self._take)
        window.opening.pasted.connect(self._take_pasted)
        window.opening.refused.connect(window.central_area.notices.show_notice)
        window.staging_bar.compare_button.clicked.connect(self._compare_staged)
        window.panel.run.problems.profile_asked.connect(self.profiles.connect_a_key)

    def _take(self, given: Handed, name: str) -> None:
        if len(given.files) == 1 and given.files[0].suffix.lower() == CATALOG_SUFFIX:
            self.updating.ask(given.files[0])
        else:
            self._dropping.take(given, name)

    def _take_pasted(self, given: Handed, name: str) -> None:
        """A reference where the keyboard is in their tray; else as if it had been dropped."""
        if self.references.has_focus:
            self.references.take(given, name)
        else:
            self._take(given, name)

    def open_named(self, files: Sequence[str]) -> None:
        """Open what was named on the command line: one as if it had been dropped."""
        if len(files) > 1:
            self._session.opening.open_files(map(Path, files))
        elif files:
            self._take(Handed(files=(Path(files[0]),)), "")

    def _run(self, turn: Turn = "last") -> None:
        if self.request.run(turn):
            self.canvas.setFocus()

    def _copy_shown(self) -> None:
        """The staged result, or the picture where there is none."""
        variant = self._session.staging.variant
        if variant is not None and variant.pixels is not None:
            self.export.clipboard.copy_variant(variant)
        else:
            self.export.clipboard.copy_document()

    def _compare_staged(self) -> None:
        if self._session.staging.variant is not None:
            self.compare.compare_run(self._session.staging.variant.run)

    def _show_all(self) -> None:
        self._show_plan()
        self._show_mask()
        self._on_staged()

    def _show_plan(self) -> None:
        """The frame and its label follow the mask and what is asked for."""
        plan = self._session.planner.plan
        self._window.central_area.show_kept_line(plan.frame is not None)
        if plan.frame is None:
            self.canvas.set_frame(None)
        else:
            self.canvas.set_hint("")
            self.canvas.set_frame(plan.frame.box, frame_label(self._session, plan.frames))

    def _show_mask(self) -> None:
        if self._session.editor.document is not None:
            self._window.status.show_mask(self._session.mask.share)

    def _on_run_added(self, run: Run) -> None:
        self._window.strip.model.refresh_run(run.id)

    def _on_variant_changed(self, variant: Variant) -> None:
        self._window.strip.model.refresh_soon(variant.run.id)

    def _on_staged(self) -> None:
        variant = self._session.staging.variant
        if variant is not self._staged:
            self._staged = variant
            if variant is not None:
                self._window.strip.select(variant.id)
            self.shown.show_size()
        self._update_state()

    def _update_state(self) -> None:
        session, editor = self._session, self._session.editor
        pending = session.runs.pending
        running = sum(variant.state == "running" for variant in pending)
        count = session.runs.pending_count
        self._window.status.show_jobs(running=running, waiting=count - running)
        self._window.panel.run.set_live(count)
        shown = session.staging.variant
        is_seen = self._window.central_area.page is None
        present = {
            "document": editor.document is not None,
            "several": len(session.documents.all) > 1,
            # What a page covers is not changed unseen.
            "canvas": is_seen,
            "shown document": is_seen and editor.document is not None,
            "mask": is_seen and not session.mask.box.is_empty,
            "undo": is_seen and editor.undo_label is not None,
            "redo": is_seen and editor.redo_label is not None,
            "pending": count > 0,
            "streaming": shown is not None and shown.is_pending,
            "streaming run": shown is not None and shown.run.is_pending,
            "staged": shown is not None,
            "picture of it": session.staging.can_accept,
            "result": session.staging.can_accept and not session.staging.is_partial,
            "partial": session.staging.is_partial,
        }
        self._window.enable({name for name, there in present.items() if there})
        self._window.options.mask_options.set_enabled(
            has_document=present["shown document"], has_mask=present["mask"]
        )
