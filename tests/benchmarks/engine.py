"""The embedded fill against cv2's TELEA, PyPatchMatch and G'MIC, on photos it was not tuned on.

Prints one line a picture and one a contender on stderr, writes a contact sheet beside the photos
(`_photos.FOLDER`), and returns the bars as rows. Times are the least processor time of
`INPAINT_STUDIO_BENCH_RUNS` runs (3).
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields

import cv2
import numpy as np
import patchmatch

from inpaint_studio.engine.compiled import compile_now
from inpaint_studio.engine.crop import crop_around, cut, put_back
from inpaint_studio.engine.protocol import FillJob
from inpaint_studio.engine.pyramid import Pyramids
from inpaint_studio.engine.routes import fill_stages
from tests.benchmarks._likeness import Likeness, likeness
from tests.benchmarks._photos import FOLDER, Case, Pixels, cases, fetch
from tests.benchmarks.report import Row, at_least, at_most

RUNS = int(os.environ.get("INPAINT_STUDIO_BENCH_RUNS", "3"))
OWN = "own medium"

Fill = Callable[[Case], Pixels]


@dataclass(frozen=True, slots=True)
class Score:
    """What one contender made of one case, in `seconds` of a processor."""

    likeness: Likeness
    seconds: float


def rows() -> list[Row]:
    """Measure everything; some ten minutes."""
    fetch()
    compile_now()
    contenders = {OWN: _own("medium"), **_peers()}
    scores: dict[str, list[Score]] = {name: [] for name in contenders}
    for case in cases():
        made = {}
        for name, fill in contenders.items():
            made[name], score = _measure(case, fill)
            scores[name].append(score)
            _tell(f"{case.name}: {name}", [score])
        _sheet(case, made)
    for name, several in scores.items():
        _tell(name, several)
    return _bars(scores)


def _bars(scores: Mapping[str, list[Score]]) -> list[Row]:
    own = {name: _mean(scores[OWN], name) for name in ("psnr", "ssim", "swd", "gradient", "seam")}
    peers = [name for name in scores if name.startswith(("PyPatchMatch", "gmic"))]
    painters = [name for name in peers if name.startswith("PyPatchMatch")]
    best = {name: max(_mean(scores[peer], name) for peer in peers) for name in ("psnr", "ssim")}
    least = min(_mean(scores[peer], "swd") for peer in peers)
    sharpest = max(_mean(scores[peer], "gradient") for peer in painters)
    seconds = _seconds(scores[OWN])
    bars = [
        at_least("PSNR in the hole, to the best peer", own["psnr"], "dB", best["psnr"], 1.0),
        at_least("SSIM in the hole, to the best peer", own["ssim"], "", best["ssim"], 1.0),
        at_most("patch SWD, to the best peer", own["swd"], "", least, 0.90),
        at_least("gradient energy, to PyPatchMatch", own["gradient"], "", sharpest, 1.0),
        at_least("seam ratio, least", own["seam"], "", 0.8, 1.0),
        at_most("seam ratio, most", own["seam"], "", 1.1, 1.0),
        at_most(
            "CPU, to PyPatchMatch 3", seconds, "s", _seconds(scores["PyPatchMatch 3"]), 1 / 1.5
        ),
    ]
    if "gmic" in scores:
        bars.append(at_most("CPU, to gmic", seconds, "s", _seconds(scores["gmic"]), 1 / 2))
    return bars


def _own(quality: str) -> Fill:
    from inpaint_studio.engine import multiscale  # needs the compiled kernels

    def fill(case: Case) -> Pixels:
        multiscale._pyramids = Pyramids()  # each run pays for its own
        known = np.ones_like(case.hole)
        job = FillJob(case.damaged, case.hole, known, seed=1, quality=quality)
        crop = crop_around(job)
        *_, last = fill_stages(cut(job, crop), uses_kernels=True)
        return put_back(job, crop, last.image)

    return fill


def _peers() -> dict[str, Fill]:
    peers: dict[str, Fill] = {"TELEA": _telea}
    for patch_size in (3, 5):
        peers[f"PyPatchMatch {patch_size}"] = _patch_match(patch_size)
    sys.path.append(str(FOLDER / "wheels"))
    try:
        import gmic  # type: ignore[import-not-found, import-untyped, unused-ignore]
    except ImportError as fault:
        print(f"skipped gmic: {fault}", file=sys.stderr)
        return peers

    def fill(case: Case) -> Pixels:
        mask = np.where(case.hole, 255.0, 0.0).astype(np.float32)[..., None]
        pair = [gmic.Image.from_yxc(image) for image in (case.damaged.astype(np.float32), mask)]
        (image,) = gmic.run("verbose 0 inpaint_matchpatch[0] [1] keep[0]", gmic.ImageList(pair))
        made = np.clip(np.rint(np.asarray(image.yxc)), 0, 255).astype(np.uint8)
        return np.where(case.hole[..., None], made, case.truth)

    return peers | {"gmic": fill}


def _telea(case: Case) -> Pixels:
    mask = case.hole.astype(np.uint8)
    return np.asarray(cv2.inpaint(case.damaged, mask, 5, cv2.INPAINT_TELEA), dtype=np.uint8)


def _patch_match(patch_size: int) -> Fill:
    def fill(case: Case) -> Pixels:
        patchmatch.set_random_seed(1)
        made = patchmatch.inpaint(case.damaged, case.hole, patch_size=patch_size)
        return np.asarray(made, dtype=np.uint8)

    return fill


def _measure(case: Case, fill: Fill) -> tuple[Pixels, Score]:
    least = float("inf")
    for _ in range(RUNS):
        start = time.process_time()
        made = fill(case)
        least = min(least, time.process_time() - start)
    return made, Score(likeness(case.truth, made, case.hole), least)


def _mean(scores: list[Score], name: str) -> float:
    return float(np.mean([getattr(score.likeness, name) for score in scores]))


def _seconds(scores: list[Score]) -> float:
    return float(np.mean([score.seconds for score in scores]))


def _tell(name: str, scores: list[Score]) -> None:
    figures = [f"{field.name} {_mean(scores, field.name):.3f}" for field in fields(Likeness)]
    print(f"{name:42s} {' '.join(figures)} cpu {_seconds(scores):.2f}", file=sys.stderr, flush=True)


def _sheet(case: Case, made: Mapping[str, Pixels]) -> None:
    """The surroundings of the hole: damaged, each contender, truth."""
    x, y, width, height = cv2.boundingRect(case.hole.astype(np.uint8))
    rows, columns = slice(max(0, y - 40), y + height + 40), slice(max(0, x - 40), x + width + 40)
    pictures = [case.damaged, *made.values(), case.truth]
    strip = np.hstack([image[rows, columns] for image in pictures])
    name = "sheet-" + case.name.replace(", ", "-").replace(" ", "-") + ".png"
    cv2.imwrite(str(FOLDER / name), np.ascontiguousarray(strip[..., ::-1]))
