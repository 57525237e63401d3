"""Showing comes before storing: what the history cannot take is shown, and written later."""

from __future__ import annotations

import asyncio
import subprocess
from collections.abc import Iterator
from functools import partial as partial_of
from pathlib import Path

import numpy as np
import pytest

from inpaint_studio import paths
from inpaint_studio.app import Studio
from inpaint_studio.export.batch import export_batch
from inpaint_studio.export.writer import ExportOptions
from inpaint_studio.history import History
from inpaint_studio.picture.image_file import open_picture
from inpaint_studio.runs import backlog
from inpaint_studio.runs.unkept_copies import copied_elsewhere
from inpaint_studio.ui.export.jobs import document_job, result_jobs
from tests.support import replies, scenes, scripted
from tests.support.full_disk import fill
from tests.support.held_database import held_by
from tests.support.http_server import Asked
from tests.support.read_only import mounted
from tests.support.replies import STREAM_HEAD, Reply, completed, partial

RED = scripted.encoded((200, 30, 40), scripted.FRAME)
BLUE = scripted.encoded((20, 30, 200), scripted.FRAME)
RUN_OUT_S = 0.2


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backlog, "RETRY_S", RUN_OUT_S)
    monkeypatch.setitem(History.__init__.__kwdefaults__, "busy_timeout_s", RUN_OUT_S)


@pytest.fixture
def disk(studio_home: Path) -> Iterator[Path]:
    """The disk of the history, which is the data folder's too."""
    folder = studio_home / "data"
    folder.mkdir(parents=True)
    with mounted(folder, "size=2m"):
        yield folder


def filling(disk: Path, *events: bytes) -> Reply:
    """The disk is full by the time the first event comes."""

    async def reply(asked: Asked, writer: asyncio.StreamWriter) -> None:
        fill(disk)
        await replies.write(writer, STREAM_HEAD, *events)

    return reply


async def test_a_result_for_which_there_is_no_room_is_shown_accepted_and_kept_later(
    disk: Path, studio: Studio, tmp_path: Path
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    session, notices = studio.session, studio.window.central_area.notices
    with scripted.scripted(filling(disk, partial(0, BLUE), completed(RED))) as there:
        run = await scripted.submit(studio, there)
        await scenes.all_ended(studio)
    (variant,) = run.variants
    assert variant.state == "done"
    assert variant.shows_result
    said = notices.text()
    assert "full" in said
    (copy,) = [Path(word.rstrip(".")) for word in said.split() if "unkept" in word]
    assert copy.read_bytes() == RED
    assert variant.raw is not None
    assert tuple(variant.raw[60, 68][:3]) == (40, 30, 200)
    document = session.editor.document
    assert document is not None
    job = document_job(document, session.staging.result, "png")
    canvas = export_batch([job], tmp_path / "out", ExportOptions())
    jobs = partial_of(result_jobs, session.history, session.runs.variant, [variant.id])
    card = export_batch(jobs("whole"), tmp_path / "card", ExportOptions())
    seen = [open_picture(*report.paths).pixels for report in (canvas, card)]
    assert np.array_equal(*seen)
    refused = export_batch(jobs("original"), tmp_path / "card", ExportOptions()).failures
    assert "Export the whole picture" in refused[0]
    session.accepting.accept(variant)
    assert len(document.edits) == 1

    (disk / "filler").unlink()
    await scenes.eventually(lambda: session.history.variant(variant.id).accepted)

    record = session.history.variant(variant.id)
    assert record.state == "done"
    assert record.blob is not None
    assert session.history.blob_path(record.blob).read_bytes() == RED
    assert [session.history.blob_path(name).read_bytes() for name in record.partials] == [BLUE]
    await scenes.eventually(lambda: "is in the history now" in notices.text())
    assert not copy.exists()
    model = studio.window.strip.model
    await scenes.eventually(lambda: getattr(model.card(model.index(0)), "state", "") == "done")


def holding(studio: Studio, holders: list[subprocess.Popen[bytes]], *events: bytes) -> Reply:
    """Another program holds the history by the time the first event comes."""
    database = studio.session.history.folder / "history.db"

    async def reply(asked: Asked, writer: asyncio.StreamWriter) -> None:
        holders.append(await asyncio.to_thread(held_by, database))
        await replies.write(writer, STREAM_HEAD, *events)

    return reply


async def test_a_result_row_waits_as_long_as_another_program_holds_the_history(
    studio: Studio, tmp_path: Path
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    history = studio.session.history
    holders: list[subprocess.Popen[bytes]] = []
    with scripted.scripted(holding(studio, holders, partial(0, BLUE), completed(RED))) as there:
        run = await scripted.submit(studio, there)
        await scenes.all_ended(studio)
    (variant,) = run.variants
    try:
        assert (variant.state, variant.shows_result) == ("done", True)
        await asyncio.sleep(3 * RUN_OUT_S)
        assert history.variant(variant.id).state == "running"
    finally:
        holders[0].communicate()

    await scenes.eventually(lambda: history.variant(variant.id).state == "done")
    assert len(history.variant(variant.id).partials) == 1


async def test_a_result_is_shown_before_its_row_is_written(
    studio: Studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    runs, finish, seen = studio.session.runs, History.finish, []
    shown = asyncio.Event()
    loop = asyncio.get_running_loop()

    def finish_once_shown(*args, **values) -> None:
        asyncio.run_coroutine_threadsafe(asyncio.wait_for(shown.wait(), 20), loop).result()
        finish(*args, **values)

    def look(variant) -> None:
        seen.append((variant.state, variant.shows_result))
        if variant.shows_result:
            shown.set()

    monkeypatch.setattr(History, "finish", finish_once_shown)
    runs.variant_changed.connect(look)
    with scripted.scripted(replies.stream(completed(RED))) as there:
        await scripted.submit(studio, there)
        await scenes.all_ended(studio)

    assert ("running", True) in seen


async def test_closing_writes_what_there_is_room_for_by_then(
    disk: Path, start_studio, studio_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backlog, "RETRY_S", 3600.0)
    studio = await start_studio()
    await scenes.open_masked_photo(studio, tmp_path)
    with scripted.scripted(filling(disk, completed(RED))) as there:
        run = await scripted.submit(studio, there)
        await scenes.all_ended(studio)
    (disk / "filler").unlink()
    await studio.close()

    history = History(paths.data_folder() / "history")
    assert history.variant(run.variants[0].id).state == "done"
    history.close()


async def test_a_copy_that_was_left_is_taken_in_by_the_next_start(
    start_studio, tmp_path: Path
) -> None:
    studio = await start_studio()
    await scenes.open_masked_photo(studio, tmp_path)
    holders: list[subprocess.Popen[bytes]] = []
    with scripted.scripted(holding(studio, holders, completed(RED))) as there:
        run = await scripted.submit(studio, there)
        await scenes.all_ended(studio)
    said = studio.window.central_area.notices.text()
    (copy,) = [Path(word.rstrip(".")) for word in said.split() if "unkept" in word]
    await studio.close()
    assert copy.read_bytes() == RED

    holders[0].communicate()
    studio = await start_studio()
    history, notices = studio.session.history, studio.window.central_area.notices
    assert history.variant(run.variants[0].id).blob is None
    studio.session.history_care.check()
    await scenes.eventually(lambda: "could not be kept before" in notices.text())

    record = history.variant(run.variants[0].id)
    assert record.state == "done"
    assert history.blob_path(str(record.blob)).read_bytes() == RED
    assert not copy.exists()
    await studio.close()


async def test_a_history_aside_takes_no_copies(start_studio) -> None:
    paths.data_folder().mkdir(parents=True)
    (paths.data_folder() / "history").write_text("in the way")
    copy = copied_elsewhere(RED, "v")
    assert copy is not None
    studio = await start_studio()
    await studio.session.history_care._check()
    assert copy.read_bytes() == RED
    await studio.close()
