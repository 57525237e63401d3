"""The sizes of a picture are made once for all its variants."""

from dataclasses import replace

import numpy as np

from inpaint_studio.engine import FillJob
from inpaint_studio.engine.pyramid import Pyramids, pyramid
from tests.engine.pictures import ellipse, meadow


def test_variants_share_the_sizes_and_other_pictures_do_not():
    hole = ellipse(130, 110, 0.1)
    job = FillJob(meadow(130, 110), hole, np.ones_like(hole), seed=1)
    pyramids = Pyramids()
    sizes = pyramids.of(job)
    assert pyramids.of(replace(job, seed=2, quality="high", partials=3)) is sizes
    others = (
        replace(job, image=255 - job.image),
        replace(job, hole=ellipse(130, 110, 0.2)),
        replace(job, known=~ellipse(130, 110, 0.05)),
    )
    for other in others:
        sizes = pyramids.of(job)
        made = pyramids.of(other)
        assert made is not sizes
        for one, two in zip(made, pyramid(other), strict=True):
            assert np.array_equal(one.level.image, two.level.image)
            assert np.array_equal(one.texture, two.texture)
    assert pyramids.of(job) is not sizes, "one picture at a time"
