from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette

from inpaint_studio.engine import PatchMatchEngine
from inpaint_studio.server.app import create_app
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


@pytest.fixture(scope="session")
def engine() -> Iterator[PatchMatchEngine]:
    engine = PatchMatchEngine(workers=2)
    engine.warm()
    yield engine
    engine.close()


@pytest.fixture(scope="session")
def base_url(engine) -> Iterator[str]:
    with running(engine) as url:
        yield url


@pytest.fixture(scope="session")
def http() -> Iterator[httpx.Client]:
    with httpx.Client(timeout=30, trust_env=False) as client:
        yield client


@pytest.fixture
def post(base_url, http) -> Callable[..., httpx.Response]:
    """Post fields and files to the edits endpoint."""

    def post(files, url: str = base_url, **data):
        fields = {"prompt": "a meadow", "model": "local-fill-no-prompt", **data}
        if "dall-e-2" not in (fields["model"] or ""):  # knows no qualities; low is 5 times quicker
            fields = {"quality": "low", **fields}
        fields = {name: value for name, value in fields.items() if value is not None}
        return http.post(f"{url}/images/edits", data=fields, files=files)

    return post
