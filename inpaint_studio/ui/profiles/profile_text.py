"""Local or cloud, in words and by shape, wherever a profile is named."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIcon

from inpaint_studio.contract.profile import Profile, host_of
from inpaint_studio.session.profiles import LOCAL_FILL
from inpaint_studio.ui.style.i18n import outside
from inpaint_studio.ui.style.theme import Theme, icon

_ICON_PX = 18


def is_local(profile: Profile) -> bool:
    """Whether nothing leaves this machine."""
    return profile.name == LOCAL_FILL or profile.is_on_this_machine


def place_icon(profile: Profile, theme: Theme) -> QIcon:
    """A computer or a cloud."""
    name = "computer" if is_local(profile) else "cloud"
    drawn = icon(name, theme, None, _ICON_PX)
    chosen = icon(name, theme, theme.on_accent, _ICON_PX).pixmap(_ICON_PX, _ICON_PX)
    drawn.addPixmap(chosen, QIcon.Mode.Selected)
    return drawn


def name_of(profile: Profile) -> str:
    """The profile's name; Local fill's own is said in the window's language."""
    return _tr("Local fill") if profile.name == LOCAL_FILL else profile.name


def place_text(profile: Profile) -> str:
    """Where runs go, for example "cloud · api.openai.com"."""
    if profile.name == LOCAL_FILL:
        return _tr("works offline, free")
    words = _tr("local · {0}") if is_local(profile) else _tr("cloud · {0}")
    return words.format(outside(host_of(profile.base_url)) or "?")


def status_text(profile: Profile) -> str:
    """The profile for the status bar."""
    words = _tr("{0} · local") if is_local(profile) else _tr("{0} · cloud")
    return words.format(outside(name_of(profile)))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Profile", text)
