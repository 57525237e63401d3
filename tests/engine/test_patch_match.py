"""What the embedded fill promises whatever the picture."""

import multiprocessing
import threading
import time

import cv2
import numpy as np
import pytest

from inpaint_studio.engine import FillCancelled, FillJob, PatchMatchEngine
from tests.engine.pictures import ellipse, meadow, run


def hole_at(height: int, width: int, rows: slice, columns: slice) -> np.ndarray:
    hole = np.zeros((height, width), bool)
    hole[rows, columns] = True
    return hole


ALL = slice(None)
EDGE_CASES = {
    "1x1, all hole": hole_at(1, 1, ALL, ALL),
    "4x4 with one known pixel": ~hole_at(4, 4, slice(1), slice(1)),
    "8x8, half a hole": hole_at(8, 8, ALL, slice(4)),
    "16x16 middle": hole_at(16, 16, slice(4, 12), slice(4, 12)),
    "strip 5x3000": hole_at(5, 3000, ALL, slice(1000, 1400)),
    "strip 3000x5": hole_at(3000, 5, slice(1000, 1400), ALL),
    "hole is everything": hole_at(60, 90, ALL, ALL),
    "all but three pixels": ~hole_at(120, 120, slice(5, 6), slice(5, 8)),
    "all but a corner": ~hole_at(200, 200, slice(24), slice(24)),
    "87 % hole": hole_at(150, 200, slice(10, 150), slice(14, 200)),
    "L along two borders": hole_at(200, 200, ALL, slice(60)) | hole_at(200, 200, slice(60), ALL),
    "checkerboard": np.indices((80, 80)).sum(axis=0) % 2 == 0,
    "one pixel": hole_at(90, 90, slice(40, 41), slice(40, 41)),
    "scratch": hole_at(130, 130, slice(60, 62), ALL),
    "odd sizes": hole_at(131, 257, slice(20, 77), slice(30, 131)),
}


@pytest.mark.parametrize("name", EDGE_CASES)
def test_every_shape_of_hole_is_filled_and_the_rest_untouched(engine, name):
    hole = EDGE_CASES[name]
    image = meadow(hole.shape[1], hole.shape[0])
    result = run(engine, image, hole, quality="low")
    assert result.shape == image.shape
    assert result.dtype == np.uint8
    assert np.array_equal(result[~hole], image[~hole])
    other = image.copy()
    other[hole] = (255, 0, 255)
    assert np.array_equal(run(engine, other, hole, quality="low"), result), "nothing leaks"


def coarse_error(image, other):
    """Squared difference of what is left after the texture is blurred away."""
    difference = image.astype(np.float32) - other
    return np.square(cv2.GaussianBlur(difference, (0, 0), 8))


def test_no_hole_gives_the_input(engine):
    image = meadow(50, 40)
    assert np.array_equal(run(engine, image, np.zeros((40, 50), bool)), image)


def test_a_flat_picture_stays_flat(engine):
    image = np.full((200, 300, 3), (90, 140, 30), np.uint8)
    hole = ellipse(300, 200, 0.2)
    for quality in ("low", "medium"):
        assert np.array_equal(run(engine, image, hole, quality=quality), image)


def test_a_picture_that_is_all_hole_becomes_flat(engine):
    result = run(engine, meadow(80, 60), np.ones((60, 80), bool))
    assert np.ptp(result) == 0


def test_the_hole_of_a_larger_picture_never_leaks(engine):
    image, hole = meadow(380, 290), ellipse(380, 290, 0.1)
    other = image.copy()
    other[hole] = (255, 0, 255)
    assert np.array_equal(
        run(engine, image, hole, quality="low"), run(engine, other, hole, quality="low")
    )


def test_what_is_neither_hole_nor_known_is_kept_and_never_copied(engine):
    image, hole = meadow(120, 90), ellipse(120, 90, 0.1)
    known = np.ones_like(hole)
    known[:, :40] = False
    image[~known] = (255, 0, 255)
    result = run(engine, image, hole, known=known)
    assert np.array_equal(result[~hole], image[~hole])
    assert result[hole][:, 1].min() > 10, "magenta has no green"


def test_same_seed_same_bytes_whatever_is_shown(engine):
    image, hole = meadow(380, 300), ellipse(380, 300, 0.12)
    first = run(engine, image, hole, seed=5, quality="low")
    assert np.array_equal(first, run(engine, image, hole, seed=5, quality="low", partials=3))


def test_another_seed_gives_another_picture(engine):
    image, hole = meadow(120, 90), ellipse(120, 90, 0.1)
    first, second = (run(engine, image, hole, seed=seed) for seed in (1, 2))
    assert not np.array_equal(first, second)


def test_seeds_do_not_disturb_each_other_when_fills_run_at_once(engine):
    image, hole = meadow(120, 90), ellipse(120, 90, 0.1)
    alone = [run(engine, image, hole, seed=seed) for seed in (1, 2)]
    together = [image, image]

    def fill(index: int) -> None:
        together[index] = run(engine, image, hole, seed=index + 1)

    threads = [threading.Thread(target=fill, args=(index,)) for index in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert np.array_equal(alone, together)


def test_partials_come_early_and_converge(engine):
    image, hole = meadow(400, 300), ellipse(400, 300, 0.1)
    run(engine, meadow(50, 40), ellipse(50, 40))
    shown, start = [], time.monotonic()
    job = FillJob(image, hole, np.ones_like(hole), seed=3, partials=3)
    result = engine.fill(
        job,
        lambda stage: shown.append((stage.image, stage.fraction, time.monotonic())),
        lambda: False,
    ).image
    whole = time.monotonic() - start
    assert shown[0][2] - start < 0.25 * whole
    assert [fraction for _, fraction, _ in shown] == sorted(fraction for _, fraction, _ in shown)
    assert len(shown) == 3
    errors = [coarse_error(partial, result)[hole].mean() for partial, *_ in shown]
    assert errors == sorted(errors, reverse=True), "each is closer to the result"
    assert all(np.array_equal(partial[~hole], image[~hole]) for partial, *_ in shown)


@pytest.mark.parametrize("wanted", [0, 1, 2, 3])
@pytest.mark.parametrize(
    "size", [(130, 110), (400, 400), (800, 700)], ids=["few sizes", "searched", "sharpened"]
)
def test_as_many_partials_as_asked_for(engine, wanted, size):
    image, hole = meadow(*size), ellipse(size[0], size[1], 0.03)
    shown = []
    job = FillJob(image, hole, np.ones_like(hole), quality="low", partials=wanted)
    engine.fill(job, lambda stage: shown.append(stage.image), lambda: False)
    assert len(shown) == wanted
    assert len({image.tobytes() for image in shown}) == wanted, "all of them different"


@pytest.mark.parametrize("after", [0.0, 0.3, 1.0])
def test_cancel_takes_effect_within_200_ms(engine, after):
    image, hole = meadow(1600, 1200), ellipse(1600, 1200, 0.3)
    cancel = threading.Event()
    threading.Timer(after, cancel.set).start()
    start = time.monotonic()
    with pytest.raises(FillCancelled):
        engine.fill(
            FillJob(image, hole, np.ones_like(hole), quality="high"),
            lambda stage: None,
            cancel.is_set,
        )
    assert time.monotonic() - start - after < 0.2


def test_after_a_cancel_the_engine_still_fills(engine):
    image, hole = meadow(120, 90), ellipse(120, 90)
    with pytest.raises(FillCancelled):
        engine.fill(FillJob(image, hole, np.ones_like(hole)), lambda stage: None, lambda: True)
    assert np.array_equal(run(engine, image, hole)[~hole], image[~hole])


def test_a_big_hole_ends_in_bounded_time(engine):
    image = np.tile(meadow(400, 300), (3, 4, 1))
    hole = hole_at(900, 1600, slice(100, 800), slice(500, 1200))
    start = time.monotonic()
    result = run(engine, image, hole, quality="low")
    assert time.monotonic() - start < 20
    assert np.array_equal(result[~hole], image[~hole])
    assert result[hole].std() > 5


def test_a_worker_that_dies_is_a_fault_of_its_fill_alone(engine):
    image, hole = meadow(1600, 1200), ellipse(1600, 1200, 0.3)

    def kill() -> None:
        (worker,) = engine._busy
        worker._process.kill()

    threading.Timer(0.5, kill).start()
    with pytest.raises(MemoryError, match="cut short"):
        run(engine, image, hole, quality="high")
    small = meadow(60, 50)
    assert run(engine, small, ellipse(60, 50)).shape == small.shape


def test_close_ends_running_fills_and_every_process():
    before = set(multiprocessing.active_children())
    engine = PatchMatchEngine(workers=1)
    image, hole = meadow(1600, 1200), ellipse(1600, 1200, 0.3)
    threading.Timer(0.5, engine.close).start()
    with pytest.raises(FillCancelled):
        run(engine, image, hole, quality="high")
    with pytest.raises(FillCancelled):
        run(engine, image, hole)
    assert set(multiprocessing.active_children()) <= before


def test_what_is_cancelled_before_it_begins_costs_no_worker(engine):
    engine.warm()
    before = list(engine._idle)
    hole = ellipse(120, 90)
    with pytest.raises(FillCancelled):
        engine.fill(
            FillJob(meadow(120, 90), hole, np.ones_like(hole)), lambda stage: None, lambda: True
        )
    assert engine._idle == before
    assert all(worker.is_alive for worker in before)
