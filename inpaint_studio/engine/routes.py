"""Which way a hole is filled, and what stands in until that way is ready."""

from __future__ import annotations

from collections.abc import Iterator

from inpaint_studio.engine import fill
from inpaint_studio.engine.compiled import Readiness
from inpaint_studio.engine.protocol import FillJob, Stage
from inpaint_studio.engine.thin import is_thin, thin_stages


def fill_stages(job: FillJob, readiness: Readiness) -> Iterator[Stage]:
    """Up to `job.partials` intermediate pictures, then the result with fraction 1."""
    if is_thin(job):
        return thin_stages(job)
    if readiness.is_ready():
        from inpaint_studio.engine import multiscale  # needs the kernels

        return multiscale.fill_stages(job)
    return fill.fill_stages(job)
