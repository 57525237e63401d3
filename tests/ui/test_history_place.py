"""The history's folder goes while the window is open: another is offered, and every run is kept."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from inpaint_studio.app import Studio
from inpaint_studio.history import History
from inpaint_studio.runs import backlog
from tests.support import replies, scenes, scripted
from tests.support.http_server import Asked
from tests.support.read_only import mounted
from tests.support.replies import STREAM_HEAD, completed, partial

RED = scripted.encoded((200, 30, 40), scripted.FRAME)
BLUE = scripted.encoded((20, 30, 200), scripted.FRAME)

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
Spoil = Callable[[Path], object]


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backlog, "RETRY_S", 0.1)


@pytest.fixture
def history_disk(studio_home: Path) -> Iterator[Path]:
    folder = studio_home / "data" / "history"
    folder.mkdir(parents=True)
    with mounted(folder, "size=16m"):
        yield folder
        if Path("/proc/mounts").read_text().count(f" {folder} ") > 1:
            subprocess.run(["umount", "-l", str(folder)], check=True)


def read_only(folder: Path) -> None:
    """As a disk that the system has taken the right to write from; what is open stays so."""
    subprocess.run(["mount", "--bind", str(folder), str(folder)], check=True)
    subprocess.run(["mount", "-o", "remount,ro,bind", str(folder)], check=True)


def vanished(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def unplugged(folder: Path) -> None:
    """Where it was there is an empty folder."""
    subprocess.run(["mount", "-t", "tmpfs", "none", str(folder)], check=True)


SPOILS = [read_only, vanished, unplugged]


@pytest.mark.parametrize("spoil", SPOILS)
async def test_a_run_goes_on_elsewhere_and_then_where_a_person_says(
    history_disk: Path, studio: Studio, tmp_path: Path, spoil: Spoil
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    session, notices = studio.session, studio.window.central_area.notices
    (before,) = await scenes.run_once(studio)
    session.spending.month_usd = 7.0
    spoil(history_disk)

    (during,) = await scenes.run_once(studio)

    assert during.state == "done"
    assert session.spending.month_usd == 7.0, "the cap still knows of what was spent"
    assert studio.window.strip.model.row_of(during.id) >= 0
    aside = session.history.folder
    assert aside != history_disk
    await scenes.eventually(lambda: f"What you run now is kept in {aside}" in notices.text())
    assert session.history.variant(during.id).state == "done"

    chosen = tmp_path / "elsewhere"
    chosen.mkdir()
    notices._action.click()
    (dialog,) = studio.window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(chosen))
    dialog.close()
    await scenes.eventually(lambda: session.history.folder == chosen)
    await scenes.eventually(lambda: session.settings.now.history_folder == str(chosen))
    (after,) = await scenes.run_once(studio)

    other = History(chosen)
    for variant in (during, after):
        record = other.variant(variant.id)
        assert record.state == "done"
        assert record.blob is not None
        assert other.blob_path(record.blob).is_file()
        source = other.run(record.run_id).source
        assert source is not None
        assert other.blob_path(source).is_file()
    assert other.variant(before.id).state == "done", "it was at hand, so it came along"
    other.close()


@pytest.mark.parametrize("spoil", SPOILS)
async def test_what_runs_while_the_folder_goes_is_kept(
    history_disk: Path, studio: Studio, tmp_path: Path, spoil: Spoil
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    session = studio.session

    async def spoiling(asked: Asked, writer: asyncio.StreamWriter) -> None:
        await asyncio.to_thread(spoil, history_disk)
        await replies.write(writer, STREAM_HEAD, partial(0, BLUE), completed(RED))

    with scripted.scripted(spoiling) as there:
        run = await scripted.submit(studio, there)
        await scenes.all_ended(studio)
    (variant,) = run.variants
    assert variant.state == "done"

    await scenes.eventually(lambda: session.history.folder != history_disk)
    await scenes.eventually(lambda: session.history.variant(variant.id).state == "done")
    record = session.history.variant(variant.id)
    assert record.blob is not None
    assert session.history.blob_path(record.blob).read_bytes() == RED
    assert len(record.partials) == 1


async def test_a_chosen_folder_that_cannot_be_used_is_said_and_asked_for_again(
    start_studio, studio_home: Path, tmp_path: Path
) -> None:
    folder = studio_home / "data" / "history"
    folder.parent.mkdir(parents=True)
    folder.write_text("a file where the folder should be")
    studio = await start_studio()
    notices, place = studio.window.central_area.notices, studio.session.place
    aside = studio.session.history.folder
    assert notices._action.text() == "Choose another folder…"

    (tmp_path / "file").write_text("no folder either")
    place.choose(tmp_path / "file")

    await scenes.eventually(lambda: "is a file where a folder is needed" in notices.text())
    assert notices._action.isVisible()
    assert studio.session.history.folder == aside
    await studio.close()


async def test_a_disk_that_is_back_is_used_on(studio: Studio, tmp_path: Path) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    history = studio.session.history
    folder = history.folder
    error = OSError(5, "Input/output error")
    refused: list[int] = []

    def put_once(data: bytes, media_type: str) -> str:
        if not refused:
            refused.append(1)
            with history._errors_mapped():
                raise error
        return History.put(history, data, media_type)

    history.put = put_once  # type: ignore[method-assign]
    (variant,) = await scenes.run_once(studio)

    assert variant.state == "done"
    assert history.folder == folder
