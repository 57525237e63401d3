"""Four live streams in a real window: stop one, keep one, accept one, mask it anew, export."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.x11


def test_four_streams_are_watched_stopped_kept_accepted_and_masked_anew(
    tmp_path: Path, display: str
) -> None:
    environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    played = subprocess.run(
        [sys.executable, "-m", "tests.journeys.streams", str(tmp_path), "light", "1280x720"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert played.returncode == 0, played.stdout + played.stderr
    assert "Traceback" not in played.stderr, played.stderr
    assert len(list(tmp_path.glob("*.png"))) == 8
