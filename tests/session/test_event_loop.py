"""The loop asks nothing of asyncio that Python deprecates or has taken away."""

import asyncio
from contextvars import ContextVar

import pytest

from inpaint_studio.session.event_loop import EventLoop

number: ContextVar[int] = ContextVar("number", default=0)


@pytest.fixture
def runner(qapp, monkeypatch: pytest.MonkeyPatch):
    # As in Python 3.16.
    monkeypatch.delattr(asyncio, "iscoroutinefunction")
    qapp.setQuitOnLastWindowClosed(False)
    with asyncio.Runner(loop_factory=lambda: EventLoop(qapp)) as runner:
        yield runner


def test_callbacks_come_in_order_and_in_their_context(runner):
    seen: list[tuple[str, int]] = []

    async def main() -> None:
        loop = asyncio.get_running_loop()
        number.set(7)
        loop.call_later(0.02, lambda: seen.append(("later", number.get())))
        loop.call_soon(lambda: seen.append(("soon", number.get())))
        await asyncio.sleep(0.05)

    runner.run(main())
    assert seen == [("soon", 7), ("later", 7)]


def test_a_cancelled_callback_does_not_come(runner):
    seen: list[str] = []

    async def main() -> None:
        asyncio.get_running_loop().call_later(0.01, seen.append, "cancelled").cancel()
        await asyncio.sleep(0.03)

    runner.run(main())
    assert seen == []


def test_workers_and_threads_reach_it(runner):
    async def main() -> str:
        loop, told = asyncio.get_running_loop(), asyncio.Event()
        await asyncio.to_thread(loop.call_soon_threadsafe, told.set)
        await told.wait()
        return await asyncio.to_thread(str.upper, "done")

    assert runner.run(main()) == "DONE"
