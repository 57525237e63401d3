"""Randomised use of the real application, killed again and again: nothing acknowledged is lost.

`python -m tests.faults.soak --minutes 30 [--seed N]` prints its figures; status 1 where one is bad.
Strokes, edits, runs, stops and saves, by the embedded server and the misbehaving one; after each
kill the next start must bring back a state no older than the last one that was acknowledged, and
the history every result and partial it ever told of.
"""

from __future__ import annotations

import argparse
import os
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.faults.driving import Driven
from tests.support.misbehaving import Endpoint, misbehaving
from tests.support.scenes import write_photo

FAULTS = (
    "plain", "plain", "plain", "reset-mid-body", "reset-mid-frame", "cut-frame", "hang-up", "noise",
    "silence-after-partial", "never-completed", "duplicate-partials", "double-completed",
    "html-page", "broken-json", "garbled-base64", "status-500", "status-429-after-1-once",
    "unknown-events",
)  # fmt: skip
WIDTH, HEIGHT = 480, 360
SHORT_LIFE_S = (4.0, 20.0)
LONG_LIFE_SHARE = 0.5
"""The last part of a soak is one life: memory is only flat or not where nobody starts anew."""
MEMORY_GROWTH = 0.10
"""After the warm-up, in which what is kept at hand of runs and for undo becomes full."""
MEMORY_COUNTS_FROM_S = 120.0
IDLE_S = 1.0
MOST_EDITS = 6
"""Layers of the open picture are memory that is wanted."""


@dataclass
class Ledger:
    """What the application has acknowledged, and what was found to be wrong."""

    variants: dict[str, dict[str, Any]] = field(default_factory=dict)
    done: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    memory_mb: list[tuple[float, float]] = field(default_factory=list)

    def learn(self, told: list[dict[str, Any]]) -> None:
        """What the history says now; nothing it said before may be gone."""
        now = {each["id"]: each for each in told}
        for name, before in self.variants.items():
            after = now.get(name)
            if after is None:
                self.wrong.append(f"variant {name} has gone")
            elif before["state"] == "done" and after["blob"] != before["blob"]:
                self.wrong.append(f"the result of {name} is no longer {before['blob']}")
            elif missing := set(before["partials"]) - set(after["partials"]):
                self.wrong.append(f"{name} has lost partials: {missing}")
        self.variants = now


class Soak:
    """One soak in `home`; `server` misbehaves."""

    def __init__(self, home: Path, server: Endpoint, seed: int) -> None:
        self._home = home
        self._server = server
        self._random = random.Random(seed)
        self._photo = str(write_photo(home.parent / "photo.png", WIDTH, HEIGHT))
        self._since: list[str] = []
        self._may_have_changed = False
        """Whether a change was under way at the last kill: it is there, or is not."""
        self._app: Driven
        self.ledger = Ledger()

    @contextmanager
    def life(self) -> Iterator[None]:
        """Start, restore, be used, be killed."""
        with Driven(self._home) as self._app:
            self._app.do("remember_little")
            self._come_back()
            yield
            self._app.kill()
        self.ledger.done["kill"] += 1

    def live(self, seconds: float) -> None:
        """A life of so long, used at random."""
        began = time.monotonic()
        with self.life():
            while time.monotonic() - began < seconds:
                verb = self._random.choices(list(WORK), [WORK[name] for name in WORK])[0]
                getattr(self, verb)()
                self.ledger.done[verb] += 1
                self._note_memory(time.monotonic() - began)
            self._learn()
            if self._random.random() < 0.5:
                self._run_and_leave()

    def check_files(self) -> None:
        """The database is whole, and every file it names is there."""
        folder = self._home / "data" / "history"
        for database in folder.glob("*.db"):
            with closing(sqlite3.connect(database)) as connection:
                (verdict,) = connection.execute("PRAGMA integrity_check").fetchone()
            if verdict != "ok":
                self.ledger.wrong.append(f"{database.name}: {verdict}")
        there = {path.name for path in folder.rglob("*") if path.is_file()}
        for variant in self.ledger.variants.values():
            for name in filter(None, (variant["blob"], *variant["partials"])):
                if name not in there:
                    self.ledger.wrong.append(f"the file {name} of {variant['id']} has gone")

    def _come_back(self) -> None:
        """Restore what the last life left, and compare; the first life opens the picture."""
        asked = len(self._server.asked)
        self._learn()
        if not self._since:
            self._acknowledge(self._app.do("open", path=self._photo))
            return
        if self._since == [""]:  # all of it was saved
            self._acknowledge(self._app.do("open", path=self._photo))
            return
        back = self._app.do("restore")
        if not back["offered"] and "" in self._since:  # killed before the first change was written
            self._acknowledge(self._app.do("open", path=self._photo))
            return
        if back["picture"] not in self._since and not self._may_have_changed:
            self.ledger.wrong.append(f"{back['picture']} came back, not one of {self._since}")
        if len(self._server.asked) != asked:
            self.ledger.wrong.append("something was sent again by itself")
        self._acknowledge(back)
        self.ledger.done["restore"] += 1

    def _acknowledge(self, state: dict[str, Any]) -> None:
        """From here on this is what comes back: nothing, where the project file has it all."""
        self._since = [state["picture"] if state["is_unsaved"] else ""]
        self._may_have_changed = False

    def stroke(self) -> None:
        points = [[self._random.uniform(0, WIDTH), self._random.uniform(0, HEIGHT)] for _ in "abcd"]
        self._change("stroke", points=points, size=self._random.choice((6, 30, 90)))

    def undo(self) -> None:
        self._change("edit", verb="undo")

    def redo(self) -> None:
        self._change("edit", verb="redo")

    def invert(self) -> None:
        self._change("edit", verb="invert_mask")

    def accept(self) -> None:
        if self._app.do("state")["edits"] < MOST_EDITS:
            self._change("accept")

    def save(self) -> None:
        """Saved and painted over at once, so that there is something to come back for."""
        self._app.do("save", path=str(self._home.parent / "photo.ora"))
        self.stroke()
        self.flush()

    def run(self) -> None:
        self._paint_if_bare()
        self._app.do("run", n=self._random.randint(1, 3))
        self._app.do("stop") if self._random.random() < 0.3 else self._app.do("wait")
        self._learn()

    def run_by_misbehaving(self) -> None:
        self._paint_if_bare()
        url = self._server.url_of(self._random.choice(FAULTS))
        self._app.do("run", n=1, base_url=url, idle_s=IDLE_S)
        self._app.do("wait")
        self._learn()

    def _run_and_leave(self) -> None:
        self._paint_if_bare()
        self._app.do("run", n=2)

    def _paint_if_bare(self) -> None:
        self._change("stroke", points=[[200, 150], [260, 190]], size=40)

    def flush(self) -> None:
        """From here on nothing older may come back."""
        if not self._app.do("flush"):
            self.ledger.wrong.append("the journal was not written")
        self._acknowledge(self._app.do("state"))

    def _change(self, command: str, /, **arguments: Any) -> None:
        state = self._app.do(command, **arguments)
        if state["is_unsaved"]:  # a stroke over what is painted already changes nothing
            self._since.append(state["picture"])

    def _learn(self) -> None:
        self.ledger.learn(self._app.do("records"))

    def _note_memory(self, age_s: float) -> None:
        self.ledger.memory_mb.append((age_s, self._app.do("memory")))


WORK: dict[str, int] = {
    "stroke": 12, "undo": 5, "redo": 3, "invert": 1, "accept": 2, "save": 1, "run": 3,
    "run_by_misbehaving": 3, "flush": 3,
}  # fmt: skip


def soak(minutes: float, seed: int, say: Callable[[str], object] = lambda _: None) -> Ledger:
    """Soak for so long in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder, misbehaving() as server:
        one = Soak(Path(folder) / "home", server, seed)
        ends = time.monotonic() + minutes * 60
        chance = random.Random(seed)
        long_life_s = minutes * 60 * LONG_LIFE_SHARE
        while (left := ends - time.monotonic() - long_life_s) > 0:
            one.live(min(chance.uniform(*SHORT_LIFE_S), left))
            say(f"{dict(one.ledger.done)} {len(one.ledger.wrong)} wrong")
        one.ledger.memory_mb.clear()
        one.live(max(ends - time.monotonic(), SHORT_LIFE_S[0]))
        one.live(0.0)
        one.check_files()
        _judge_memory(one.ledger)
    return one.ledger


def figures(ledger: Ledger) -> list[str]:
    """What to print at the end."""
    states = Counter(each["state"] for each in ledger.variants.values())
    partials = sum(len(each["partials"]) for each in ledger.variants.values())
    early, late = memory_of(ledger)
    memory = f"memory: {early:.0f} MB after warm-up, {late:.0f} MB at the end"
    return [
        *(f"{name.replace('_', ' ')}: {count}" for name, count in sorted(ledger.done.items())),
        f"variants: {sum(states.values())} ({dict(states)}), partials: {partials}",
        *([memory] if ledger.memory_mb else []),
        *ledger.wrong,
        f"wrong: {len(ledger.wrong)}",
    ]


def memory_of(ledger: Ledger) -> tuple[float, float]:
    """Megabytes in the second and in the last quarter of the last long life, by the median."""
    sizes = [size for _, size in ledger.memory_mb]
    quarter = max(1, len(sizes) // 4)
    return statistics.median(sizes[quarter : 2 * quarter] or [0.0]), statistics.median(
        sizes[-quarter:] or [0.0]
    )


def _judge_memory(ledger: Ledger) -> None:
    """A life of seconds is warm-up only."""
    early, late = memory_of(ledger)
    is_long = any(age > MEMORY_COUNTS_FROM_S for age, _ in ledger.memory_mb)
    if is_long and late > early * (1 + MEMORY_GROWTH):
        ledger.wrong.append(f"memory grew from {early:.0f} to {late:.0f} MB")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults.soak")
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 30))
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"

    def say(words: str) -> None:
        sys.stdout.write(words + "\n")
        sys.stdout.flush()

    say(f"seed {arguments.seed}")
    ledger = soak(arguments.minutes, arguments.seed, say)
    for line in figures(ledger):
        say(line)
    return 1 if ledger.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
