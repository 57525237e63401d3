"""What a command cannot write into the history is tried again, and said; the result comes first."""

from __future__ import annotations

import asyncio
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from inpaint_studio import paths
from inpaint_studio.history import History
from inpaint_studio.runs import backlog
from tests.cli.conftest import Outcome, open_history
from tests.support import replies
from tests.support.full_disk import fill
from tests.support.held_database import held_by
from tests.support.http_server import Asked
from tests.support.misbehaving import misbehaving
from tests.support.read_only import mounted
from tests.support.replies import STREAM_HEAD, Reply, completed, partial
from tests.support.scripted import encoded

NEVER_S = 3600.0
BLUE, RED = (encoded(colour, (16, 16)) for colour in ((20, 30, 200), (200, 30, 40)))


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backlog, "RETRY_S", 0.1)
    monkeypatch.setitem(History.__init__.__kwdefaults__, "busy_timeout_s", 0.2)


@pytest.fixture
def answered(run, photo, tmp_path) -> Callable[[Reply], Outcome]:
    """An edit of the whole photo that is answered so; its results are written as they came."""

    def run_edit(reply: Reply) -> Outcome:
        with misbehaving(reply) as there:
            return run(
                "edit", "--image", photo, "--prompt", "a door", "--output", tmp_path, "--raw",
                "--base-url", there.base_url, "--model", "m",
            )  # fmt: skip

    return run_edit


@pytest.fixture
def holder() -> Iterator[subprocess.Popen[bytes]]:
    """Another program that holds the history when the command begins."""
    open_history().close()
    program = held_by(paths.data_folder() / "history" / "history.db")
    yield program
    program.communicate()


@pytest.fixture
def disk(studio_home: Path) -> Iterator[Path]:
    folder = studio_home / "data"
    folder.mkdir(parents=True)
    with mounted(folder, "size=2m"):
        yield folder


def rows() -> int:
    """Runs in the history."""
    history = open_history()
    count = len(history.runs())
    history.close()
    return count


def is_kept() -> bool:
    """Whether the one run is in the history with all that came of it."""
    history = open_history()
    ((variant,),) = (run.variants for run in history.runs())
    history.close()
    assert variant.state == "done"
    kept = [variant.blob, *variant.partials]
    return [history.blob_path(str(name)).read_bytes() for name in kept] == [RED, BLUE]


@pytest.mark.parametrize("retry_s", [0.1, NEVER_S], ids=["meanwhile", "at the end"])
def test_a_run_that_could_not_be_begun_is_written_later(
    answered, holder, tmp_path, monkeypatch, retry_s
) -> None:
    monkeypatch.setattr(backlog, "RETRY_S", retry_s)
    rows_before_the_result: list[int] = []

    async def let_go(asked: Asked, writer: asyncio.StreamWriter) -> None:
        await asyncio.to_thread(holder.communicate)
        await replies.write(writer, STREAM_HEAD, partial(0, BLUE))
        await asyncio.sleep(1)
        rows_before_the_result.append(rows())
        await replies.write(writer, completed(RED))

    outcome = answered(let_go)

    assert rows_before_the_result == [int(retry_s != NEVER_S)]
    assert outcome.status == 0
    assert (tmp_path / "photo one-edit-01.png").read_bytes() == RED
    assert outcome.err.count("in use") == 1
    assert "is in the history now" in outcome.err
    assert is_kept()


def test_what_comes_while_the_disk_is_full_is_written_once_there_is_room(answered, disk) -> None:
    async def fill_meanwhile(asked: Asked, writer: asyncio.StreamWriter) -> None:
        filler = fill(disk)
        await replies.write(writer, STREAM_HEAD, partial(0, BLUE), completed(RED), 0.5)
        filler.unlink()

    outcome = answered(fill_meanwhile)

    assert outcome.status == 0
    assert "is in the history now" in outcome.err
    assert is_kept()


def test_a_history_that_takes_nothing_to_the_end_is_said_and_costs_no_status(
    answered, disk, tmp_path
) -> None:
    async def fill_first(asked: Asked, writer: asyncio.StreamWriter) -> None:
        fill(disk)
        await replies.write(writer, STREAM_HEAD, partial(0, BLUE), completed(RED))

    outcome = answered(fill_first)

    assert outcome.status == 0
    assert (tmp_path / "photo one-edit-01.png").read_bytes() == RED
    assert "Not all of this run is in the history" in outcome.err
