"""Kills the application at random moments of its work, and looks whether what is promised holds.

`python -m tests.faults.kill 100 [SEED]`: each round is one life of the real program, which comes
back with what the last one acknowledged, is used, and is killed while it paints, saves, exports or
runs. Every round follows from the seed, but for the moment, which the machine has a part in.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from inpaint_studio.durable import FORMER_SUFFIX
from inpaint_studio.errors import StudioError
from inpaint_studio.picture.image_file import open_picture
from inpaint_studio.picture.openraster import open_project
from tests.faults.driven import digest
from tests.faults.driving import Driven
from tests.faults.soak import Soak, figures
from tests.support.misbehaving import misbehaving

LATEST_S = {"run": 8.0}
"""In seconds; 1 at other moments."""
MOST_STEPS = {"save": 24, "export": 60, "run": 150}
"""Of files touched; each takes about so many."""
MOST_ACTS = 4
ACTS = ("stroke", "undo", "redo", "accept", "flush", "run")
MOMENTS = {"stroke": 1, "accept": 1, "save": 3, "export": 1, "run": 4}
"""With how often each is chosen."""
RUNS_BY = ("", "plain", "silence-after-partial", "slow-body")
"""The embedded server, or faults of the other one."""


class Kills(Soak):
    """A soak whose lives are short and end in the middle of something."""

    _before_run: tuple[set[str], int] | None = None
    """Variants known, and requests sent, before the run in which the last life was killed."""

    def die(self) -> str:
        """One round; what was under way at its end, or had just been done."""
        chance = self._random
        with Driven(self._home) as self._app:
            self._app.do("remember_little")
            self._come_back()
            self._judge_run()
            for act in chance.choices(ACTS, k=chance.randrange(MOST_ACTS)):
                getattr(self, act)()
                self.ledger.done[act] += 1
            (moment,) = chance.choices(list(MOMENTS), list(MOMENTS.values()))
            answers = self._killed_in(moment)
        place = f"{'in' if len(answers) < 1 + (moment == 'run') else 'after'} {moment}"
        self.ledger.done[f"killed {place}"] += 1
        if moment == "save" and answers:
            self._check_saved(answers[0])
        self._check_written()
        return place

    def _killed_in(self, moment: str) -> list[Any]:
        """What it answered before it was killed."""
        self._begin(moment)
        time.sleep(self._random.uniform(0, LATEST_S.get(moment, 1.0)))
        self._app.kill()
        return self._app.last_answers()

    def _begin(self, moment: str) -> None:
        self._paint_if_bare()
        if moment == "save":
            self._since.append("")  # all of it may be in the project by then
        if moment == "run":
            self._learn()
            self._before_run = set(self.ledger.variants), len(self._server.asked)
        self._may_have_changed = moment in ("stroke", "accept")
        if folder := self._touched(moment):
            step = self._random.randrange(MOST_STEPS[moment])
            self._app.do("die_at", path=str(folder), step=step)
        self._app.begin(moment, **self._words(moment))
        if moment == "run":
            self._app.begin("wait")

    def _touched(self, moment: str) -> Path | None:
        """Where files are written at that moment; none where it is killed at any time."""
        folders = {
            "save": self._folder("saved"),
            "export": self._folder("exported"),
            "run": self._home / "data" / "history",
        }
        return folders.get(moment)

    def _folder(self, name: str) -> Path:
        folder = self._home.parent / name
        folder.mkdir(exist_ok=True)
        return folder

    def _words(self, moment: str) -> dict[str, Any]:
        match moment:
            case "stroke":
                return {"points": [[30, 40], [400, 300], [60, 310]], "size": 50}
            case "save":
                return {"path": str(self._folder("saved") / "photo.ora")}
            case "export":
                return {"folder": str(self._folder("exported")), "count": 5}
            case "run":
                fault = self._random.choice(RUNS_BY)
                url = {"base_url": self._server.url_of(fault)} if fault else {}
                return {"n": self._random.randint(2, 4), **url}
        return {}

    def _judge_run(self) -> None:
        """Every request that was sent has a row, which says how it ended or that it was cut off."""
        if self._before_run is None:
            return
        known, asked = self._before_run
        self._before_run = None
        states = [each["state"] for name, each in self.ledger.variants.items() if name not in known]
        sent = len(self._server.asked) - asked
        if sent > len(states):
            self.ledger.wrong.append(f"{sent} requests were sent, {len(states)} rows written")
        if {"queued", "running"} & set(states):
            self.ledger.wrong.append(f"a run of a dead process is said to go on: {states}")
        done = states.count("done")
        kind = "some" if 0 < done < len(states) else "all" if done else "none"
        self.ledger.done[f"killed in a run with {kind} of its variants there"] += 1

    def _check_saved(self, state: dict[str, Any]) -> None:
        """What was acknowledged is in the file."""
        self._acknowledge(state)
        found = digest(open_project(self._folder("saved") / "photo.ora").document())
        if found != state["picture"]:
            self.ledger.wrong.append(f"{found} was saved, not {state['picture']}")

    def _check_written(self) -> None:
        """A final name holds the whole file, the old or the new one."""
        project = self._folder("saved") / "photo.ora"
        for path in (project, project.with_name(project.name + FORMER_SUFFIX)):
            self._check(path, lambda path: open_project(path).document())
        for path in self._folder("exported").glob("[!.]*"):
            self._check(path, open_picture)
            self.ledger.done["exported files whole"] += 1

    def _check(self, path: Path, read: Callable[[Path], object]) -> None:
        try:
            if path.exists():
                read(path)
        except StudioError as error:
            self.ledger.wrong.append(f"{path.name} is not whole: {error}")


def rounds(count: int, seed: int, say: Callable[[str], object] = lambda _: None) -> Kills:
    """So many lives and one that only comes back."""
    with tempfile.TemporaryDirectory() as folder, misbehaving() as server:
        kills = Kills(Path(folder) / "home", server, seed)
        for number in range(count):
            place = kills.die()
            say(f"{number + 1}: killed {place}, {len(kills.ledger.wrong)} wrong")
        kills.live(0.0)
        kills.check_files()
    return kills


def main() -> int:
    """Kill and print; 1 where something promised did not hold."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.kill")
    parser.add_argument("rounds", type=int)
    parser.add_argument("seed", type=int, nargs="?", default=0)
    choices = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"

    def say(words: str) -> None:
        sys.stdout.write(words + "\n")
        sys.stdout.flush()

    ledger = rounds(choices.rounds, choices.seed, say).ledger
    for line in figures(ledger):
        say(line)
    return 1 if ledger.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
