"""Feeds damaged input to what reads it, and counts what comes of that."""

from __future__ import annotations

import contextlib
import faulthandler
import signal
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.fuzz.targets import (
    EXPECTED,
    ServerFault,
    Target,
    Targets,
    client_targets,
    file_targets,
    server_targets,
)

GROUPS: Mapping[str, Callable[[Path], AbstractContextManager[Targets]]] = {
    "server": server_targets,
    "client": client_targets,
    "files": file_targets,
}

HANG_S = 10.0
STUCK_S = 120.0
"""An input that does not even heed the watchdog ends the process with every thread's stack."""


class Hang(BaseException):
    """An input took longer than `HANG_S`."""


@dataclass
class Tally:
    """What became of a target's inputs."""

    inputs: int = 0
    refused: int = 0
    crashes: list[str] = field(default_factory=list)
    hangs: list[str] = field(default_factory=list)
    server_errors: list[str] = field(default_factory=list)
    slowest_s: float = 0.0

    @property
    def faults(self) -> list[str]:
        return [*self.crashes, *self.hangs, *self.server_errors]


def fuzz(name: str, target: Target, numbers: range, seed: int) -> Tally:
    """Feed a target the inputs of these numbers."""
    tally = Tally()
    for number in numbers:
        data = target.make(Random(f"{seed}/{name}/{number}"))
        started = time.monotonic()
        _feed(target, data, f"{name} {number}: {len(data)} bytes", tally)
        tally.slowest_s = max(tally.slowest_s, time.monotonic() - started)
        tally.inputs += 1
    return tally


def _feed(target: Target, data: bytes, place: str, tally: Tally) -> None:
    try:
        with _watched():
            target.take(data)
    except EXPECTED:
        tally.refused += 1
    except ServerFault as fault:
        tally.server_errors.append(f"{place}: {fault}")
    except Hang:
        tally.hangs.append(place)
    except Exception as fault:  # noqa: BLE001 -- whatever it is, it is what is looked for
        tally.crashes.append(f"{place}: {fault!r}")


@contextlib.contextmanager
def _watched() -> Iterator[None]:
    def ring(*_: object) -> None:
        raise Hang

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, HANG_S)
    faulthandler.dump_traceback_later(STUCK_S, exit=True)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        faulthandler.cancel_dump_traceback_later()
        signal.signal(signal.SIGALRM, before)


def fuzz_group(group: str, inputs: int, seed: int, *, first: int = 0) -> dict[str, Tally]:
    """Share the inputs among all targets of a group."""
    with (
        tempfile.TemporaryDirectory() as folder,
        warnings.catch_warnings(),
        GROUPS[group](Path(folder)) as targets,
    ):
        warnings.simplefilter("ignore")  # Pillow warns of what it then refuses
        return {
            name: fuzz(name, target, range(first, first + round(inputs * share)), seed)
            for name, (share, target) in targets.items()
        }


def fuzz_one(group: str, name: str, number: int, seed: int) -> Tally:
    """Feed a target one input again."""
    with tempfile.TemporaryDirectory() as folder, GROUPS[group](Path(folder)) as targets:
        return fuzz(name, targets[name][1], range(number, number + 1), seed)
