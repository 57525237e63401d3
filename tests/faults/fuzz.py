"""Feeds damaged input to everything that reads what strangers wrote.

`python -m tests.faults.fuzz --inputs 100000 [--seed 0] [--target png]` prints inputs, crashes and
hangs of each target. Every input follows from seed, target and number: a fault is made again by
`--seed S --target T --first K --inputs 1`.
"""

from __future__ import annotations

import argparse
import contextlib
import faulthandler
import resource
import signal
import sys
import tempfile
import time
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.faults.fuzz_targets import EXPECTED, Server, ServerFault, Target, targets

SHARES = {
    "multipart": 0.2, "json": 0.15, "stream": 0.2, "answer": 0.1, "png": 0.15, "openraster": 0.1,
    "journal": 0.1,
}  # fmt: skip
"""Of all inputs: the quick targets get more."""

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


def fuzz_all(inputs: int, seed: int, first: int = 0, only: str | None = None) -> dict[str, Tally]:
    """Share the inputs among all targets, or give them to one."""
    shares = {only: 1.0} if only else SHARES
    server = Server()
    try:
        with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of what it then refuses
            found = targets(server, Path(folder))
            return {
                name: fuzz(name, found[name], range(first, first + round(inputs * share)), seed)
                for name, share in shares.items()
            }
    finally:
        server.close()


def main() -> int:
    """Fuzz and print; 1 where something was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--target", choices=SHARES)
    choices = parser.parse_args()
    tallies = fuzz_all(choices.inputs, choices.seed, choices.first, choices.target)
    for name, tally in tallies.items():
        sys.stdout.write(
            f"{name:<11} {tally.inputs:>7} inputs  {tally.refused:>7} refused  "
            f"{len(tally.crashes)} crashes  {len(tally.hangs)} hangs  "
            f"{len(tally.server_errors)} 5xx  slowest {tally.slowest_s:.2f} s\n"
        )
        for fault in tally.faults[:20]:
            sys.stdout.write(f"    {fault}\n")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    total = sum(tally.inputs for tally in tallies.values())
    sys.stdout.write(f"{total} inputs, peak memory {peak} MB\n")
    return int(any(tally.faults for tally in tallies.values()))


if __name__ == "__main__":
    sys.exit(main())
