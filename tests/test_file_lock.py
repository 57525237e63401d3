"""A lock on a file lasts as long as the process that holds it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from inpaint_studio.file_lock import try_lock

_HOLD = """
import sys, time
from pathlib import Path
from inpaint_studio.file_lock import try_lock
lock = try_lock(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""


def test_nobody_else_gets_it_until_it_is_released(tmp_path: Path) -> None:
    lock = try_lock(tmp_path / "lock")
    assert lock is not None
    assert try_lock(tmp_path / "lock") is None
    lock.release(remove=True)
    assert not (tmp_path / "lock").exists()
    again = try_lock(tmp_path / "lock")
    assert again is not None
    again.release()


def test_a_killed_process_leaves_it_free(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, tmp_path / "lock"], stdout=subprocess.PIPE
    ) as process:
        process.stdout.readline()
        assert try_lock(tmp_path / "lock") is None
        process.kill()
        process.wait()
        lock = try_lock(tmp_path / "lock")
        assert lock is not None
        lock.release()
