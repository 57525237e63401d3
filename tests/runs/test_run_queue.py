from __future__ import annotations

import asyncio

from inpaint_studio.runs.run_queue import RunQueue


async def test_no_more_than_the_limit_are_under_way_and_all_get_their_turn() -> None:
    queue, under_way, most, done = RunQueue(2), 0, 0, []

    async def work(name: int) -> None:
        nonlocal under_way, most
        async with queue.hold():
            under_way += 1
            most = max(most, under_way)
            await asyncio.sleep(0)
            under_way -= 1
            done.append(name)

    await asyncio.gather(*[work(name) for name in range(7)])
    assert most == 2
    assert done == list(range(7))


async def test_first_goes_before_all_who_wait() -> None:
    queue, order = RunQueue(1), []

    async def work(name: str, *, first: bool = False) -> None:
        async with queue.hold(first=first):
            order.append(name)
            await asyncio.sleep(0)

    async with asyncio.TaskGroup() as group:
        for name, first in (("a", False), ("b", False), ("c", True)):
            group.create_task(work(name, first=first))
    assert order == ["a", "c", "b"]


async def test_giving_up_a_turn_passes_it_on() -> None:
    queue = RunQueue(1)
    async with queue.hold():
        gone, stays = (asyncio.ensure_future(queue._take(first=False)) for _ in range(2))  # noqa: TID251
        await asyncio.sleep(0)
        gone.cancel()
        await asyncio.sleep(0)
    await asyncio.wait_for(stays, 1)


async def test_a_turn_that_comes_as_it_is_given_up_is_not_lost() -> None:
    queue = RunQueue(1)
    async with queue.hold():
        gone, stays = (asyncio.ensure_future(queue._take(first=False)) for _ in range(2))  # noqa: TID251
        await asyncio.sleep(0)
    gone.cancel()
    await asyncio.wait_for(stays, 1)
