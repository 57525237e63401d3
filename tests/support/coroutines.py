"""Tests that are coroutines: each runs in a loop of its own, from the first fixture to the last.

No plugin of the kind fits: they run fixtures and test one after the other, and between two runs
of Qt's loop its callbacks would come while none is running.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from inspect import iscoroutinefunction

import pytest

LoopFactory = Callable[[], asyncio.AbstractEventLoop] | None


@pytest.fixture
def loop_factory() -> LoopFactory:
    """What makes the loop a coroutine test runs in; asyncio's own where it is None."""
    return None


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a coroutine test; fixtures that are asynchronous contexts are entered in its loop."""
    if not iscoroutinefunction(pyfuncitem.obj):
        return None
    factory = pyfuncitem._request.getfixturevalue("loop_factory")
    with asyncio.Runner(loop_factory=factory) as runner:
        runner.run(_played(pyfuncitem))
    return True


async def _played(test: pytest.Function) -> None:
    async with AsyncExitStack() as contexts:
        arguments = {name: test.funcargs[name] for name in test._fixtureinfo.argnames}
        for name, value in arguments.items():
            if isinstance(value, AbstractAsyncContextManager):
                arguments[name] = await contexts.enter_async_context(value)
        await test.obj(**arguments)
