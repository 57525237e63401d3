"""The running application: owns the editor, the runs, the history and the embedded server."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Literal

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
from inpaint_studio.picture.image_file import Picture, decode_picture, open_picture
from inpaint_studio.picture.openraster import is_project
from inpaint_studio.runs.request import Snapshot, take_snapshot
from inpaint_studio.runs.run import Run
from inpaint_studio.session.accepting import Accepting
from inpaint_studio.session.deferred_writes import write_patiently
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
from inpaint_studio.session.partials import Partials
from inpaint_studio.session.presets import params_of
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
    picture_opened = Signal()
    """A picture that has not been worked on before this start is the document now."""
    opening_changed = Signal(bool)
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
            self.editor, self.runs, self.partials, self.profiles, self.history, self.tasks
        )
        self.accepting = Accepting(self.editor, self.runs, self.history, self.tasks, settings)
        self.staging = Staging(self.editor, self.runs, self.partials, self.accepting, self.drafts)
        self._document_id = ""
        self.journals = Journals(
            paths.data_folder() / "journal", self.editor, self.tasks, self._origin_of
        )
        self.projects = Projects(self.history, self.runs.lineage, self.journals, self.tasks)
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

    def open_recent(self, path: Path) -> None:
        """Open a file of before; one that has gone is told, and leaves the list."""
        # A worker looks: the folder may be of another computer that does not answer.
        self.tasks.run(path.is_file, partial(self._open_if_there, path))

    def open_file(self, path: Path, then: Callable[[], object] = lambda: None) -> None:
        """Open a picture or project in place of the document, and `then` go on with it.

        What it is, its content says. On failure the document stays.
        """
        self.opening_changed.emit(True)
        self.tasks.start(self._open_file(path, then))

    def open_bytes(self, data: bytes, name: str) -> None:
        """Open an encoded picture that has no file, for example from the clipboard."""
        self.open_picture(lambda: decode_picture(data, name))

    def open_picture(self, load: Callable[[], Picture]) -> None:
        """Open what `load` gives, from a worker, in place of the document."""
        self.tasks.start(self._open(load))

    def open_sample(self) -> None:
        """Open the picture that ships with the studio."""
        self.open_file(paths.resource("sample.jpg"))

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
        """What the next process needs to go on; the open document is let go of.

        Raises:
            HistoryError: it is not on the disk; nothing was let go of.
        """
        return Handover(await self.journals.hand_over(), self.draft.wanted.to_json())

    def resume(self, handed: Handover) -> None:
        """Go on where the process before this one has stopped, without asking."""
        self.draft.take(EditParams.from_json(handed.params))
        if handed.journal:
            self.journals.take(handed.journal)

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

    def _connect(self) -> None:
        self.settings.changed.connect(self._follow_settings)
        self.settings.failed.connect(self.notify)
        self.profiles.active_changed.connect(self._offer)
        self.runs.variant_changed.connect(self.spending.take)
        self.runs.variant_changed.connect(self.profiles.heed)
        self.draft.changed.connect(self._keep_draft)
        self.profiles.changed.connect(lambda: self.settings.change(**self.profiles.stored()))
        self.projects.opened.connect(self._take_project)
        self.projects.saved.connect(self.recent_files.remember)
        self.projects.noticed.connect(self.noticed)
        self.history_care.noticed.connect(self.noticed)
        self.place.noticed.connect(self.noticed)
        self.place.moved.connect(self.history_care.changed)
        self.place.moved.connect(self.spending.go_on)
        self.journals.noticed.connect(self.noticed)
        self.journals.restored.connect(self._take_back)
        self.runs.run_added.connect(self._begin_draft)
        self.runs.failed.connect(self._say_failed)
        self.runs.caught_up.connect(self._say_caught_up)
        self.accepting.refused.connect(self.notify)
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
        if self.editor.document is not None:
            most = self.settings.now.undo_memory_mb << 20
            self.editor.document.undo_stack.limit_bytes = most

    def _snapshot(self, document: Document, params: EditParams) -> Snapshot:
        info = self.profiles.catalog.model(params.model)
        return take_snapshot(
            document, self._document_id, params, info.size_rule, max_images=info.max_images
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

    async def _open_file(self, path: Path, then: Callable[[], object]) -> None:
        try:
            if await asyncio.to_thread(is_project, path):
                await self.projects.open(path)
            else:
                await self._open(lambda: open_picture(path))
        finally:
            self.opening_changed.emit(False)
        self.recent_files.opened(path)
        then()

    def _open_if_there(self, path: Path, is_there: bool) -> None:
        if is_there:
            self.open_file(path)
        else:
            self.notify(self.recent_files.forget(path))

    async def _open(self, load: Callable[[], Picture]) -> None:
        self.opening_changed.emit(True)
        try:
            picture = await asyncio.to_thread(load)
            document = await asyncio.to_thread(Document, picture)
        finally:
            self.opening_changed.emit(False)
        self._take(document)

    def _take(self, document: Document, document_id: str = "") -> None:
        self._document_id = document_id or uuid.uuid4().hex
        self.editor.open(document)
        self._limit_undo()
        if not document_id:
            self.picture_opened.emit()
        for words in document.source.notices:
            self.notify(Notice("info", words))

    def _take_back(
        self, document: Document, params: Mapping[str, Any] | None, origin: Origin
    ) -> None:
        """A document that its journal has brought back, and what was asked for."""
        if origin.parent is not None:
            self.runs.lineage.set_parent(document, origin.parent)
        if origin.project is not None:
            self.projects.set_path(document, origin.project)
        self._take(document, origin.document_id)
        self._want(params)

    def _take_project(self, document: Document, params: Mapping[str, Any] | None) -> None:
        self._take(document)
        self._want(params)

    def _want(self, params: Mapping[str, Any] | None) -> None:
        """What a document brings along of what was asked for; what is not understood stays out."""
        if params and (known := params_of(params)):
            self.draft.take(known)

    def _origin_of(self, document: Document) -> Origin:
        parent = self.runs.lineage.parent_of(document)
        return Origin(self._document_id, parent, self.projects.path_of(document))

    async def _warm_server(self) -> None:
        await self._server.address()
        self.is_server_ready = True
        self.server_ready.emit()
