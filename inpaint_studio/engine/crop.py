"""The part of a picture that matters to a hole."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import numpy as np

from inpaint_studio.engine.protocol import FillJob, Pixels

LARGE_PICTURE = 8_000_000
"""Pixels above which less context is taken: at that size 0.4 of the hole is texture enough."""

MIN_CONTEXT = 64


class Crop(NamedTuple):
    """Row and column slices into the whole picture."""

    rows: slice
    columns: slice


def crop_around(job: FillJob) -> Crop:
    """The hole's box with twice its longer side (at least 64 px) of surroundings.

    Half as much costs as much time and finds worse sources.
    """
    rows = np.flatnonzero(job.hole.any(axis=1))
    columns = np.flatnonzero(job.hole.any(axis=0))
    longer = max(int(np.ptp(rows)), int(np.ptp(columns))) + 1
    share = 0.4 if job.hole.size > LARGE_PICTURE else 2.0
    context = max(MIN_CONTEXT, round(longer * share))
    height, width = job.hole.shape
    return Crop(
        slice(max(0, int(rows[0]) - context), min(height, int(rows[-1]) + 1 + context)),
        slice(max(0, int(columns[0]) - context), min(width, int(columns[-1]) + 1 + context)),
    )


def cut(job: FillJob, crop: Crop) -> FillJob:
    """The same job for the crop alone; its arrays are contiguous copies."""
    return replace(
        job,
        image=np.ascontiguousarray(job.image[crop]),
        hole=np.ascontiguousarray(job.hole[crop]),
        known=np.ascontiguousarray(job.known[crop]),
    )


def put_back(job: FillJob, crop: Crop, made: Pixels) -> Pixels:
    """The whole picture with `made` in the hole and nowhere else."""
    whole = job.image.copy()
    hole = job.hole[crop]
    whole[crop][hole] = made[hole]
    return whole
