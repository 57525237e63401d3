"""The composition root: builds window and session, runs the loop, catches what nobody else did."""

from __future__ import annotations

import asyncio
import logging
import sys
import threading
import traceback
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

import qasync
from PySide6.QtWidgets import QApplication

from inpaint_studio import __version__, paths, preflight
from inpaint_studio.contract.catalog import Catalog, load_catalog
from inpaint_studio.errors import SettingsError, StudioError
from inpaint_studio.session.notice import Notice, notice_of
from inpaint_studio.settings import load_settings, save_settings
from inpaint_studio.ui import theme as themes
from inpaint_studio.ui.main_window import MainWindow

if TYPE_CHECKING:
    # They bring numpy, OpenCV and httpx, which the first paint does not wait for.
    from inpaint_studio.session.session import Session
    from inpaint_studio.ui.desk import Desk

logger = logging.getLogger("inpaint_studio")


def run_editor(files: list[str]) -> int:
    """Open the editor; returns the exit status when its window has been closed."""
    if fault := preflight.find_fault():
        print(f"inpaint-studio: {fault}", file=sys.stderr)  # noqa: T201
        return preflight.EXIT_STATUS
    return run_on_qt(lambda app: Studio(app, files).run())


def run_on_qt(main: Callable[[QApplication], Coroutine[Any, Any, int]]) -> int:
    """Run `main` on Qt's own loop; returns its exit status."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Inpaint Studio")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("inpaint-studio")
    # The window's close starts an asynchronous one; Qt must not leave before it is done.
    app.setQuitOnLastWindowClosed(False)
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner:
        return runner.run(_started(main, app))


async def _started(
    main: Callable[[QApplication], Coroutine[Any, Any, int]], app: QApplication
) -> int:
    # Only a running loop can be asked for by what `main` builds.
    return await main(app)


class Studio:
    """One running application: shell first, the rest after its first paint.

    Made on the running loop. `ready` is done once session and desk are in place.
    """

    session: Session
    desk: Desk

    def __init__(self, app: QApplication, files: list[str]) -> None:
        self._loop = asyncio.get_running_loop()
        self._files = files
        self._closed: asyncio.Future[int] = self._loop.create_future()
        self.ready: asyncio.Future[None] = self._loop.create_future()
        loaded = load_settings()
        self._early: list[StudioError] = [loaded.notice] if loaded.notice else []
        self._catalog = self._load_catalog()
        themes.apply(app, themes.choose(loaded.settings.theme), loaded.settings.ui_scale)
        self.window = MainWindow(loaded.settings, self._catalog)
        self.window.first_painted.connect(self._begin)
        self.window.close_asked.connect(self._on_close_asked)
        self._install_hooks()

    async def run(self) -> int:
        """Show the window; done when it has closed."""
        self.window.show()
        return await self._closed

    def _begin(self) -> None:
        """The window is on screen: load what it needs to work."""
        from inpaint_studio.session.session import Session
        from inpaint_studio.ui.desk import Desk, open_first

        self.session = Session(self.window.settings, self._catalog, self._loop, self.report_bug)
        self.desk = Desk(self.window, self.session)
        for error in self._early:
            self.session.noticed.emit(notice_of(error))
        self.session.start()
        open_first(self.session, self._files)
        self.ready.set_result(None)

    def report_bug(self, error: BaseException) -> None:
        """Log what nobody caught and say so once; the document can still be saved."""
        logger.error("unexpected error", exc_info=error)
        detail = "".join(traceback.format_exception(error))
        self.window.centre.notices.show_notice(
            Notice(
                "error",
                "Something unexpected happened",
                "Your picture is safe; save your work, then report the details.",
                detail,
            )
        )

    def _load_catalog(self) -> Catalog:
        own = paths.config_folder() / "catalog.json"
        try:
            return load_catalog(own.read_text("utf-8") if own.is_file() else None)
        except (SettingsError, OSError, UnicodeDecodeError) as error:
            if not isinstance(error, SettingsError):
                error = SettingsError("Your own catalog could not be read", str(error))
            self._early.append(error)
            return load_catalog()

    def _on_close_asked(self) -> None:
        if self.ready.done():
            self.session.tasks.start(self.close())
        else:
            self._end()

    async def close(self) -> None:
        """Remember the settings, end the session, close the window."""
        try:
            save_settings(self.desk.settings())
        except SettingsError as error:
            logger.error("%s", error)
        await self.session.aclose()
        self._end()

    def _end(self) -> None:
        self.window.close_now()
        if not self._closed.done():
            self._closed.set_result(0)

    def _install_hooks(self) -> None:
        """One answer to everything uncaught: in slots, in tasks, in threads."""
        sys.excepthook = lambda _type, error, _trace: self.report_bug(error)
        threading.excepthook = lambda args: self._loop.call_soon_threadsafe(
            self.report_bug, args.exc_value or RuntimeError("a thread failed")
        )
        self._loop.set_exception_handler(self._on_loop_error)

    def _on_loop_error(self, loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
        del loop
        error = context.get("exception")
        self.report_bug(
            error if isinstance(error, BaseException) else RuntimeError(str(context["message"]))
        )
