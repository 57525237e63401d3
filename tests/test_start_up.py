"""The window is painted before anything heavy is imported."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

HEAVY = ("numpy", "cv2", "PIL", "httpx", "asyncio", "qasync", "sqlite3", "keyring", "starlette")
_UNTIL_PAINTED = """
import json, os, sys
from inpaint_studio import app

class Painted(app.Studio):
    def _paint_shell(self):
        super()._paint_shell()
        print(json.dumps(sorted(sys.modules)), flush=True)
        os._exit(0)

Painted([]).run()
"""


@pytest.fixture(scope="module")
def modules() -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", _UNTIL_PAINTED],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return set(json.loads(done.stdout))


@pytest.mark.parametrize("name", HEAVY)
def test_the_first_paint_waits_for_no_library(modules: set[str], name: str) -> None:
    assert name not in modules


def test_the_first_paint_does_without_the_session(modules: set[str]) -> None:
    assert not {name for name in modules if name.startswith("inpaint_studio.session")}
