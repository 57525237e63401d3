"""The profiles: a list, and everything about one beside it; each change holds at once."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QListWidgetItem,
    QMenu,
    QScrollArea,
    QToolButton,
    QWidget,
)

from inpaint_studio.contract.profile import Profile
from inpaint_studio.contract.templates import TEMPLATES
from inpaint_studio.errors import SettingsError
from inpaint_studio.session.profiles import LOCAL_FILL, Profiles
from inpaint_studio.session.session import Session
from inpaint_studio.ui.profiles.page import ProfilePage
from inpaint_studio.ui.profiles.profile_text import name_of, place_icon, place_text
from inpaint_studio.ui.style.i18n import outside, translate_error
from inpaint_studio.ui.style.theme import Theme, icon
from inpaint_studio.ui.style.tips import set_tip
from inpaint_studio.ui.widgets.buttons import Handler, icon_button, push_button, widest
from inpaint_studio.ui.widgets.labels import Label, button_text
from inpaint_studio.ui.widgets.layouts import SPRING, in_row, wide
from inpaint_studio.ui.widgets.side_list import fill_sides, side_list, side_of

_SIZE = QSize(880, 620)
_LIST_PX = 232
_NAME = Qt.ItemDataRole.UserRole


class ProfilesDialog(QDialog):
    """Window-modal; opened with `show_profile`, read through the session's profiles."""

    left = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("profilesDialog")
        self.setWindowTitle(self.tr("Profiles"))
        self._profiles: Profiles = session.profiles
        self._theme = theme
        self._shown = session.profiles.active.name
        self._list = side_list(self.tr("Profiles"))
        self._list.setIconSize(QSize(18, 18))
        self._page = ProfilePage(session, theme)
        self._tools = {
            "add": self._tool("add", self.tr("Add a profile"), None),
            "duplicate": self._tool("duplicate", self.tr("Duplicate"), self._on_duplicate),
            "up": self._tool("up", self.tr("Move up"), lambda: self._on_move(-1)),
            "down": self._tool("down", self.tr("Move down"), lambda: self._on_move(1)),
            "delete": self._tool("delete", self.tr("Delete"), self._on_delete),
        }
        self._use = push_button("", self._on_use, look="primary", auto_default=False)
        self._close = push_button("", self._on_close, auto_default=False)
        self._proposed: Profile | None = None
        self._gone = Label()
        self._undo = push_button(self.tr("Put it back"), self._on_undo, auto_default=False)
        self._build()
        self._connect()
        self._fill()
        self._select(self._shown)

    def show_profile(self, name: str = "", *, focus_key: bool = False) -> None:
        """Open on a profile, the active one where none is named."""
        self._select(name or self._profiles.active.name)
        self.open()
        if focus_key:
            self._page.focus_key()

    def add(self, template: Profile) -> None:
        """Add a profile made from a template and show it."""
        added = self._profiles.add(template)
        self._select(added.name)
        self._page.focus_key() if template.base_url.count("/") > 2 else self._page.focus_address()

    def propose(self, template: Profile) -> None:
        """The same for one nobody asked to add: left without anything done to it, it goes again."""
        self.add(template)
        self._proposed = self._profiles.named(self._shown)
        self._show_state()

    def set_theme(self, theme: Theme) -> None:
        """Recolour icons and marks."""
        self._theme = theme
        for name, button in self._tools.items():
            button.setIcon(icon(name, theme))
        self._fill()

    def reject(self) -> None:
        """Leave by Escape or the window's own button: a key that was typed only is not saved."""
        self._page.leave(saves_key=False)
        if self._is_cancellable and self._proposed is not None:
            self._profiles.withdraw(self._proposed.name)
        super().reject()

    def done(self, result: int) -> None:
        """Save what was typed, end a test, let go of what was deleted."""
        self._page.leave()
        self._proposed = None
        self._profiles.forget_removed()
        self._gone.hide()
        self._undo.hide()
        super().done(result)
        self.left.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's own button is the same as Escape."""
        event.accept()
        self.reject()

    def _build(self) -> None:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._page)
        tools = in_row(*self._tools.values(), SPRING, spacing=2)
        side = side_of(_LIST_PX, wide(self._list), tools)
        foot = (self._gone, self._undo, SPRING, self._use, self._close)
        fill_sides(self, side, scroll, *foot)
        self._gone.hide()
        self._undo.hide()
        for button, words in (
            (self._use, (self.tr("In use"), self.tr("Use this profile"))),
            (self._close, (self.tr("Cancel"), self.tr("Close"))),
        ):
            button.setFixedWidth(widest(button, words))
        self.resize(_SIZE)

    def _connect(self) -> None:
        self._list.currentItemChanged.connect(lambda item, _: self._on_selected(item))
        self._tools["add"].setMenu(self._templates())
        self._tools["add"].setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._page.changed.connect(self._on_changed)
        self._page.key_saved.connect(self._on_key_saved)
        self._profiles.changed.connect(self._fill)
        self._profiles.active_changed.connect(self._fill)

    def _templates(self) -> QMenu:
        menu = QMenu(self)
        offer = self._profiles.offer
        if offer is not None:
            words = self.tr("{0}, from the environment").format(outside(button_text(offer.name)))
            menu.addAction(words).triggered.connect(lambda: self.add(offer))
            menu.addSeparator()
        for name, template in TEMPLATES.items():
            menu.addAction(name).triggered.connect(lambda _=False, made=template: self.add(made))
        return menu

    def _tool(self, name: str, text: str, handler: Handler | None) -> QToolButton:
        button = icon_button(text, handler)
        button.setIcon(icon(name, self._theme))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _fill(self) -> None:
        names = [profile.name for profile in self._profiles.all]
        with QSignalBlocker(self._list):
            self._list.clear()
            for profile in self._profiles.all:
                self._list.addItem(self._item(profile))
            self._list.setCurrentRow(names.index(self._shown) if self._shown in names else 0)
        if self._shown not in names:
            self._select(LOCAL_FILL)
        self._show_state()

    def _item(self, profile: Profile) -> QListWidgetItem:
        is_active = profile.name == self._profiles.active.name
        words = self.tr("{0} · in use") if is_active else "{0}"
        item = QListWidgetItem(
            place_icon(profile, self._theme), words.format(outside(name_of(profile)))
        )
        item.setData(_NAME, profile.name)
        set_tip(item, place_text(profile))
        return item

    def _select(self, name: str) -> None:
        self._shown = name
        names = [profile.name for profile in self._profiles.all]
        with QSignalBlocker(self._list):
            self._list.setCurrentRow(names.index(name))
        self._page.show_profile(self._profiles.all[names.index(name)])
        self._show_state()

    def _on_selected(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._page.leave()
            self._select(str(item.data(_NAME)))

    def _show_state(self) -> None:
        name = self._shown
        is_own = name != LOCAL_FILL
        row, last = self._list.currentRow(), self._list.count() - 1
        reason = "" if is_own else self.tr("Local fill is always there, and always first.")
        for name, possible in (("delete", is_own), ("duplicate", is_own)):
            self._tools[name].setEnabled(possible)
            self._tools[name].setAccessibleDescription(reason)
        self._tools["up"].setEnabled(is_own and row > 1)
        self._tools["down"].setEnabled(is_own and row < last)
        is_active = name == self._profiles.active.name
        self._use.setEnabled(not is_active)
        self._use.setText(self.tr("In use") if is_active else self.tr("Use this profile"))

        self._close.setText(self.tr("Cancel") if self._is_cancellable else self.tr("Close"))

    @property
    def _is_cancellable(self) -> bool:
        """Whether what was proposed is there as it was proposed, and nothing came of it."""
        proposed = self._proposed
        if proposed is None or self._profiles.active.name == proposed.name:
            return False
        return self._profiles.named(proposed.name) == proposed

    def _on_close(self) -> None:
        self.reject() if self._is_cancellable else self.accept()

    def _on_key_saved(self, name: str) -> None:
        if self._proposed is not None and self._proposed.name == name:
            self._proposed = None
            self._show_state()

    def _on_changed(self, name: str, profile: Profile) -> None:
        self._shown = profile.name
        try:
            self._profiles.change(name, profile)
        except SettingsError as error:
            self._shown = name
            self._page.take_back(name, translate_error(error))

    def _on_duplicate(self) -> None:
        profile = self._profiles.named(self._shown)
        if profile is not None:
            self._select(self._profiles.add(profile).name)

    def _on_move(self, by: int) -> None:
        self._profiles.move(self._shown, by)

    def _on_delete(self) -> None:
        name = self._shown
        self._profiles.remove(name)
        self._gone.setText(self.tr("{0} was deleted.").format(outside(name)))
        self._gone.show()
        self._undo.show()

    def _on_undo(self) -> None:
        profile = self._profiles.restore()
        self._gone.hide()
        self._undo.hide()
        if profile is not None:
            self._select(profile.name)

    def _on_use(self) -> None:
        self._page.leave()
        self._profiles.activate(self._shown)
