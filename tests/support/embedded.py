"""The embedded server in a thread of the test's process: real sockets, real fills, no start-up."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import pytest
import uvicorn
from starlette.applications import Starlette

from inpaint_studio.engine import PatchMatchEngine
from inpaint_studio.server.app import create_app
from inpaint_studio.server.fault_injection import parse_injected_faults
from inpaint_studio.server.serve import _config


@contextmanager
def running(engine, **choices) -> Iterator[str]:
    """An application with these choices on a free loopback port: its base URL."""
    with running_app(create_app(engine, **{"api_key": None, **choices})) as url:
        yield url


@contextmanager
def running_app(app: Starlette) -> Iterator[str]:
    """The application on a free loopback port, in a thread: its base URL."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(_config(app))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/v1"
    finally:
        server.should_exit = True
        thread.join()
        listener.close()
        app.state.service.kept.close()
        app.state.service.threads.shutdown()


@contextmanager
def served(*flags: str) -> Iterator[str]:
    """The real command in a process of its own, on a free port: its address."""
    command = [sys.executable, "-m", "inpaint_studio", "serve", "--port", "0", *flags]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().removeprefix("Serving ").strip()
        finally:
            process.terminate()


@pytest.fixture(scope="session")
def engine() -> Iterator[PatchMatchEngine]:
    """Local fill for every server of this process; its workers start with the first fill."""
    engine = PatchMatchEngine(workers=2)
    yield engine
    engine.close()


@pytest.fixture
def faulty(engine: PatchMatchEngine, expected_log) -> Iterator[Callable[[str], str]]:
    """Call it with what `serve --faults` takes: the base URL of a server that behaves so."""
    with ExitStack() as servers:

        def start(words: str) -> str:
            faults = parse_injected_faults(words)
            if faults.cut_stream:
                expected_log("ASGI callable returned without completing response")
            return servers.enter_context(running(engine, faults=faults))

        yield start
