"""Which language the window speaks, and in which direction it is read.

Installed before the shell is built; a running window keeps its words until the next start.
"""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from inpaint_studio.paths import resource

_RIGHT_TO_LEFT = ("ar", "fa", "he", "ur")


def speak(app: QApplication, language: str) -> str:
    """Speak a language by its code, the system's where that is empty; the code spoken.

    English is what the program is written in and needs no file.
    """
    code = language or QLocale.system().name().partition("_")[0]
    if not _install(app, str(resource("translations")), f"studio_{code}"):
        return "en"
    _install(app, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), f"qtbase_{code}")
    if code in _RIGHT_TO_LEFT:
        from PySide6.QtCore import Qt  # only these pay for the namespace before the first paint

        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return code


def _install(app: QApplication, folder: str, name: str) -> bool:
    translator = QTranslator(app)
    return translator.load(name, folder) and app.installTranslator(translator)
