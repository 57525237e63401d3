"""A small fill that calls every kernel once, so that numba compiles or loads them all."""

from __future__ import annotations

import numpy as np

from inpaint_studio.engine import kernels


def rehearse() -> None:
    """Call each kernel with arrays of the types it is used with."""
    picture = np.zeros((16, 16, 4), dtype=np.uint8)
    valid = np.zeros((16, 16), dtype=np.uint8)
    numbers = np.full((16, 16), -1, dtype=np.int32)
    numbers[4, 4] = 0
    at = np.full(1, 4, dtype=np.int32)
    found = np.full((1, 2), 8, dtype=np.int32)
    cost = np.zeros(1, dtype=np.int32)
    places = picture, valid, numbers, at, at
    kernels.sweep(places, found, found.copy(), cost, (0, 1), False, 4, np.int64(0))
    trust, made = np.ones(1, dtype=np.float32), np.zeros((1, 4), dtype=np.float32)
    kernels.vote((picture, numbers, found, trust), at, at, 0, 1, made)
