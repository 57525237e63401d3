"""From a result to what it was made from and what was made from it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from inpaint_studio.history import RunRecord
from inpaint_studio.session.notice import Notice
from inpaint_studio.session.session import Session
from inpaint_studio.ui.actions.shortcuts import Shortcuts
from inpaint_studio.ui.gallery.lineage_dialog import LineageDialog
from inpaint_studio.ui.gallery.model import GalleryModel
from inpaint_studio.ui.gallery.thumbnails import Thumbnails
from inpaint_studio.ui.style import theme as themes

_SETTLED_MS = 250


class LineageController(QObject):
    """`chosen` names the variant to go to, `action_asked` what to do with one of the tree."""

    chosen = Signal(str)
    action_asked = Signal(str, str)  # action, variant id

    def __init__(
        self,
        session: Session,
        thumbnails: Thumbnails,
        model: GalleryModel,
        shortcuts: Shortcuts,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._thumbnails = thumbnails
        self._shortcuts = shortcuts
        self._dialog: LineageDialog | None = None
        self._asked = ""
        self._family: list[RunRecord] = []
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self._refresh)
        for signal in (model.dataChanged, model.arranged):
            signal.connect(self._settle)

    @property
    def dialog(self) -> LineageDialog:
        """The tree, made when it is first asked for."""
        if self._dialog is None:
            self._dialog = LineageDialog(
                self._window, self._thumbnails, themes.current(), self._shortcuts
            )
            self._dialog.chosen.connect(self.chosen)
            self._dialog.action_asked.connect(self.action_asked)
            self._dialog.noticed.connect(self._session.noticed)
        return self._dialog

    def actions(self) -> dict[str, Callable[[list[str]], object]]:
        """What can be done with selected cards here."""
        return {
            "parent": lambda ids: self._go(self._parent, ids[0]),
            "children": lambda ids: self._go(self._child, ids[0]),
            "lineage": lambda ids: self._session.tasks.start(self._open(ids[0])),
        }

    def _go(self, find: Callable[[str], str | None], variant_id: str) -> None:
        with self._session.telling:
            target = find(variant_id)
            if target is not None:
                self.chosen.emit(target)

    def _parent(self, variant_id: str) -> str | None:
        history = self._session.history
        parent = history.run(history.variant(variant_id).run_id).parent_variant
        if parent is None:
            self._show_message(self.tr("This run began with a picture of its own"))
        return parent

    def _child(self, variant_id: str) -> str | None:
        children = self._session.history.children(variant_id)
        if not children:
            self._show_message(self.tr("Nothing was made from this result yet"))
            return None
        return children[0].variants[0].id

    def _show_message(self, text: str) -> None:
        self._session.notify(Notice("info", text))

    async def _open(self, variant_id: str) -> None:
        self._asked = variant_id
        self._family = []
        await self._read(variant_id)
        self.dialog.come_forward()

    async def _read(self, variant_id: str) -> None:
        """The tree, where it is another than is shown: folded branches stay folded."""
        runs = await asyncio.to_thread(self._session.history.lineage, variant_id)
        if runs != self._family:
            self._family = runs
            self.dialog.tree.show_family(runs, variant_id)

    def _settle(self, *_: object) -> None:
        """A slot of this object's, which Qt forgets with it."""
        self._settled.start()

    def _refresh(self) -> None:
        """The tree again, with the same result current."""
        if self._dialog is not None and self._dialog.isVisible():
            self._session.tasks.start(self._read(self._dialog.tree.current_id or self._asked))
