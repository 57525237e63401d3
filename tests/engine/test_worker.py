"""The process behind a fill never outlives whoever started it."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

OWNER = """
import threading, time
import numpy as np
from inpaint_studio.engine import FillJob, PatchMatchEngine

if __name__ == "__main__":
    engine = PatchMatchEngine(workers=1)
    image = np.random.default_rng(0).integers(0, 255, (1200, 1600, 3)).astype(np.uint8)
    hole = np.zeros((1200, 1600), bool)
    hole[300:900, 300:1300] = True
    job = FillJob(image, hole, np.ones_like(hole), quality="high", partials=3)

    def tell(stage):
        (worker,) = engine._busy
        print(worker._process.pid, flush=True)

    engine.fill(job, tell, lambda: False)
"""


def is_running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
def test_a_busy_worker_ends_when_its_owner_is_killed(tmp_path):
    script = tmp_path / "owner.py"
    script.write_text(OWNER)
    with subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": str(Path(__file__).parents[2])},
    ) as owner:
        assert owner.stdout is not None
        worker = int(owner.stdout.readline())
        assert is_running(worker)
        owner.kill()
        started = time.monotonic()
        while is_running(worker) and time.monotonic() - started < 5:
            time.sleep(0.02)
        assert time.monotonic() - started < 1
