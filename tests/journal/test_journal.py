"""Whatever is done, and wherever the log is cut off, it tells a state the document once had."""

from __future__ import annotations

import shutil
import tempfile
import threading
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from inpaint_studio.journal import Journal, LeftJournal, left_journals
from inpaint_studio.journal.kept_files import KeptFiles
from inpaint_studio.journal.layers import LayersReader, LayersWriter
from inpaint_studio.journal.log_file import LOG, LogFile, read_replay
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.geometry import Box, Point
from inpaint_studio.picture.image_file import decode_picture, encode, open_picture
from inpaint_studio.session.editor import Editor
from tests.support import journalled as documents
from tests.support.journalled import OPERATIONS, every_undo, paint, state_of


@pytest.fixture
def editor(qapp):
    return Editor()


def left(folder: Path) -> LeftJournal:
    journal, *others = left_journals(folder)
    assert not others
    return journal


def restored(folder: Path) -> Document:
    found = left(folder)
    document, _ = found.restore()
    found.release()
    return document


def abandon(journal: Journal) -> None:
    """As if the process had died: the lock goes, nothing more is written."""
    assert journal.flush(documents.PATIENCE_S)
    journal._log.close()


def log_of(folder: Path) -> Path:
    return folder / "document" / LOG


def test_what_was_done_comes_back_with_all_that_can_be_undone(editor, tmp_path):
    journal, _ = documents.journaled(editor, tmp_path)
    paint(editor, 20, 30)
    editor.accept(documents.edit(30))
    editor.invert_mask()
    editor.undo()
    abandon(journal)
    document = restored(tmp_path)
    assert state_of(document) == state_of(editor.document)
    assert every_undo(document) == every_undo(editor.document)


def test_the_source_comes_back_bit_for_bit_where_its_file_has_gone(editor, tmp_path):
    journal, _ = documents.journaled(editor, tmp_path)
    paint(editor, 20, 30)
    abandon(journal)
    document = restored(tmp_path)
    assert np.array_equal(document.source.pixels, editor.document.source.pixels)
    assert document.source.name == "photo.png"


@pytest.fixture
def slow_source(monkeypatch):
    """Keeps whoever stores a source waiting until it is set."""
    may_go_on, source = threading.Event(), LayersWriter.source

    def slowly(self, picture):
        assert may_go_on.wait(documents.PATIENCE_S)
        return source(self, picture)

    monkeypatch.setattr(LayersWriter, "source", slowly)
    yield may_go_on
    may_go_on.set()


def open_file(editor, folder: Path) -> tuple[Journal, Path]:
    path = folder / "photo.png"
    path.write_bytes(encode(documents.picture().pixels, "png"))
    return documents.journaled(editor, folder, open_picture(path))[0], path


def killed(journal: Journal) -> None:
    """As if the process had died now."""
    journal._written().result(documents.PATIENCE_S)
    journal._log.close()


def test_row_5_what_is_painted_waits_for_no_source(editor, tmp_path, slow_source):
    journal, _ = open_file(editor, tmp_path)
    paint(editor, 20, 30)
    assert not journal.flush(0.1)
    killed(journal)
    document = restored(tmp_path)
    assert state_of(document) == state_of(editor.document)
    assert every_undo(document) == every_undo(editor.document)


def test_row_5_what_is_painted_on_a_pasted_picture_waits_for_no_source(
    editor, tmp_path, slow_source
):
    pasted = decode_picture(encode(documents.picture().pixels, "png"), "Pasted picture")
    journal, _ = documents.journaled(editor, tmp_path, pasted)
    paint(editor, 20, 30)
    journal._written().result(documents.PATIENCE_S)
    assert read_replay(tmp_path / "document").done[-1].words["label"] == "Brush stroke"
    slow_source.set()
    abandon(journal)
    assert state_of(restored(tmp_path)) == state_of(editor.document)


@pytest.mark.parametrize("what", ["gone", "another"])
def test_row_5_a_source_follows_and_needs_its_file_no_more(editor, tmp_path, slow_source, what):
    journal, path = open_file(editor, tmp_path)
    paint(editor, 20, 30)
    if what == "another":
        journal._written().result(documents.PATIENCE_S)
        path.write_bytes(encode(documents.picture().pixels[::-1], "png"))
    slow_source.set()
    abandon(journal)
    path.unlink()
    assert state_of(restored(tmp_path)) == state_of(editor.document)


def test_a_journal_that_ends_waits_for_its_source(editor, tmp_path, slow_source):
    journal, _ = open_file(editor, tmp_path)
    journal.finish(keep=False)
    slow_source.set()
    assert journal.flush(documents.PATIENCE_S)
    assert not (tmp_path / "document").exists()


def test_the_file_that_was_opened_comes_back_whatever_lies_at_its_path(tmp_path):
    path = tmp_path / "photo.jpg"
    Image.new("RGB", (40, 30), (200, 0, 0)).save(path, quality=100)
    opened, picture = path.read_bytes(), open_picture(path)
    Image.new("RGB", (40, 30), (0, 0, 200)).save(path)
    files = KeptFiles(tmp_path)
    words = LayersWriter(files).source(picture)
    assert files.get(words["file"]) == opened
    assert np.array_equal(LayersReader(files).source(words).pixels, picture.pixels)


@settings(max_examples=25)
@given(data=st.data())
def test_a_log_cut_off_at_any_byte_tells_a_state_the_document_had(qapp, data):
    chosen = data.draw(st.lists(st.sampled_from(OPERATIONS), min_size=1, max_size=10))
    folder = Path(tempfile.mkdtemp())
    editor = Editor()
    journal, _ = documents.journaled(editor, folder)
    assert journal.flush(documents.PATIENCE_S)
    states = {log_of(folder).stat().st_size: state_of(editor.document)}
    for operation in chosen:
        before = editor.document.frame
        operation(editor)
        if editor.document.frame != before:
            journal.choose(is_change=True, frame=editor.document.frame)
        assert journal.flush(documents.PATIENCE_S)
        states[log_of(folder).stat().st_size] = state_of(editor.document)
    abandon(journal)
    whole = log_of(folder).read_bytes()
    cut = data.draw(st.integers(min(states), len(whole)))
    log_of(folder).write_bytes(whole[:cut])
    expected = states[max(size for size in states if size <= cut)]
    for each in left_journals(folder):  # none where nothing had been changed up to there
        assert state_of(each.restore()[0]) == expected
        each.release()
    shutil.rmtree(folder)


@settings(max_examples=25)
@given(st.lists(st.sampled_from(OPERATIONS), min_size=1, max_size=12), st.booleans())
def test_a_rewritten_log_tells_the_same(qapp, chosen, is_short_of_memory):
    folder = Path(tempfile.mkdtemp())
    editor = Editor()
    journal, _ = documents.journaled(editor, folder)
    if is_short_of_memory:
        editor.document.undo_stack.limit_bytes = 30_000
    for operation in chosen:
        operation(editor)
        journal.choose(is_change=True, frame=editor.document.frame)
    abandon(journal)
    log = LogFile(folder / "document")
    log.begin(read_replay(folder / "document").records())
    log.files.keep_only(read_replay(folder / "document").files())
    log.close()
    document = restored(folder)
    assert state_of(document) == state_of(editor.document)
    assert every_undo(document) == every_undo(editor.document)
    shutil.rmtree(folder)


def test_a_log_that_grows_is_rewritten_and_stays_bounded(editor, tmp_path, monkeypatch):
    monkeypatch.setattr("inpaint_studio.journal.log_file.ROOM_BYTES", 4000)
    journal, _ = documents.journaled(editor, tmp_path)
    editor.document.undo_stack.limit_bytes = 2000
    sizes = []
    for number in range(60):
        paint(editor, 10 + number * 3, 30)
        editor.undo() if number % 3 == 0 else None
        assert journal.flush(documents.PATIENCE_S)
        sizes.append(log_of(tmp_path).stat().st_size)
    assert max(sizes) < 60_000
    assert sizes != sorted(sizes)
    abandon(journal)
    assert state_of(restored(tmp_path)) == state_of(editor.document)


def test_a_stroke_under_way_is_kept_as_far_as_it_came(editor, tmp_path):
    journal, _ = documents.journaled(editor, tmp_path)
    editor.mask_changed.connect(journal.painting)
    editor.set_brush(size=40)
    editor.press(Point(30, 30))
    editor.move(Point(200, 30))
    journal.write_painting()
    abandon(journal)
    document = restored(tmp_path)
    assert np.array_equal(document.mask, editor.document.mask)
    assert document.undo_stack.undo_label == "Brush stroke"
    document.undo()
    assert not document.mask.any()


def test_a_stroke_that_was_taken_back_does_not_come_back(editor, tmp_path):
    journal, _ = documents.journaled(editor, tmp_path)
    paint(editor, 20, 30)
    expected = state_of(editor.document)
    editor.mask_changed.connect(journal.painting)
    editor.press(Point(30, 130))
    editor.move(Point(200, 130))
    journal.write_painting()
    editor.cancel()
    journal.dropped()
    abandon(journal)
    assert state_of(restored(tmp_path)) == expected


@pytest.mark.parametrize("end", ["kept", "deleted", "handed over"])
def test_a_journal_that_ends_within_a_stroke_takes_no_more_of_it(editor, tmp_path, end):
    journal, reports = documents.journaled(editor, tmp_path)
    editor.press(Point(20, 30))
    journal.painting(Box(0, 0, 60, 60))
    if end == "handed over":
        journal.hand_over()
    else:
        journal.finish(keep=end == "kept")
    assert journal.flush(documents.PATIENCE_S)
    assert reports == [None]
    if end == "deleted":
        assert not log_of(tmp_path).exists()
    else:
        replay = read_replay(tmp_path / "document")
        assert replay is not None
        assert replay.is_unsaved


def test_what_is_in_the_project_file_is_not_offered(editor, tmp_path):
    journal, _ = documents.journaled(editor, tmp_path)
    paint(editor, 20, 30)
    journal.saved(journal.number, tmp_path / "photo.ora")
    abandon(journal)
    assert left_journals(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


def test_what_was_done_while_it_was_being_saved_is_offered(editor, tmp_path):
    journal, _ = documents.journaled(editor, tmp_path)
    paint(editor, 20, 30)
    number = journal.number
    paint(editor, 20, 130)
    journal.saved(number, tmp_path / "photo.ora")
    abandon(journal)
    assert left(tmp_path).origin.project == tmp_path / "photo.ora"


def test_a_document_that_lives_is_not_offered(editor, tmp_path):
    journal, _ = documents.journaled(editor, tmp_path)
    paint(editor, 20, 30)
    assert journal.flush(documents.PATIENCE_S)
    assert left_journals(tmp_path) == []
    abandon(journal)
    assert left(tmp_path).name == "photo.png"


def test_a_restored_document_goes_on_in_its_journal(editor, tmp_path):
    journal, _ = documents.journaled(editor, tmp_path)
    paint(editor, 20, 30)
    editor.invert_mask()
    editor.undo()
    abandon(journal)
    found = left(tmp_path)
    document, _ = found.restore()
    again = Journal(document, found.origin, found.reopened(), lambda _: None)
    again.resume(found.replay)
    editor.open(document)
    editor.redo()
    paint(editor, 20, 130)
    abandon(again)
    twice = restored(tmp_path)
    assert state_of(twice) == state_of(document)
    assert every_undo(twice) == every_undo(document)


def test_panel_and_frame_come_back(editor, tmp_path):
    journal, _ = documents.journaled(editor, tmp_path)
    journal.choose(is_change=True, frame=Box(1, 2, 30, 40), params={"prompt": "tulips 🌷"})
    abandon(journal)
    document, params = left(tmp_path).restore()
    assert document.frame == Box(1, 2, 30, 40)
    assert params == {"prompt": "tulips 🌷"}


def test_a_small_picture_of_it_can_be_shown(editor, tmp_path):
    journal, _ = documents.journaled(editor, tmp_path)
    editor.fill_mask()
    abandon(journal)
    small = left(tmp_path).picture()
    assert small.shape == (128, 192, 4)
    assert small[..., 2].mean() > small[..., 0].mean() + 40  # tinted
