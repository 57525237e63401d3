"""Photos to judge a fill by, fetched from packages on demand into a folder that can be thrown away.

None of them had a part in choosing the fill's numbers. Those were chosen on scikit-image's coffee,
astronaut, chelsea, brick, grass, gravel and rocket, and mate-backgrounds' Dune, Wood, GreenMeadow,
LadyBird and RainDrops. Nothing fetched here is kept or shipped, whatever its licence.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Hole = NDArray[np.bool_]

FOLDER = Path(os.environ.get("INPAINT_STUDIO_BENCH", Path(tempfile.gettempdir()) / "studio-bench"))
WHEELS = ("gmic", "scikit-image", "scikit-learn")
DEBIAN = ("mate-backgrounds", "lomiri-wallpapers-16.04", "lomiri-wallpapers-20.04")


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """`truth` H×W×3 RGB; everything where `hole` is true is to be guessed."""

    name: str
    truth: Pixels
    hole: Hole

    @property
    def damaged(self) -> Pixels:
        """The truth with grey in the hole, so that no engine can peek."""
        image = self.truth.copy()
        image[self.hole] = 128
        return image


def fetch() -> None:
    """Packages into `FOLDER`, once; those that cannot be had are told of and left out."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    wheels = FOLDER / "wheels"
    if not wheels.exists():
        install = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(wheels)]
        _try([*install, *WHEELS])
    for package in DEBIAN:
        if not (FOLDER / package).exists() and _try(["apt-get", "download", "-qq", package]):
            archive = next(FOLDER.glob(f"{package}_*.deb"))
            _try(["dpkg", "-x", str(archive), str(FOLDER / package)])


def cases() -> Iterator[Case]:
    """Fourteen pairs of photo and hole; those whose photo is not there are told of and left out."""
    for name, pattern, edge, hole in _CASES:
        found = sorted(FOLDER.glob(f"**/{pattern}"))
        if not found:
            print(f"skipped {name}: no {pattern} in {FOLDER}", file=sys.stderr)
            continue
        truth = photo(found[0], edge)
        yield Case(name, truth, _hole(hole, truth.shape[0], truth.shape[1]))


def photo(path: Path, edge: int) -> Pixels:
    """RGB, the longer edge at most `edge` pixels."""
    image = cv2.imread(str(path))
    assert image is not None
    scale = min(1.0, edge / max(image.shape[:2]))
    small = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return np.ascontiguousarray(small[..., ::-1])


_CASES = (
    ("roofs, brush", "china.jpg", 640, ("stroke", 11, 0.07)),
    ("petals, ellipse", "flower.jpg", 640, ("ellipse", 0.3, 0.65, 0.13)),
    ("motorcycle, brush", "motorcycle_left.png", 741, ("stroke", 12, 0.06)),
    ("garden, ellipse", "Garden.jpg", 1024, ("ellipse", 0.45, 0.6, 0.14)),
    ("storm, ellipse", "Storm.jpg", 1024, ("ellipse", 0.5, 0.5, 0.16)),
    ("two wings, brush", "TwoWings.jpg", 1024, ("stroke", 13, 0.06)),
    ("yellow flower, ellipse", "YellowFlower.jpg", 1024, ("ellipse", 0.75, 0.3, 0.12)),
    ("fresh flower, brush", "FreshFlower.jpg", 1024, ("stroke", 14, 0.08)),
    ("seeds on bokeh, ellipse", "seeding_by*.jpg", 1024, ("ellipse", 0.3, 0.4, 0.12)),
    ("dragonfly, ellipse", "Dragonfly_by*.jpg", 1024, ("ellipse", 0.5, 0.5, 0.12)),
    ("mountains, outpaint", "picosdeeuropa_by*.jpg", 800, ("frame", 80, 0.0)),
    ("sea, ellipse", "aitzgorri_by*.jpg", 1024, ("ellipse", 0.6, 0.7, 0.14)),
    ("fossa, brush", "Fossa_by*.jpg", 1024, ("stroke", 15, 0.08)),
    ("nuthatch, scratches", "Kleiber_by*.jpg", 800, ("scratches", 16, 0.005)),
)


def _hole(shape: tuple[str | float, ...], height: int, width: int) -> Hole:
    kind, *numbers = shape
    mask = np.zeros((height, width), dtype=np.uint8)
    if kind == "ellipse":
        x, y, share = (float(number) for number in numbers)
        axes = (round(share * width * 1.2), round(share * width))
        cv2.ellipse(mask, (round(x * width), round(y * height)), axes, 20, 0, 360, 255, -1)
    elif kind == "frame":
        mask[:] = 255
        edge = int(numbers[0])
        mask[edge:-edge, edge:-edge] = 0
    else:
        _draw(mask, int(numbers[0]), round(float(numbers[1]) * width), lines=kind == "scratches")
    return mask > 127


def _draw(mask: NDArray[np.uint8], seed: int, thickness: int, *, lines: bool) -> None:
    rng = np.random.default_rng(seed)
    extent = np.array([mask.shape[1], mask.shape[0]])
    count = 8 if lines else 1
    for _ in range(count):
        points = (rng.uniform(0.15, 0.85, (2 if lines else 5, 2)) * extent).astype(np.int32)
        cv2.polylines(mask, [points], isClosed=False, color=(255,), thickness=max(2, thickness))


def _try(command: list[str]) -> bool:
    try:
        done = subprocess.run(command, cwd=FOLDER, check=False, capture_output=True, text=True)
    except OSError as fault:
        print(f"{command[0]}: {fault}", file=sys.stderr)
        return False
    if done.returncode:
        print(f"{' '.join(command[:3])} failed: {done.stderr[-200:]}", file=sys.stderr)
    return done.returncode == 0
