"""A catalog dropped onto the window is compared, taken by a click, and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QLabel

from inpaint_studio.app import Studio
from inpaint_studio.stored_catalog import load_stored_catalog
from tests.test_stored_catalog import update


def drop(studio: Studio, path: Path, text: str) -> None:
    path.write_text(text)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    studio.window.opening.drop(mime)


@pytest.mark.qt_log_ignore("does not support propagateSizeHints")
async def test_a_dropped_catalog_holds_after_a_click_and_can_be_reverted(
    studio: Studio, tmp_path: Path
) -> None:
    updating, notices = studio.wiring.updating, studio.window.central_area.notices
    drop(studio, tmp_path / "new.json", update(fresh={"label": "Fresh"}))
    shown = [label.text() for label in updating.dialog.findChildren(QLabel)]
    assert "fresh comes in" in shown
    assert "fresh" not in load_stored_catalog()[0].models

    updating.dialog.confirm.click()
    assert "fresh" in load_stored_catalog()[0].models
    assert "new catalog holds from the next start" in notices.text()
    updating.revert()
    assert "fresh" not in load_stored_catalog()[0].models
    assert "former catalog holds from the next start" in notices.text()


async def test_a_catalog_that_is_none_older_or_the_same_is_said_so(
    studio: Studio, tmp_path: Path
) -> None:
    notices = studio.window.central_area.notices
    for text, words in (
        ("{}", "cannot be used"),
        (update("2020-01-01", fresh={"label": "Fresh"}), "no newer"),
        (update(), "changes nothing"),
    ):
        drop(studio, tmp_path / "new.json", text)
        assert words in notices.text()
    assert studio.wiring.updating.dialog is None
