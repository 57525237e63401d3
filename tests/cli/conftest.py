"""Pictures to edit, and embedded endpoints that run for a whole module."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from inpaint_studio import paths
from inpaint_studio.cli import main
from inpaint_studio.cli.parser import SERVER_KEY_VARIABLE
from inpaint_studio.history import History
from tests.support.canary import CANARY
from tests.support.embedded import engine, faulty

__all__ = ["engine", "faulty"]

ROOT = Path(__file__).parents[2]
KEY = CANARY


@dataclass(frozen=True)
class Outcome:
    status: int
    out: str
    err: str

    @property
    def events(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    def run_main(*arguments: object) -> Outcome:
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as end:
            status = int(end.code or 0)
        captured = capsys.readouterr()
        return Outcome(int(status), captured.out, captured.err)

    return run_main


@contextmanager
def serving(*flags: str, key: str | None = None) -> Iterator[str]:
    """The base URL of an endpoint of its own process."""
    with subprocess.Popen(
        [sys.executable, "-m", "inpaint_studio", "serve", "--port", "0", *flags],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | ({SERVER_KEY_VARIABLE: key} if key else {}),
    ) as process:
        assert process.stdout is not None
        first_line = process.stdout.readline()
        assert first_line.startswith("Serving http://127.0.0.1:")
        yield first_line.removeprefix("Serving ").strip()
        process.terminate()
        assert process.wait(10) == 0


@pytest.fixture(scope="session")
def endpoint() -> Iterator[str]:
    with serving(key=KEY) as url:
        yield url


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "photo one.jpg"
    cv2.imwrite(str(path), noise(120, 180))
    return path


@pytest.fixture
def mask(tmp_path: Path) -> Path:
    path = tmp_path / "mask.png"
    cv2.imwrite(str(path), disc(120, 180, radius=16))
    return path


def noise(height: int, width: int) -> np.ndarray:
    y, x = np.mgrid[0:height, 0:width]
    smooth = np.stack([x * 255 // width, y * 255 // height, (x + y) % 200], axis=-1)
    grain = np.random.default_rng(3).integers(0, 9, smooth.shape)
    return (smooth + grain).clip(0, 255).astype(np.uint8)


def disc(height: int, width: int, *, radius: int) -> np.ndarray:
    mask = np.zeros((height, width), np.uint8)
    cv2.circle(mask, (width // 2, height // 2), radius, 255, -1)
    return mask


@pytest.fixture
def edit(run, photo, mask, tmp_path, endpoint):
    """Edits the photo at the running endpoint; further flags are added."""

    def run_edit(*flags: object, image: Path | None = photo, mask: Path | None = mask):
        pictures = [*(["--image", image] if image else []), *(["--mask", mask] if mask else [])]
        return run(
            "edit", *pictures, "--prompt", "a door", "--output", tmp_path,
            "--quality", "low", "--base-url", endpoint, "--api-key", KEY, *flags,
        )  # fmt: skip

    return run_edit


def open_history() -> History:
    return History(paths.data_folder() / "history")


def newest_states() -> list[str]:
    history = open_history()
    states: list[str] = [variant.state for variant in history.runs(limit=1)[0].variants]
    history.close()
    return states
