"""A catalog dropped onto the window: what it would change is shown, and holds after a click."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from inpaint_studio import stored_catalog
from inpaint_studio.contract.catalog import Catalog, read_update
from inpaint_studio.contract.catalog_changes import catalog_changes
from inpaint_studio.phrase import Phrase
from inpaint_studio.session.notice import Notice
from inpaint_studio.session.session import Session
from inpaint_studio.ui.shell.notice_bar import NoticeBar
from inpaint_studio.ui.style.i18n import outside, translate
from inpaint_studio.ui.widgets.confirm_dialog import ConfirmDialog
from inpaint_studio.ui.widgets.labels import Label
from inpaint_studio.ui.widgets.layouts import SPRING, held, in_column

SUFFIX = ".json"
_LIST_PX = 280


class CatalogUpdateController(QObject):
    """Asks before a catalog takes the place of another, and takes it back."""

    restart_asked = Signal()

    def __init__(self, session: Session, notices: NoticeBar, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._notices = notices
        self._window = window
        self.dialog: CatalogUpdateDialog | None = None

    def ask(self, path: Path) -> None:
        """Show what the catalog in that file would change."""
        with self._session.telling:
            text = stored_catalog.read_file(path)
            then, date = stored_catalog.with_update(text), read_update(text).date
            changes = tuple(catalog_changes(self._session.catalog, then))
            if then.date != date:
                words = Phrase("The catalog in use is of {date}.", date=then.date)
                self._session.notify(Notice("info", self.tr("This catalog is no newer"), words))
            elif not changes:
                self._session.notify(Notice("info", self.tr("This catalog changes nothing")))
            else:
                self.dialog = CatalogUpdateDialog(self._window, then, changes)
                self.dialog.accepted.connect(lambda: self._keep(text))
                self.dialog.open()

    def revert(self) -> None:
        """Take the newest update away again."""
        with self._session.telling:
            if stored_catalog.revert_update():
                self._offer_restart(self.tr("The former catalog holds from the next start"))
            else:
                words = self.tr("The catalog is the one that came with the program")
                self._session.notify(Notice("info", words))

    def _keep(self, text: str) -> None:
        with self._session.telling:
            stored_catalog.keep_update(text)
            self._offer_restart(self.tr("The new catalog holds from the next start"))

    def _offer_restart(self, text: str) -> None:
        self._notices.show_notice(
            Notice("done", text), self.tr("Restart now"), self.restart_asked.emit
        )


class CatalogUpdateDialog(ConfirmDialog):
    """Window-modal; lists what would change."""

    def __init__(self, parent: QWidget, then: Catalog, changes: Sequence[Phrase]) -> None:
        super().__init__(parent, self.tr("Update the catalog"), "")
        self.confirm.setText(self.tr("Use this catalog"))
        head = Label(
            self.tr("With the catalog of {0}, from the next start:").format(outside(then.date))
        )
        lines = [Label(translate(words)) for words in changes]
        for line in lines:
            line.setWordWrap(True)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(head.text())
        scroll.setWidget(held(in_column(*lines, SPRING, spacing=6, margins=(12, 10, 12, 10))))
        scroll.setFixedHeight(
            min(_LIST_PX, 24 + sum(line.sizeHint().height() + 6 for line in lines))
        )
        scroll.setMinimumWidth(460)
        self.lay_out(head, scroll)

    def on_confirmed(self) -> None:
        """Take it."""
        self.accept()
