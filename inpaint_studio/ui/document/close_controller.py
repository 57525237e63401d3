"""Closing or restarting: at once where nothing is lost by it, else a question in the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from inpaint_studio.contract.profile import is_local_fill
from inpaint_studio.session.session import Session
from inpaint_studio.ui.document.save_controller import SaveController
from inpaint_studio.ui.shell.question_bar import QuestionBar
from inpaint_studio.ui.style.i18n import outside


class CloseController(QObject):
    """`ask` calls `close` once it may be done."""

    def __init__(
        self,
        session: Session,
        question: QuestionBar,
        saving: SaveController,
        close: Callable[[], object],
    ) -> None:
        super().__init__(question)
        self._session = session
        self._question = question
        self._saving = saving
        self._close = close
        self._waits_for_saving = False
        session.projects.saved.connect(self._on_saved)

    def ask(self) -> None:
        """Close, or ask what is to become of what is not finished. A stroke under way ends."""
        self._session.editor.release()
        running, is_unsaved = self._session.runs.pending_count, self._session.journals.is_unsaved
        words = [self._runs_text(running)] if running else []
        close = (self.tr("Stop them and close"), self._close)
        answers = [close]
        if is_unsaved:
            document = self._session.editor.document
            assert document is not None
            words.append(self.tr("{0} is not saved.").format(outside(document.source.name)))
            close = (self.tr("Close without saving"), self._close)
            answers = [(self.tr("Save and close"), self._save), close]
        if not words:
            self._close()
            return
        answers.append((self.tr("Keep working"), self._keep_working))
        self._question.ask(" ".join(words), answers)

    def ask_restart(self, restart: Callable[[], object]) -> None:
        """Call `restart`, or ask first whether what still runs may be stopped."""
        running = self._session.runs.pending_count
        if not running:
            restart()
            return
        words = (
            self.tr("%n result(s) still coming: a restart stops them.", "", running)
            if self._is_free()
            else self.tr(
                "%n result(s) still coming: a restart stops them, and they may be charged.",
                "",
                running,
            )
        )
        answers = [
            (self.tr("Stop them and restart"), restart),
            (self.tr("Keep working"), self._keep_working),
        ]
        self._question.ask(words, answers)

    def _is_free(self) -> bool:
        """Whether nothing has been sent but to local fill."""
        return all(is_local_fill(each.run.profile) for each in self._session.runs.pending)

    def _runs_text(self, count: int) -> str:
        if self._is_free():
            return self.tr("%n result(s) still coming: closing stops them.", "", count)
        return self.tr(
            "%n result(s) still coming: closing stops them, and they may be charged.", "", count
        )

    def _save(self) -> None:
        self._waits_for_saving = True
        self._saving.save()

    def _keep_working(self) -> None:
        self._waits_for_saving = False

    def _on_saved(self) -> None:
        if self._waits_for_saving:
            self._close()
