"""What the embedded server asks of a fill, whichever algorithm stands behind it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]


class FillCancelled(Exception):  # noqa: N818 -- an outcome, not a fault
    """The caller no longer wants the result."""


class EngineFault(Exception):  # noqa: N818 -- the server's to put into words
    """The engine itself does not work; `code` is one of those in `contract.failures`."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code


@dataclass(frozen=True, slots=True)
class FillJob:
    """One picture with a hole.

    `image` is H×W×3 uint8 RGB; `hole` H×W bool, true where pixels are to be made; what `image`
    holds there is never looked at. `known` H×W bool is false where a pixel may be used neither as
    hole nor as source (fully transparent surroundings). `quality` is low, medium or high: more time
    for more care. The same seed gives the same bytes. `prompt` is for engines that follow it.
    """

    image: Pixels
    hole: NDArray[np.bool_]
    known: NDArray[np.bool_]
    seed: int = 0
    quality: str = "medium"
    partials: int = 0
    prompt: str = ""

    def input_digest(self) -> bytes:
        """What tells a picture with its hole from others, whatever is wished of the fill."""
        found = hashlib.sha256(repr(self.image.shape).encode())  # a third of blake2b's time
        for pixels in (self.image, self.hole, self.known):
            found.update(np.ascontiguousarray(pixels).data)
        return found.digest()


@dataclass(frozen=True, slots=True, eq=False)
class Stage:
    """A picture at the job's size, H×W×3 RGB, complete and outside the hole equal to the input.

    `fraction` of the work is done, 1 for the result. `method` names what made it: `multiscale`,
    `patchmatch` (until the former is compiled, or where it cannot be), `biharmonic` (scratches) or
    `diffusion`.
    """

    image: Pixels
    fraction: float
    method: str


class Progress(Protocol):
    """Receives intermediate images; asks nothing back."""

    def __call__(self, stage: Stage) -> None:
        """Take an intermediate stage."""


class Engine(Protocol):
    """Fills holes.

    `model` is the id it is asked for by, `note` what people are to know of it.
    """

    model: str
    note: str
    follows_prompt: bool

    def warm(self) -> None:
        """Prepare for the first fill; in a thread, as it may take seconds."""
        ...

    def close(self) -> None:
        """Let go of everything; running fills end with FillCancelled."""
        ...

    def fill(self, job: FillJob, progress: Progress, is_cancelled: Callable[[], bool]) -> Stage:
        """Return the last stage: the input outside the hole, byte for byte, and made pixels inside.

        Calls `progress` with up to `job.partials` earlier ones, coarse to fine.

        Raises:
            FillCancelled: `is_cancelled` turned true, or the engine was closed.
            MemoryError: the machine could not hold the work.
            EngineFault: the engine is broken, or has failed.
            ImageError: the engine will not make this picture; the words say why.
        """
        ...
