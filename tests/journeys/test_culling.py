"""A long history is searched, judged, compared and exported from, by real mouse and keys."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.x11


def test_a_designer_finds_the_best_of_many_results_and_exports_it(
    tmp_path: Path, display: str
) -> None:
    environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    played = subprocess.run(
        [sys.executable, "-m", "tests.journeys.culling", str(tmp_path)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert played.returncode == 0, played.stdout + played.stderr
    assert "Traceback" not in played.stderr, played.stderr
    assert len(list(tmp_path.glob("[1-5]-*.png"))) == 5
