from __future__ import annotations

from collections.abc import Callable, Iterator

import httpx
import pytest

from inpaint_studio.engine import PatchMatchEngine
from tests.support.embedded import running


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
