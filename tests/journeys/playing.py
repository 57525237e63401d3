"""Plays a journey in a process of its own, on a display."""

from __future__ import annotations

import os
import subprocess
import sys


def play(
    journey: str, *arguments: object, display: str, within_s: float = 120, **variables: str
) -> None:
    """Play `tests.journeys.<journey>` to its end, without a fault and without a traceback.

    `variables` are added to the environment.
    """
    played = subprocess.run(
        [sys.executable, "-m", f"tests.journeys.{journey}", *map(str, arguments)],
        env=os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"} | variables,
        capture_output=True,
        text=True,
        timeout=within_s,
        check=False,
    )
    assert played.returncode == 0, played.stdout + played.stderr
    assert "Traceback" not in played.stderr, played.stderr
