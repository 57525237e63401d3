"""The window: builds its parts, connects them to the session, and nothing else.

It is built in three steps, so that nobody waits for a window: the shell is painted first, `furnish`
fills its docks, and `ui.desk.Desk` brings the session and the canvas with their libraries.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QToolBar

from inpaint_studio.settings import Settings
from inpaint_studio.ui import theme as themes
from inpaint_studio.ui.actions import MENUS, ROWS, TOOLS, Actions
from inpaint_studio.ui.centre import Centre
from inpaint_studio.ui.docks import add_dock, furnish, restore_layout, save_layout
from inpaint_studio.ui.opening import Opening
from inpaint_studio.ui.profile_chip import ProfileChip
from inpaint_studio.ui.status_bar import StatusBar

if TYPE_CHECKING:
    from inpaint_studio.contract.catalog import Catalog
    from inpaint_studio.contract.params import EditParams
    from inpaint_studio.ui.gallery.strip import HistoryStrip
    from inpaint_studio.ui.request_panel.panel import RequestPanel

Verb = Callable[[], object]
_SMALLEST = QSize(1080, 640)
_FIRST_SIZE = QSize(1440, 900)
_REQUEST_SIZE = QSize(304, 100)
_STRIP_SIZE = QSize(100, 138)


class MainWindow(QMainWindow):
    """The shell; `furnish` and then `Desk` make it alive."""

    first_painted = Signal()
    close_asked = Signal()
    theme_changed = Signal(object)  # Theme

    panel: RequestPanel
    strip: HistoryStrip

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.setWindowTitle("Inpaint Studio")
        self.setMinimumSize(_SMALLEST)
        self.setAcceptDrops(True)
        self.settings = settings
        self.theme = themes.choose(settings.theme)
        self.centre = Centre(self.theme)
        self.status = StatusBar()
        self.chip = ProfileChip(self.theme)
        self.opening = Opening(self)
        self._is_painted = False
        self._may_close = False
        self._verbs: dict[str, Verb] = {}
        self._build()
        self._connect()

    def furnish(self, catalog: Catalog) -> None:
        """Fill the docks; after the first paint, since a person looks at the centre first."""
        from inpaint_studio.ui.gallery.strip import HistoryStrip
        from inpaint_studio.ui.request_panel.panel import RequestPanel

        self.centre.furnish(self.theme)
        self._fill_actions()
        models = [info for info in catalog.models.values() if info.free]
        self.panel = RequestPanel(catalog, models, self.theme)
        self.panel.set_params(_last_params(self.settings))
        self.panel.run_asked.connect(self._verb("run"))
        self.panel.stop_asked.connect(self._verb("stop_all"))
        self.strip = HistoryStrip(self.theme)
        request, history = self._docks
        furnish(request, self.panel)
        furnish(history, self.strip, (self.strip.search_field,))
        self.set_verbs({
            "prompt": self.panel.focus_prompt,
            "search": self.strip.search_field.setFocus,
        })  # fmt: skip

    def set_verbs(self, verbs: dict[str, Verb]) -> None:
        """Give actions their verbs; those without one do nothing yet."""
        self._verbs.update(verbs)

    def enable(self, present: set[str]) -> None:
        """Enable the actions whose need is among what is present."""
        self.actions_.enable(present)

    def set_theme(self, name: str) -> None:
        """Change the theme at once."""
        self.settings = replace(self.settings, theme=name)
        self.theme = themes.choose(name)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        themes.apply(app, self.theme, self.settings.ui_scale)
        for part in (self.centre, self.chip, self.actions_, self.panel, self.strip):
            part.set_theme(self.theme)
        self._show_theme()
        self.theme_changed.emit(self.theme)

    def close_now(self) -> None:
        """Close without asking anybody."""
        self._may_close = True
        save_layout(self)
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the session end first; it closes the window when it has."""
        if self._may_close:
            event.accept()
        else:
            event.ignore()
            self.close_asked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the window is on screen."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take pictures only."""
        if self.opening.accepts(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        if self.opening.take(event.mimeData()):
            event.acceptProposedAction()

    def _build(self) -> None:
        self.actions_ = Actions(self, self._verb)
        self.actions_.add(TOOLS)
        for name in MENUS:
            self.menuBar().addMenu(self.tr(name)).setObjectName(name)
        # A corner widget hangs from the bar's upper edge: as tall as the bar, its row is centred.
        self.chip.setFixedHeight(self.menuBar().sizeHint().height())
        self.menuBar().setCornerWidget(self.chip, Qt.Corner.TopRightCorner)
        self.setCentralWidget(self.centre)
        self.setStatusBar(self.status)
        self.addToolBar(Qt.ToolBarArea.LeftToolBarArea, self._tool_bar())
        self.actions_.set_theme(self.theme)
        areas = Qt.DockWidgetArea
        self._docks = [
            add_dock(self, "request", self.tr("Request"), areas.RightDockWidgetArea, _REQUEST_SIZE),
            add_dock(self, "history", self.tr("History"), areas.BottomDockWidgetArea, _STRIP_SIZE),
        ]
        self.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.BottomDockWidgetArea)
        self.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.BottomDockWidgetArea)
        self._first_layout()
        self.chip.show_profile(self.tr("Local fill"), self.tr("works offline, free"), ready=False)
        self.status.show_profile(self.tr("Local fill"))

    def _first_layout(self) -> None:
        self.resize(_FIRST_SIZE)
        self._plain_layout = self.saveState()
        if not restore_layout(self):
            self._put_docks_in_place()

    def _put_docks_in_place(self) -> None:
        self.restoreState(self._plain_layout)
        request, history = self._docks
        self.resizeDocks([request], [_REQUEST_SIZE.width()], Qt.Orientation.Horizontal)
        self.resizeDocks([history], [_STRIP_SIZE.height()], Qt.Orientation.Vertical)

    def _connect(self) -> None:
        self.set_verbs({
            "open": self.opening.ask,
            "paste": self.opening.paste,
            "panels": self._toggle_panels,
            "reset_layout": self._put_docks_in_place,
            "quit": self.close,
            **{f"theme_{name}": self._theme_verb(name) for name in _THEMES},
        })  # fmt: skip
        empty_state = self.centre.empty_state
        empty_state.open_asked.connect(self._verb("open"))
        empty_state.paste_asked.connect(self._verb("paste"))
        empty_state.sample_asked.connect(self._verb("sample"))
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_theme)

    def _verb(self, name: str) -> Callable[[], None]:
        """The verb as it will be when it is called."""

        def call() -> None:
            verb = self._verbs.get(name)
            if verb is not None:
                verb()

        return call

    def _tool_bar(self) -> QToolBar:
        bar = QToolBar(self.tr("Tools"), self)
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setIconSize(QSize(themes.ICON_PX, themes.ICON_PX))
        for row in TOOLS:
            if row.group:
                bar.addSeparator()
            bar.addAction(self.actions_[row.id])
        return bar

    def _fill_actions(self) -> None:
        self.actions_.add(ROWS)
        self.actions_.fill_menus(self)
        self.actions_.set_theme(self.theme)
        self.enable(set())
        self._show_theme()

    def _toggle_panels(self) -> None:
        hidden = self.actions_["panels"].isChecked()
        for dock in self._docks:
            dock.setVisible(not hidden)

    def _theme_verb(self, name: str) -> Verb:
        return lambda: self.set_theme(name)

    def _on_system_theme(self) -> None:
        if self.settings.theme == "system":
            self.set_theme("system")

    def _show_theme(self) -> None:
        for name in _THEMES:
            self.actions_[f"theme_{name}"].setChecked(name == self.settings.theme)


_THEMES = ("system", "light", "dark", "neutral")


def _last_params(settings: Settings) -> EditParams:
    from inpaint_studio.contract.params import EditParams

    return EditParams(
        prompt="",
        model=settings.last_model,
        n=settings.last_variants,
        size=settings.last_size,
        quality=settings.last_quality,
        background=settings.last_background,
        output_format=settings.last_format,
        partial_images=settings.last_partials,
    )
