"""One profile: connection and key, the test, then everything else."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from inpaint_studio.contract.profile import Profile
from inpaint_studio.session.profiles import LOCAL_FILL
from inpaint_studio.session.session import Session
from inpaint_studio.ui.profiles.address_offer import AddressOffer
from inpaint_studio.ui.profiles.form import GAP_PX, LABEL_PX, ProfileForm, group
from inpaint_studio.ui.profiles.key_field import KeyField
from inpaint_studio.ui.profiles.probe_section import ProbeSection
from inpaint_studio.ui.style.theme import Theme
from inpaint_studio.ui.widgets.labels import Label, dim_label, section_head
from inpaint_studio.ui.widgets.layouts import SPRING, held, in_column, labelled_grid


class ProfilePage(QWidget):
    """Shows one profile; `changed` carries its present name and what it should be."""

    changed = Signal(str, object)  # Profile
    key_saved = Signal(str)

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._profile: Profile | None = None
        self._form = ProfileForm()
        self._key = KeyField(session.profiles, session.tasks)
        self._probe = ProbeSection(session.profiles, session.catalog, session.tasks, theme)
        self._address = AddressOffer(session.profiles, session.tasks)
        self._tested = dim_label()
        self._about = self._about_local_fill()
        self._rest = QWidget()
        self._build()
        self._form.changed.connect(self._on_changed)
        self._key.stored.connect(self.key_saved)
        self._form.add_below("base_url", self._address)
        self._form.address_entered.connect(self._address.look)
        self._address.chosen.connect(self._form.use_address)
        self._probe.failed.connect(self._address.look)
        self._probe.learned.connect(session.profiles.learn)
        session.profiles.changed.connect(self._on_stored)

    def show_profile(self, profile: Profile) -> None:
        """Show that profile."""
        self._profile = profile
        self._address.clear()
        is_own = profile.name != LOCAL_FILL
        self._about.setVisible(not is_own)
        for part in (self._connection, self._rest):
            part.setVisible(is_own)
        self._form.show_profile(profile)
        if is_own:
            self._key.show_profile(profile)
        self._probe.show_profile(profile)
        self._show_tested(profile)

    def take_back(self, name: str, text: str) -> None:
        """Keep the former name and say beside it why the new one was not taken."""
        if self._profile is not None:
            self._profile = replace(self._profile, name=name)
            self._form.refuse_name(self._profile, text)

    def focus_key(self) -> None:
        """Put the cursor where a key is pasted."""
        self._key.focus()

    def focus_address(self) -> None:
        """Put the cursor into the address."""
        self._form.focus("base_url")

    def leave(self, *, saves_key: bool = True) -> None:
        """Save a key that was typed and not yet saved, or drop it; end a test."""
        self._probe.stop()
        self._address.clear()
        if saves_key:
            self._key.keep_typed()
        else:
            self._key.drop_typed()

    def _build(self) -> None:
        learned = group(self.tr("Test results"), self._form.learned)
        learned.addWidget(self._tested)
        details = group(self.tr("Request format"), self._form.details)
        in_column(learned, details, of=self._rest, spacing=20)
        self._connection = self._connecting()
        parts = (self._about, self._connection, self._probe, self._rest, SPRING)
        in_column(*parts, of=self, spacing=20, margins=(20, 16, 20, 16))

    def _about_local_fill(self) -> QWidget:
        words = Label(
            self.tr(
                "Fills the mask from the picture around it, on this computer. No key, no network, "
                "no cost; prompts are ignored."
            )
        )
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        return held(in_column(section_head(self.tr("Local fill")), words, spacing=8))

    def _connecting(self) -> QWidget:
        label = dim_label(self.tr("API key"))
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        label.setContentsMargins(0, 6, 0, 0)
        key = labelled_grid(LABEL_PX, GAP_PX)
        key.addWidget(label, 0, 0)
        key.addWidget(self._key, 0, 1)
        self._form.connection.addLayout(key)
        return held(group(self.tr("Connection"), self._form.connection))

    def _on_changed(self, profile: Profile) -> None:
        assert self._profile is not None
        former, self._profile = self._profile, profile
        self.changed.emit(former.name, profile)
        if (former.base_url, former.auth) != (profile.base_url, profile.auth):
            self._key.show_profile(self._profile)

    def _on_stored(self) -> None:
        """A test may have changed what is shown."""
        shown = self._session.profiles.named(self._profile.name) if self._profile else None
        if shown is not None and shown != self._profile:
            self._profile = shown
            self._form.show_profile(shown)
        if shown is not None:
            self._probe.show_profile(shown)
            self._show_tested(shown)

    def _show_tested(self, profile: Profile) -> None:
        words = self.tr("Tested on {0}. You may correct what it found.")
        never = self.tr("Not tested yet.")
        self._tested.setText(words.format(profile.tested_at) if profile.tested_at else never)
