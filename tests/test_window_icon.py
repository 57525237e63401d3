"""What a desktop shows of a window beside its picture: an icon, and whose window it is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from tests.support.display import display as display

pytestmark = pytest.mark.x11

_SHOWN = """
import asyncio, subprocess, sys
from inpaint_studio.app import Studio
async def look(studio):
    await asyncio.sleep(0.3)
    window = str(int(studio.window.winId()))
    print(subprocess.check_output(["xprop", "-id", window, *sys.argv[1:]], text=True))
    await studio.close()
    return 0
sys.exit(Studio([]).run(look))
"""


def test_the_window_has_its_icon_and_belongs_to_the_desktop_file(display: str) -> None:
    if shutil.which("xprop") is None:
        pytest.skip("xprop is not installed")
    others = {name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"}
    shown = subprocess.run(
        [sys.executable, "-c", _SHOWN, "WM_CLASS", "_NET_WM_ICON"],
        env={**others, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert shown.returncode == 0, shown.stderr
    assert 'WM_CLASS(STRING) = "inpaint-studio", "Inpaint Studio"' in shown.stdout
    assert "_NET_WM_ICON(CARDINAL) =" in shown.stdout
