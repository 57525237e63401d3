"""A pipeline of the person's own behind the engine's protocol; needs the extra `diffusers`."""

import sys
import threading
import time
from importlib.util import find_spec

import numpy as np
import pytest

from inpaint_studio.engine import FillCancelled, FillJob
from inpaint_studio.engine.diffusion import LIBRARIES, STEPS, DiffusionEngine
from inpaint_studio.errors import StudioError
from tests.engine.pictures import ellipse, meadow
from tests.support.tiny_pipeline import save_tiny_pipeline

needs_the_extra = pytest.mark.skipif(
    any(find_spec(name) is None for name in LIBRARIES),
    reason="the extra 'diffusers' is not installed",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return save_tiny_pipeline(tmp_path_factory.mktemp("models") / "tiny-inpainting")


@pytest.fixture(scope="module")
def engine(folder):
    engine = DiffusionEngine(folder)
    yield engine
    engine.close()


def job(width=90, height=70, **choices) -> FillJob:
    hole = choices.pop("hole", ellipse(width, height, 0.1))
    known = choices.pop("known", np.ones_like(hole))
    choices = {"quality": "low", "prompt": "a red bird", **choices}
    return FillJob(choices.pop("image", meadow(width, height)), hole, known, **choices)


def filled(engine, job, show=lambda stage: None):
    return engine.fill(job, show, lambda: False).image


@needs_the_extra
@pytest.mark.parametrize(
    "size", [(90, 70), (64, 64), (333, 41), (8, 8), (1, 1)], ids="{0[0]}x{0[1]}".format
)
def test_any_size_comes_back_with_its_known_pixels_untouched(engine, size):
    work = job(*size)
    result = filled(engine, work)
    assert result.shape == work.image.shape
    assert result.dtype == np.uint8
    assert np.array_equal(result[~work.hole], work.image[~work.hole])
    if size[0] > 8:
        assert not np.array_equal(result, work.image)


@needs_the_extra
def test_the_same_seed_gives_the_same_bytes_and_another_another_picture(engine):
    first, again, other = (filled(engine, job(seed=seed)) for seed in (3, 3, 4))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


@needs_the_extra
def test_the_prompt_is_followed(engine):
    one, two = (filled(engine, job(prompt=prompt)) for prompt in ("a red bird", "snow"))
    assert not np.array_equal(one, two)


@needs_the_extra
def test_the_hole_never_leaks(engine):
    work = job()
    other = work.image.copy()
    other[work.hole] = (255, 0, 255)
    assert np.array_equal(filled(engine, work), filled(engine, job(image=other)))


@needs_the_extra
def test_transparent_surroundings_are_neither_shown_to_the_model_nor_changed(engine):
    known = np.ones((70, 90), bool)
    known[:, :20] = False
    work = job(known=known)
    other = work.image.copy()
    other[~known] = (255, 0, 255)
    made, second = filled(engine, work), filled(engine, job(image=other, known=known))
    assert np.array_equal(made[work.hole], second[work.hole])
    assert (second[~known] == (255, 0, 255)).all()


@needs_the_extra
@pytest.mark.parametrize("wanted", [0, 1, 3])
def test_as_many_partials_as_asked_for_and_the_result_is_the_same(engine, wanted):
    stages = []
    made = filled(engine, job(partials=wanted), stages.append)
    assert [stage.fraction for stage in stages] == [
        STEPS["low"] * part // (wanted + 1) / STEPS["low"] for part in range(1, wanted + 1)
    ]
    assert len({stage.image.tobytes() for stage in stages}) == wanted
    assert all(stage.method == "diffusion" for stage in stages)
    assert np.array_equal(made, filled(engine, job()))


@needs_the_extra
def test_a_cancel_takes_effect_at_the_end_of_a_step(engine):
    asked = []

    def is_cancelled() -> bool:
        asked.append(True)
        return len(asked) > 2

    with pytest.raises(FillCancelled):
        engine.fill(job(quality="high"), lambda stage: None, is_cancelled)
    assert len(asked) == 3, "steps two and three; the engine asks once at the end of each"


@needs_the_extra
def test_who_waits_for_another_fill_can_be_cancelled(engine):
    work = job(512, 512, quality="high")
    stop = threading.Event()

    def fill_until_stopped() -> None:
        with pytest.raises(FillCancelled):
            engine.fill(work, lambda stage: None, stop.is_set)

    busy = threading.Thread(target=fill_until_stopped)
    busy.start()
    while not engine._turn.locked():
        time.sleep(0.001)
    with pytest.raises(FillCancelled):
        engine.fill(work, lambda stage: None, lambda: True)
    stop.set()
    busy.join()


@needs_the_extra
def test_a_closed_engine_fills_no_more(folder):
    engine = DiffusionEngine(folder)
    engine.close()
    with pytest.raises(FillCancelled):
        filled(engine, job())


@needs_the_extra
def test_a_folder_without_a_pipeline_is_told_of(tmp_path):
    with pytest.raises(StudioError, match="model_index"):
        DiffusionEngine(tmp_path)
    (tmp_path / "model_index.json").write_text('{"_class_name": "NoSuchPipeline"}')
    with pytest.raises(StudioError, match="save_pretrained"):
        DiffusionEngine(tmp_path)


def test_without_the_extra_the_words_say_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(StudioError, match="diffusers"):
        DiffusionEngine(tmp_path)


def test_nothing_of_the_extra_is_loaded_without_a_pipeline():
    assert "inpaint_studio.engine.diffusion" in sys.modules
    if not any(find_spec(name) for name in LIBRARIES):
        assert not set(LIBRARIES) & set(sys.modules)
