"""The composition root: builds window and session, runs the loop, catches what nobody else did.

Three steps, each as soon as it can be: a plain Qt loop until the shell is painted, the docks, then
asyncio on Qt's loop with the session and everything that takes long to import.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from inpaint_studio import __version__, paths
from inpaint_studio.crash_log import CrashLog, earlier_crash
from inpaint_studio.errors import SettingsError, StudioError
from inpaint_studio.phrase import Phrase
from inpaint_studio.ui.main_window import MainWindow
from inpaint_studio.ui.shell.start_up_look import (
    StartUpLook,
    keep_look_aside,
    load_look,
    scale_interface,
)
from inpaint_studio.ui.style import theme as themes
from inpaint_studio.ui.style.i18n import install_language
from inpaint_studio.visible_text import visible

if TYPE_CHECKING:
    import asyncio

    from inpaint_studio.contract.catalog import Catalog
    from inpaint_studio.session.request_draft import RequestDraft
    from inpaint_studio.session.restart import Handover
    from inpaint_studio.session.session import Session
    from inpaint_studio.session.settings_store import SettingsStore
    from inpaint_studio.ui.shell.bug_reporter import BugReporter
    from inpaint_studio.ui.wiring import Wiring

_DESKTOP_NAME = "inpaint-studio"
"""Of the desktop file: windows belong to it by WM_CLASS on X11, by app id on Wayland."""
_FLUSH_S = 1.0
"""How long the journal may take to reach the disk when the system ends the process."""


def run_editor(files: list[str]) -> int:
    """Open the editor; returns the exit status when its window has been closed."""
    crash_log = CrashLog()
    crash_log.open()
    status = Studio(files, owns_process=True).run()
    crash_log.close()
    return status


class Studio:
    """One running application. `window` is there at once, `session` and `desk` after `begin`.

    `owns_process` lets it answer the system's signals and end the process in time.
    """

    settings: SettingsStore
    draft: RequestDraft
    session: Session
    wiring: Wiring
    bugs: BugReporter

    def __init__(self, files: list[str], *, owns_process: bool = False) -> None:
        self._owns_process = owns_process
        self.handover: Handover | None = None
        # The interface's scale is about to be added to it, and must not be twice.
        self._environment = dict(os.environ)
        look = load_look()
        scale_interface(look)
        self._app = _application()
        install_language(self._app, look.language)
        self._files = files
        self._closed: asyncio.Future[int] | None = None
        self._early: list[StudioError] = []
        themes.apply(self._app, themes.choose(look.theme))
        self._started_with = look
        self.window = self._make_window(look)
        # It is said from the first paint on, long before there is anything that could open it.
        self.window.central_area.empty_state.show_opening(bool(files))

    def run(self, then: Callable[[Studio], Coroutine[Any, Any, int]] | None = None) -> int:
        """Show the window and run until it has closed, or until `then` has returned a status."""
        self._paint_shell()
        import asyncio

        from inpaint_studio.session.event_loop import EventLoop

        with asyncio.Runner(loop_factory=lambda: EventLoop(self._app)) as runner:
            return runner.run(self._run(then))

    async def closed(self) -> int:
        """Wait until the window has closed; the exit status."""
        assert self._closed is not None
        return await self._closed

    async def close(self) -> None:
        """Remember the settings, end the session, close the window."""
        if self._owns_process:
            from inpaint_studio.session.termination import end_in_time

            end_in_time(self._start_again)
        self._save_settings()
        self.window.keep_look()
        self.window.close_now()
        await self.session.aclose()
        if self._owns_process:
            self._start_again()
        if self._closed is not None and not self._closed.done():
            self._closed.set_result(0)

    async def restart(self) -> None:
        """Close and start again with what is open; where it cannot be kept, say so and stay."""
        self.handover = await self.session.hand_over()
        await self.close()

    def _start_again(self) -> None:
        """Where a restart was asked for, let the next process take this one's place."""
        if self.handover is None:
            return
        from inpaint_studio.session.restart import start_again

        try:
            start_again(self.handover.in_environment(self._environment))
        except OSError as fault:
            _warn(fault)

    def _make_window(self, look: StartUpLook) -> MainWindow:
        window = MainWindow(look)
        window.close_asked.connect(self._on_close_asked)
        window.restart_asked.connect(self._on_restart_asked)
        # Later: the settings dialog, which asks for it, goes with its window.
        window.language_changed.connect(lambda: self.session.tasks.post(self._translate_anew))
        return window

    def _translate_anew(self) -> None:
        """Build the window in another language, around the same session: nothing stops."""
        self.window.keep_look()
        look = replace(self.window.look(), ui_scale=self._started_with.ui_scale)
        self._change_window(look)
        self._connect_window()
        self.wiring.settings.ask()

    def _change_window(self, look: StartUpLook) -> None:
        """One in the settings' language takes the place of the window that is there."""
        former = self.window
        install_language(self._app, self.settings.now.language)
        self.window = self._make_window(look)
        self.window.furnish(self.settings, self.draft)
        self.window.show()
        self.bugs.show_in(self.window.central_area.notices)
        former.close_now()
        former.deleteLater()

    def _paint_shell(self) -> None:
        self.window.first_painted.connect(self._app.exit)
        self.window.show()
        self._app.exec()

    async def _run(self, then: Callable[[Studio], Coroutine[Any, Any, int]] | None) -> int:
        self.begin()
        return await (self.closed() if then is None else then(self))

    def begin(self) -> None:
        """The shell is on screen: load what it needs to work, in the running loop."""
        import asyncio

        # The window's thread waits that long for a worker that computes in Python, at each call
        # from Qt: with the usual 5 ms a stroke stutters while pictures stream in.
        sys.setswitchinterval(0.0005)
        loop = asyncio.get_running_loop()
        self._closed = loop.create_future()
        # Drawing it takes the SVG library, which the first paint does not wait for.
        self._app.setWindowIcon(QIcon(str(paths.resource("icons/fixed/inpaint-studio.svg"))))
        from inpaint_studio.secret_store import hide_keys
        from inpaint_studio.ui.shell.bug_reporter import BugReporter

        if self._owns_process:
            hide_keys()
        self.bugs = BugReporter()
        self.bugs.install(loop)
        catalog = self._furnish()
        self.bugs.show_in(self.window.central_area.notices)
        from inpaint_studio.session.session import Session

        self.session = Session(self.settings, self.draft, catalog, loop, self.bugs.report)
        self._connect_window()
        for error in self._early:
            self.session.notify(error)
        if crash := earlier_crash():
            self.bugs.report_crash(crash)
        if self._owns_process:
            from inpaint_studio.session.free_memory import FreeMemory
            from inpaint_studio.session.termination import on_termination

            FreeMemory(self.session.editor, self.session.runs, self.session)
            on_termination(self.session.tasks.post, self._on_terminated)
            # How Windows and macOS announce the end of a login; elsewhere it is a signal.
            self._app.commitDataRequest.connect(self._on_terminated)
        self._open_first()

    def _furnish(self) -> Catalog:
        """Fill the window by the settings; the catalog that its panel offers from."""
        from inpaint_studio.session.request_draft import RequestDraft
        from inpaint_studio.session.settings_store import SettingsStore
        from inpaint_studio.settings import load_settings

        loaded = load_settings()
        if loaded.notice is not None:
            self._early.append(loaded.notice)
        if self._started_with.refused:
            self._early.append(_look_refused(self._started_with))
        catalog = self._load_catalog()
        self.settings = SettingsStore(loaded.settings)
        self.draft = RequestDraft(self.settings, catalog)
        if loaded.settings.language == self._started_with.language:
            self.window.furnish(self.settings, self.draft)
        else:  # the settings file was edited or brought here by hand
            self._change_window(self._started_with)
        return catalog

    def _open_first(self) -> None:
        """What a process before this one has handed over, else the files that were named."""
        from inpaint_studio.session.restart import take_handover

        # Its journal is locked before the session looks for those that nobody has open.
        handed = take_handover()
        if handed is not None:
            self.session.resume(handed)
        self.session.start()
        self.window.central_area.empty_state.show_opening(False)
        self.wiring.open_named([] if handed else self._files)

    def _connect_window(self) -> None:
        from inpaint_studio.ui.document.close_controller import CloseController
        from inpaint_studio.ui.wiring import Wiring

        self.wiring = Wiring(self.window, self.session)
        self._closing = CloseController(
            self.session, self.window.central_area.question, self.wiring.save, self._close_soon
        )

    def _load_catalog(self) -> Catalog:
        from inpaint_studio.stored_catalog import load_stored_catalog

        catalog, faults = load_stored_catalog()
        self._early.extend(faults)
        return catalog

    def _on_close_asked(self) -> None:
        if self._closed is None:  # nothing has begun yet
            self.window.close_now()
            sys.exit(0)
        self._closing.ask()

    def _on_restart_asked(self) -> None:
        self._closing.ask_restart(lambda: self.session.tasks.start(self.restart()))

    def _close_soon(self) -> None:
        self.session.tasks.start(self.close())

    def _on_terminated(self) -> None:
        """The system ends the process; what is unsaved is offered by the next start."""
        self.session.journals.flush(_FLUSH_S)
        self._save_settings()

    def _save_settings(self) -> None:
        try:
            self.settings.save()
        except SettingsError as error:
            _warn(error)


def _warn(error: Exception) -> None:
    print(f"inpaint-studio: {visible(str(error))}", file=sys.stderr)  # noqa: T201


def _look_refused(look: StartUpLook) -> SettingsError:
    kept = keep_look_aside()
    words = Phrase("Defaults are used for {names}.", names=", ".join(look.refused))
    if kept:
        words = Phrase("{words} The file as it was is kept as {kept}.", words=words, kept=kept)
    return SettingsError("Some of the window's state was not understood", words)


def _application() -> QApplication:
    app = QApplication.instance() or QApplication([_DESKTOP_NAME, "-style", "fusion"])
    assert isinstance(app, QApplication)
    app.setApplicationName("Inpaint Studio")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(_DESKTOP_NAME)
    # The window's close starts an asynchronous one; Qt must not leave before it is done.
    app.setQuitOnLastWindowClosed(False)
    return app
