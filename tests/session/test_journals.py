"""The session keeps a journal of whatever is open, and finds what others left."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from inpaint_studio.journal import LeftJournal, Origin
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.geometry import Box, Point
from inpaint_studio.session.editor import Editor
from inpaint_studio.session.journals import Journals
from inpaint_studio.session.notice import Notice
from inpaint_studio.session.tasks import Tasks
from tests.full_disk import files_up_to
from tests.journal.documents import PATIENCE_S, paint, picture

Play = Callable[["Desk"], Coroutine[Any, Any, None]]
ORIGIN = Origin("the document", "a variant")


class Desk:
    """An editor with its journals, as a session has them, and what they told."""

    def __init__(self, folder: Path, loop: asyncio.AbstractEventLoop) -> None:
        self.bugs: list[BaseException] = []
        self.notices: list[Notice] = []
        self.restored: list[tuple[Document, Any, Origin]] = []
        self.editor = Editor()
        tasks = Tasks(loop, self.bugs.append)
        self.journals = Journals(folder, self.editor, tasks, lambda _: ORIGIN)
        self.journals.noticed.connect(self.notices.append)
        self.journals.restored.connect(self._on_restored)

    def _on_restored(self, document: Document, params: Any, origin: Origin) -> None:
        self.restored.append((document, params, origin))
        self.editor.open(document)

    async def open(self) -> None:
        self.editor.open(Document(picture()))
        await self.until(lambda: self.journals._journal is not None)

    async def until(self, condition: Callable[[], object]) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while not condition():
            assert time.monotonic() < deadline
            await asyncio.sleep(0.01)

    async def left(self) -> list[LeftJournal]:
        return await self.journals.left()


@pytest.fixture
def at_desk(qapp, tmp_path: Path) -> Callable[[Play], None]:
    from inpaint_studio.session.event_loop import EventLoop

    # Windows of earlier tests may go while this one's loop runs.
    qapp.setQuitOnLastWindowClosed(False)

    def run(play: Play) -> None:
        async def main() -> None:
            desk = Desk(tmp_path / "journal", asyncio.get_running_loop())
            await play(desk)
            await desk.journals.close()
            assert desk.bugs == []

        with asyncio.Runner(loop_factory=lambda: EventLoop(qapp)) as runner:
            runner.run(main())

    return run


def die(desk: Desk) -> None:
    """As if the process had been killed after everything had reached the disk."""
    assert desk.journals.flush(PATIENCE_S)
    journal, desk.journals._journal = desk.journals._journal, None
    journal._log.close()


def test_what_a_dead_session_left_is_found_and_restored(at_desk) -> None:
    async def play(desk: Desk) -> None:
        await desk.open()
        paint(desk.editor, 20, 30)
        desk.editor.set_frame(Box(0, 0, 64, 64))
        desk.journals.set_params({"prompt": "a tulip"})
        mask = desk.editor.document.mask.copy()
        die(desk)
        found: list[list[LeftJournal]] = []
        desk.journals.found.connect(found.append)
        desk.journals.look()
        await desk.until(lambda: found)
        desk.journals.restore(found[0][0])
        await desk.until(lambda: desk.restored)
        document, params, origin = desk.restored[0]
        assert np.array_equal(document.mask, mask)
        assert document.frame == Box(0, 0, 64, 64)
        assert params == {"prompt": "a tulip"}
        assert origin == ORIGIN
        assert desk.journals.is_unsaved

    at_desk(play)


def test_a_stroke_reaches_the_disk_while_it_is_being_painted(at_desk) -> None:
    async def play(desk: Desk) -> None:
        await desk.open()
        desk.editor.set_brush(size=40)
        desk.editor.press(Point(20, 100))
        desk.editor.move(Point(200, 100))
        at = desk.editor.document.mask.copy()
        await asyncio.sleep(1.5)
        die(desk)
        (left,) = await desk.left()
        document, _ = left.restore()
        assert np.array_equal(document.mask, at)
        left.discard()

    at_desk(play)


def test_another_picture_leaves_the_unsaved_one_to_be_found(at_desk) -> None:
    async def play(desk: Desk) -> None:
        await desk.open()
        paint(desk.editor, 20, 30)
        await desk.open()
        assert "photo.png was not saved" in desk.notices[-1].title
        await desk.until(lambda: desk.journals.flush(PATIENCE_S))
        (left,) = await desk.left()
        assert not left.is_crash
        left.release()

    at_desk(play)


def test_a_session_that_ends_as_it_should_leaves_nothing(at_desk, tmp_path: Path) -> None:
    async def play(desk: Desk) -> None:
        await desk.open()
        paint(desk.editor, 20, 30)

    at_desk(play)
    assert list((tmp_path / "journal").iterdir()) == []


def test_a_prompt_alone_is_worth_keeping_a_look_at_the_panel_is_not(at_desk) -> None:
    async def play(desk: Desk) -> None:
        await desk.open()
        desk.journals.set_params({"prompt": "", "n": 2})
        assert desk.journals.flush(PATIENCE_S)
        assert not desk.journals.is_unsaved
        desk.journals.set_params({"prompt": "tulips", "n": 2})
        assert desk.journals.flush(PATIENCE_S)
        assert desk.journals.is_unsaved

    at_desk(play)


def test_a_full_disk_is_told_once_and_made_good_when_there_is_room(at_desk) -> None:
    async def play(desk: Desk) -> None:
        await desk.open()
        paint(desk.editor, 20, 30)
        assert desk.journals.flush(PATIENCE_S)
        with files_up_to(512):
            shape = desk.editor.document.mask.shape
            for _ in range(3):
                noise = np.random.default_rng().integers(0, 255, shape, np.uint8)
                desk.editor.replace_mask(noise, "Noise")
                assert not desk.journals.flush(PATIENCE_S)
            await desk.until(lambda: desk.notices)
            paint(desk.editor, 20, 100)
        assert [notice.kind for notice in desk.notices] == ["warning"]
        assert "not being kept" in desk.notices[0].title
        desk.journals._begin_again()
        await desk.until(lambda: len(desk.notices) == 2)
        assert desk.notices[1].kind == "done"
        for _ in range(3):
            desk.editor.undo()
        desk.editor.redo()
        mask = desk.editor.document.mask.copy()
        die(desk)
        (left,) = await desk.left()
        assert np.array_equal(left.restore()[0].mask, mask)
        left.discard()

    at_desk(play)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="POSIX rights")
def test_where_nothing_can_be_written_painting_goes_on(at_desk, tmp_path: Path) -> None:
    (tmp_path / "journal").write_text("not a folder")

    async def play(desk: Desk) -> None:
        await desk.open()
        paint(desk.editor, 20, 30)
        await desk.until(lambda: desk.notices)
        assert "not being kept" in desk.notices[0].title
        assert desk.editor.undo_label == "Brush stroke"
        assert await desk.left() == []

    at_desk(play)
