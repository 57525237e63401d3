"""The running application: owns the editor, the runs, the history and the embedded server."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from inpaint_studio import paths
from inpaint_studio.client import EditClient
from inpaint_studio.contract.catalog import Catalog
from inpaint_studio.contract.params import EditParams
from inpaint_studio.errors import HistoryError, RequestError, StudioError
from inpaint_studio.history import History
from inpaint_studio.history.error_mapping import is_busy
from inpaint_studio.journal import Origin
from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.document import Document
from inpaint_studio.runs.request import Snapshot, take_snapshot
from inpaint_studio.runs.run import Run
from inpaint_studio.session.accepting import Accepting
from inpaint_studio.session.background_runs import BackgroundRuns
from inpaint_studio.session.deferred_writes import write_patiently
from inpaint_studio.session.document_drafts import DocumentDrafts
from inpaint_studio.session.drafts import Drafts
from inpaint_studio.session.editor import Editor
from inpaint_studio.session.history_care import HistoryCare
from inpaint_studio.session.history_place import HistoryPlace, set_aside
from inpaint_studio.session.inspection import Inspection, inspect
from inpaint_studio.session.io_thread import IoThread
from inpaint_studio.session.journals import Journals
from inpaint_studio.session.local_server import LocalServer
from inpaint_studio.session.mask_extent import MaskExtent
from inpaint_studio.session.notice import Notice, Telling, notice_of
from inpaint_studio.session.open_documents import OpenDocuments
from inpaint_studio.session.opening import Opening
from inpaint_studio.session.partials import Partials
from inpaint_studio.session.profiles import Profiles
from inpaint_studio.session.projects import Projects
from inpaint_studio.session.recent_files import RecentFiles
from inpaint_studio.session.request_draft import RequestDraft
from inpaint_studio.session.request_plan import RequestPlanner
from inpaint_studio.session.restart import Handover
from inpaint_studio.session.runs import Runs
from inpaint_studio.session.settings_store import SettingsStore
from inpaint_studio.session.spending import Spending
from inpaint_studio.session.staging import Staging
from inpaint_studio.session.stored_brushes import restore_brushes, stored_brushes
from inpaint_studio.session.stored_results import StoredResults
from inpaint_studio.session.tasks import Tasks
from inpaint_studio.settings import history_path

Turn = Literal["last", "first", "replace"]
"""Where a new run goes: behind all that wait, before them, or in place of everything."""


class Session(QObject):
    """Created after the first paint; closed with `aclose`."""

    noticed = Signal(object)  # Notice
    server_ready = Signal()
    ended = Signal()
    """Nothing can be asked of it any more."""
    is_server_ready = False

    def __init__(
        self,
        settings: SettingsStore,
        draft: RequestDraft,
        catalog: Catalog,
        loop: asyncio.AbstractEventLoop,
        report_bug: Callable[[BaseException], None],
    ) -> None:
        super().__init__()
        self.settings, self.recent_files = settings, RecentFiles(settings)
        self.draft = draft
        self.catalog = catalog
        self.telling = Telling(self.notify)
        self.tasks = Tasks(loop, report_bug, self.notify)
        self.editor = Editor()
        self.documents = OpenDocuments(self.editor)
        restore_brushes(self.editor, settings.now)
        self.mask = MaskExtent(self.editor)
        self._found: list[Notice] = []
        self.history, lost = self._open_history(history_path(settings.now))
        self.spending = Spending(self.history, catalog)
        self._io = IoThread()
        self._client = EditClient()
        self._server = LocalServer()
        self.profiles = Profiles(
            settings.now, catalog, self._server, self._client, self._io, self.tasks
        )
        self.runs = Runs(self.history, self._client, self._io, self.tasks)
        self.place = HistoryPlace(self.history, self.runs, settings, self.tasks, lost)
        self.partials = Partials(self.history, self.runs, self.tasks)
        self.drafts = Drafts(self._client, self._io, self._server, self.tasks)
        self.stored_results = StoredResults(
            self.editor,
            self.documents,
            self.runs,
            self.partials,
            self.profiles,
            self.history,
            self.tasks,
        )
        self.accepting = Accepting(self.editor, self.runs, self.history, self.tasks, settings)
        self.staging = Staging(
            self.editor, self.documents, self.runs, self.partials, self.accepting, self.drafts
        )
        self.background_runs = BackgroundRuns(self.editor, self.documents, self.runs)
        self._keep_documents()
        self.history_care = HistoryCare(self.history, self.place, self.tasks, self)
        self.draft.offer(self.profiles.active, self.profiles.models)
        self.planner = RequestPlanner(
            self.editor, self.mask, draft, self.profiles, self.spending, self.runs, settings
        )
        self._connect()

    def start(self) -> None:
        """Warm the embedded server and say what was found on opening."""
        for notice in self._found:
            self.notify(notice)
        self.place.tell()
        if self.profiles.notice:
            self.notify(self.profiles.notice)
        self.tasks.start(self._warm_server())
        self.profiles.list_models()
        self.journals.look()

    def notify(self, what: Notice | StudioError) -> None:
        """Tell a person something without stopping their hands; an error says its own words."""
        self.noticed.emit(what if isinstance(what, Notice) else notice_of(what))
        if isinstance(what, StudioError):
            self.place.heed(what)

    def toggle_advance(self) -> None:
        """Go on to the next result after each judgement from now on, or no longer; and say so."""
        on = not self.settings.now.auto_advance
        self.settings.change(auto_advance=on)
        said = Phrase("Judging goes on to the next result"), Phrase("Judging stays where it is")
        self.notify(Notice("info", said[0] if on else said[1]))

    def open_file(self, path: Path, then: Callable[[], object] = lambda: None) -> None:
        """Open a picture or project; see `Opening.open_file`."""
        self.opening.open_file(path, then)

    def open_recent(self, path: Path) -> None:
        """Open a file of before; see `Opening.open_recent`."""
        self.opening.open_recent(path)

    def open_bytes(self, data: bytes, name: str) -> None:
        """Open an encoded picture that has no file."""
        self.opening.open_bytes(data, name)

    def open_sample(self) -> None:
        """Open the picture that ships with the studio."""
        self.opening.open_sample()

    async def fetch(self, address: str) -> bytes:
        """The file at an http or https address a person has agreed to fetch.

        Raises:
            StudioError: it cannot be had.
        """
        return await self._io.run(self._client.fetch_file(address))

    async def inspect(self, params: EditParams) -> Inspection:
        """What a run of `params` would send now, to the byte.

        Raises:
            StudioError: there is nothing to send yet, or the embedded server does not start.
        """
        document = self.editor.document
        if document is None:
            raise RequestError("Open a picture first", "Then paint what should change.")
        snapshot = self._snapshot(document, params)
        profile = self.profiles.active
        if not profile.base_url:
            profile = (await self.profiles.endpoint(profile)).profile
        streams = profile.streaming != "off" and not self._client.is_plain(profile, params.model)
        stream = params.stream and streams
        return await asyncio.to_thread(inspect, snapshot, profile, stream=stream)

    def generate(self, params: EditParams, turn: Turn = "last") -> None:
        """Freeze the request and run it when its turn comes: `replace` stops all others first.

        Raises:
            RequestError: something is missing or illegal; nothing was sent.
        """
        for problem in self.planner.plan_for(params).problems:
            if problem.is_error:
                raise RequestError(problem.message, "", field=problem.field)
        document = self.editor.document
        assert document is not None
        endpoint = partial(self.profiles.endpoint, self.profiles.active)
        announced = self.runs.announce(params, document.source.name)
        try:  # large pictures take a while to be copied
            snapshot = self._snapshot(document, params)
        except RequestError:
            self.runs.withdraw(announced)
            raise
        if turn == "replace":
            self.runs.stop_all()
        self.runs.submit(snapshot, endpoint, first=turn != "last", announced=announced)

    async def hand_over(self) -> Handover:
        """What the next process needs to go on; the open documents are let go of.

        Raises:
            HistoryError: it is not on the disk; nothing was let go of.
        """
        document = self.editor.document
        shown = "" if document is None else self.journals.name_of(document)
        return Handover(await self.journals.hand_over(), shown, self.draft.wanted.to_json())

    def resume(self, handed: Handover) -> None:
        """Go on where the process before this one has stopped, without asking."""
        self.draft.take(EditParams.from_json(handed.params))
        restoring = self.journals.take(handed.journals)
        restoring.add_done_callback(lambda _: self._show_named(handed.shown))

    async def aclose(self) -> None:
        """Stop everything that runs and let go of every file."""
        self.history_care.stop()
        await self.journals.close()
        await self.tasks.cancel_all()
        await self._io.run(self._client.aclose())
        self._io.stop()
        await asyncio.to_thread(self.runs.intake.close)
        await self._server.stop()
        self.runs.blockSignals(True)  # what is told a moment later, nobody is there to hear
        self.ended.emit()
        self.history.close()

    def _keep_documents(self) -> None:
        """What is done to open documents is kept, in journals and project files."""
        folder = paths.data_folder() / "journal"
        self.journals = Journals(folder, self.editor, self.documents, self.tasks, self._origin_of)
        self.projects = Projects(self.history, self.runs.lineage, self.journals, self.tasks)
        self.opening = Opening(
            self.documents,
            self.projects,
            self.recent_files,
            self.runs.lineage,
            self.journals,
            self.draft,
            self.tasks,
        )
        self.document_drafts = DocumentDrafts(self.editor, self.documents, self.draft)

    def _connect(self) -> None:
        self.settings.changed.connect(self._follow_settings)
        self.settings.failed.connect(self.notify)
        self.profiles.active_changed.connect(self._offer)
        self.runs.variant_changed.connect(self.spending.take)
        self.runs.variant_changed.connect(self.profiles.heed)
        self.draft.changed.connect(self._keep_draft)
        self.profiles.changed.connect(lambda: self.settings.change(**self.profiles.stored()))
        self.projects.saved.connect(self.recent_files.remember)
        self.projects.noticed.connect(self.noticed)
        self.history_care.noticed.connect(self.noticed)
        self.place.noticed.connect(self.noticed)
        self.place.moved.connect(self.history_care.changed)
        self.place.moved.connect(self.spending.go_on)
        self.journals.noticed.connect(self.noticed)
        self.opening.noticed.connect(self.noticed)
        self.documents.changed.connect(self._limit_undo)
        self.documents.closed.connect(self.runs.forget)
        self.runs.run_added.connect(self._begin_draft)
        self.runs.failed.connect(self._say_failed)
        self.runs.caught_up.connect(self._say_caught_up)
        self.stored_results.ready.connect(self.staging.show)
        self.editor.brush_changed.connect(
            lambda: self.settings.change(**stored_brushes(self.editor))
        )
        self._keep_draft()
        self._follow_settings()

    def _follow_settings(self) -> None:
        settings = self.settings.now
        self.profiles.set_timeouts(idle_s=settings.idle_timeout_s, total_s=settings.total_timeout_s)
        self.runs.set_concurrency(settings.concurrency)
        self._limit_undo()

    def _offer(self) -> None:
        self.draft.offer(self.profiles.active, self.profiles.models)

    def _keep_draft(self) -> None:
        self.journals.set_params(self.draft.wanted.to_json())

    def _limit_undo(self) -> None:
        for document in self.documents.all:
            document.undo_stack.limit_bytes = self.settings.now.undo_memory_mb << 20

    def _snapshot(self, document: Document, params: EditParams) -> Snapshot:
        info = self.profiles.catalog.model(params.model)
        return take_snapshot(
            document,
            self.documents.id_of(document),
            params,
            info.size_rule,
            max_images=info.max_images,
        )

    def _open_history(self, folder: Path) -> tuple[History, Notice | None]:
        """The history in `folder`, or one aside where that cannot be used, and words about that."""
        try:
            history = History(folder)
            history.do_not_wait()
            self._recover(history)
        except StudioError as error:
            lost, aside = set_aside(error)
            return History(aside), lost
        self._found.extend(Notice("warning", words, stays=True) for words in history.notices)
        return history, None

    def _recover(self, history: History) -> None:
        """Now, or later where another program holds it: it can be looked at all the same.

        Raises:
            HistoryError: it cannot be written to.
        """
        try:
            history.recover()
        except HistoryError as fault:
            if not is_busy(fault.__cause__):
                raise
            self.tasks.start(write_patiently(history.recover, self.notify))

    def _say_failed(self, error: StudioError) -> None:
        """What could not be kept is no run's own matter, and stays until it is seen."""
        if isinstance(error, HistoryError):
            self.notify(error)
        else:
            self.notify(replace(notice_of(error), about="run"))

    def _say_caught_up(self) -> None:
        words = Phrase("What could not be kept before is in the history now")
        self.notify(Notice("done", words))

    def _begin_draft(self, run: Run) -> None:
        if self.settings.now.instant_draft:
            self.drafts.begin(run)

    def _show_named(self, journal: str) -> None:
        for document in self.documents.all:
            if self.journals.name_of(document) == journal:
                self.documents.show(document)

    def _origin_of(self, document: Document) -> Origin:
        parent = self.runs.lineage.parent_of(document)
        return Origin(self.documents.id_of(document), parent, self.projects.path_of(document))

    async def _warm_server(self) -> None:
        await self._server.address()
        self.is_server_ready = True
        self.server_ready.emit()
