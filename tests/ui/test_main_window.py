"""The window as a person finds it: what is offered when, and what is said."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QAbstractButton, QLabel, QToolBar, QWidget

from inpaint_studio.app import Studio
from tests.support import scenes


async def test_without_a_picture_the_empty_state_offers_ways_to_begin(studio: Studio) -> None:
    assert studio.window.central_area.empty_state.isVisible()
    assert not studio.wiring.canvas.isVisible()
    for name in ("export", "undo", "invert", "accept"):
        assert not studio.window.actions_[name].isEnabled(), name


async def test_tools_request_and_history_are_there_at_the_first_start_and_after_a_reset(
    studio: Studio,
) -> None:
    def shown() -> list[bool]:
        tools = studio.window.findChild(QToolBar, "tools")
        parts = (tools, studio.window.panel, studio.window.panels.history_button)
        return [part is not None and part.isVisible() for part in parts]

    assert shown() == [True] * 3
    studio.window.actions_["panels"].trigger()
    assert shown() == [True, False, False]
    studio.window.actions_["reset_layout"].trigger()
    assert shown() == [True] * 3


async def test_with_a_picture_the_canvas_has_the_focus_and_the_brush_is_armed(
    studio: Studio, tmp_path: Path
) -> None:
    await scenes.open_photo(studio, scenes.write_photo(tmp_path / "photo.png"))
    assert studio.wiring.canvas.isVisible()
    assert studio.window.actions_["brush"].isChecked()
    assert studio.window.actions_["export"].isEnabled()
    assert "photo.png" in studio.window.windowTitle()
    assert studio.wiring.canvas.zoom > 0


async def test_the_history_is_a_line_until_it_holds_something_and_there_is_room(
    start_studio, tmp_path: Path
) -> None:
    studio = await start_studio()
    await scenes.open_masked_photo(studio, tmp_path)
    window = studio.window
    assert not window.strip.isVisible()
    await scenes.run_once(studio)
    assert not window.strip.isVisible()  # what comes in moves no picture
    studio = await start_studio()
    window = studio.window
    assert window.strip.isVisible()
    window.resize(1280, 720)
    await scenes.eventually(lambda: not window.strip.isVisible())
    window.resize(1280, 900)
    await scenes.eventually(window.strip.isVisible)

    window.actions_["history"].trigger()
    assert not window.strip.isVisible()
    window.resize(1280, 720)
    window.actions_["search"].trigger()
    assert window.strip.isVisible()
    assert window.strip.search_field.hasFocus()
    studio = await start_studio()
    assert studio.window.strip.isVisible()  # as a person has it


@pytest.mark.parametrize(
    ("size", "ratio"), [((1280, 720), 1), ((1440, 900), 1), ((1920, 1080), 1), ((1920, 1080), 2)]
)
def test_the_first_window_fits_its_screen(tmp_path: Path, size: tuple[int, int], ratio) -> None:
    names = ("width", "height", "x", "y", "logicalDpi", "logicalBaseDpi", "dpr")
    screen = dict(zip(names, (*size, 0, 0, 96, 96, ratio), strict=True)) | {"name": "desk"}
    described = tmp_path / "screen.json"
    described.write_text(json.dumps({"screens": [screen]}))
    program = (
        "from inpaint_studio.app import Studio\n"
        "window = Studio([]).window\n"
        "window.show()\n"
        "room = window.screen().availableGeometry()\n"
        "fits = window.isMaximized() or room.contains(window.frameGeometry())\n"
        "print(fits and window.size() == window.size().boundedTo(room.size()))"
    )
    platform = {"QT_QPA_PLATFORM": f"offscreen:configfile={described}"}
    said = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | platform,
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.strip() == "True"


async def test_a_picture_on_its_way_is_said_to_be_opening(studio: Studio, tmp_path: Path) -> None:
    state = studio.window.central_area.empty_state
    words = [label for label in state.findChildren(QLabel) if label.objectName() == "emptyTitle"]
    for name, content in (("broken.png", b"not a picture"), ("good.png", b"")):
        path = tmp_path / name
        path.write_bytes(content) if content else scenes.write_photo(path)
        studio.session.open_file(path)
        assert "Opening" in words[0].text()
        assert not state.open_button.isEnabled()
        await scenes.eventually(state.open_button.isEnabled)
        assert "Drop a picture" in words[0].text()
    await scenes.eventually(lambda: studio.session.editor.document is not None)


@pytest.mark.parametrize("content", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n half"])
async def test_a_broken_file_is_a_notice_and_the_open_picture_stays(
    studio: Studio, tmp_path: Path, content: bytes
) -> None:
    broken = tmp_path / "broken.png"
    broken.write_bytes(content)
    await scenes.open_masked_photo(studio, tmp_path)
    document = studio.session.editor.document
    studio.session.open_file(broken)
    await scenes.until(
        studio.session.noticed, lambda: bool(studio.window.central_area.notices.text())
    )
    assert "broken.png" in studio.window.central_area.notices.text()
    assert studio.session.editor.document is document
    assert not studio.session.mask.box.is_empty


async def test_a_dropped_file_is_opened(studio: Studio, tmp_path: Path) -> None:
    photo = scenes.write_photo(tmp_path / "dropped.png")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(photo))])
    assert studio.window.opening.accepts(mime)
    studio.window.opening.drop(mime)
    editor = studio.session.editor
    await scenes.until(editor.document_changed, lambda: editor.document is not None)


async def test_the_panel_says_that_local_fill_ignores_the_prompt(studio: Studio) -> None:
    words = " ".join(label.text() for label in studio.window.panel.findChildren(QLabel))
    assert "ignores" in words
    assert "no-prompt" in studio.session.draft.params.model


async def test_run_says_why_it_cannot(studio: Studio, tmp_path: Path) -> None:
    words = " ".join(label.text() for label in studio.window.panel.findChildren(QLabel))
    assert "Open a picture first" in words
    await scenes.open_photo(studio, scenes.write_photo(tmp_path / "photo.png"))
    words = " ".join(label.text() for label in studio.window.panel.findChildren(QLabel))
    assert "Paint over what should change" in words


async def test_no_words_are_clipped_in_the_smallest_window_of_any_theme(
    studio: Studio, tmp_path: Path
) -> None:
    studio.window.resize(1280, 720)
    await scenes.open_masked_photo(studio, tmp_path)
    await scenes.run_once(studio)
    for theme in ("light", "dark", "neutral"):
        studio.session.settings.change(theme=theme)
        clipped = [
            f"{theme}: {part.text()!r} has {part.width()} of {part.sizeHint().width()} px"
            for part in _worded(studio.window)
            if part.isVisible() and part.width() < part.sizeHint().width()
        ]
        assert not clipped


async def test_every_control_has_a_name(studio: Studio, tmp_path: Path) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    nameless = [
        button.objectName() or repr(button)
        for button in studio.window.findChildren(QAbstractButton)
        if button.isVisible() and not (button.text() or button.accessibleName())
    ]
    assert not nameless


async def test_brush_and_panel_choices_come_back_after_a_restart(start_studio) -> None:

    studio = await start_studio()
    studio.session.editor.set_brush(size=123.0, hardness=40)
    params = studio.session.draft.params
    studio.session.draft.take(type(params).from_json(params.to_json() | {"n": 4}))
    studio = await start_studio()
    assert studio.session.editor.brush.size == 123.0
    assert studio.session.editor.brush.hardness == 40
    assert studio.session.draft.params.n == 4


def _worded(window: QWidget) -> list[QLabel | QAbstractButton]:
    labels = [label for label in window.findChildren(QLabel) if not label.wordWrap()]
    return [*labels, *window.findChildren(QAbstractButton)]


async def test_a_history_that_cannot_be_used_is_said_and_work_goes_on(
    start_studio, studio_home
) -> None:
    folder = studio_home / "data" / "history"
    folder.parent.mkdir(parents=True)
    folder.write_text("a file where the folder should be")

    studio = await start_studio()
    assert "What you run now is kept in" in studio.window.central_area.notices.text()
    assert studio.session.history.count() == 0
    await studio.close()
    assert folder.is_file()
