"""Paint, run, copy, paste, drag and drop on a real Wayland compositor, by pointer and keys.

Weston shows its display in a window on an Xvfb of our own; what xdotool does there reaches the
editor as the compositor's own seat, so that the selection and the drag go through the protocol. Of
the picture under the pointer it shows that Weston had it on its screen, not how it looks; of other
compositors it shows nothing.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.x11

_SOCKET = "studio-test"


@pytest.fixture
def compositor(display: str) -> Iterator[dict[str, str]]:
    """The variables of a Weston that gives its whole display to one window."""
    if shutil.which("weston") is None:
        pytest.skip("weston is not installed: no Wayland here")
    # Paths of sockets are short.
    with tempfile.TemporaryDirectory(dir="/tmp") as runtime:
        variables = {"DISPLAY": display, "XDG_RUNTIME_DIR": runtime}
        options = ["--shell=kiosk-shell.so", "--use-pixman", "--width=1600", "--height=1000"]
        server = subprocess.Popen(
            ["weston", "--backend=x11-backend.so", f"--socket={_SOCKET}", *options],
            env={**os.environ, **variables},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            _wait_for(Path(runtime) / _SOCKET, server)
            yield {**variables, "WAYLAND_DISPLAY": _SOCKET, "QT_QPA_PLATFORM": "wayland"}
        finally:
            server.terminate()
            server.wait(10)


def _wait_for(socket: Path, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 30
    while not socket.exists():
        if server.poll() is not None or time.monotonic() > until:
            pytest.skip("weston does not start on an X display here")
        time.sleep(0.1)


def test_paint_copy_paste_and_drag_on_wayland(tmp_path: Path, compositor: dict[str, str]) -> None:
    played = subprocess.run(
        [sys.executable, "-m", "tests.journeys.wayland", str(tmp_path)],
        env={**os.environ, **compositor, "WAYLAND_DEBUG": "1"},
        capture_output=True,
        text=True,
        errors="replace",
        timeout=300,
        check=False,
    )
    said = "\n".join(line for line in played.stderr.splitlines() if not line.startswith("["))
    assert played.returncode == 0, said
    assert "Traceback" not in said, said
    assert "set_selection(wl_data_source@" in played.stderr
    _check_drag(played.stderr)


def _check_drag(protocol: str) -> None:
    """The drag began with an icon, whose picture came on screen after that."""
    began = re.search(r"start_drag\([^)]*, wl_surface@\d+, wl_surface@(\d+), \d+\)", protocol)
    assert began is not None, "no drag with an icon was started"
    shown = rf"wl_surface@{began[1]}\.enter\(wl_output@"
    assert re.search(shown, protocol[began.end() :]), "the icon was never shown"
