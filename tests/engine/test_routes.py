"""Every hole is filled the way that suits it, and the answer says which."""

import subprocess
import sys

import numpy as np
import pytest

from inpaint_studio.engine import FillJob
from inpaint_studio.engine.routes import fill_stages
from inpaint_studio.engine.thin import thin_stages
from tests.engine.pictures import ellipse, meadow


def slope(width, height):
    y, x = np.mgrid[:height, :width]
    return np.clip(np.dstack([x, y, (x + y) / 2]) + 20, 0, 255).astype(np.uint8)


def scratch(width, height, thickness):
    y, x = np.mgrid[:height, :width]
    return np.abs(x - y) < thickness


def method(engine, hole):
    image = meadow(hole.shape[1], hole.shape[0])
    job = FillJob(image, hole, np.ones_like(hole))
    return engine.fill(job, lambda stage: None, lambda: False).method


def test_scratches_and_blobs_go_their_own_ways(engine):
    assert method(engine, scratch(120, 90, 3)) == "biharmonic"
    assert method(engine, ellipse(120, 90, 0.1)) == "multiscale"


def test_without_the_kernels_patchmatch_stands_in():
    hole = ellipse(60, 50, 0.1)
    job = FillJob(meadow(60, 50), hole, np.ones_like(hole))
    *_, last = fill_stages(job, uses_kernels=False)
    assert last.method == "patchmatch"


@pytest.mark.parametrize("partials", [0, 3])
def test_a_scratch_on_a_slope_vanishes(partials):
    image, hole = slope(120, 90), scratch(120, 90, 3)
    job = FillJob(image, hole, np.ones_like(hole), partials=partials)
    *early, last = thin_stages(job)
    assert len(early) == partials
    assert np.abs(last.image.astype(int) - image).max() <= 1
    assert np.array_equal(last.image[~hole], image[~hole])


def test_a_scratch_is_filled_from_what_is_beside_it_alone():
    image, hole = slope(120, 90), scratch(120, 90, 3)
    other = image.copy()
    other[hole] = (255, 0, 255)
    known = np.ones_like(hole)
    one, two = (list(thin_stages(FillJob(each, hole, known)))[-1] for each in (image, other))
    assert np.array_equal(one.image, two.image)


def test_the_server_itself_never_loads_the_compiler():
    code = "import sys, inpaint_studio.server.serve, inpaint_studio.engine; print(*sys.modules)"
    modules = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert "inpaint_studio.engine.worker" in modules
    assert not {"numba", "llvmlite", "patchmatch"} & set(modules)
