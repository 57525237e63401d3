"""Tools, masks, references and drops in a whole window."""

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, QUrl
from PySide6.QtWidgets import QLabel, QPushButton, QSpinBox

from inpaint_studio.errors import RequestError
from inpaint_studio.picture.geometry import Box, Point
from inpaint_studio.picture.image_file import decode_picture, open_picture
from inpaint_studio.picture.mask_file import MaskForm, open_mask
from inpaint_studio.runs.request import freeze, take_snapshot
from inpaint_studio.session.tools import Tool
from inpaint_studio.ui.mask.import_dialog import MaskImportDialog
from tests.support import scenes
from tests.support.waiting import eventually

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


async def test_tools_menu_words_and_brush_popup_follow_the_editor(studio, tmp_path):
    await scenes.open_photo(studio, scenes.write_photo(tmp_path / "photo.png"))
    window, editor = studio.window, studio.session.editor
    for tool in Tool:
        window.actions_[tool.value].trigger()
        assert editor.tool is tool
        assert [t for t in Tool if window.actions_[t.value].isChecked()] == [tool]
    editor.set_tool(Tool.LASSO)
    editor.press(Point(10, 10))
    for point in ((100, 10), (100, 90)):
        editor.move(Point(*point))
    editor.release()
    assert window.actions_["undo"].text() == "Undo lasso"
    window.actions_["undo"].trigger()
    assert window.actions_["undo"].text() == "Undo"
    assert window.actions_["redo"].text() == "Redo lasso"
    window.actions_["reset_brushes"].trigger()
    assert editor.tool is Tool.BRUSH
    editor.set_brush(size=55.0)
    studio.wiring.canvas.ask_for_brush_popup(QPointF(20, 20))
    popup = studio.wiring.tools._popup
    (size,) = (box for box in popup.findChildren(QSpinBox) if box.suffix().endswith("px"))
    assert popup.isVisible()
    assert (size.value(), popup._tool.value()) == (55, "brush")
    size.setValue(64)
    popup._tool.chosen.emit("eraser")
    assert editor.tool.value == "eraser"
    editor.set_tool(Tool.BRUSH)
    assert editor.brush.size == 64.0
    assert popup._tool.value() == "brush"
    popup.hide()


async def test_feathering_is_previewed_and_applied_as_one_step(studio, tmp_path):
    await scenes.open_masked_photo(studio, tmp_path)
    editor, options = studio.session.editor, studio.window.options.mask_options
    before = editor.document.mask.copy()
    for pixels in (3, 6, 12):
        options.feather.setValue(pixels)
    await eventually(lambda: not np.array_equal(editor.document.mask, before))
    options.apply_asked.emit()
    await eventually(lambda: not editor.is_adjusting)
    assert editor.undo_label == "Feather mask"
    assert options.values() == (0, 0, 0)
    editor.undo()
    assert np.array_equal(editor.document.mask, before)
    options.grow.setValue(5)
    await eventually(lambda: editor.is_adjusting)
    options.cancel_asked.emit()
    assert np.array_equal(editor.document.mask, before)
    studio.window.actions_["grow"].trigger()
    await eventually(lambda: editor.undo_label == "Grow mask")
    assert editor.document.mask.astype(int).sum() > before.astype(int).sum()


@pytest.mark.parametrize("form", MaskForm)
async def test_masks_are_exported_as_they_are_or_as_they_are_sent(studio, tmp_path, form):
    await scenes.open_masked_photo(studio, tmp_path)
    path = tmp_path / "mask.png"
    studio.wiring.mask.export_file(path, form)
    await eventually(path.exists)
    document = studio.session.editor.document
    if form is MaskForm.SENT:
        frame = studio.session.planner.plan.frame
        sent = open_mask(path).mask()
        assert sent.shape == (frame.sent.height, frame.sent.width)
        assert set(np.unique(sent)) == {0, 255}
    else:
        assert np.array_equal(open_mask(path).mask(), document.mask)


async def test_a_mask_of_another_size_is_taken_only_with_consent(studio, tmp_path):
    await scenes.open_photo(studio, scenes.write_photo(tmp_path / "photo.png"))
    mask = np.zeros((60, 80), np.uint8)
    mask[20:40, 30:60] = 255
    cv2.imwrite(str(tmp_path / "mask.png"), mask)
    studio.wiring.mask.import_file(tmp_path / "mask.png")
    await eventually(lambda: studio.window.findChild(MaskImportDialog) is not None)
    dialog = studio.window.findChild(MaskImportDialog)
    assert not dialog.confirm.isEnabled()
    dialog._resize.setChecked(True)
    dialog.confirm.click()
    assert studio.session.editor.undo_label == "Import mask"
    assert studio.session.editor.document.mask[60, 90] == 255


async def test_labels_are_told_previewed_and_asked_for(studio, tmp_path):
    await scenes.open_photo(studio, scenes.write_photo(tmp_path / "photo.png"))
    size = studio.session.editor.document.size
    labels = np.zeros((size.height, size.width), np.uint8)
    labels[20:40, 30:60], labels[60:80, 30:60] = 1, 2
    cv2.imwrite(str(tmp_path / "labels.png"), labels)
    studio.wiring.mask.import_file(tmp_path / "labels.png")
    await eventually(lambda: studio.window.findChild(MaskImportDialog) is not None)
    dialog = studio.window.findChild(MaskImportDialog)
    assert any("2 labels" in label.text() for label in dialog.findChildren(QLabel))
    dialog.confirm.click()
    mask = studio.session.editor.document.mask
    assert np.array_equal(mask, np.where(labels > 0, 255, 0))


async def test_references_go_out_after_the_source_in_their_order(studio, tmp_path):
    await scenes.open_masked_photo(studio, tmp_path)
    references = studio.wiring.references
    editor = studio.session.editor
    for edge in (64, 48):
        references.add_files([scenes.write_photo(tmp_path / f"r{edge}.png", edge, edge)])
        await scenes.until(editor.references_changed, lambda: bool(editor.document.references))
    await eventually(lambda: len(editor.document.references) == 2)
    references.tray.moved.emit(1, 0)
    names = [each.name for each in editor.document.references]
    document = editor.document
    rule = studio.session.catalog.model(scenes.PARAMS.model).size_rule
    request = freeze(take_snapshot(document, "id", scenes.PARAMS, rule))
    sizes = [decode_picture(image.content, "x").size.width for image in request.images[1:]]
    assert [f"r{size}.png" for size in sizes] == names
    few = freeze(take_snapshot(document, "id", scenes.PARAMS, rule, max_images=2))
    assert len(few.images) == 2
    references.tray.removed.emit(0)
    assert len(editor.document.references) == 1


async def test_a_dropped_file_waits_for_a_choice_once_a_picture_is_open(studio, tmp_path):
    first = scenes.write_photo(tmp_path / "first.png")
    second = scenes.write_photo(tmp_path / "second.png", 64, 48)
    editor, choice = studio.session.editor, studio.wiring.drop_choice
    drop(studio, first)
    await scenes.until(editor.document_changed, lambda: editor.document is not None)
    assert not choice.isVisible()
    drop(studio, second)
    assert choice.isVisible()
    assert editor.document.source.name == "first.png"
    words = [button.text() for button in choice.findChildren(QPushButton)]
    assert words == ["Open as new picture", "Add as reference", "Use as mask", "Cancel"]
    choice.findChildren(QPushButton)[1].click()
    await eventually(lambda: len(editor.document.references) == 1)
    drop(studio, second)
    choice.findChildren(QPushButton)[0].click()
    await eventually(lambda: editor.document.source.name == "second.png")


async def test_a_frame_of_ones_own_is_what_is_sent(studio, tmp_path):
    await scenes.open_masked_photo(studio, tmp_path)
    session = studio.session
    session.editor.set_frame(Box(40, 30, 140, 110))
    frame = session.planner.plan_for(scenes.PARAMS).frame
    assert frame.box.contains(Box(40, 30, 140, 110))
    assert studio.wiring.canvas.frame == frame.box
    session.editor.set_frame(Box(0, 0, 30, 30))
    assert "outside the frame" in session.planner.plan_for(scenes.PARAMS).problems[0].message
    with pytest.raises(RequestError):
        session.generate(scenes.PARAMS)
    studio.window.actions_["follow_mask"].trigger()
    assert session.editor.document.frame is None
    options = studio.window.options.frame
    options.whole.click()
    assert session.planner.plan_for(scenes.PARAMS).frame.box == Box(0, 0, 160, 120)
    options._ratio.chosen.emit("3:2")
    assert session.editor.frame_ratio == 1.5


def drop(studio, path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    studio.window.opening.drop(mime)
    assert open_picture(path)
