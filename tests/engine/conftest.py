import subprocess
import sys
from collections.abc import Iterator

import pytest

from inpaint_studio.engine import PatchMatchEngine


@pytest.fixture(scope="session")
def compiled() -> None:
    """The fill is compiled, as it is on every start but the first."""
    code = "from inpaint_studio.engine.compiled import compile_now; compile_now()"
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.fixture(scope="session")
def engine(compiled) -> Iterator[PatchMatchEngine]:
    engine = PatchMatchEngine(workers=2)
    engine.warm()
    yield engine
    engine.close()
