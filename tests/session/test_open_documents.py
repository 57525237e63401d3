"""Several documents are open: each is found again as it was left, and none meets another."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import SignalInstance

from inpaint_studio.picture.document import Document
from inpaint_studio.picture.geometry import Box, Point
from inpaint_studio.picture.reference import decode_reference
from tests.session.conftest import white
from tests.session.test_staging import begin, bring
from tests.support.journalled import kill_journals, paint, state_of
from tests.support.scenes import write_photo
from tests.support.studio import loop_factory as loop_factory
from tests.support.waiting import eventually, until


def small_file() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (8, 8), "teal").save(file, "PNG")
    return file.getvalue()


async def is_open(session, count: int) -> None:
    await until(session.documents.changed, lambda: len(session.documents.all) == count)


async def has_journal(session, document: Document) -> None:
    await eventually(lambda: session.journals.name_of(document) != "")


def heard(signal: SignalInstance) -> list[object]:
    """What is told from now on; None where that carries nothing."""
    told: list[object] = []
    signal.connect(lambda *said: told.append(*said or (None,)))
    return told


def seen(session) -> dict[str, object]:
    """All that a person has before them of the shown document."""
    document, draft = session.editor.document, session.draft
    return {
        **state_of(document),
        "references": document.references,
        "extension": document.pending_extension,
        "draft": (draft.wanted, draft.extra_text),
        "stage": (session.staging.variant, session.staging.view),
        "pixels": None if session.staging.variant is None else session.staging.variant.pixels,
        "plan": session.planner.plan.frames,
    }


async def test_a_document_comes_back_as_it_was_left(session) -> None:
    editor, documents, draft = session.editor, session.documents, session.draft
    first, second = white(), white(400, 260)
    editor.open(first)
    paint(editor, 20, 30)
    run = begin(session)
    bring(session, run.variants[1])
    session.staging.look("seam")
    editor.undo()
    editor.set_references([decode_reference(small_file(), "teal.png")])
    editor.set_frame(Box(10, 10, 200, 150))
    draft.change(prompt="a red door", n=2)
    draft.change_extra('{"not finished": ')
    before = seen(session)

    editor.open(second)
    assert session.staging.variant is None
    assert draft.wanted.prompt == "a red door"  # a new one begins with the present draft
    draft.change(prompt="a tulip", n=4)
    paint(editor, 100, 100)
    other = seen(session)

    documents.step(1)
    assert editor.document is first
    assert seen(session) == before
    documents.show(second)
    assert seen(session) == other
    assert documents.all == (first, second)


async def test_a_stroke_under_way_ends_in_its_own_document(session) -> None:
    editor = session.editor
    first, second = white(), white()
    for document in (first, second):
        editor.open(document)
    session.documents.show(first)
    editor.set_brush(size=30)
    editor.press(Point(40, 40))
    editor.move(Point(90, 40))
    session.documents.step(1)
    editor.move(Point(200, 150))
    editor.release()
    assert not second.mask.any()
    assert second.undo_stack.depth == 0
    assert first.mask[40, 90] == 255
    assert first.undo_stack.depth == 1


async def test_results_of_a_document_in_the_background_lie_over_that_one_alone(session) -> None:
    editor, staging = session.editor, session.staging
    first, second = white(), white()
    editor.open(first)
    run = begin(session)
    editor.open(second)
    told = heard(staging.changed)
    bring(session, run.variants[2])
    assert told == []
    assert staging.variant is None
    session.documents.show(first)
    assert staging.variant is run.variants[2]
    staging.accept()
    assert len(first.edits) == 1
    assert second.edits == ()


async def test_a_run_begun_for_another_document_moves_no_stage(session) -> None:
    first, second = white(), white()
    session.editor.open(first)
    run = begin(session)
    bring(session, run.variants[0])
    session.editor.open(second)
    shown = begin(session)
    session.runs.run_added.emit(run)
    assert session.staging.variant is shown.variants[0]


async def test_the_one_that_has_its_place_follows_a_closed_document(session) -> None:
    editor, documents = session.editor, session.documents
    first, second, third = (white() for _ in range(3))
    for document in (first, second, third):
        editor.open(document)
    documents.show(second)
    documents.close(second)
    assert editor.document is third
    documents.close(third)
    assert editor.document is first
    documents.close(first)
    assert editor.document is None
    assert documents.all == ()


async def test_closing_one_in_the_background_leaves_the_shown_one_alone(session) -> None:
    first, second = white(), white()
    for document in (first, second):
        session.editor.open(document)
    told = heard(session.editor.document_changed)
    session.documents.close(first)
    assert told == []
    assert session.editor.document is second


async def test_runs_of_a_closed_document_go_on_and_lie_over_nothing(session) -> None:
    session.editor.open(white())
    run = begin(session)
    session.documents.close(session.editor.document)
    session.editor.open(white())
    session.runs.run_added.emit(run)  # it was being prepared as the document was closed
    bring(session, run.variants[0])
    assert session.staging.variant is None


async def test_a_file_is_open_once_and_shown_when_it_is_opened_again(session, tmp_path) -> None:
    opening, documents = session.opening, session.documents
    one, two = (write_photo(tmp_path / name) for name in ("one.png", "two.png"))
    link = tmp_path / "link.png"
    link.symlink_to(one)
    opening.open_file(one)
    opening.open_file(one)  # at the same time
    await is_open(session, 1)
    opening.open_files([two, one, two, link])
    await is_open(session, 2)
    first, second = documents.all
    await eventually(lambda: session.editor.document is first)
    assert [each.source.name for each in documents.all] == ["one.png", "two.png"]
    session.projects.save(first, tmp_path / "one.ora", {})
    await eventually(lambda: session.projects.path_of(first) is not None)
    then = heard(documents.changed)
    opening.open_file(tmp_path / "one.ora", lambda: then.append("project"))
    await eventually(lambda: "project" in then)
    assert session.editor.document is first
    opening.open_file(one)  # which is another file now
    await is_open(session, 3)
    assert session.editor.document not in (first, second)


async def test_every_unsaved_document_is_known_and_a_crash_leaves_them_all(session) -> None:
    editor, journals = session.editor, session.journals
    first, second, third = (white(width) for width in (300, 310, 320))
    for document, prompt in ((first, "one"), (second, "two"), (third, "")):
        editor.open(document)
        await has_journal(session, document)
        session.draft.change(prompt=prompt)
    assert journals.flush(20)
    paint(editor, 20, 30)
    session.documents.show(first)
    paint(editor, 60, 70)
    assert journals.unsaved == (first, second, third)
    states = [state_of(each) for each in (first, second, third)]

    kill_journals(journals)
    left = sorted(await journals.look_for_left(), key=lambda each: each.restore()[0].size.width)
    restored = [each.restore() for each in left]
    assert all(each.is_crash for each in left)
    assert [state_of(document) for document, _ in restored] == states
    assert [params["prompt"] for _, params in restored] == ["one", "two", ""]
    for each in left:
        each.discard()


async def test_what_is_handed_over_comes_back_in_its_order_with_the_shown_one(
    session, tmp_path: Path
) -> None:
    documents = session.documents
    session.opening.open_files([write_photo(tmp_path / f"{n}.png") for n in range(3)])
    await is_open(session, 3)
    documents.show(documents.all[1])
    for document in documents.all:
        await has_journal(session, document)
    handed = await session.hand_over()
    for document in documents.all:
        documents.close(document)
    session.resume(handed)
    await is_open(session, 3)
    await eventually(lambda: session.editor.document is documents.all[1])
    assert [each.source.name for each in documents.all] == ["0.png", "1.png", "2.png"]
    assert await session.journals.look_for_left() == []


async def test_a_document_in_the_background_holds_nothing_that_can_be_made_again(session) -> None:
    first, second = white(900, 700), white()
    session.editor.open(first)
    first.make_room()
    levels = [first.picture_levels.level(n).copy() for n in range(first.picture_levels.depth)]
    session.editor.open(second)
    assert held(first) == first.source.pixels.nbytes + first.mask.nbytes
    session.documents.show(first)
    assert all(np.array_equal(first.picture_levels.level(n), each) for n, each in enumerate(levels))


def held(document: Document) -> int:
    """Bytes of all arrays below a document, each counted once."""
    rasters = document._rasters
    room = 0 if rasters._room is None else rasters._room.nbytes
    pyramids = (rasters.picture_levels, rasters.mask_levels)
    return room + sum(level.nbytes for pyramid in pyramids for level in pyramid._levels)
