"""A process that starts while this one is still importing."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

BESIDE_AN_IMPORT = """
import importlib, sys, threading, time

midway = threading.Event()

def be_slow(event, arguments):
    # The package has put its folder on sys.path and loads its native part.
    if event == "import" and arguments[0] == "cv2" and arguments[1]:
        assert any(each.endswith("cv2") for each in sys.path)
        midway.set()
        time.sleep(2)

if __name__ == "__main__":
    from inpaint_studio.engine.belonging import started
    assert "cv2" not in sys.modules
    sys.addaudithook(be_slow)
    threading.Thread(target=importlib.import_module, args=("cv2",)).start()
    assert midway.wait(30)
    child = started(importlib.import_module, ("numpy",), "child")
    child.join()
    sys.exit(child.exitcode)
"""


def test_a_child_works_that_is_started_while_opencv_is_being_imported(tmp_path: Path) -> None:
    script = tmp_path / "beside.py"
    script.write_text(BESIDE_AN_IMPORT)
    done = subprocess.run(
        [sys.executable, str(script)], cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
