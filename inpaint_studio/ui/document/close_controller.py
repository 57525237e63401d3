"""Closing or restarting: at once where nothing is lost by it, else a question in the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from inpaint_studio.contract.profile import is_local_fill
from inpaint_studio.picture.document import Document
from inpaint_studio.session.session import Session
from inpaint_studio.ui.document.save_controller import SaveController
from inpaint_studio.ui.shell.question_bar import QuestionBar
from inpaint_studio.ui.style.i18n import outside

_NAMED = 3
"""So many names are told in one question."""


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

    def ask(self) -> None:
        """Close, or ask what is to become of what is not finished. A stroke under way ends."""
        self._session.editor.release()
        running, unsaved = self._session.runs.pending_count, self._session.journals.unsaved
        words = [self._runs_text(running)] if running else []
        close = (self.tr("Stop them and close"), self._close)
        answers = [close]
        if unsaved:
            words.append(self._unsaved_text(unsaved))
            close = (self.tr("Close without saving"), self._close)
            save = self.tr("Save and close") if len(unsaved) == 1 else self.tr("Save all and close")
            answers = [(save, self._save), close]
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

    def _unsaved_text(self, unsaved: Sequence[Document]) -> str:
        """Which are not saved: by name, as far as that can be read at a glance."""
        names = [outside(each.source.name) for each in unsaved]
        if len(names) == 1:
            return self.tr("{0} is not saved.").format(names[0])
        count = self.tr("%n picture(s) are not saved", "", len(names))
        dots = ", …" if len(names) > _NAMED else ""
        return f"{count}: {', '.join(names[:_NAMED])}{dots}."

    def _save(self) -> None:
        self._saving.save_all(then=self._close)

    def _keep_working(self) -> None:
        self._saving.stop()
