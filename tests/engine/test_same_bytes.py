"""One seed gives one picture, whatever the number of processors that work on it."""

import os
import subprocess
import sys

import pytest

MADE = """
import sys, hashlib
import cv2, numpy as np
from tests.engine.pictures import meadow, ellipse
from inpaint_studio.engine import FillJob, compiled, routes, thin
threads, way = int(sys.argv[1]), sys.argv[2]
if __name__ == "__main__":
    cv2.setNumThreads(threads)
    if way == "multiscale":
        compiled.compile_now()
    y, x = np.mgrid[:300, :400]
    hole = np.abs(x - y) < 3 if way == "biharmonic" else ellipse(400, 300, 0.2)
    job = FillJob(meadow(400, 300), hole, np.ones_like(hole), seed=3, quality="low")
    *_, last = routes.fill_stages(job, way == "multiscale")
    assert last.method == way
    print(hashlib.sha256(last.image.tobytes()).hexdigest())
    if way == "biharmonic":
        wide = np.tile(job.image, (4, 4, 1)), np.tile(hole, (4, 4))
        *_, unrounded = thin._descend(thin._surface(*wide))
        print(hashlib.sha256(unrounded.tobytes()).hexdigest())
"""


def made(way: str, threads: int) -> str:
    limits = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"), str(threads))
    code = MADE.replace("import sys, hashlib", "import os, sys, hashlib; os.cpu_count = lambda: N")
    code = code.replace("lambda: N", f"lambda: {threads}")
    command = [sys.executable, "-c", code, str(threads), way]
    done = subprocess.run(
        command, env=os.environ | limits, capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.mark.parametrize("way", ["multiscale", "patchmatch", "biharmonic"])
def test_threads_change_no_byte(way):
    assert made(way, 1) == made(way, 8)
