"""One large fill in a process of its own: prints what it took. Arguments: width, hole's share."""

from __future__ import annotations

import json
import math
import resource
import subprocess
import sys
import time
from dataclasses import dataclass

import cv2
import numpy as np

from inpaint_studio.engine.compiled import compile_now
from inpaint_studio.engine.crop import crop_around, cut, put_back
from inpaint_studio.engine.protocol import FillJob


@dataclass(frozen=True, slots=True)
class Peak:
    """`seconds` of a processor, `peak_gb` of memory, and whether known pixels were `kept`."""

    seconds: float
    peak_gb: float
    kept: bool


def measured(width: int, share: float) -> Peak:
    """Fill `share` of a picture of that width, 16:9, in a process of its own."""
    command = [sys.executable, "-m", __name__, str(width), str(share)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return Peak(**json.loads(done.stdout))


def main() -> None:
    width, share = int(sys.argv[1]), float(sys.argv[2])
    compile_now()
    from inpaint_studio.engine.multiscale import fill_stages

    job = _job(width, width * 9 // 16, share)
    start = time.process_time()
    crop = crop_around(job)
    for stage in fill_stages(cut(job, crop)):
        last = stage
    made = put_back(job, crop, last.image)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if _counts_bytes() else 1024)
    kept = np.array_equal(made[~job.hole], job.image[~job.hole])
    seconds = time.process_time() - start
    print(json.dumps({"seconds": seconds, "peak_gb": peak / 1e9, "kept": kept}))


def _counts_bytes() -> bool:
    return sys.platform == "darwin"


def _job(width: int, height: int, share: float) -> FillJob:
    """Waves with grain, as costly as any photo, and an ellipse to fill."""
    rng = np.random.default_rng(3)
    small = rng.integers(0, 255, (height // 8, width // 8, 3), dtype=np.uint8)
    image = cv2.resize(cv2.GaussianBlur(small, (0, 0), 6), (width, height))
    image = np.asarray(image // 2 + rng.integers(0, 60, image.shape, dtype=np.uint8), np.uint8)
    hole = np.zeros((height, width), np.uint8)
    radius = math.sqrt(share * width * height / math.pi)
    axes = round(radius * 1.24), round(radius / 1.24)
    cv2.ellipse(hole, (width // 2, height // 2), axes, 10, 0, 360, (1,), -1)
    return FillJob(
        np.asarray(image, np.uint8), hole > 0, np.ones_like(hole, np.bool_), 1, partials=3
    )


if __name__ == "__main__":
    main()
