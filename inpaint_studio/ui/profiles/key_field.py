"""The key of a profile: pasted, kept in the keyring, never shown again."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from inpaint_studio.contract.profile import Profile, host_of
from inpaint_studio.errors import StudioError
from inpaint_studio.secret_store import Secret
from inpaint_studio.session.profiles import Profiles
from inpaint_studio.session.tasks import Tasks
from inpaint_studio.ui.style.i18n import outside, translate, translate_error
from inpaint_studio.ui.widgets.buttons import push_button
from inpaint_studio.ui.widgets.drops import LineEdit
from inpaint_studio.ui.widgets.labels import Label, set_tone
from inpaint_studio.ui.widgets.layouts import LayoutPart, in_column, in_row, keep_room, wide

_WORD_LINES = 2
"""Room that is kept for what is said of a key: what stands below it does not move."""


class KeyField(QWidget):
    """Asks the keyring in the background; says in words where the key is, or that there is none.

    Questions overlap, as a keyring takes its time: only the last one is answered in words.
    """

    stored = Signal(str)
    """The name of the profile whose key was saved."""

    def __init__(self, profiles: Profiles, tasks: Tasks) -> None:
        super().__init__()
        self._profiles = profiles
        self._tasks = tasks
        self._profile: Profile | None = None
        self._typed = ""
        self._asked = 0
        self._line = LineEdit()
        self._line.setEchoMode(QLineEdit.EchoMode.Password)
        self._line.setAccessibleName(self.tr("API key"))
        self._keep = push_button(self.tr("Save key"), self._on_keep, auto_default=False)
        self._forget = push_button(self.tr("Remove"), self._on_forget, auto_default=False)
        in_file = self.tr("Save it in a file only I may read")
        self._file = push_button(
            in_file, lambda: self._store(self._typed, in_file=True), auto_default=False
        )
        self._words = Label()
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._words.setMinimumHeight(self._words.fontMetrics().lineSpacing() * _WORD_LINES)
        keep_room(self._file)
        line = in_row(wide(self._line), self._keep, self._forget, spacing=8)
        at_left = LayoutPart(self._file, side=Qt.AlignmentFlag.AlignLeft)
        in_column(line, self._words, at_left, of=self, spacing=6)
        self._keep.setEnabled(False)
        self._file.hide()
        self._line.returnPressed.connect(self._on_keep)
        self._line.textChanged.connect(lambda text: self._keep.setEnabled(bool(text.strip())))

    def show_profile(self, profile: Profile) -> None:
        """Look for the key of a profile."""
        if self._profile is None or profile.name != self._profile.name:
            self.drop_typed()
        self._profile = profile
        self._line.setEnabled(profile.auth != "none")
        self._show_message(self.tr("Looking for a key…"), "")
        self._ask(partial(self._look, profile))

    def focus(self) -> None:
        """Put the cursor where a key is pasted."""
        self._line.setFocus()

    def keep_typed(self) -> None:
        """Keep what stands in the field, if anything does."""
        if self._line.text().strip():
            self._on_keep()

    def drop_typed(self) -> None:
        """Forget what stands in the field."""
        self._line.clear()
        self._typed = ""

    def _ask(self, question: Callable[[int], Coroutine[Any, Any, None]]) -> None:
        """Ask the keyring by the number of a new question; what it refuses is said."""
        self._asked = asked = self._asked + 1
        self._tasks.start(question(asked), lambda error: self._refuse(error, asked))

    async def _look(self, profile: Profile, asked: int) -> None:
        if profile.auth == "none":
            self._show_message(self.tr("This profile sends no key."), "")
            return
        secret = await self._profiles.key_of(profile)
        if asked != self._asked:
            return
        if secret is None:
            words = self.tr("No key yet. It will be sent to {0} only.")
            self._show_message(
                words.format(outside(host_of(profile.base_url)) or self.tr("this address")), ""
            )
        else:
            self._show_secret(secret)

    def _on_keep(self) -> None:
        self._store(self._line.text())

    def _store(self, key: str, *, in_file: bool = False) -> None:
        """Keep a key for the profile that is shown now, whichever is shown when it begins."""
        assert self._profile is not None
        self._show_message(self.tr("Asking the keyring…"), "")
        self._ask(partial(self._keep_for, self._profile.name, key, in_file))

    async def _keep_for(self, name: str, key: str, in_file: bool, asked: int) -> None:
        secret = await self._profiles.store_key(name, key, in_file=in_file)
        if self._profile is not None and name == self._profile.name:
            self._typed = secret.key if secret.origin == "memory" else ""
            self._line.clear()
            if asked == self._asked:
                self._show_secret(secret)
            else:  # asked again meanwhile, perhaps before the key was there
                self.show_profile(self._profile)
        self.stored.emit(name)

    def _on_forget(self) -> None:
        assert self._profile is not None
        self._ask(partial(self._forget_key, self._profile))

    async def _forget_key(self, profile: Profile, asked: int) -> None:
        await self._profiles.forget_key(profile.name)
        await self._look(profile, asked)

    def _refuse(self, error: StudioError, asked: int) -> None:
        if asked == self._asked:
            self._show_message(translate_error(error), "error")

    def _show_secret(self, secret: Secret) -> None:
        assert self._profile is not None
        to = self.tr("It is sent to {0} only.").format(outside(host_of(self._profile.base_url)))
        self._show_message(
            f"{translate(secret.words)} {to}", "problem" if secret.origin == "memory" else ""
        )
        self._file.setVisible(secret.origin == "memory" and bool(self._typed))
        self._forget.setEnabled(secret.origin != "environment")
        self._line.setPlaceholderText(self.tr("Paste another to replace it"))

    def _show_message(self, text: str, tone: str) -> None:
        self._words.setText(text)
        set_tone(self._words, tone or "next")
        self._line.setAccessibleDescription(text)
        self._line.setPlaceholderText(self.tr("Paste your key"))
        self._file.hide()
        self._forget.setEnabled(False)
