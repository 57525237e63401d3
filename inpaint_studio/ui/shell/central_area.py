"""The centre of the window: the options row, tabs, and below them the empty state or the canvas.

Notices and the staging bar float above the canvas, so that the picture never jumps.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from inpaint_studio.ui.shell.empty_state import EmptyState
from inpaint_studio.ui.style.theme import Theme
from inpaint_studio.ui.widgets.labels import Label
from inpaint_studio.ui.widgets.layouts import held, in_column, wide

if TYPE_CHECKING:
    from inpaint_studio.ui.shell.notice_bar import NoticeBar
    from inpaint_studio.ui.shell.overlay_page import OverlayPage
    from inpaint_studio.ui.shell.question_bar import QuestionBar
    from inpaint_studio.ui.widgets.floating import Floating

OPTIONS_HEIGHT_PX = 43
_EDGE_PX = 10
_BAR_WIDTH_PX = 640
_BAR_GAP_PX = 6


class CentralArea(QWidget):
    """Holds the parts and keeps the floating ones in place; they come with `furnish`."""

    page_changed = Signal()

    notices: NoticeBar
    question: QuestionBar

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.empty_state = EmptyState(theme)
        self._blank_options = QFrame()
        self._blank_options.setObjectName("optionsBar")
        self._blank_options.setFixedHeight(OPTIONS_HEIGHT_PX)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty_state)
        self._canvas: QWidget | None = None
        self._page: OverlayPage | None = None
        self._below: QWidget = self.empty_state
        self._corner: QWidget | None = None
        self._foot: Floating | None = None
        self._staging_bar: Floating | None = None
        self._drop_hint: QWidget | None = None
        self._above = in_column(self._blank_options, spacing=0)
        self._head = held(self._above)
        in_column(self._head, wide(self._stack), of=self, spacing=0)

    def furnish(self, theme: Theme, options: QWidget, staging_bar: Floating) -> None:
        """Take in the options and the staging bar, and bring what tells and asks."""
        from PySide6.QtCore import Qt

        from inpaint_studio.ui.shell.notice_bar import NoticeBar
        from inpaint_studio.ui.shell.question_bar import QuestionBar

        self._kept = Label(self.tr("Pixels outside the mask are kept, bit for bit"), self._stack)
        self._kept.setObjectName("keptLine")
        self._kept.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._kept.hide()
        options.setFixedHeight(OPTIONS_HEIGHT_PX)
        self._above.replaceWidget(self._blank_options, options)
        self._blank_options.deleteLater()
        self.notices = NoticeBar(theme, self._stack)
        self.question = QuestionBar(theme, self._stack)
        self._staging_bar = staging_bar
        staging_bar.setParent(self._stack)
        for part in (staging_bar, self.notices, self.question):
            part.installEventFilter(self)
        self.place_floating()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A floating part that has come or changed its size is put in its place."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest):
            self.place_floating()
        return super().eventFilter(watched, event)

    def set_canvas(self, canvas: QWidget) -> None:
        """Take the canvas in, hidden until a picture is open."""
        self._canvas = canvas
        self._stack.addWidget(canvas)
        self._raise_floating()

    def add_tabs(self, tabs: QWidget) -> None:
        """Take in the tabs of the open pictures, which say themselves when they are there."""
        self._above.addWidget(tabs)

    def add_corner(self, corner: QWidget) -> None:
        """Let a small widget float in the canvas' upper right corner."""
        is_there = not corner.isHidden()
        corner.setParent(self._stack)
        corner.setVisible(is_there)  # which another parent takes away
        corner.installEventFilter(self)
        self._corner = corner
        self._raise_floating()

    def add_foot(self, foot: Floating) -> None:
        """Let a widget float at the canvas' foot, above the staging bar, while it is shown."""
        foot.setParent(self._stack)
        foot.installEventFilter(self)
        self._foot = foot
        self._raise_floating()

    def show_canvas(self, has_document: bool) -> None:
        """The canvas with a picture, the empty state without."""
        assert self._canvas is not None
        self._below = self._canvas if has_document else self.empty_state
        self.show_page(None)

    @property
    def stack(self) -> QWidget:
        """What floating parts lie on, beside canvas and pages, which get none of their events."""
        return self._stack

    @property
    def page(self) -> OverlayPage | None:
        """The page that fills the centre."""
        return self._page

    def show_page(self, page: OverlayPage | None) -> None:
        """Let a page fill the centre, options and tabs with it; None brings the canvas back."""
        self._page = page
        self._head.setVisible(page is None)
        if page is not None and self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page or self._below)
        self.take_keyboard()
        self._raise_floating()
        self.page_changed.emit()

    def take_keyboard(self) -> None:
        """Give the keyboard to what fills the centre."""
        if self._page is None:
            self._below.setFocus()
        else:
            self._page.take_keyboard()

    def show_drop_hint(self, shown: bool) -> None:
        """A frame around the centre while something is held over the window that it would take."""
        if shown and self._drop_hint is None:
            self._drop_hint = _drop_hint(self)
        if self._drop_hint is not None:
            self._drop_hint.setGeometry(self.rect())
            self._drop_hint.setVisible(shown)
            self._drop_hint.raise_()

    def show_kept_line(self, shown: bool) -> None:
        """Say that the rest of the picture is safe, once there is a mask."""
        self._kept.setVisible(shown)
        self.place_floating()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the floating parts in place."""
        super().resizeEvent(event)
        if self._staging_bar is not None:
            self.place_floating()

    def place_floating(self) -> None:
        """Film strip and staging bar at the foot, question and notice at the top, all centred.

        A page over the centre says itself where question and notice go.
        """
        width, height = self._stack.width(), self._stack.height()
        self._kept.adjustSize()
        self._kept.move((width - self._kept.width()) // 2, 4)
        self._place_bars(width)
        if self._corner is not None:
            self._corner.adjustSize()
            self._corner.move(width - self._corner.width() - _EDGE_PX, _EDGE_PX)
        self._place_at_foot(width, height)

    def _place_bars(self, width: int) -> None:
        bars = (self.question, self.notices)
        for bar in bars:
            bar.setFixedWidth(min(_BAR_WIDTH_PX, width - 2 * _EDGE_PX))
            bar.adjustSize()
            if bar.hasHeightForWidth():  # adjustSize takes what the words need in a narrower bar
                bar.resize(bar.width(), bar.heightForWidth(bar.width()))
        bars_px = sum(bar.height() + _BAR_GAP_PX for bar in bars if bar.isVisible())
        top = self._kept.geometry().bottom() + _BAR_GAP_PX
        if self._page is not None:
            top = self._page.leave_room(bars_px)
        for bar in bars:
            bar.move((width - bar.width()) // 2, top)
            top += bar.height() + _BAR_GAP_PX if bar.isVisible() else 0

    def _place_at_foot(self, width: int, height: int) -> None:
        """The staging bar, and the film strip above it: what comes does not move what is there."""
        bottom = height - 2
        for part in (self._staging_bar, self._foot):
            if part is not None:
                part.fit_into(width)
                part.move((width - part.width()) // 2, bottom - part.height())
                bottom -= part.height() if part.isVisible() else 0

    def _raise_floating(self) -> None:
        for part in (
            self._kept,
            self._corner,
            self._foot,
            self._staging_bar,
            self._page,
            self.notices,
            self.question,
        ):
            if part is not None:
                part.raise_()
        self.place_floating()


def _drop_hint(parent: QWidget) -> QWidget:
    from PySide6.QtCore import Qt

    hint = QFrame(parent)
    hint.setObjectName("dropHint")
    hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return hint
