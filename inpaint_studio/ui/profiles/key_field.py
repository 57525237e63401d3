"""The key of a profile: pasted, kept in the keyring, never shown again."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from inpaint_studio.contract.profile import Profile, host_of
from inpaint_studio.errors import SettingsError
from inpaint_studio.secret_store import Secret
from inpaint_studio.session.profiles import Profiles
from inpaint_studio.ui.languages import say, say_error

Start = Callable[[Coroutine[Any, Any, Any]], object]


class KeyField(QWidget):
    """Asks the keyring in the background; says in words where the key is, or that there is none.

    Questions overlap, as a keyring takes its time: only the last one is answered in words.
    """

    stored = Signal()

    def __init__(self, profiles: Profiles, start: Start) -> None:
        super().__init__()
        self._profiles = profiles
        self._start = start
        self._profile: Profile | None = None
        self._typed = ""
        self._asked = 0
        self._line = QLineEdit()
        self._line.setEchoMode(QLineEdit.EchoMode.Password)
        self._line.setAccessibleName(self.tr("API key"))
        self._keep = QPushButton(self.tr("Keep key"))
        self._forget = QPushButton(self.tr("Forget"))
        self._file = QPushButton(self.tr("Keep it in a file only I may read"))
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._build()
        self._keep.clicked.connect(self._on_keep)
        self._line.returnPressed.connect(self._on_keep)
        self._line.textChanged.connect(lambda text: self._keep.setEnabled(bool(text.strip())))
        self._forget.clicked.connect(self._on_forget)
        self._file.clicked.connect(self._on_file)

    def show_profile(self, profile: Profile) -> None:
        """Look for the key of a profile."""
        if self._profile is None or profile.name != self._profile.name:
            self._line.clear()
            self._typed = ""
        self._profile = profile
        self._line.setEnabled(profile.auth != "none")
        self._say(self.tr("Looking for a key…"), "")
        self._start(self._look(profile, self._ask()))

    def focus(self) -> None:
        """Put the cursor where a key is pasted."""
        self._line.setFocus()

    def keep_typed(self) -> Coroutine[Any, Any, None] | None:
        """Keep what stands in the field, if anything does."""
        return self._store(self._line.text()) if self._line.text().strip() else None

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._line, 1)
        row.addWidget(self._keep)
        row.addWidget(self._forget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._words)
        column.addWidget(self._file, 0, Qt.AlignmentFlag.AlignLeft)
        for button in (self._keep, self._forget, self._file):
            button.setAutoDefault(False)
        self._keep.setEnabled(False)
        self._file.hide()

    def _ask(self) -> int:
        """The number of a new question."""
        self._asked += 1
        return self._asked

    async def _look(self, profile: Profile, asked: int) -> None:
        if profile.auth == "none":
            self._say(self.tr("This profile sends no key."), "")
            return
        try:
            secret = await self._profiles.key_of(profile)
        except SettingsError as error:
            self._refuse(error, asked)
            return
        if asked != self._asked:
            return
        if secret is None:
            words = self.tr("No key yet. It will be sent to {0} only.")
            self._say(words.format(host_of(profile.base_url) or self.tr("this address")), "")
        else:
            self._show_secret(secret)

    def _on_keep(self) -> None:
        self._start(self._store(self._line.text()))

    def _on_file(self) -> None:
        self._start(self._store(self._typed, in_file=True))

    def _store(self, key: str, *, in_file: bool = False) -> Coroutine[Any, Any, None]:
        """Keeps a key for the profile that is shown now, whichever is shown when it begins."""
        assert self._profile is not None
        self._say(self.tr("Asking the keyring…"), "")
        return self._keep_for(self._profile.name, key, self._ask(), in_file=in_file)

    async def _keep_for(self, name: str, key: str, asked: int, *, in_file: bool) -> None:
        try:
            secret = await self._profiles.store_key(name, key, in_file=in_file)
        except SettingsError as error:
            self._refuse(error, asked)
            return
        if self._profile is not None and name == self._profile.name:
            self._typed = secret.key if secret.origin == "memory" else ""
            self._line.clear()
            if asked == self._asked:
                self._show_secret(secret)
            else:  # asked again meanwhile, perhaps before the key was there
                self.show_profile(self._profile)
        self.stored.emit()

    def _on_forget(self) -> None:
        assert self._profile is not None
        self._start(self._forget_key(self._profile, self._ask()))

    async def _forget_key(self, profile: Profile, asked: int) -> None:
        try:
            await self._profiles.forget_key(profile.name)
        except SettingsError as error:
            self._refuse(error, asked)
            return
        await self._look(profile, asked)

    def _refuse(self, error: SettingsError, asked: int) -> None:
        if asked == self._asked:
            self._say(say_error(error), "error")

    def _show_secret(self, secret: Secret) -> None:
        assert self._profile is not None
        to = self.tr("It is sent to {0} only.").format(host_of(self._profile.base_url))
        self._say(f"{say(secret.words)} {to}", "problem" if secret.origin == "memory" else "")
        self._file.setVisible(secret.origin == "memory" and bool(self._typed))
        self._forget.setEnabled(secret.origin != "environment")
        self._line.setPlaceholderText(self.tr("Paste another to replace it"))

    def _say(self, words: str, tone: str) -> None:
        self._words.setText(words)
        self._words.setProperty("tone", tone or "next")
        self._words.style().polish(self._words)
        self._line.setAccessibleDescription(words)
        self._line.setPlaceholderText(self.tr("Paste your key"))
        self._file.hide()
        self._forget.setEnabled(False)
