from collections.abc import Iterator

import pytest

from inpaint_studio.engine import PatchMatchEngine


@pytest.fixture(scope="session")
def engine() -> Iterator[PatchMatchEngine]:
    engine = PatchMatchEngine(workers=2)
    engine.warm()
    yield engine
    engine.close()
