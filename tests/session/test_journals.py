"""The session keeps a journal of whatever is open, and finds what others left."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from inpaint_studio.journal import LeftJournal, Origin
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.geometry import Box, Point
from inpaint_studio.session.editor import Editor
from inpaint_studio.session.event_loop import EventLoop
from inpaint_studio.session.journals import Journals
from inpaint_studio.session.notice import Notice
from inpaint_studio.session.open_documents import OpenDocuments
from inpaint_studio.session.tasks import Tasks
from tests.support.full_disk import files_up_to
from tests.support.journalled import PATIENCE_S, kill_journals, paint, picture

ORIGIN = Origin("the document", "a variant")


class JournalledEditor:
    """An editor with its journals, as a session has them, and what they told."""

    def __init__(self, folder: Path, loop: asyncio.AbstractEventLoop) -> None:
        self.bugs: list[BaseException] = []
        self.notices: list[Notice] = []
        self.restored: list[tuple[Document, Any, Origin]] = []
        self.editor = Editor()
        tasks = Tasks(loop, self.bugs.append)
        self.documents = OpenDocuments(self.editor)
        self.journals = Journals(folder, self.editor, self.documents, tasks, lambda _: ORIGIN)
        self.journals.noticed.connect(self.notices.append)
        self.journals.restored.connect(self._on_restored)

    def _on_restored(self, document: Document, params: Any, origin: Origin) -> None:
        self.restored.append((document, params, origin))
        self.editor.open(document)

    async def open(self) -> None:
        self.editor.open(Document(picture()))
        await self.until(lambda: self.journals.name_of(self.editor.document))

    async def until(self, condition: Callable[[], object]) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while not condition():
            assert time.monotonic() < deadline
            await asyncio.sleep(0.01)

    async def left(self) -> list[LeftJournal]:
        return await self.journals.look_for_left()


@pytest.fixture
def loop_factory(qapp) -> Callable[[], EventLoop]:
    # Windows of earlier tests may go while this one's loop runs.
    qapp.setQuitOnLastWindowClosed(False)
    return lambda: EventLoop(qapp)


@pytest.fixture
@asynccontextmanager
async def kept(tmp_path: Path) -> AsyncIterator[JournalledEditor]:
    kept = JournalledEditor(tmp_path / "journal", asyncio.get_running_loop())
    yield kept
    await kept.journals.close()
    assert kept.bugs == []


def die(kept: JournalledEditor) -> None:
    """As if the process had been killed after everything had reached the disk."""
    kill_journals(kept.journals)


async def test_what_a_dead_session_left_is_found_and_restored(kept: JournalledEditor) -> None:
    await kept.open()
    paint(kept.editor, 20, 30)
    kept.editor.set_frame(Box(0, 0, 64, 64))
    kept.journals.set_params({"prompt": "a tulip"})
    mask = kept.editor.document.mask.copy()
    die(kept)
    found: list[list[LeftJournal]] = []
    kept.journals.found.connect(found.append)
    kept.journals.look()
    await kept.until(lambda: found)
    kept.journals.restore(found[0][0])
    await kept.until(lambda: kept.restored)
    document, params, origin = kept.restored[0]
    assert np.array_equal(document.mask, mask)
    assert document.frame == Box(0, 0, 64, 64)
    assert params == {"prompt": "a tulip"}
    assert origin == ORIGIN
    assert kept.journals.is_unsaved


async def test_a_stroke_reaches_the_disk_while_it_is_being_painted(kept: JournalledEditor) -> None:
    await kept.open()
    kept.editor.set_brush(size=40)
    kept.editor.press(Point(20, 100))
    kept.editor.move(Point(200, 100))
    at = kept.editor.document.mask.copy()
    await asyncio.sleep(1.5)
    die(kept)
    (left,) = await kept.left()
    document, _ = left.restore()
    assert np.array_equal(document.mask, at)
    left.discard()


async def test_a_closed_picture_that_was_not_saved_is_left_to_be_found(
    kept: JournalledEditor,
) -> None:
    said: list[tuple[Document, str]] = []
    kept.journals.left.connect(lambda *told: said.append(told))
    await kept.open()
    paint(kept.editor, 20, 30)
    unsaved = kept.editor.document
    await kept.open()
    assert kept.journals.unsaved == (unsaved,)
    kept.documents.close(kept.editor.document)
    kept.documents.close(unsaved)
    await kept.until(lambda: len(said) == 2)
    (left,) = await kept.left()
    assert [journal for _, journal in said] == ["", left.folder.name]
    assert said[1][0] is unsaved
    assert not left.is_crash
    left.release()


async def test_a_session_that_ends_as_it_should_leaves_nothing(
    kept: JournalledEditor, tmp_path: Path
) -> None:
    await kept.open()
    paint(kept.editor, 20, 30)
    await kept.journals.close()
    assert list((tmp_path / "journal").iterdir()) == []


async def test_a_prompt_alone_is_worth_keeping_a_look_at_the_panel_is_not(
    kept: JournalledEditor,
) -> None:
    await kept.open()
    kept.journals.set_params({"prompt": "", "n": 2})
    assert kept.journals.flush(PATIENCE_S)
    assert not kept.journals.is_unsaved
    kept.journals.set_params({"prompt": "tulips", "n": 2})
    assert kept.journals.flush(PATIENCE_S)
    assert kept.journals.is_unsaved


async def test_a_full_disk_is_told_once_and_made_good_when_there_is_room(
    kept: JournalledEditor,
) -> None:
    await kept.open()
    paint(kept.editor, 20, 30)
    assert kept.journals.flush(PATIENCE_S)
    with files_up_to(512):
        shape = kept.editor.document.mask.shape
        for _ in range(3):
            noise = np.random.default_rng().integers(0, 255, shape, np.uint8)
            kept.editor.replace_mask(noise, "Noise")
            assert not kept.journals.flush(PATIENCE_S)
        await kept.until(lambda: kept.notices)
        paint(kept.editor, 20, 100)
    assert [notice.kind for notice in kept.notices] == ["warning"]
    assert "not being kept" in kept.notices[0].title
    kept.journals._try_again()
    await kept.until(lambda: len(kept.notices) == 2)
    assert kept.notices[1].kind == "done"
    for _ in range(3):
        kept.editor.undo()
    kept.editor.redo()
    mask = kept.editor.document.mask.copy()
    die(kept)
    (left,) = await kept.left()
    assert np.array_equal(left.restore()[0].mask, mask)
    left.discard()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="POSIX rights")
async def test_where_nothing_can_be_written_painting_goes_on(
    kept: JournalledEditor, tmp_path: Path
) -> None:
    (tmp_path / "journal").write_text("not a folder")
    await kept.open()
    paint(kept.editor, 20, 30)
    await kept.until(lambda: kept.notices)
    assert "not being kept" in kept.notices[0].title
    assert kept.editor.undo_label == "Brush stroke"
    assert await kept.left() == []
