"""The whole main path in a real window, driven by real mouse and key events."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.x11


def _journey(stage: str, folder: Path, display: str, *look: str) -> None:
    environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    played = subprocess.run(
        [sys.executable, "-m", "tests.journeys.first_minute", stage, str(folder), *look],
        env=environment,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert played.returncode == 0, played.stdout + played.stderr
    assert "Traceback" not in played.stderr, played.stderr


def test_a_stranger_opens_paints_runs_accepts_exports_and_finds_it_again(
    tmp_path: Path, display: str
) -> None:
    _journey("play", tmp_path, display, "light", "1280x720")
    _journey("reopen", tmp_path, display)
    assert (tmp_path / "sample-edit-01.png").stat().st_size > 100_000
    assert len(list(tmp_path.glob("*.png"))) == 10
