"""The process behind a fill never outlives whoever started it, and says why it ended."""

import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from inpaint_studio.contract.failures import FILL_FAILED, FILL_UNUSABLE
from inpaint_studio.engine import FillJob, PatchMatchEngine
from inpaint_studio.engine.protocol import EngineFault
from tests.engine.pictures import ellipse, meadow, run
from tests.support.processes import is_running

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


def test_a_library_that_cannot_be_loaded_is_named_and_tried_anew_by_the_next_fill(
    tmp_path, monkeypatch, capfd
):
    broken = tmp_path / "patchmatch.py"
    broken.write_text("raise ImportError('libpatchmatch.so: cannot open shared object file')")
    monkeypatch.syspath_prepend(str(tmp_path))
    engine = PatchMatchEngine(workers=1)
    with pytest.raises(EngineFault, match=r"ImportError: libpatchmatch\.so") as caught:
        run(engine, meadow(60, 50), ellipse(60, 50))
    assert caught.value.code == FILL_UNUSABLE
    assert "Traceback" in capfd.readouterr().err
    assert not engine._idle, "what cannot start is not started over and over"
    broken.unlink()
    assert run(engine, meadow(60, 50), ellipse(60, 50)).any()
    engine.close()


def test_a_fault_of_the_fill_is_named_and_of_that_fill_alone(capfd):
    grey = np.zeros((50, 60, 1), np.uint8)
    hole = ellipse(60, 50)
    # One of its own: a worker complains where it was started.
    with closing(PatchMatchEngine(workers=1)) as engine:
        with pytest.raises(EngineFault, match="ValueError") as caught:
            engine.fill(FillJob(grey, hole, np.ones_like(hole)), lambda stage: None, lambda: False)
        assert caught.value.code == FILL_FAILED
        assert "Traceback" in capfd.readouterr().err
        assert run(engine, meadow(60, 50), hole).any()
