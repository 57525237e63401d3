"""Local or cloud, in words and by shape, wherever a profile is named."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIcon

from inpaint_studio.contract.profile import Profile, host_of
from inpaint_studio.session.profiles import LOCAL_FILL
from inpaint_studio.ui.theme import Theme, icon


def is_local(profile: Profile) -> bool:
    """Whether nothing leaves this machine."""
    return profile.name == LOCAL_FILL or profile.is_on_this_machine


def place_icon(profile: Profile, theme: Theme) -> QIcon:
    """A computer or a cloud."""
    return icon("computer" if is_local(profile) else "cloud", theme, None, 18)


def place_words(profile: Profile) -> str:
    """Where runs go, for example "cloud · api.openai.com"."""
    if profile.name == LOCAL_FILL:
        return _tr("works offline, free")
    words = _tr("local · {0}") if is_local(profile) else _tr("cloud · {0}")
    return words.format(host_of(profile.base_url) or "?")


def status_words(profile: Profile) -> str:
    """The profile for the status bar."""
    words = _tr("{0} · local") if is_local(profile) else _tr("{0} · cloud")
    return words.format(profile.name)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Profile", words)
