"""A real disk that is full: what was there stays, what is open goes on, and it is said."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from inpaint_studio.errors import ExportError, HistoryError
from inpaint_studio.history import History
from inpaint_studio.journal import LeftJournal, left_journals
from inpaint_studio.picture.openraster import project_of, save_project
from inpaint_studio.session.editor import Editor
from tests.support import journalled as documents
from tests.support.full_disk import fill
from tests.support.full_disk import small_disk as small_disk
from tests.support.journalled import state_of
from tests.support.new_runs import new_run


def noise(editor: Editor) -> None:
    shape = editor.document.mask.shape
    editor.replace_mask(np.random.default_rng().integers(0, 255, shape, np.uint8), "Noise")


def test_a_project_stays_what_it_was(qapp, small_disk: Path) -> None:
    editor = Editor()
    documents.journaled(editor, small_disk.parent)
    path = small_disk / "photo.ora"
    save_project(project_of(editor.document), path)
    before = path.read_bytes()
    fill(small_disk)

    with pytest.raises(ExportError, match=r"is full.*elsewhere"):
        save_project(project_of(editor.document), path)

    assert path.read_bytes() == before
    assert {each.name for each in small_disk.iterdir()} == {"photo.ora", "filler"}


def test_a_journal_says_so_and_holds_everything_once_there_is_room(qapp, small_disk: Path) -> None:
    editor = Editor()
    journal, reports = documents.journaled(editor, small_disk)
    noise(editor)
    assert journal.flush(documents.PATIENCE_S)
    before = state_of(editor.document)
    filler = fill(small_disk)
    noise(editor)
    assert not journal.flush(documents.PATIENCE_S)
    assert isinstance(reports[-1], OSError)
    (kept,) = (each.replay for each in copies_of(small_disk))
    assert len(kept.done) == before["depth"]
    assert not kept.unread_bytes

    filler.unlink()
    journal.begin()
    assert journal.flush(documents.PATIENCE_S)
    assert reports[-1] is None
    journal._log.close()
    (left,) = left_journals(small_disk)
    assert np.array_equal(left.restore()[0].mask, editor.document.mask)
    left.release()


def copies_of(disk: Path) -> list[LeftJournal]:
    """The journals on the disk, as if their process had died now."""
    elsewhere = disk.parent / "copies"
    shutil.copytree(disk, elsewhere, ignore=shutil.ignore_patterns("lock", "filler"))
    found = left_journals(elsewhere)
    for each in found:
        each.release()
    return found


def test_a_history_says_so_and_stays_usable(small_disk: Path) -> None:
    history = History(small_disk / "history")
    kept = history.begin(new_run())
    blob = history.put(b"picture" * 500, "image/png")
    filler = fill(small_disk)

    with pytest.raises(HistoryError, match=r"disk is full.*Free some space"):
        history.put(bytes(range(256)) * 100, "image/png")
    with pytest.raises(HistoryError, match=r"disk is full|disk failed"):
        history.begin(new_run("x" * 60_000))
    assert history.runs() == [kept]
    assert history.blob_path(blob).read_bytes() == b"picture" * 500

    filler.unlink()
    history.begin(new_run())
    assert history.count() == 2
    history.close()
