"""Damages histories and counts what is found again.

`python -m tests.faults.damage 300 [SEED]` damages a history that many times, each time in one
place, starts twice as a person would, and prints how many rows were found of those that were there.
Every round follows from seed and number.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from inpaint_studio.errors import HistoryError
from inpaint_studio.history import History
from tests.support.new_runs import new_run

RUNS = 60
_PAGE = 4096


@dataclass
class Tally:
    """What became of the histories of one kind of damage."""

    rounds: int = 0
    there: int = 0
    found: int = 0
    whole: int = 0
    ended: list[str] = field(default_factory=list)
    """Starts that ended, and faults that were still there after the next start."""
    unsaid: list[str] = field(default_factory=list)
    """Rows were lost, and nobody was told."""


def make_history(folder: Path) -> set[str]:
    """Runs of all kinds, some of them long; the ids of their variants."""
    random = Random(0)
    with closing(History(folder)) as history:
        for number in range(RUNS):
            prompt = f"door {number} " + "ж" * random.choice((5, 100, 3000))
            run = history.begin(
                new_run(prompt, n=1 + number % 3, seeds=(1, 2, 3)[: 1 + number % 3])
            )
            for variant in run.variants:
                history.start(variant.id)
                blob = history.put(random.randbytes(40), "image/png")
                history.add_partial(variant.id, 0, blob)
                answer = '{"returned": {"size": "1x1"}}' + " " * random.choice((5, 6000))
                history.finish(variant.id, blob=blob, media_type="image/png", answer_json=answer)
                history.rate(variant.id, number % 6)
    return ids_of(folder)


def ids_of(folder: Path) -> set[str]:
    """Every variant that the history shows, read through to the last column."""
    with closing(History(folder)) as history:
        return {each.id for run in history.runs(limit=10_000) for each in run.variants}


def _flip(data: bytearray, start: int, end: int, random: Random) -> None:
    data[random.randrange(start, end)] ^= 1 << random.randrange(8)


def _flip_anywhere(data: bytearray, random: Random) -> None:
    _flip(data, 0, len(data), random)


def _flip_in_header(data: bytearray, random: Random) -> None:
    _flip(data, 0, 100, random)


def _flip_in_schema(data: bytearray, random: Random) -> None:
    text = random.choice((b"CREATE TABLE runs", b"CREATE TABLE variants", b"CREATE TRIGGER"))
    start = data.index(text)
    _flip(data, start, start + 500, random)


def _flip_at_page_start(data: bytearray, random: Random) -> None:
    start = random.randrange(len(data) // _PAGE) * _PAGE
    _flip(data, start, start + 40, random)


def _overwrite_sector(data: bytearray, random: Random) -> None:
    start = random.randrange(len(data) // 512) * 512
    data[start : start + 512] = random.choice((bytes(512), random.randbytes(512)))


def _cut_off(data: bytearray, random: Random) -> None:
    del data[random.randrange(len(data)) :]


DAMAGES: dict[str, Callable[[bytearray, Random], None]] = {
    "bit": _flip_anywhere,
    "bit of the header": _flip_in_header,
    "bit of the schema": _flip_in_schema,
    "bit of a page's head": _flip_at_page_start,
    "sector": _overwrite_sector,
    "cut off": _cut_off,
}


def damage(rounds: int, seed: int) -> dict[str, Tally]:
    """That many rounds, shared among all kinds."""
    tallies = {kind: Tally() for kind in DAMAGES}
    with tempfile.TemporaryDirectory() as scratch:
        sample = Path(scratch) / "sample"
        there = make_history(sample)
        for number in range(rounds):
            kind = list(DAMAGES)[number % len(DAMAGES)]
            place = f"{kind}, round {number}"
            folder = Path(scratch) / "damaged"
            shutil.copytree(sample, folder)
            database = folder / "history.db"
            data = bytearray(database.read_bytes())
            DAMAGES[kind](data, Random(f"{seed}/{number}"))
            database.write_bytes(data)
            start_twice(folder, there, place, tallies[kind])
            shutil.rmtree(folder)
    return tallies


def start_twice(folder: Path, there: set[str], place: str, tally: Tally) -> None:
    tally.rounds += 1
    tally.there += len(there)
    notices: list[str] = []
    found: set[str] = set()
    for start in range(2):
        try:
            found = _started(folder, notices)
        except HistoryError as error:
            if start:
                tally.ended.append(f"{place}: {error}")
        except Exception as fault:  # noqa: BLE001 -- whatever it is, a start has ended
            tally.ended.append(f"{place}: {fault!r}")
    tally.found += len(found & there)
    tally.whole += found >= there
    if not found >= there and not notices:
        tally.unsaid.append(f"{place}: {len(there - found)} rows")


def _started(folder: Path, notices: list[str]) -> set[str]:
    """What a start shows, and what its check a moment later finds."""
    with closing(History(folder)) as history:
        notices += history.notices
        found = {each.id for run in history.runs(limit=10_000) for each in run.variants}
        history.check()
        return found


def main() -> int:
    """Damage and print; 1 where a start has ended or a loss was not said."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rounds", type=int)
    parser.add_argument("seed", type=int, nargs="?", default=0)
    choices = parser.parse_args()
    tallies = damage(choices.rounds, choices.seed)
    for kind, tally in tallies.items():
        sys.stdout.write(
            f"{kind:<21} {tally.rounds:>5} rounds  {tally.whole:>5} found all  "
            f"{tally.found} of {tally.there} rows  "
            f"{len(tally.ended)} starts ended  {len(tally.unsaid)} losses unsaid\n"
        )
        for fault in (*tally.ended, *tally.unsaid)[:20]:
            sys.stdout.write(f"    {fault}\n")
    return int(any(tally.ended or tally.unsaid for tally in tallies.values()))


if __name__ == "__main__":
    sys.exit(main())
