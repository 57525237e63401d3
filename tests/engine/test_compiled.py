"""Kernels are compiled by one process at a time, and are there whole or not at all."""

import multiprocessing
import shutil
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from inpaint_studio.engine import FillJob, PatchMatchEngine, patch_match
from inpaint_studio.engine.compiled import CACHE_VARIABLE, Kernels, _compile
from tests.engine.pictures import ellipse, meadow

pytestmark = pytest.mark.skipif(find_spec("numba") is None, reason="numba is not installed")

LOADED_ONLY = """
import sys
from pathlib import Path
from inpaint_studio.engine.compiled import load
load(Path(sys.argv[1]))
from inpaint_studio.engine import kernels
print(sum(sum(each.stats.cache_misses.values()) for each in (kernels.sweep, kernels.vote)))
"""


@pytest.fixture
def empty(monkeypatch, tmp_path) -> Path:
    """Nothing is compiled on this computer."""
    root = tmp_path / "numba"
    monkeypatch.setenv(CACHE_VARIABLE, str(root))
    return root


@pytest.fixture
def copied(engine, monkeypatch, tmp_path) -> Path:
    """The compiled kernels in a place of their own, to be damaged."""
    folder = Kernels().folder
    copy = tmp_path / "numba" / folder.name
    shutil.copytree(folder, copy)
    monkeypatch.setenv(CACHE_VARIABLE, str(copy.parent))
    return copy


def until(condition, seconds: float = 240.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


def method(engine: PatchMatchEngine, size=(60, 50)) -> str:
    hole = ellipse(size[0], size[1], 0.1)
    job = FillJob(meadow(size[0], size[1]), hole, np.ones_like(hole), quality="low")
    return engine.fill(job, lambda stage: None, lambda: False).method


def test_a_compiler_that_is_killed_leaves_nothing_and_hands_over_to_the_next(empty):
    context = multiprocessing.get_context("spawn")
    folder = empty / "kernels"
    first, second = (context.Process(target=_compile, args=(folder,)) for _ in range(2))
    first.start()
    until(lambda: list(empty.glob("kernels.unfinished/*/*.nbi")))
    second.start()
    first.kill()
    first.join()
    assert not folder.exists()
    second.join()
    assert [path.name for path in empty.iterdir() if path.is_dir()] == ["kernels"]
    misses = subprocess.run(
        [sys.executable, "-c", LOADED_ONLY, str(folder)], capture_output=True, text=True, check=True
    )
    assert misses.stdout == "0\n", "whoever reads it compiles nothing"


@pytest.mark.parametrize("damage", [b"", b"nonsense"], ids=["empty", "nonsense"])
def test_damaged_kernels_are_deleted_and_the_stand_in_answers(copied, capfd, damage):
    for path in copied.rglob("*.nbc"):
        path.write_bytes(damage)
    engine = PatchMatchEngine(workers=1)
    assert method(engine) == "patchmatch"
    assert not copied.exists()
    assert len(engine._idle) == 1
    engine.close()
    assert "Traceback" in capfd.readouterr().err


def test_damaged_kernels_that_cannot_be_deleted_are_left_alone(copied, monkeypatch, capfd):
    for path in copied.rglob("*.nbi"):
        path.write_bytes(b"")
    monkeypatch.setattr("shutil.rmtree", lambda *_, **__: None)
    engine = PatchMatchEngine(workers=1)
    assert [method(engine), method(engine)] == ["patchmatch", "patchmatch"]
    engine.close()
    assert capfd.readouterr().err.count("Local fill: the compiled kernels") == 1


def test_a_subject_keeps_its_fill_when_the_kernels_become_ready(copied):
    aside = copied.rename(copied.with_name("not-yet"))
    engine = PatchMatchEngine(workers=1)
    assert method(engine) == "patchmatch"
    aside.rename(copied)
    assert method(engine) == "patchmatch", "a run that has begun goes on as it began"
    assert method(engine, (80, 60)) == "multiscale"
    engine.close()


def test_nothing_is_compiled_while_fills_come(empty, monkeypatch):
    monkeypatch.setattr(patch_match, "COMPILE_AFTER_S", 1.0)
    engine = PatchMatchEngine(workers=1)
    engine.warm()
    end = time.monotonic() + 4
    while time.monotonic() < end:
        method(engine)
        assert not empty.exists()
    until(lambda: list(empty.glob("*.unfinished")))
    engine.close()
    until(
        lambda: not [each for each in multiprocessing.active_children() if each.name == "compile"]
    )
