"""What the stand-in for the compiled fill promises whatever the picture."""

import numpy as np
import pytest

from inpaint_studio.engine.fill import fill_stages
from inpaint_studio.engine.protocol import FillJob
from tests.engine.pictures import ellipse, meadow
from tests.engine.test_patch_match import EDGE_CASES


@pytest.mark.parametrize("name", EDGE_CASES)
def test_every_shape_of_hole_is_filled_and_the_rest_untouched(name):
    hole = EDGE_CASES[name]
    image = meadow(hole.shape[1], hole.shape[0])
    image[hole] = (255, 0, 255)
    stages = list(fill_stages(FillJob(image, hole, np.ones_like(hole), quality="low", partials=3)))

    fractions = [stage.fraction for stage in stages]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0
    for stage in stages:
        assert np.array_equal(stage.image[~hole], image[~hole])
        assert not (stage.image[hole] == (255, 0, 255)).all(axis=1).any()


@pytest.mark.parametrize("size", [(120, 90), (380, 300)], ids=["painted", "sharpened"])
def test_same_seed_same_bytes_whatever_is_shown_and_another_seed_another_picture(size):
    image, hole = meadow(*size), ellipse(size[0], size[1], 0.2)

    def made(seed, partials):
        job = FillJob(image, hole, np.ones_like(hole), seed=seed, quality="low", partials=partials)
        *_, last = fill_stages(job)
        return last.image.tobytes()

    assert made(5, 0) == made(5, 3)
    assert made(5, 0) != made(6, 0)


@pytest.mark.parametrize("wanted", [0, 1, 2, 3])
@pytest.mark.parametrize("size", [(130, 110), (400, 400), (800, 700)])
def test_as_many_partials_as_asked_for_each_another(wanted, size):
    image, hole = meadow(*size), ellipse(size[0], size[1], 0.03)
    job = FillJob(image, hole, np.ones_like(hole), quality="low", partials=wanted)

    pictures = [stage.image.tobytes() for stage in fill_stages(job)]

    assert len(set(pictures)) == wanted + 1


def test_what_may_not_be_copied_is_not_copied():
    image, hole = meadow(380, 300), ellipse(380, 300, 0.2)
    known = np.ones_like(hole)
    known[:, :120] = False
    image[~known & ~hole] = (255, 0, 255)

    *_, last = fill_stages(FillJob(image, hole, known, quality="low"))

    assert last.image[hole & known][:, 1].min() > 10, "magenta has no green"
