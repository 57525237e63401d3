"""One answer to everything uncaught: in slots, in tasks, in threads."""

from __future__ import annotations

import asyncio
import logging
import platform
import sys
import threading
import traceback
from typing import Any

import PySide6
from PySide6.QtCore import QObject

from inpaint_studio import __version__
from inpaint_studio.session.notice import Notice
from inpaint_studio.ui.shell.notice_bar import NoticeBar


class BugReporter(QObject):
    """Logs a bug and shows it, each once; the window goes on."""

    def __init__(self) -> None:
        super().__init__()
        self._notices: NoticeBar | None = None
        self._known: set[str] = set()

    def show_in(self, notices: NoticeBar) -> None:
        """Show what comes from now on there; so far it was logged only."""
        self._notices = notices

    def install(self, loop: asyncio.AbstractEventLoop) -> None:
        """From now on whatever nobody catches comes here."""

        def of_loop(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
            self.report(context.get("exception") or RuntimeError(context["message"]))

        def of_thread(args: threading.ExceptHookArgs) -> None:
            error = args.exc_value or RuntimeError("a thread failed")
            loop.call_soon_threadsafe(self.report, error)

        sys.excepthook = lambda _type, error, _trace: self.report(error)
        threading.excepthook = of_thread
        loop.set_exception_handler(of_loop)

    def report(self, error: BaseException) -> None:
        """Log what nobody caught and say so; a paint event fails sixty times a second."""
        place = "".join(traceback.format_tb(error.__traceback__)[-1:]) + type(error).__name__
        if place in self._known:
            return
        self._known.add(place)
        logging.getLogger("inpaint_studio").error("unexpected error", exc_info=error)
        self._show(
            self.tr("Something unexpected happened"),
            self.tr("Your picture is safe; save or export it, then report the details."),
            "".join(traceback.format_exception(error)),
        )

    def report_crash(self, text: str) -> None:
        """Say how the last session ended."""
        self._show(
            self.tr("Inpaint Studio crashed the last time"),
            self.tr("What you did is kept. The details help to mend it: copy and report them."),
            text,
        )

    def _show(self, title: str, text: str, detail: str) -> None:
        if self._notices is not None:
            detail = f"{_versions()}\n\n{detail}"
            self._notices.show_notice(Notice("error", title, text, detail))


def _versions() -> str:
    python = platform.python_version()
    return (
        f"Inpaint Studio {__version__}, Python {python}, PySide {PySide6.__version__}, "
        f"{platform.platform()}"
    )
