"""Holes too large to search or to make at full size are filled by the same rules as others."""

import numpy as np
import pytest

from inpaint_studio.engine import FillJob
from tests.engine.pictures import ellipse, meadow


@pytest.mark.parametrize("bound", ["LARGEST_SEARCHED", "LARGEST_MADE"])
def test_above_each_bound_the_picture_is_whole_and_as_large_as_it_was(monkeypatch, bound):
    multiscale = pytest.importorskip("inpaint_studio.engine.multiscale")
    image, hole = meadow(301, 247), ellipse(301, 247, 0.15)
    monkeypatch.setattr(multiscale, bound, np.count_nonzero(hole) // 2)
    job = FillJob(image, hole, np.ones_like(hole), quality="low", partials=3)
    *early, last = multiscale.fill_stages(job)
    assert last.fraction == 1.0
    assert len(early) == 3
    for stage in (*early, last):
        assert stage.image.shape == image.shape
        assert np.array_equal(stage.image[~hole], image[~hole])
    assert last.image[hole].std() > 5
