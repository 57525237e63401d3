"""Damaged journals: what can be restored is, what cannot is said, and nothing is deleted."""

from __future__ import annotations

import os
import time
from pathlib import Path

import numpy as np
import pytest

from inpaint_studio.errors import ImageError
from inpaint_studio.journal import LeftJournal, left_journals, quarantine_damaged
from inpaint_studio.journal.log_file import LOG
from inpaint_studio.journal.records import Record, encode_record, read_records
from inpaint_studio.journal.recovery import GRACE_S, KEPT_FOR_S
from inpaint_studio.picture.image_file import encode, open_picture
from inpaint_studio.picture.reference import decode_reference
from inpaint_studio.session.editor import Editor
from tests.support import journalled as documents
from tests.support.journalled import paint, state_of


@pytest.fixture
def editor(qapp):
    return Editor()


@pytest.fixture
def folder(editor, tmp_path: Path) -> Path:
    """The journal of a document with a stroke, two edits, a reference, and two strokes more."""
    journal, _ = documents.journaled(editor, tmp_path)
    paint(editor, 20, 30)
    editor.accept(documents.edit(30))
    editor.accept(documents.edit(90))
    reference = decode_reference(encode(documents.picture().pixels, "png"), "other.png")
    journal.choose(is_change=True, references=(reference,))
    assert journal.flush(documents.PATIENCE_S)
    editor.before_last = state_of(editor.document)
    editor.log_size = (journal.folder / LOG).stat().st_size
    paint(editor, 200, 150)
    paint(editor, 20, 150)
    assert journal.flush(documents.PATIENCE_S)
    journal._log.close()
    return journal.folder


def flip(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 0x10
    path.write_bytes(data)


def left(folder: Path) -> LeftJournal:
    (found,) = left_journals(folder.parent)
    return found


def file_of(folder: Path, at: int) -> Path:
    """The file of the pixels of the edit that was accepted as number `at`."""
    found = left(folder)
    (*_, newest) = (change for change in found.replay.done if "edits" in change.words)
    found.release()
    return folder / newest.words["edits"][at]["pixels"]


def test_before_a_damaged_record_everything_comes_back_and_the_rest_is_kept(editor, folder):
    flip(folder / LOG, editor.log_size + 20)
    damaged = (folder / LOG).read_bytes()
    assert quarantine_damaged(folder.parent) == []
    found = left(folder)
    assert found.is_damaged
    document, _ = found.restore()
    assert state_of(document) == editor.before_last
    assert found.losses == "What was done last cannot be read."
    copy = found.keep_copy()
    found.reopened().begin(found.replay.records())  # as the journal goes on
    assert (copy / LOG).read_bytes() == damaged
    found.release()


def test_of_what_cannot_be_read_at_all_everything_is_kept_aside(folder):
    flip(folder / LOG, 20)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    (aside,) = quarantine_damaged(folder.parent)
    assert {path.name: path.read_bytes() for path in aside.iterdir()} == before
    assert quarantine_damaged(folder.parent) == []
    assert left_journals(folder.parent) == []
    assert aside.exists()


def test_one_damaged_edit_takes_no_other_with_it(editor, folder):
    flip(file_of(folder, 0), 9)
    found = left(folder)
    document, _ = found.restore()
    assert [each.variant_id for each in document.edits] == ["variant 90"]
    assert np.array_equal(document.mask, editor.document.mask)
    assert document.undo_stack.depth == editor.document.undo_stack.depth
    assert found.losses == "1 edits are missing."
    found.release()


def test_all_that_is_missing_is_said(editor, folder):
    flip(folder / LOG, editor.log_size + 20)
    file_of(folder, 1).unlink()
    found = left(folder)
    (reference,) = found.replay.choices["references"]
    flip(folder / reference["file"], 40)
    document, _ = found.restore()
    assert document.references == ()
    assert found.losses == (
        "What was done last cannot be read. 1 edits are missing. 1 references are missing."
    )
    found.release()


def test_where_the_source_is_damaged_its_own_file_stands_in(editor, tmp_path):
    path = tmp_path / "photo.png"
    path.write_bytes(encode(documents.picture().pixels, "png"))
    photo = open_picture(path)
    journal, _ = documents.journaled(editor, tmp_path / "journal", photo)
    paint(editor, 20, 30)
    assert journal.flush(documents.PATIENCE_S)
    journal._log.close()
    found = left(journal.folder)
    flip(journal.folder / found.replay.opened.words["source"]["file"], 60)
    document, _ = found.restore()
    assert np.array_equal(document.source.pixels, photo.pixels)
    path.write_bytes(b"another picture")
    with pytest.raises(ImageError, match=r"damaged.*They are kept in"):
        found.restore()
    assert journal.folder.exists()
    found.release()


@pytest.mark.parametrize("leap_s", [KEPT_FOR_S + 1e5, 4 * 365 * 86_400.0])
def test_a_clock_that_was_wrong_once_deletes_nothing(folder, monkeypatch, leap_s):
    now = time.time()
    monkeypatch.setattr("time.time", lambda: now + leap_s)
    for _ in range(2):
        left(folder).release()
    monkeypatch.setattr("time.time", lambda: now - leap_s)
    left(folder).release()


def test_a_journal_written_by_a_clock_without_battery_is_offered(folder):
    os.utime(folder / LOG, (1000, 1000))
    for _ in range(2):
        left(folder).release()


def test_what_stays_too_old_is_deleted_in_the_end(folder):
    long_ago = time.time() - KEPT_FOR_S - 1e5
    os.utime(folder / LOG, (long_ago, long_ago))
    left(folder).release()
    found_at = time.time() - GRACE_S - 1
    os.utime(folder / "expired", (found_at, found_at))
    assert left_journals(folder.parent) == []
    assert not folder.exists()


@pytest.mark.parametrize(
    "odd", [2.5, -1, 10**30, 1e308, float("inf"), "abc", [], [[]], [1, 2], {"file": []}, True]
)
def test_an_odd_choice_costs_itself_and_not_the_picture(editor, folder, odd):
    before, records = state_of(editor.document), read_all(folder)
    for name in ("frame", "references", "params"):
        changed = [
            Record(each.kind, {**each.words, name: odd}) if each.kind == "choices" else each
            for each in records
        ]
        (folder / LOG).write_bytes(b"".join(map(encode_record, changed)))
        found = left(folder)
        document, params = found.restore()
        assert state_of(document)["mask"] == before["mask"]
        assert params is None or isinstance(params, dict)
        found.replay.files()
        found.release()


@pytest.mark.parametrize("odd", [-1, 1e308, float("inf"), float("nan"), "abc", [], 2])
def test_an_odd_opacity_is_the_usual_one(folder, odd):
    records = read_all(folder)
    for each in records:
        for edit in each.words.get("edits", ()):
            edit["opacity"] = edit["variant_id"] = odd
    (folder / LOG).write_bytes(b"".join(map(encode_record, records)))
    found = left(folder)
    document, _ = found.restore()
    assert [each.opacity for each in document.edits] == [1.0, 1.0]
    assert document.composite.any()
    found.release()


def test_an_extension_past_all_pictures_is_no_record_of_ours():
    words = {"depth": 1, "edits": [], "whole": True, "extension": [10**9, 0, 0, 0]}
    assert list(read_records(encode_record(Record("change", words)))) == []


def read_all(folder: Path) -> list[Record]:
    return [record for record, _ in read_records((folder / LOG).read_bytes())]
