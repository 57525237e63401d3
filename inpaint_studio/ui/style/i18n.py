"""Which language the window speaks, in which direction it is read, and how it says what it is told.

A window is built in one language; to install_language another, it is built anew.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from inpaint_studio.errors import StudioError
from inpaint_studio.paths import resource
from inpaint_studio.phrase import Amount, Phrase
from inpaint_studio.ui.style.figures import THIN, in_digits, in_order, money
from inpaint_studio.visible_text import isolated

_RIGHT_TO_LEFT = ("ar", "fa", "he", "ur")
_LOCALES = {"ar": "ar_AE"}
"""Where a language alone would bring digits that the rest of the window does not write."""

_installed: list[QTranslator] = []
"""Kept here: to look for them among the application's children costs Qt's namespace, 35 ms."""


def install_language(app: QApplication, language: str) -> str:
    """Install a language by its code, the system's where that is empty; its code.

    English is what the program is written in; its file holds the plurals only.
    """
    _uninstall(app)
    code = language or QLocale.system().name().partition("_")[0]
    if not _install(app, str(resource("translations")), f"studio_{code}"):
        _install(app, str(resource("translations")), "studio_en")
        QLocale.setDefault(QLocale.system())
        return "en"
    QLocale.setDefault(QLocale(_LOCALES.get(code, code)))
    _install(app, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), f"qtbase_{code}")
    if code in _RIGHT_TO_LEFT:
        from PySide6.QtCore import Qt  # only these pay for the namespace before the first paint

        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return code


def _uninstall(app: QApplication) -> None:
    """Forget the language installed before."""
    while _installed:
        translator = _installed.pop()
        app.removeTranslator(translator)
        translator.deleteLater()
    if app.isRightToLeft():
        from PySide6.QtCore import Qt

        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def translate(text: str) -> str:
    """Words from below the window in the window's language; a server's own stay as they are.

    What is put into them comes from outside and turns nothing beside it.
    """
    if isinstance(text, Amount):
        return money(text)
    if not isinstance(text, Phrase):
        return QCoreApplication.translate("Phrase", text)
    fields = {name: _said(value) for name, value in text.fields.items()}
    return QCoreApplication.translate("Phrase", text.template).format(**fields)


def _said(value: object) -> object:
    """What is put into a phrase, in the window's language."""
    if isinstance(value, Phrase | Amount):
        return translate(value)
    if isinstance(value, str):
        return outside(value)
    return _Number(value) if isinstance(value, int | float) else value


class _Number:
    """A number that a template formats as the language writes it."""

    def __init__(self, value: float) -> None:
        self._value = value

    def __format__(self, spec: str) -> str:
        text = in_digits(format(self._value, spec))
        return in_order(text) if THIN in text else text


def outside(text: str) -> str:
    """A name or a piece of text from outside, to be put among the window's own words."""
    return isolated(text, keeps="\n\t", reads_left=QApplication.isRightToLeft())


def translate_error(error: StudioError) -> str:
    """What happened and what to do next, as one line."""
    return in_one_line(error.title, error.message)


def in_one_line(*sentences: str) -> str:
    """Sentences one after the other; a path that is one of them turns at no other's hand."""
    return ". ".join(outside(translate(words)) for words in sentences if words)


def _install(app: QApplication, folder: str, name: str) -> bool:
    translator = QTranslator(app)
    _installed.append(translator)
    return translator.load(name, folder) and app.installTranslator(translator)
