"""The window: builds its parts, connects them to the session, and nothing else.

It is built in three steps, so that nobody waits for a window: the shell is painted first, `furnish`
brings bars and docks, and `ui.wiring.Wiring` the session and the canvas with their libraries. The
shell does without Qt's own namespace: creating its hundred enumerations takes longer than painting.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QWidget

from inpaint_studio import __version__
from inpaint_studio.ui.document.open_controller import OpenController
from inpaint_studio.ui.profiles.chip import ProfileChip
from inpaint_studio.ui.shell.central_area import CentralArea
from inpaint_studio.ui.shell.full_screen import FullScreen, leave_full_screen
from inpaint_studio.ui.shell.menu_bar import Menu, MenuBar, give_mnemonics
from inpaint_studio.ui.shell.start_up_look import StartUpLook, save_look
from inpaint_studio.ui.shell.status_bar import StatusBar
from inpaint_studio.ui.style import theme as themes
from inpaint_studio.ui.style.i18n import outside
from inpaint_studio.ui.widgets.drops import take_copy

if TYPE_CHECKING:
    from inpaint_studio.session.request_draft import RequestDraft
    from inpaint_studio.session.settings_store import SettingsStore
    from inpaint_studio.ui.actions.shortcuts import Shortcuts
    from inpaint_studio.ui.gallery.strip import HistoryStrip
    from inpaint_studio.ui.request_panel.panel import RequestPanel
    from inpaint_studio.ui.shell.docks import Docks
    from inpaint_studio.ui.shell.window_actions import WindowActions
    from inpaint_studio.ui.staging.bar import StagingBar
    from inpaint_studio.ui.tools.options_bar import OptionsBar

Does = Callable[[], object]
_MENU_GONE_MS = 60
_SMALLEST = QSize(1080, 640)
_BACK = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FIRST_SIZE = QSize(1440, 900)
_FRAME_PX = 60
"""What a desktop's frame may take of each side's length, and a little of what lies around it."""
MENUS = ("File", "Edit", "Mask", "View", "Run", "Gallery", "Help")


class MainWindow(QMainWindow):
    """The shell; `furnish` and then `Desk` make it alive."""

    first_painted = Signal()
    close_asked = Signal()
    theme_changed = Signal(object)  # Theme
    restart_asked = Signal()
    language_changed = Signal()
    """The settings ask for another language: the window has to be built anew."""

    settings: SettingsStore
    shortcuts: Shortcuts
    actions_: WindowActions
    options: OptionsBar
    panel: RequestPanel
    staging_bar: StagingBar
    strip: HistoryStrip
    panels: Docks

    def __init__(self, look: StartUpLook) -> None:
        super().__init__()
        self.setWindowTitle("Inpaint Studio")
        self.setMinimumSize(_SMALLEST.boundedTo(self.screen().availableSize()))
        self.setAcceptDrops(True)
        self._look = look
        self.central_area = CentralArea(self.theme)
        self.status = StatusBar()
        self.chip = ProfileChip(self.theme)
        self.opening = OpenController(self)
        self._is_painted = False
        self._may_close = False
        # To apply a theme takes some tenths of a second, in which a menu would stay on the screen.
        self._menu_closes = QTimer(self, singleShot=True, interval=_MENU_GONE_MS)
        self._menu_closes.timeout.connect(self._follow_theme)
        self._does: dict[str, Does] = {}
        self._build(look)
        self._connect()

    @property
    def theme(self) -> themes.Theme:
        """What it wears, as the whole application does."""
        return themes.current()

    def furnish(self, settings: SettingsStore, draft: RequestDraft) -> None:
        """Fill bars and docks; after the first paint, since a person looks at the centre first."""
        from inpaint_studio.ui.actions.shortcuts import Shortcuts
        from inpaint_studio.ui.gallery.strip import HistoryStrip
        from inpaint_studio.ui.request_panel.panel import RequestPanel
        from inpaint_studio.ui.shell.docks import Docks
        from inpaint_studio.ui.staging.bar import StagingBar
        from inpaint_studio.ui.tools.options_bar import OptionsBar

        self.settings = settings
        self.shortcuts = Shortcuts(settings.now, self)
        settings.changed.connect(self._follow_settings)
        self.options = OptionsBar(self.theme, self.shortcuts)
        self.staging_bar = StagingBar(self.theme, self.central_area)
        self.central_area.furnish(self.theme, self.options, self.staging_bar)
        self.panels = Docks(self)
        self.panel = RequestPanel(draft, self.theme, self.panels.holder)
        self.panel.more.set_unfolded(settings.now.panel_unfolded)
        self.panel.more.unfolded.connect(lambda on: settings.change(panel_unfolded=on))
        self.panel.run.button.clicked.connect(self._trigger("run"))
        self.panel.run.stop_button.clicked.connect(self._trigger("stop_all"))
        self.strip = HistoryStrip(self.theme)
        self.panels.fill(self.panel, self.strip, self.strip.filter_bar)
        self._make_actions()
        for part in (self.staging_bar, self.panel.run, self.panels):
            part.name_keys(self.shortcuts)
        self.panels.restore(self._look.docks, self._look.history)
        self.central_area.setContentsMargins(0, 0, 0, 0)
        self.set_actions({
            "search": self._search,
            "history": self.panels.toggle_history,
            "full_screen": FullScreen(self, self.actions_["full_screen"]).switch,
        })  # fmt: skip
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_theme)
        if themes.choose(settings.now.theme) != self.theme:
            self._apply_theme()
        self._show_theme()

    def set_actions(self, does: dict[str, Does]) -> None:
        """Say what actions do, by id; those left out do nothing yet."""
        self._does.update(does)

    def menu(self, name: str) -> QMenu:
        """The menu of the bar that is called so in the table of actions."""
        found = self.menuBar().findChild(QMenu, name)
        assert isinstance(found, QMenu)
        return found

    def add_recent(self, recent: QMenu) -> None:
        """Put a menu of recent files below File → Open."""
        self.menu("File").insertMenu(self.actions_["paste"], recent)
        give_mnemonics(self.menu("File").actions())

    def enable(self, present: set[str]) -> None:
        """Enable the actions whose need is among what is present."""
        self.actions_.enable(present)

    def look(self) -> StartUpLook:
        """What the next window should look like before it is furnished."""
        return self.panels.look(self.theme.name, self.settings.now)

    def keep_look(self) -> None:
        """Let the next start begin with what the window looks like now."""
        save_look(self.look())

    def show_title(self, name: str) -> None:
        """Be called by the name of the open picture, or by the program's alone."""
        self.setWindowTitle(title_of(name))

    def close_now(self) -> None:
        """Close without asking anybody."""
        self._may_close = True
        self.close()

    def stop_timers(self) -> None:
        """The session has ended: what was to be shown a moment later can no longer be read."""
        for timer in self.findChildren(QTimer):
            timer.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the session end first; it closes the window when it has."""
        if self._may_close:
            event.accept()
        else:
            event.ignore()
            self.close_asked.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab moves on. What is hidden or switched off while it has the keyboard, which Qt hands on
        by the same way, leaves it to the picture.
        """
        left = QApplication.focusWidget()
        if left is not None and left.isVisible() and left.isEnabled():
            return super().focusNextPrevChild(forward)
        self.central_area.take_keyboard()
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A click has reached the window."""
        super().focusInEvent(event)
        self.central_area.take_keyboard()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape and Enter lead back to the picture from whatever has no use for them."""
        if event.key() in _BACK:
            self.central_area.take_keyboard()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the window is on screen."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take pictures only."""
        # What is dragged from here is still being written; only the drop waits for it.
        if event.source() is not None or self.opening.accepts(event.mimeData()):
            take_copy(event)
            self.central_area.show_drop_hint(event.isAccepted())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing will be dropped here."""
        super().dragLeaveEvent(event)
        self.central_area.show_drop_hint(False)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Keys that are pressed meanwhile make no move of it."""
        take_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take a copy of what was dropped."""
        self.central_area.show_drop_hint(False)
        take_copy(event)
        if event.isAccepted():
            self.opening.drop(event.mimeData())

    def _build(self, look: StartUpLook) -> None:
        self.setMenuBar(MenuBar(self))
        for name in MENUS:
            menu = Menu(self.tr(name), self.menuBar())
            menu.setObjectName(name)
            self.menuBar().addMenu(menu)
        give_mnemonics(self.menuBar().actions())
        # A corner widget hangs from the bar's upper edge: as tall as the bar, its row is centred.
        self.chip.setFixedHeight(self.menuBar().sizeHint().height())
        self.menuBar().setCornerWidget(self.chip)
        self.central_area.setContentsMargins(look.margins)
        self.setCentralWidget(self.central_area)
        self.setStatusBar(self.status)
        # A click on what takes no keyboard comes up to the window, which hands it on. A proxy would
        # be a stop of Tab.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        if look.geometry is None:
            self._open_first()
        else:
            self.restoreGeometry(look.geometry)
            leave_full_screen(self)
        self.chip.show_profile(self.tr("Local fill"), self.tr("works offline, free"), ready=False)
        self.status.show_profile(self.tr("{0} · local").format(self.tr("Local fill")))

    def _open_first(self) -> None:
        """A pleasant size with its frame; where that is more than the screen, all of it."""
        room = self.screen().availableGeometry()
        self.resize(_FIRST_SIZE.boundedTo(room.size()))
        if room.width() < _FIRST_SIZE.width() + _FRAME_PX or (
            room.height() < _FIRST_SIZE.height() + _FRAME_PX
        ):
            self.move(room.topLeft())
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _connect(self) -> None:
        self.set_actions({
            "open": self.opening.ask,
            "paste": self.opening.paste,
            "panels": lambda: self.panels.set_hidden(self.actions_["panels"].isChecked()),
            "reset_layout": lambda: self.panels.reset(),
            "quit": self.close,
            "about": self._tell_about,
            **{f"theme_{name}": partial(self._choose_theme, name) for name in _THEMES},
        })  # fmt: skip
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)
        empty_state = self.central_area.empty_state
        empty_state.open_button.clicked.connect(self._trigger("open"))
        empty_state.paste_button.clicked.connect(self._trigger("paste"))
        empty_state.sample_button.clicked.connect(self._trigger("sample"))

    def _on_focus_changed(self, _left: QWidget | None, taken: QWidget | None) -> None:
        """What is deleted with the keyboard, or is switched off with all around it, leaves none."""
        if taken is None and self.isActiveWindow() and QApplication.activePopupWidget() is None:
            self.central_area.take_keyboard()

    def _search(self) -> None:
        self.panels.show_history()
        self.strip.search_field.setFocus()

    def _tell_about(self) -> None:
        from inpaint_studio.session.notice import Notice

        words = Notice("info", f"Inpaint Studio {__version__}", self.tr("MIT licence"))
        self.central_area.notices.show_notice(words)

    def _trigger(self, name: str) -> Callable[[], None]:
        """What an action does, as it will be when it is called."""

        def call() -> None:
            does = self._does.get(name)
            if does is not None:
                does()

        return call

    def _make_actions(self) -> None:
        from inpaint_studio.ui.actions.table import TOOLS
        from inpaint_studio.ui.shell.window_actions import WindowActions

        self.actions_ = WindowActions(self, self._trigger, self.shortcuts)
        self.actions_.fill_menus(self)
        self.panel.run.set_turns([self.actions_[name] for name in ("run_first", "run_instead")])
        self.actions_.set_theme(self.theme)
        self.panels.add_tools((self.actions_[row.id], row.group) for row in TOOLS)
        self.enable(set())
        self._show_theme()

    def _choose_theme(self, name: str) -> None:
        self._menu_closes.start()
        self.settings.change(theme=name)
        self._show_theme()  # choosing what holds must not take its mark away

    def _follow_settings(self, names: frozenset[str]) -> None:
        if names & {"theme", "ui_scale"} and not self._menu_closes.isActive():
            self._apply_theme()
        if names & {"shortcut_preset", "shortcuts"}:
            self.shortcuts.follow(self.settings.now)
        if "language" in names:
            self.language_changed.emit()

    def _follow_theme(self) -> None:
        if themes.choose(self.settings.now.theme) != self.theme:
            self._apply_theme()

    def _on_system_theme(self) -> None:
        if self.settings.now.theme == "system":
            self._apply_theme()

    def _apply_theme(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        # The look has scaled the whole interface at the start already.
        theme = themes.choose(self.settings.now.theme)
        themes.apply(app, theme, self.settings.now.ui_scale / self._look.ui_scale)
        self.actions_.set_theme(self.theme)
        self.panels.set_theme(self.theme)
        for part in self.findChildren(QWidget):
            if isinstance(part, themes.Themed):
                part.set_theme(self.theme)
        self._show_theme()
        self.theme_changed.emit(self.theme)

    def _show_theme(self) -> None:
        for name in _THEMES:
            self.actions_[f"theme_{name}"].setChecked(name == self.settings.now.theme)


_THEMES = ("system", "light", "dark", "neutral")


def title_of(name: str) -> str:
    """What the window is called while a picture of that name is open."""
    # Qt takes a single [*] for the place of its mark of what is unsaved.
    return (
        f"{outside(name).replace('[*]', '[*][*]')} – Inpaint Studio" if name else "Inpaint Studio"
    )
