"""Which way a hole is filled."""

from __future__ import annotations

from collections.abc import Iterator

from inpaint_studio.engine import fill
from inpaint_studio.engine.protocol import FillJob, Stage
from inpaint_studio.engine.thin import is_thin, thin_stages


def fill_stages(job: FillJob, uses_kernels: bool) -> Iterator[Stage]:
    """Up to `job.partials` intermediate pictures, then the result with fraction 1.

    `uses_kernels` is for processes that have loaded them; without, PyPatchMatch stands in.
    """
    if is_thin(job):
        return thin_stages(job)
    if not uses_kernels:
        return fill.fill_stages(job)
    from inpaint_studio.engine import multiscale  # needs the kernels

    return multiscale.fill_stages(job)
