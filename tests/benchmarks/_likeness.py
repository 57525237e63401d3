"""How good a fill is where the truth is known; every figure looks at the hole alone."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from tests.benchmarks._photos import Hole, Pixels

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Likeness:
    """`psnr` in dB; `ssim`; `swd`: sliced Wasserstein distance of 7×7 patches at three sizes.

    `gradient`: gradient energy over the truth's. `seam`: gradient on the rim over that outside.
    """

    psnr: float
    ssim: float
    swd: float
    gradient: float
    seam: float


def likeness(truth: Pixels, made: Pixels, hole: Hole) -> Likeness:
    """Compare H×W×3 RGB pictures."""
    error = float(np.mean((truth.astype(np.float32) - made)[hole] ** 2))
    flags = hole.astype(np.uint8)
    inner = cv2.erode(flags, _square(3)) > 0
    rim = (cv2.dilate(flags, _square(3)) > 0) & ~inner
    outside = (cv2.dilate(flags, _square(17)) > 0) & (cv2.dilate(flags, _square(5)) == 0)
    before, after = _gradient(truth), _gradient(made)
    return Likeness(
        psnr=float(10 * np.log10(65025 / max(error, 0.01))),
        ssim=_ssim(_grey(truth), _grey(made), hole),
        swd=_swd(truth, made, flags),
        gradient=float(after[inner].mean()) / max(float(before[inner].mean()), 1e-6),
        seam=float(after[rim].mean()) / max(float(after[outside].mean()), 1e-6),
    )


def _square(edge: int) -> NDArray[np.uint8]:
    return np.ones((edge, edge), dtype=np.uint8)


def _grey(image: Pixels) -> Floats:
    return np.asarray(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), dtype=np.float32)


def _gradient(image: Pixels) -> Floats:
    grey = _grey(image)
    return np.hypot(cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1))


def _ssim(one: Floats, two: Floats, hole: Hole) -> float:
    def soft(values: Floats) -> Floats:
        return np.asarray(cv2.GaussianBlur(values, (0, 0), 1.5), dtype=np.float32)

    mean_one, mean_two = soft(one), soft(two)
    spread = soft(one * one) - mean_one**2 + soft(two * two) - mean_two**2
    shared = soft(one * two) - mean_one * mean_two
    top = (2 * mean_one * mean_two + 6.5025) * (2 * shared + 58.5225)
    bottom = (mean_one**2 + mean_two**2 + 6.5025) * (spread + 58.5225)
    return float((top / bottom)[hole].mean())


def _swd(truth: Pixels, made: Pixels, hole: NDArray[np.uint8]) -> float:
    rng = np.random.default_rng(0)
    one, two = truth.astype(np.float32), made.astype(np.float32)
    distances = []
    for _ in range(3):
        rows, columns = np.nonzero(hole)
        if len(rows) < 30:
            break
        chosen = rng.choice(len(rows), min(len(rows), 3000), replace=False)
        directions = rng.normal(size=(147, 64))
        directions /= np.linalg.norm(directions, axis=0)
        at = rows[chosen], columns[chosen]
        sorted_one, sorted_two = (
            np.sort(_patches(image, *at) @ directions, axis=0) for image in (one, two)
        )
        distances.append(np.abs(sorted_one - sorted_two).mean())
        one, two = (np.asarray(cv2.pyrDown(image), np.float32) for image in (one, two))
        size = (one.shape[1], one.shape[0])
        hole = np.asarray(cv2.resize(hole, size, interpolation=cv2.INTER_NEAREST), np.uint8)
    return float(np.mean(distances)) if distances else 0.0


def _patches(image: Floats, rows: NDArray[np.int64], columns: NDArray[np.int64]) -> Floats:
    wide = cv2.copyMakeBorder(image, 3, 3, 3, 3, cv2.BORDER_REFLECT)
    down, right = np.mgrid[0:7, 0:7]
    taken = wide[rows[:, None] + down.ravel(), columns[:, None] + right.ravel()]
    return np.asarray(taken.reshape(len(rows), -1), dtype=np.float32)
