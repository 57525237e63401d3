import numpy as np
from numpy.typing import NDArray

from inpaint_studio.engine.finish import SMOOTH, TEXTURED, _sharpened


def _noisy(spread: float) -> NDArray[np.float32]:
    noise = np.random.default_rng(3).normal(128, spread, (40, 40, 1))
    return np.repeat(noise, 3, axis=2).astype(np.float32)


def _change(made: NDArray[np.float32], busy: float) -> float:
    """How much busier a picture gets whose sources were `busy`."""
    hole = np.ones((40, 40), dtype=np.bool_)
    sharp = _sharpened(made, hole, np.full(hole.size, busy, dtype=np.float32))
    return float(sharp.std() / made.std())


def test_texture_becomes_livelier_than_its_sources() -> None:
    lively = _noisy(10)  # busyness some 27
    assert _change(lively, TEXTURED + 7) > 1.2


def test_a_smooth_place_as_busy_as_its_sources_is_left_alone() -> None:
    calm = _noisy(2)  # busyness some 5
    assert _change(calm, SMOOTH / 2) < 1.1
