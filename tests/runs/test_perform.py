"""A run from the click to the last byte kept, with no window."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from inpaint_studio.errors import AuthenticationError, ConnectionFailed, HistoryError
from tests.runs.studio import Studio, eventually, flat, studio
from tests.support.http_server import Asked
from tests.support.replies import STREAM_HEAD, answer, completed, error, partial, stream, write

GREEN, RED, BLUE = flat(0, 200, 0), flat(0, 0, 200), flat(200, 0, 0)


def test_no_window_is_needed() -> None:
    """Not even its libraries."""
    words = "import sys, inpaint_studio.runs.perform; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", words], check=False).returncode == 0


def held(*pieces: bytes):
    """A reply that sends these and then says nothing more."""

    async def reply(asked: Asked, writer: asyncio.StreamWriter) -> None:
        await write(writer, STREAM_HEAD, *pieces)
        await asyncio.Event().wait()

    return reply


def row(there: Studio, position: int = 0):
    return there.history.run(there.watching.runs[-1].id).variants[position]


async def test_a_run_is_recorded_streamed_placed_and_finished(tmp_path: Path) -> None:
    async with studio(
        tmp_path, stream(partial(0, GREEN), partial(1, RED), completed(BLUE))
    ) as there:
        run = await there.run()
        (variant,) = run.variants
        assert there.watching.states[0] == "began"
        assert [each for each in there.watching.states if each in ("running", "done")] == [
            "running",
            "done",
        ]
        assert variant.partials_seen == 2
        assert variant.shows_result
        assert variant.raw is not None
        assert np.array_equal(variant.raw[5, 5], (200, 0, 0, 255))
        kept = row(there)
        history = there.history
        assert history.blob_path(kept.blob).read_bytes() == BLUE
        assert [history.blob_path(each).read_bytes() for each in kept.partials] == [GREEN, RED]
        assert json.loads(kept.answer_json)["figures"]["seam"] > 0


async def test_the_row_is_there_before_the_request_leaves(tmp_path: Path) -> None:
    states: list[str] = []

    async def reply(asked: Asked, writer: asyncio.StreamWriter) -> None:
        states.append(row(there).state)
        await answer(GREEN)(asked, writer)

    async with studio(tmp_path, reply) as there:
        await there.run()
    assert states == ["running"]


async def test_what_is_stopped_keeps_its_partials_and_says_that_it_may_have_been_charged(
    tmp_path: Path,
) -> None:
    async with studio(tmp_path, held(partial(0, GREEN))) as there:
        task = there.begin()
        await eventually(lambda: there.watching.runs and there.watching.variant.partials_seen)
        there.watching.variant.stop()
        await task
        kept = row(there)
        assert (kept.state, len(kept.partials)) == ("stopped", 1)
        assert "may have been charged. Its partials are kept" in kept.message


async def test_what_is_stopped_in_the_queue_is_never_sent(tmp_path: Path) -> None:
    async with studio(tmp_path, held(), at_once=1) as there:
        task = there.begin(2)
        await eventually(lambda: "running" in there.watching.states and there.endpoint.asked)
        first, second = there.watching.runs[-1].variants
        second.stop()
        await eventually(lambda: second.state == "stopped")
        assert row(there, 1).message == "It had not been sent."
        assert first.is_pending
        first.stop()
        await task
        assert len(there.endpoint.asked) == 1


@pytest.mark.parametrize(
    ("reply", "state", "kind"),
    [
        (error(401), "failed", AuthenticationError),
        (stream(partial(0, GREEN)), "interrupted", ConnectionFailed),
    ],
)
async def test_a_failure_is_the_state_of_its_card(tmp_path: Path, reply, state: str, kind) -> None:
    async with studio(tmp_path, reply) as there:
        (variant,) = (await there.run()).variants
        assert variant.state == row(there).state == state
        assert isinstance(variant.error, kind)
        assert there.watching.complaints == []


async def test_one_that_waits_is_sent_at_once_when_it_is_hurried(tmp_path: Path) -> None:
    refusal = error(429, headers={"Retry-After": "30"}.items())
    async with studio(tmp_path, refusal, answer(GREEN)) as there:
        task = there.begin()
        await eventually(lambda: there.watching.runs and there.watching.variant.wait_s is not None)
        variant = there.watching.variant
        assert variant.wait_s is not None
        assert variant.wait_s > 20
        assert variant.skip_wait is not None
        variant.skip_wait()
        await asyncio.wait_for(task, 25)
        assert there.watching.variant.state == row(there).state == "done"
        assert len(there.endpoint.asked) == 2


async def test_pictures_beyond_what_was_asked_for_become_variants(tmp_path: Path) -> None:
    async with studio(tmp_path, answer(GREEN, RED)) as there:
        run = await there.run()
        assert [each.state for each in run.variants] == ["done", "done"]
        assert there.history.blob_path(row(there, 1).blob).read_bytes() == RED
        (complaint,) = there.watching.complaints
        assert "More pictures came" in complaint.title


async def test_a_result_that_cannot_be_kept_is_shown_and_complained_of(tmp_path: Path) -> None:
    async def reply(asked: Asked, writer: asyncio.StreamWriter) -> None:
        blobs = tmp_path / "history" / "blobs"
        blobs.rename(tmp_path / "away")
        blobs.write_text("in the way")
        await answer(GREEN)(asked, writer)

    async with studio(tmp_path, reply) as there:
        (variant,) = (await there.run()).variants
        assert variant.state == "done"
        assert variant.pixels is not None
        (complaint,) = there.watching.complaints
        assert isinstance(complaint, HistoryError)


async def test_a_mask_chosen_while_it_streams_is_what_the_result_shows_through(
    tmp_path: Path,
) -> None:
    goes_on = asyncio.Event()

    async def reply(asked: Asked, writer: asyncio.StreamWriter) -> None:
        await write(writer, STREAM_HEAD, partial(0, GREEN))
        await goes_on.wait()
        await write(writer, completed(RED))

    async with studio(tmp_path, reply) as there:
        task = there.begin()
        await eventually(lambda: there.watching.runs and there.watching.variant.partials_seen)
        variant = there.watching.variant
        later = np.zeros_like(variant.blend)
        later[20:30, 20:30] = 255
        variant.choose_mask(later)
        goes_on.set()
        await task
        assert variant.blend[25, 25] == 255
        assert not variant.blend[60:].any()


async def test_a_run_may_go_before_all_that_wait(tmp_path: Path) -> None:
    goes_on = asyncio.Event()

    async def reply(asked: Asked, writer: asyncio.StreamWriter) -> None:
        await goes_on.wait()
        await answer(GREEN)(asked, writer)

    async with studio(tmp_path, reply, at_once=1) as there:
        runs = there.watching.runs
        tasks = [there.begin(), there.begin()]
        await eventually(lambda: len(runs) == 2 and there.endpoint.asked)
        tasks.append(there.begin(first=True))
        await eventually(lambda: len(runs) == 3)
        goes_on.set()
        await asyncio.gather(*tasks)
        started = [run.variants[0].started or 0.0 for run in runs]
        assert started[2] < max(started[0], started[1])
