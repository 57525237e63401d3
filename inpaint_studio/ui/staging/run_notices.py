"""What is said of a run that failed: once, with what to do next, and only as long as it matters."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from inpaint_studio.errors import (
    AuthenticationError,
    ConnectionFailed,
    ModerationError,
    RateLimitError,
    ServerError,
)
from inpaint_studio.runs.run import Variant
from inpaint_studio.session.notice import Notice
from inpaint_studio.session.session import Session
from inpaint_studio.ui.shell.central_area import CentralArea
from inpaint_studio.ui.style.i18n import outside, translate

_MAY_PASS = (ConnectionFailed, RateLimitError, ServerError)
"""Faults after which the very same request may succeed."""


class RunNotices(QObject):
    """Follows the runs of a session; the other arguments are what may come next."""

    def __init__(
        self,
        session: Session,
        central_area: CentralArea,
        *,
        show_details: Callable[[str], object],
        edit_prompt: Callable[[], object],
        open_profile: Callable[[str], object],
    ) -> None:
        super().__init__(central_area)
        self._session = session
        self._runs = session.runs
        self._central_area = central_area
        self._show_details = show_details
        self._edit_prompt = edit_prompt
        self._open_profile = open_profile
        self._told: set[str] = set()
        self._runs.variant_changed.connect(self._on_variant_changed)
        self._runs.announced.connect(self._on_announced)
        central_area.page_changed.connect(lambda: self._withdraw("run", "cards"))

    def _on_announced(self) -> None:
        self._withdraw("run")

    def _withdraw(self, *subjects: str) -> None:
        for subject in subjects:
            self._central_area.notices.withdraw(subject)

    def _on_variant_changed(self, variant: Variant) -> None:
        # What comes back from the history has been told when it happened.
        is_news = variant.task is not None and variant.id not in self._told
        if is_news and variant.state in ("failed", "interrupted"):
            self._told.add(variant.id)
            message = variant.error.message if variant.error else ""
            title = self._title_of(variant)
            notice = Notice("error", title, message, about="run")
            self._central_area.notices.show_notice(notice, *self._next_step(variant))

    def _title_of(self, variant: Variant) -> str:
        """What happened, and to which picture where another is shown."""
        if self._is_shown(variant):
            return variant.title
        name = outside(variant.run.snapshot.source.name)
        return f"{name}: {translate(variant.title)}"

    def _is_shown(self, variant: Variant) -> bool:
        return variant.run.snapshot.document is self._session.editor.document

    def _next_step(self, variant: Variant) -> tuple[str, Callable[[], object]]:
        """The one button: what is most likely to help.

        With 403 the key is known, and what it may not do is set right elsewhere.
        """
        if isinstance(variant.error, AuthenticationError) and variant.error.status != 403:
            name = variant.run.profile.name
            return self.tr("Open profile"), partial(self._open_profile, name)
        document = variant.run.snapshot.document
        if not self._is_shown(variant) and document in self._session.documents.all:
            return self.tr("Show it"), partial(self._session.documents.show, document)
        if isinstance(variant.error, ModerationError):
            return self.tr("Edit prompt"), self._edit_prompt
        if isinstance(variant.error, _MAY_PASS):
            return self.tr("Retry"), partial(self._runs.retry, variant)
        return self.tr("Details"), partial(self._show_details, variant.id)
