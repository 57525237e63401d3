"""How the variants of a run are shared out over requests, and what each is sent."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from inpaint_studio.errors import AuthenticationError, ProtocolError, ServerError
from inpaint_studio.runs.run import Run
from tests.runs.studio import Studio, eventually, flat, studio
from tests.support.http_server import Asked
from tests.support.replies import Reply, answer, completed, error, partial, stream

COLOURS = [flat(0, 20 * k, 200) for k in range(10)]
LIMITED = error(429, headers={"retry_after_ms": "1"}.items(), code="rate_limit_exceeded")


def numbered(pause_s: float = 0.0) -> Reply:
    """A reply whose image differs from request to request."""
    count = iter(range(100))

    async def reply(asked: Asked, writer: asyncio.StreamWriter) -> None:
        image = COLOURS[next(count)]
        await stream(partial(0, image), pause_s, completed(image))(asked, writer)

    return reply


def play(
    folder: Path,
    *replies: Reply,
    n: int,
    queue: int = 4,
    profile: dict[str, Any] | None = None,
    **choices: Any,
) -> tuple[Run, Studio]:
    """A run of n variants to its end."""

    async def played() -> tuple[Run, Studio]:
        async with studio(folder, *replies, at_once=queue) as there:
            there.fields = profile or {}
            run = await there.run(n, **choices)
            there.stored = [
                there.history.blob_path(each.blob).read_bytes() if each.blob else b""
                for each in there.history.run(run.id).variants
            ]
            return run, there

    return asyncio.run(played())


def states(run: Run) -> list[str]:
    return [variant.state for variant in run.variants]


def sent(there: Studio, name: str) -> list[str | None]:
    return sorted((asked.fields.get(name) for asked in there.endpoint.asked), key=str)


def test_each_variant_may_be_a_request_of_its_own(tmp_path: Path) -> None:
    run, there = play(tmp_path, numbered(0.05), n=3)

    assert sent(there, "n") == [None] * 3
    assert states(run) == ["done"] * 3
    assert sorted(there.stored) == sorted(COLOURS[:3])


def test_as_many_as_are_allowed_share_a_request(tmp_path: Path) -> None:
    replies = [answer(*COLOURS[:2]), answer(*COLOURS[2:4]), answer(COLOURS[4])]
    run, there = play(tmp_path, *replies, n=5, queue=1, at_once=2)

    assert [asked.fields.get("n") for asked in there.endpoint.asked] == ["2", "2", None]
    assert states(run) == ["done"] * 5
    assert there.stored == COLOURS[:5]


@pytest.mark.parametrize("queue", [1, 4])
def test_so_many_requests_are_under_way_at_a_time(tmp_path: Path, queue: int) -> None:
    waiting, all_there = iter(range(queue - 1, -100, -1)), asyncio.Event()

    async def reply(asked: Asked, writer: asyncio.StreamWriter) -> None:
        if next(waiting) == 0:
            all_there.set()
        await all_there.wait()
        await stream(0.05, completed(COLOURS[0]))(asked, writer)  # time for one too many

    _, there = play(tmp_path, reply, n=10, queue=queue)

    assert len(there.endpoint.asked) == 10
    assert there.endpoint.most_open == queue


def test_requests_are_sent_seeds_of_their_own(tmp_path: Path) -> None:
    _, there = play(tmp_path, numbered(), n=3, extra={"seed": 1})

    assert sent(there, "seed") == ["1", "2", "3"]


def test_variants_that_share_a_request_share_its_seed(tmp_path: Path) -> None:
    replies = [answer(*COLOURS[:2]), answer(*COLOURS[2:4])]
    run, there = play(tmp_path, *replies, n=4, at_once=2, extra={"seed": 1})

    assert sent(there, "seed") == ["1", "3"]
    assert [variant.seed for variant in run.variants] == [1, 1, 3, 3]


def test_an_endpoint_whose_seed_is_fixed_is_sent_drawn_ones_under_its_own_name(
    tmp_path: Path,
) -> None:
    profile = {"has_fixed_seed": True, "seed_field": "noise"}
    run, there = play(tmp_path, numbered(), n=3, profile=profile)

    assert sent(there, "noise") == sorted(str(variant.seed) for variant in run.variants)
    assert len(set(sent(there, "noise"))) == 3


def test_a_request_that_is_sent_again_keeps_its_seed(tmp_path: Path) -> None:
    profile = {"has_fixed_seed": True}
    _, there = play(tmp_path, LIMITED, answer(COLOURS[0]), n=1, profile=profile)

    first, again = sent(there, "seed")
    assert first == again


def test_a_variant_that_fails_leaves_the_others_alone(tmp_path: Path) -> None:
    replies = [answer(COLOURS[0]), error(500), answer(COLOURS[2])]
    run, there = play(tmp_path, *replies, n=3, queue=1)

    assert states(run) == ["done", "failed", "done"]
    assert isinstance(run.variants[1].error, ServerError)
    assert there.stored == [COLOURS[0], b"", COLOURS[2]]


def test_a_request_that_fails_half_way_keeps_what_it_has_brought(tmp_path: Path) -> None:
    replies = [answer(*COLOURS[:2]), stream(completed(COLOURS[2]), b"data: {"), error(500)]
    run, there = play(tmp_path, *replies, n=6, queue=1, at_once=2)

    assert states(run)[:3] == ["done"] * 3
    assert states(run)[4:] == ["failed"] * 2
    assert there.stored[:3] == COLOURS[:3]
    assert run.variants[4].error is run.variants[5].error


def test_an_answer_with_too_few_images_is_a_fault_of_those_that_lack(tmp_path: Path) -> None:
    run, _ = play(tmp_path, answer(*COLOURS[:2]), n=3, at_once=3)

    assert states(run) == ["done", "done", "failed"]
    assert isinstance(run.variants[2].error, ProtocolError)


def test_after_a_hopeless_refusal_the_waiting_ones_are_not_sent(tmp_path: Path) -> None:
    run, there = play(tmp_path, error(401), n=10, queue=2)

    assert len(there.endpoint.asked) == 2
    assert states(run) == ["failed"] * 10
    assert all(isinstance(variant.error, AuthenticationError) for variant in run.variants)
    assert run.variants[9].started is None


async def test_a_stop_ends_every_request_and_says_of_each_whether_it_may_cost(
    tmp_path: Path,
) -> None:
    asked = asyncio.Event()

    async def reply(_: Asked, writer: asyncio.StreamWriter) -> None:
        asked.set()
        await asyncio.Event().wait()

    async with studio(tmp_path, reply, at_once=1) as there:
        task = there.begin(3, at_once=2)
        await asked.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        rows = there.history.run(there.watching.runs[-1].id).variants
        assert [each.state for each in rows] == ["stopped"] * 3
        assert ["may have been charged" in each.message for each in rows] == [True, True, False]
        await eventually(lambda: there.endpoint.open_now == 0)
