"""The active profile in the window: chip and status bar follow it; the menu changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from inpaint_studio.contract.profile import Profile
from inpaint_studio.contract.templates import TEMPLATES
from inpaint_studio.session.profiles import LOCAL_FILL
from inpaint_studio.session.session import Session
from inpaint_studio.ui.profiles.chip import ProfileChip
from inpaint_studio.ui.profiles.profile_text import (
    is_local,
    name_of,
    place_icon,
    place_text,
    status_text,
)
from inpaint_studio.ui.shell.status_bar import StatusBar
from inpaint_studio.ui.style import theme as themes
from inpaint_studio.ui.style.i18n import outside
from inpaint_studio.ui.widgets.labels import button_text

if TYPE_CHECKING:
    from inpaint_studio.ui.profiles.dialog import ProfilesDialog


class ProfilesController(QObject):
    """Connects the profiles of a session with one window."""

    def __init__(
        self, session: Session, chip: ProfileChip, status: StatusBar, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._profiles = session.profiles
        self._chip = chip
        self._status = status
        self._window = window
        self._is_ready = session.is_server_ready
        self.dialog: ProfilesDialog | None = None
        self.menu = QMenu(chip)
        chip.clicked.connect(self._show_menu)
        session.server_ready.connect(self._on_ready)
        self._profiles.active_changed.connect(self._show_active)
        self._show_active()

    def manage(self) -> None:
        """Open the profiles on the active one."""
        self._opened().show_profile()

    def connect_a_key(self) -> None:
        """Lead to where a key is pasted: the first own profile, or one that is made for it."""
        dialog = self._opened()
        own = [profile for profile in self._profiles.all if profile.name != LOCAL_FILL]
        if own:
            active = self._profiles.active
            dialog.show_profile((active if active in own else own[0]).name, focus_key=True)
        else:
            dialog.show_profile()
            dialog.propose(self._profiles.offer or TEMPLATES["OpenAI"])

    def open_key(self, name: str) -> None:
        """Lead to the key of that profile, the active one where it has gone."""
        there = self._profiles.named(name) is not None
        self._opened().show_profile(name if there else "", focus_key=True)

    def fill_menu(self) -> None:
        """Every profile, what the environment offers, and the way to the dialog."""
        self.menu.clear()
        group = QActionGroup(self.menu)
        for profile in self._profiles.all:
            action = self._choice(profile)
            group.addAction(action)
            self.menu.addAction(action)
        self.menu.addSeparator()
        offer = self._profiles.offer
        if offer is not None:
            words = self.tr("Set up {0} from the environment…").format(
                outside(button_text(offer.name))
            )
            self.menu.addAction(words).triggered.connect(lambda: self._add(offer))
        self.menu.addAction(self.tr("Connect an API key…")).triggered.connect(self.connect_a_key)
        self.menu.addAction(self.tr("Profiles…")).triggered.connect(self.manage)

    def _choice(self, profile: Profile) -> QAction:
        is_active = profile.name == self._profiles.active.name
        words = button_text(f"{outside(name_of(profile))}   {place_text(profile)}")
        words = self.tr("{0} · in use").format(words) if is_active else words
        action = QAction(place_icon(profile, themes.current()), words, self.menu)
        action.setCheckable(True)
        action.setChecked(is_active)
        action.triggered.connect(lambda: self._profiles.activate(profile.name))
        return action

    def _show_menu(self) -> None:
        self.fill_menu()
        chip = self._chip
        width = self.menu.sizeHint().width()
        corner = chip.mapToGlobal(QPoint(max(0, chip.width() - width), chip.height()))
        self.menu.popup(corner)

    def _add(self, offer: Profile) -> None:
        dialog = self._opened()
        dialog.show_profile()
        dialog.propose(offer)

    def _opened(self) -> ProfilesDialog:
        from inpaint_studio.ui.profiles.dialog import ProfilesDialog

        if self.dialog is None:
            self.dialog = ProfilesDialog(self._session, themes.current(), self._window)
        return self.dialog

    def _on_ready(self) -> None:
        self._is_ready = True
        self._show_active()

    def _show_active(self) -> None:
        """A remote endpoint counts as ready: only a run can tell."""
        profile = self._profiles.active
        ready = self._is_ready or profile.name != LOCAL_FILL
        self._chip.show_profile(
            name_of(profile), place_text(profile), ready=ready, local=is_local(profile)
        )
        self._status.show_profile(status_text(profile))
