"""Every word goes through translation, fits in other tongues, and German and Arabic are shipped."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QObject, QSize, Qt, QTranslator
from PySide6.QtWidgets import (
    QApplication,
    QWidget,
)

from inpaint_studio.app import Studio
from inpaint_studio.contract.profile import Profile
from inpaint_studio.errors import ImageError
from inpaint_studio.export.naming import NameFields
from inpaint_studio.export.writer import ExportOptions
from inpaint_studio.phrase import Phrase
from inpaint_studio.settings import Settings, save_settings
from inpaint_studio.ui.compare.page import MODES
from inpaint_studio.ui.export.dialog import ExportDialog
from inpaint_studio.ui.film_strip.dialog import FilmDialog
from inpaint_studio.ui.frame.extend_popup import ExtendPopup
from inpaint_studio.ui.gallery.cleanup_dialog import CleanupDialog
from inpaint_studio.ui.gallery.details_dialog import DetailsDialog
from inpaint_studio.ui.request_panel.inspector import Inspector
from inpaint_studio.ui.request_panel.presets_dialog import PresetsDialog
from inpaint_studio.ui.request_panel.prompts_dialog import PromptsDialog
from inpaint_studio.ui.shell.start_up_look import StartUpLook, save_look
from inpaint_studio.ui.staging.blend_popup import BlendPopup
from inpaint_studio.ui.style.i18n import install_language, translate_error
from inpaint_studio.ui.tools.brush_popup import BrushPopup
from inpaint_studio.ui.widgets.fitted_picture import FittedPicture
from tests.support import scenes
from tests.support.widget_words import clipped, overlapping, words_of

ROOT = Path(__file__).parent.parent.parent
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

FIELD = re.compile(r"\{[^{}]*\}")
OPENING, CLOSING = "⟦", "⟧"
SAME_EVERYWHERE = {
    "Bearer", "api-key", "image", "image[]", "mask", "mask[]", "mask_image", "PNG", "JPEG", "WebP",
    "TIFF", "Studio", "Photoshop", "Krita", "GIMP", "English", "Deutsch", "العربية", "Lab",
    "lab.invalid", "Local fill", "0\u2009MB", "px", '{"seed": 1}',
    "gpt-image-2", "/images/edits", "https://api.example.com/v1", "#rrggbb", "1 result",
}  # fmt: skip
"""Names of fields, formats, programs, languages, what the test itself typed; and a plural, which
English has a file of its own for."""


class PseudoLocale(QTranslator):
    """Answers every word in brackets and a third longer."""

    def translate(self, context, source, disambiguation=None, n=-1) -> str:
        return f"{OPENING}{source}{'·' * (len(source) // 3)}{CLOSING}"

    def isEmpty(self) -> bool:  # noqa: N802 -- the name Qt calls
        return False


@pytest.fixture
def pseudo_locale(qapp: QApplication):
    translator = PseudoLocale()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    """Other tests' windows install_language English again."""
    yield
    install_language(qapp, "en")


def untranslated(root: QWidget) -> list[str]:
    """Words with letters in them that nobody translated."""
    return sorted({
        f"{type(widget).__name__}: {words}"
        for widget in root.findChildren(QWidget)
        for words in (*words_of(widget), widget.toolTip())
        if any(letter.isalpha() for letter in words)
        and OPENING not in words
        and words not in SAME_EVERYWHERE
    })  # fmt: skip


async def test_settings_profiles_and_keys_have_no_word_that_is_not_translated(
    studio, pseudo_locale
) -> None:
    studio.session.profiles.add(Profile(name="Lab", base_url="https://lab.invalid/v1"))
    studio.wiring.profiles.manage()
    studio.wiring.settings.ask()
    profiles, settings = studio.wiring.profiles.dialog, studio.wiring.settings.dialog
    profiles._select("Lab")
    for dialog in (profiles, settings):
        assert untranslated(dialog) == []
    for row in range(settings._list.count()):
        settings._list.setCurrentRow(row)
        settings.grab()
        assert clipped(settings) == []
    await asyncio.sleep(0.1)
    profiles.grab()
    assert clipped(profiles) == []
    studio.wiring.settings.show_sheet()
    sheet = studio.window.findChild(QObject, "shortcutSheet")
    assert [words for words in untranslated(sheet) if len(words) > 20] == []
    for dialog in (profiles, settings, sheet):
        dialog.accept()


async def test_the_window_has_no_word_that_is_not_translated(
    studio, pseudo_locale, tmp_path
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    actions = [a.text() for a in studio.window.actions() if a.text()]
    assert [words for words in actions if OPENING not in words] == []
    await scenes.run_once(studio)
    studio.window.panel.more.set_unfolded(True)
    studio.wiring.gallery.toggle()
    await asyncio.sleep(0.1)
    studio.wiring.gallery.toggle()
    assert untranslated(studio.window) == []


def dialogs(studio: Studio) -> list[QWidget]:
    """Every dialog and popup that is opened on its own, of a studio that has run once."""
    window, session, requesting = studio.window, studio.session, studio.wiring.request
    (run,) = session.history.runs()
    name = NameFields(source="photo")
    return [
        ExportDialog(window, studio.wiring.export._of_document(), Path("/tmp"), ExportOptions()),
        FilmDialog(window, name, session.settings.now),
        Inspector(session, window),
        CleanupDialog(window, session.history),
        DetailsDialog(window, run, run.variants[0], FittedPicture()),
        PresetsDialog(requesting.presets, session.draft, window),
        PromptsDialog(requesting.prompts, window),
        ExtendPopup(window),
        BlendPopup(window),
        BrushPopup(session.editor, window, window.shortcuts),
    ]


async def test_dialogs_have_no_word_that_is_not_translated(studio, pseudo_locale, tmp_path) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    await scenes.run_once(studio)
    for dialog in dialogs(studio):
        dialog.adjustSize()
        dialog.grab()
        assert untranslated(dialog) == [], dialog
        assert clipped(dialog) == [], dialog
        dialog.deleteLater()


@pytest.mark.parametrize("language", ["de", "ar"])
async def test_no_words_are_clipped_in_a_shipped_language(start_studio, tmp_path, language) -> None:
    save_settings(Settings(language=language))
    studio = await start_studio()
    studio.window.resize(1280, 720)
    await scenes.open_masked_photo(studio, tmp_path)
    await scenes.run_once(studio)
    studio.window.panel.more.set_unfolded(True)
    await asyncio.sleep(0.1)
    assert studio.window.size() == QSize(1280, 720), studio.window.screen().geometry()
    assert clipped(studio.window) == []
    assert overlapping(studio.window.options) == []
    for dialog in dialogs(studio):
        dialog.adjustSize()
        dialog.grab()
        assert clipped(dialog) == [], dialog
        dialog.deleteLater()
    compare = studio.wiring.compare
    compare.compare_run(studio.session.runs.runs[-1])
    await scenes.eventually(lambda: compare.is_open)
    for mode, _ in MODES:
        compare.page.set_mode(mode)
        await asyncio.sleep(0.05)
        assert (clipped(compare.page), overlapping(compare.page)) == ([], []), mode


def test_every_word_is_translated_into_every_shipped_language() -> None:
    answer = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "translations.py"), "--check"],
        check=False,
        capture_output=True,
        text=True,
    )
    missing = [line for line in answer.stdout.splitlines() if line.startswith("  ")]
    # New words may wait for their translators, but not many and not for long.
    assert len(missing) <= 40, answer.stdout


@pytest.mark.parametrize("remembered", ["", "de", "ar"])
@pytest.mark.parametrize(
    ("language", "words", "direction"),
    [
        ("de", "Einstellungen…", Qt.LayoutDirection.LeftToRight),
        ("ar", "الإعدادات…", Qt.LayoutDirection.RightToLeft),
    ],
)
async def test_the_settings_language_is_spoken_whatever_the_last_window_spoke(
    start_studio, language, words, direction, remembered
) -> None:
    save_look(StartUpLook(language=remembered))
    save_settings(Settings(language=language))
    studio = await start_studio()
    assert studio.window.isVisible()
    assert studio.window.actions_["settings"].text().replace("&", "") == words
    assert studio.window.layoutDirection() == direction


async def test_another_language_is_spoken_at_once_and_nothing_is_lost(
    studio, qapp, tmp_path
) -> None:
    async def change(language: str) -> None:
        former = studio.window
        studio.session.settings.change(language=language)
        while studio.window is former:  # noqa: ASYNC110 -- a window that is to come has no signal
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.1)

    await scenes.open_masked_photo(studio, tmp_path)
    studio.session.draft.change(prompt="a red door")
    document, chip = studio.session.editor.document, studio.window.chip.accessibleName()
    (variant,) = await scenes.run_once(studio)
    studio.session.editor.set_brush(size=123.0)

    await change("ar")

    window = studio.window
    assert window.actions_["settings"].text().replace("&", "") == "الإعدادات…"
    assert window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert studio.session.draft.params.prompt == "a red door"
    assert studio.session.staging.variant is variant
    assert studio.wiring.settings.dialog.isVisible()
    studio.wiring.settings.dialog.accept()
    studio.session.staging.accept()
    assert len(document.edits) == 1
    await scenes.run_once(studio)

    await change("en")

    assert studio.session.editor.brush.size == 123.0
    assert studio.wiring._edits.isVisible()

    assert studio.window.chip.accessibleName() == chip
    assert len(qapp.topLevelWidgets()) >= 1
    assert [each for each in qapp.topLevelWidgets() if type(each) is type(window)] == [
        studio.window
    ]


def test_an_unknown_language_is_english(qapp) -> None:
    assert install_language(qapp, "tlh") == "en"


def test_errors_from_below_the_window_are_said_in_its_language(qapp) -> None:
    error = ImageError(
        Phrase("{name} cannot be opened", name="door.png"),
        Phrase("{reason}. Check its permissions.", reason=Phrase("the file cannot be read")),
    )
    install_language(qapp, "de")
    said = translate_error(error)
    install_language(qapp, "en")
    assert (
        said
        == "door.png lässt sich nicht öffnen. die Datei ist nicht lesbar. Prüfen Sie die Rechte."
    )
    assert (
        translate_error(error)
        == "door.png cannot be opened. the file cannot be read. Check its permissions."
    )


@pytest.mark.parametrize("language", ["de", "ar"])
def test_a_translated_template_has_the_fields_of_its_source(language) -> None:
    path = ROOT / "resources" / "translations" / f"studio_{language}.ts"
    wrong = []
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            source, said = message.findtext("source", ""), message.findtext("translation", "")
            if said and sorted(FIELD.findall(source)) != sorted(FIELD.findall(said)):
                wrong.append((source, said))
    assert wrong == []
