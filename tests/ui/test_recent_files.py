"""Open recent: what was opened and saved lately, as long as it is there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QMenu

from inpaint_studio.app import Studio
from inpaint_studio.settings import load_settings
from inpaint_studio.ui.document.recent_menu import RecentMenu
from tests.support import scenes, waiting


def recent(studio: Studio) -> RecentMenu:
    menu = studio.window.menuBar().findChild(QMenu, "File").findChild(RecentMenu)
    assert isinstance(menu, RecentMenu)
    return menu


def named(studio: Studio) -> list[str]:
    return [each.text().split(" – ")[0] for each in recent(studio).actions()[:-2]]


async def opened(studio: Studio, path: Path) -> None:
    editor, before = studio.session.editor, studio.session.editor.document
    studio.session.open_file(scenes.write_photo(path))
    await scenes.until(editor.document_changed, lambda: editor.document is not before)
    await waiting.eventually(
        lambda: studio.session.recent_files.paths()[:1] == [path], scenes.PATIENCE_S
    )


async def test_the_last_ten_files_are_offered_the_latest_first(
    studio: Studio, tmp_path: Path
) -> None:
    assert not recent(studio).isEnabled()
    for number in range(11):
        await opened(studio, tmp_path / f"{number}.png")
    await opened(studio, tmp_path / "5.png")
    assert named(studio) == [f"{n}.png" for n in (5, 10, 9, 8, 7, 6, 4, 3, 2, 1)]
    studio.session.settings.save()
    assert len(load_settings().settings.recent_files) == 10
    recent(studio).actions()[-1].trigger()
    assert not recent(studio).isEnabled()
    assert studio.session.settings.now.recent_files == ()


async def test_a_recent_file_is_opened_and_one_that_has_gone_is_told_and_dropped(
    studio: Studio, tmp_path: Path
) -> None:
    await opened(studio, tmp_path / "kept.png")
    await opened(studio, tmp_path / "gone.png")
    (tmp_path / "gone.png").unlink()
    document, notices = studio.session.editor.document, studio.window.central_area.notices
    recent(studio).actions()[0].trigger()
    await waiting.eventually(notices.isVisible, scenes.PATIENCE_S)
    assert studio.session.editor.document is document
    assert named(studio) == ["kept.png"]
    recent(studio).actions()[0].trigger()
    editor = studio.session.editor
    await scenes.until(editor.document_changed, lambda: editor.document is not document)
    assert editor.document.source.name == "kept.png"


async def test_the_sample_is_no_recent_file(studio: Studio) -> None:
    editor = studio.session.editor
    studio.session.open_sample()
    await scenes.until(editor.document_changed, lambda: editor.document is not None)
    assert studio.session.recent_files.paths() == []
