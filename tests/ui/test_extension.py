"""A picture is extended in the window: by the frame's handles and by sides and ratios."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QSpinBox

from inpaint_studio.app import Studio
from inpaint_studio.export.writer import ExportOptions
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.extend import Extension
from inpaint_studio.picture.geometry import Box, Point, Size
from inpaint_studio.picture.image_file import decode_result, open_picture
from inpaint_studio.runs.stored_results import whole_picture
from inpaint_studio.session.tools import Tool
from inpaint_studio.ui.export.jobs import document_job
from inpaint_studio.ui.frame.extend_popup import RATIOS, ExtendPopup
from inpaint_studio.ui.style.figures import plain
from tests.support import scenes


def place(studio: Studio, x: float, y: float) -> QPoint:
    """Where a picture point is on the canvas."""
    viewport = studio.wiring.canvas.viewport
    assert viewport is not None
    at = viewport.to_widget(Point(x, y))
    return QPoint(round(at.x), round(at.y))


def drag(studio: Studio, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Drag on the canvas between two picture points."""
    canvas, left = studio.wiring.canvas, Qt.MouseButton.LeftButton
    first, last = place(studio, *start), place(studio, *end)
    QTest.mousePress(canvas, left, Qt.KeyboardModifier.NoModifier, first)
    QTest.mouseMove(canvas, (first + last) / 2)
    QTest.mouseMove(canvas, last)
    QTest.mouseRelease(canvas, left, Qt.KeyboardModifier.NoModifier, last)


async def test_the_frame_dragged_past_the_edge_grows_the_picture_on_accept(
    studio: Studio, tmp_path: Path
) -> None:
    editor = studio.session.editor
    await scenes.open_photo(studio, scenes.write_photo(tmp_path / "photo.png", 320, 240))
    document = editor.document
    assert document is not None
    source = document.source.pixels
    editor.set_tool(Tool.FRAME)
    editor.set_frame(Box(120, 0, 320, 240))
    drag(studio, (320, 120), (400, 120))
    assert document.pending_extension == Extension(right=80)
    assert studio.wiring.canvas.viewport.grown == Box(0, 0, 400, 240)

    (variant,) = await scenes.run_once(studio)
    assert document.size == Size(320, 240)
    studio.window.actions_["accept"].trigger()
    await scenes.until(editor.resized, lambda: document.size == Size(400, 240))
    assert np.array_equal(document.composite[:, :120], source[:, :120])
    assert np.all(document.composite[..., 3] == 255)
    blend = np.zeros(document.mask.shape, np.uint8)
    blend[variant.run.place.slices] = variant.blend
    kept = blend[:, :320] == 0
    assert np.array_equal(document.composite[:, :320][kept], source[kept])
    assert not document.mask.any()
    assert document.pending_extension.is_nothing
    assert editor.undo_label == "Extend picture"

    studio.window.actions_["undo"].trigger()
    assert document.size == Size(320, 240)
    assert document.composite.tobytes() == source.tobytes()
    studio.window.actions_["redo"].trigger()
    assert document.size == Size(400, 240)
    assert studio.wiring.canvas.viewport.picture == Size(400, 240)


async def test_escape_leaves_nothing_of_it(studio: Studio, tmp_path: Path) -> None:
    editor, canvas = studio.session.editor, studio.wiring.canvas
    await scenes.open_photo(studio, scenes.write_photo(tmp_path / "photo.png", 320, 240))
    document = editor.document
    assert document is not None
    editor.set_extension(Extension(left=100, bottom=60))
    assert canvas.frame is not None
    assert canvas.frame.x0 < 0
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert document.pending_extension.is_nothing
    assert canvas.frame is None
    assert canvas.viewport is not None
    assert canvas.viewport.grown is None
    assert editor.undo_label is None
    assert not document.mask.any()


@pytest.mark.qt_log_ignore("This plugin does not support")
async def test_sides_and_ratios_are_chosen_below_the_options(
    studio: Studio, tmp_path: Path
) -> None:
    editor = studio.session.editor
    await scenes.open_photo(studio, scenes.write_photo(tmp_path / "photo.png", 320, 240))
    document = editor.document
    assert document is not None
    studio.window.actions_["extend"].trigger()
    assert editor.tool is Tool.FRAME
    (popup,) = studio.window.findChildren(ExtendPopup)
    chips = {chip.text(): chip for chip in popup.findChildren(QPushButton)}
    chips["16:9"].click()
    assert document.pending_extension.extended(document.size) == Size(427, 240)
    assert [text for text, chip in chips.items() if text in RATIOS and chip.isChecked()] == ["16:9"]
    chips["%"].click()
    numbers = popup.findChildren(QSpinBox)
    (bottom,) = (each for each in numbers if each.accessibleName() == "Bottom")
    bottom.setValue(25)
    assert document.pending_extension.bottom == 60
    assert not any(chips[ratio].isChecked() for ratio in RATIOS)
    chips["Do not extend"].click()
    assert document.pending_extension.is_nothing
    popup.hide()


async def test_what_is_too_large_is_said_beside_run(studio: Studio, tmp_path: Path) -> None:
    await scenes.open_photo(studio, scenes.write_photo(tmp_path / "photo.png", 320, 240))
    studio.session.editor.set_extension(Extension(right=40_000))
    problems = studio.session.planner.plan_for(scenes.PARAMS).problems
    assert any("Extend it by less" in problem.message for problem in problems)


async def test_the_endpoint_is_shown_repeated_edges_and_asked_for_all_that_is_new(
    studio: Studio, tmp_path: Path
) -> None:
    editor = studio.session.editor
    await scenes.open_photo(studio, scenes.write_photo(tmp_path / "photo.png", 320, 240))
    document = editor.document
    assert document is not None
    source = document.source.pixels
    editor.set_extension(Extension(right=80))
    inspection = await studio.session.inspect(scenes.PARAMS)
    image, mask = (decode_result(bytes(each.image.content)) for each in inspection.pictures)
    new = slice(image.shape[1] - 80, None)
    assert np.all(image[..., 3] == 255)
    assert np.array_equal(image[:, new], np.repeat(source[:, -1:], 80, axis=1))
    assert not mask[:, new, 3].any()


async def test_project_export_and_gallery_know_the_grown_picture(
    studio: Studio, tmp_path: Path
) -> None:
    session, editor = studio.session, studio.session.editor
    await scenes.open_photo(studio, scenes.write_photo(tmp_path / "photo.png", 160, 120))
    document = editor.document
    assert document is not None
    editor.set_extension(Extension(left=48))
    (variant,) = await scenes.run_once(studio)
    session.accepting.accept(variant)
    await scenes.until(editor.resized, lambda: document.size == Size(208, 120))
    shown = document.composite.copy()

    job = document_job(document)
    path = job.write(tmp_path, job.name, ExportOptions())
    assert np.array_equal(open_picture(path).pixels, shown)
    record = session.history.run(session.history.variant(variant.id).run_id)
    kept = whole_picture(session.history, record, record.variants[0])
    assert kept.size == Size(208, 120)
    assert record.source == session.runs.lineage.source_blob(document)

    session.projects.save(document, tmp_path / "grown.ora", {})
    await scenes.until(session.projects.saved, lambda: (tmp_path / "grown.ora").exists())
    await scenes.open_photo(studio, tmp_path / "grown.ora")
    again = editor.document
    assert again is not None
    assert again is not document
    assert np.array_equal(again.composite, shown)
    assert [edit.box for edit in again.edits] == [edit.box for edit in document.edits]


def has_more_edits(document: Document, than: int) -> bool:
    return len(document.edits) > than


async def test_a_large_extension_is_filled_part_by_part(studio: Studio, tmp_path: Path) -> None:
    editor = studio.session.editor
    await scenes.open_photo(studio, scenes.write_photo(tmp_path / "photo.png", 64, 64))
    document = editor.document
    assert document is not None
    editor.set_extension(Extension(right=100))
    params = replace(scenes.PARAMS, size="64x64", partial_images=0)
    parts = len(studio.session.planner.plan_for(params).frames)
    assert parts > 1
    accepted = studio.session.accepting.accepted
    while not document.edits or document.mask.any():
        (variant,) = await scenes.run_once(studio, params)
        count = len(document.edits)
        studio.session.accepting.accept(variant)
        await scenes.until(accepted, partial(has_more_edits, document, count))
    assert 1 < len(document.edits) <= parts
    assert document.frame is None
    assert document.size == Size(164, 64)
    assert not document.mask.any()
    assert np.all(document.composite[..., 3] == 255)
    for _ in document.edits:
        editor.undo()
    assert document.size == Size(64, 64)
    assert document.composite is document.source.pixels


async def test_the_status_bar_says_what_the_picture_is_about_to_be(
    studio: Studio, tmp_path: Path
) -> None:
    await scenes.open_photo(studio, scenes.write_photo(tmp_path / "photo.png"))
    status, editor = studio.window.status, studio.session.editor
    assert (plain(status._size.text()), status._mask.text()) == ("160x120", "mask empty")
    editor.set_extension(Extension(right=40))
    assert plain(status._size.text()) == "160x120→200x120"
    assert plain(status._mask.text()) == "mask20.0%"
    await scenes.run_once(studio)
    assert plain(status._size.text()) == "160x120→200x120"
    editor.set_extension(Extension())  # what is staged is still of the larger picture
    assert plain(status._size.text()) == "160x120→200x120"
    studio.session.staging.clear()
    assert plain(status._size.text()) == "160x120"
