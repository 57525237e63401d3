"""A designer's session at a twelve-megapixel photo, by real mouse and keys."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.x11


def test_a_designer_paints_selects_feathers_undoes_redoes_and_zooms(
    tmp_path: Path, display: str
) -> None:
    environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    played = subprocess.run(
        [sys.executable, "-m", "tests.journeys.painting", str(tmp_path), "dark", "1440x900"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert played.returncode == 0, played.stdout + played.stderr
    assert "Traceback" not in played.stderr, played.stderr
    assert len(list(tmp_path.glob("*.png"))) == 8
