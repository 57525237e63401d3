"""A fresh start after Accept: by a key, or by itself and taken back with what was accepted."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from inpaint_studio.picture.extend import Extension
from inpaint_studio.picture.geometry import Box
from inpaint_studio.session.tools import Tool
from tests.support import scenes, waiting


async def accepted(studio, folder) -> None:
    await scenes.open_masked_photo(studio, folder)
    await scenes.run_once(studio)
    studio.session.staging.accept()
    editor = studio.session.editor
    await waiting.eventually(lambda: len(editor.document.edits) == 1, scenes.PATIENCE_S)


async def test_one_key_begins_a_mask(studio, tmp_path) -> None:
    await accepted(studio, tmp_path)
    editor, canvas = studio.session.editor, studio.wiring.canvas
    assert editor.document.mask.any()
    editor.set_frame(Box(10, 10, 90, 90))
    editor.set_tool(Tool.FRAME)
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_A)
    assert not editor.document.mask.any()
    assert editor.document.frame is None
    assert editor.tool is Tool.BRUSH
    editor.undo()
    assert editor.document.mask.any()
    assert len(editor.document.edits) == 1


async def test_by_the_setting_accept_takes_the_mask_away_in_one_step(studio, tmp_path) -> None:
    studio.session.settings.change(new_mask_after_accept=True)
    await accepted(studio, tmp_path)
    editor = studio.session.editor
    assert not editor.document.mask.any()
    assert studio.session.mask.box.is_empty
    editor.undo()
    assert editor.document.edits == ()
    assert editor.document.mask[45:75, 60:100].all()
    editor.redo()
    assert len(editor.document.edits) == 1
    assert not editor.document.mask.any()


@pytest.mark.parametrize("by_itself", [False, True])
async def test_so_it_does_where_the_picture_grows(studio, tmp_path, by_itself) -> None:
    studio.session.settings.change(new_mask_after_accept=by_itself)
    await scenes.open_masked_photo(studio, tmp_path)
    editor = studio.session.editor
    editor.set_extension(Extension(right=40))
    await scenes.run_once(studio)
    studio.session.staging.accept()
    await waiting.eventually(lambda: len(editor.document.edits) == 1, scenes.PATIENCE_S)
    assert bool(np.any(editor.document.mask[:, :160])) is not by_itself
    editor.undo()
    assert editor.document.mask[45:75, 60:100].all()
