from collections.abc import Iterator
from pathlib import Path

import pytest

from inpaint_studio.history import History


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "history"


@pytest.fixture
def history(folder: Path) -> Iterator[History]:
    opened = History(folder)
    yield opened
    opened.close()
