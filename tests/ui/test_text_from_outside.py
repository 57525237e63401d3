"""Fault row 82: names, prompts and a server's words are text in the window, wherever they stand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from unicodedata import category

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QAction, QTextDocumentFragment
from PySide6.QtGui import Qt as QtOfText
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QWidget,
)

from inpaint_studio.app import Studio
from inpaint_studio.contract.check import Problem
from inpaint_studio.contract.profile import Profile
from inpaint_studio.history import Filter
from inpaint_studio.phrase import Phrase
from inpaint_studio.runs.run import Endpoint
from inpaint_studio.session.notice import Notice
from inpaint_studio.session.presets import Presets
from inpaint_studio.session.prompt_history import PromptHistory
from inpaint_studio.ui.gallery.details_dialog import DetailsDialog
from inpaint_studio.ui.main_window import title_of
from inpaint_studio.ui.profiles.dialog import ProfilesDialog
from inpaint_studio.ui.request_panel.presets_dialog import PresetsDialog
from inpaint_studio.ui.request_panel.prompts_dialog import PromptsDialog
from inpaint_studio.ui.style import theme as themes
from inpaint_studio.ui.style.i18n import translate
from inpaint_studio.ui.style.tips import tip_text
from inpaint_studio.ui.widgets.fitted_picture import FittedPicture
from inpaint_studio.ui.widgets.labels import Label
from tests.support import scenes
from tests.support.misbehaving import misbehaving
from tests.support.replies import error

HTML = '<img src="file:x.png"><b>bold'
MARK = f"{HTML} & &lt;i&gt; \x1b]0;t\x07 \u202egpj.exe \u2069"
SHOWN = f"{HTML} & &lt;i&gt; \ufffd]0;t\ufffd \ufffdgpj.exe \ufffd"
_MOST_COLUMNS = 8
TURNING = "\u202a\u202b\u202c\u202d\u202e"


def acts(text: str) -> bool:
    """Whether anything in it does something, or an isolate is closed that was not opened."""
    depth = 0
    for each in text:
        depth += (each in "\u2066\u2067\u2068") - (each == "\u2069")
        if depth < 0 or each in TURNING or (category(each) == "Cc" and each not in "\n\t"):
            return True
    return depth != 0


def as_shown(text: str) -> str:
    """What Qt makes of a text that it may take for HTML."""
    if not QtOfText.mightBeRichText(text):
        return text
    return QTextDocumentFragment.fromHtml(text).toPlainText()


class Walk:
    """What is told by all labels, buttons, actions, items and tool tips of some windows."""

    def __init__(self, *windows: QWidget) -> None:
        self.told: list[tuple[str, str]] = []
        for window in windows:
            for widget in (window, *window.findChildren(QWidget)):
                self._look_at(widget)
            for action in window.findChildren(QAction):
                self._tell(action, action.text())
                self._tip(action, action.toolTip())

    def _look_at(self, widget: QWidget) -> None:
        self._tip(widget, widget.toolTip())
        self._tell(widget, widget.windowTitle())
        if isinstance(widget, QLabel):
            assert widget.textFormat() == Qt.TextFormat.PlainText, widget.text()
            self._tell(widget, widget.text())
        if isinstance(widget, QAbstractButton):
            self._tell(widget, widget.text())
        if isinstance(widget, QComboBox):
            self._read(widget, widget.model())
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            self._read(widget, widget.model())

    def _read(self, of: QWidget, model: QAbstractItemModel) -> None:
        for row in range(model.rowCount()):
            for column in range(_MOST_COLUMNS):
                index = model.index(row, column)
                if not index.isValid():
                    break
                self._tip(of, index.data(Qt.ItemDataRole.ToolTipRole) or "")
                if type(model).__name__ != "GalleryModel":  # its words are painted
                    self._tell(of, str(index.data() or ""))

    def _tip(self, of: object, text: str) -> None:
        self._tell(of, as_shown(text))

    def _tell(self, of: object, text: str) -> None:
        assert not acts(text), f"{of}: {text!r}"
        self.told.append((type(of).__name__, text))

    def holds(self, text: str) -> list[str]:
        """The kinds of widgets that tell it."""
        return [kind for kind, told in self.told if text in told.replace("&&", "&")]


async def prepared(studio: Studio, folder: Path) -> None:
    """A window in which everything from outside is named so."""
    session = studio.session
    named = scenes.write_photo(folder / "photo.png").rename(folder / f"{MARK}.png")
    await scenes.open_photo(studio, named)
    mask = session.editor.document.mask.copy()
    mask[45:75, 60:100] = 255
    session.editor.replace_mask(mask, "Square")
    ids = tuple(f"{MARK}{each}" for each in range(3))
    profile = session.profiles.add(
        Profile(name=MARK, base_url="https://images.test/v1", models=ids, default_model=ids[0])
    )
    session.profiles.activate(profile.name)
    session.draft.change(prompt=MARK, model=ids[0])


async def refused_run(studio: Studio) -> None:
    """A run that is refused in such words, so that card, notice, bar and details tell them."""
    session = studio.session
    said = error(400, MARK, {"x-request-id": "r"}.items(), code=MARK, param=MARK)
    with misbehaving(said) as server:

        async def endpoint() -> Endpoint:
            return Endpoint(Profile(name=MARK, base_url=server.base_url), None)

        params = replace(scenes.PARAMS, prompt=MARK, model=MARK)
        session.runs.submit(session._snapshot(session.editor.document, params), endpoint)
        await scenes.until(session.runs.run_added, lambda: bool(session.runs.runs))
        await scenes.all_ended(studio)


def dialogs_of(studio: Studio) -> list[QWidget]:
    session, window = studio.session, studio.window
    run = session.history.runs()[0]
    prompts, presets = PromptHistory(), Presets()
    prompts.remember(MARK * 2)
    presets.save(MARK, session.draft.params)
    profiles = ProfilesDialog(session, themes.current(), window)
    profiles.show_profile(MARK)
    return [
        DetailsDialog(window, run, run.variants[0], FittedPicture()),
        PresetsDialog(presets, session.draft, window),
        PromptsDialog(prompts, window),
        profiles,
    ]


@pytest.mark.qt_log_ignore("This plugin does not support")
async def test_no_label_button_item_or_tip_is_anything_but_text(
    studio: Studio, tmp_path: Path
) -> None:
    await prepared(studio, tmp_path)
    await refused_run(studio)
    session, window = studio.session, studio.window
    window.panel.set_problems([Problem("model", MARK, is_error=True, fix=MARK)])
    session.notify(Notice("error", MARK, Phrase("It says {said}.", said=MARK), MARK))
    window.central_area.question.ask(MARK, [(window.tr("Keep working"), lambda: None)])
    window.strip.model.set_filter(Filter(model=MARK, profile_name=MARK))
    dialogs = dialogs_of(studio)

    walk = Walk(window, *dialogs)

    told = walk.holds(HTML)
    assert set(told) >= {"Label", "MainWindow", "ProfileChip", "ModelBox", "PushButton"}, told
    assert set(told) >= {"QListWidget", "NameValueTable"}, told
    for dialog in dialogs:
        dialog.deleteLater()


async def test_cards_tell_their_faults_and_prompts_as_text(studio: Studio, tmp_path: Path) -> None:
    await prepared(studio, tmp_path)
    await refused_run(studio)
    model = studio.window.strip.model
    tip = str(model.index(0).data(Qt.ItemDataRole.ToolTipRole))

    assert SHOWN in as_shown(tip)
    assert not acts(as_shown(tip))


@pytest.mark.parametrize("text", [MARK, "a < b", "&lt;b&gt;", "a & b", "two\n  lines", "<b>x</b>"])
def test_a_tip_is_read_as_it_is(text: str) -> None:
    shown = text if text != MARK else SHOWN
    assert as_shown(tip_text(text)).replace("\u2028", "\n") == shown


def test_a_label_shows_its_text_as_it_is(qtbot) -> None:
    label = Label(MARK)
    qtbot.addWidget(label)

    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == SHOWN
    label.setText("two\nlines \u2066of 12\u2069")
    assert label.text() == "two\nlines \u2066of 12\u2069"


def test_the_title_of_the_window_keeps_its_order() -> None:
    assert title_of("photo\u202egpj.exe") == "photo\ufffdgpj.exe – Inpaint Studio"
    assert title_of("\u05e9\u05dc.png") == "\u2068\u05e9\u05dc.png\u2069 – Inpaint Studio"
    assert title_of("a[*].png") == "a[*][*].png – Inpaint Studio"
    assert title_of("") == "Inpaint Studio"


def test_what_is_put_into_a_phrase_turns_nothing_beside_it(qapp) -> None:
    words = Phrase("{path} is gone: {said}", path="\u05e9.png", said="a\u2069")

    assert translate(words) == "\u2068\u05e9.png\u2069 is gone: a\ufffd"
