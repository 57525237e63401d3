"""The system ends the program: everything is put down and the process gone in time."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.processes import is_running

pytestmark = pytest.mark.skipif(not Path("/proc").exists(), reason="reads /proc")

PATIENCE_S = 60
"""Until the window is there, on a machine that has other things to do."""


@pytest.mark.parametrize("wish", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_editor_in_time(wish):
    program = [sys.executable, "-m", "inpaint_studio"]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as editor:
        server = _child_of(editor.pid)
        started = time.monotonic()
        editor.send_signal(wish)
        said, _ = editor.communicate(timeout=60)

    assert time.monotonic() - started < 10  # 1.5 where nothing else runs
    assert -editor.returncode == wish, said.decode()
    assert b"Traceback" not in said
    assert _is_gone(server)


def _is_gone(pid: int) -> bool:
    """Whether the server has followed its owner."""
    ends = time.monotonic() + PATIENCE_S
    while is_running(pid) and time.monotonic() < ends:
        time.sleep(0.05)
    return not is_running(pid)


def _child_of(pid: int) -> int:
    """The embedded server's process, which is started when the window stands."""
    ends = time.monotonic() + PATIENCE_S
    while time.monotonic() < ends:
        for entry in Path("/proc").glob("[0-9]*/stat"):
            try:
                words = entry.read_text().rpartition(")")[2].split()
            except OSError:  # gone again
                continue
            if int(words[1]) == pid:
                return int(entry.parent.name)
        time.sleep(0.1)
    raise TimeoutError("no server was started")
