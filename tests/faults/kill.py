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
from tests.faults.driving import Driven
from tests.faults.soak import Soak, figures
from tests.support.misbehaving import misbehaving

LATEST_S = 1.0
MOST_ACTS = 4
ACTS = ("stroke", "undo", "redo", "accept", "flush", "run")
MOMENTS = ("stroke", "accept", "save", "export", "run")


class Kills(Soak):
    """A soak whose lives are short and end in the middle of something."""

    def die(self) -> str:
        """One round; what was under way at its end."""
        chance = self._random
        with Driven(self._home) as self._app:
            self._app.do("remember_little")
            self._come_back()
            for act in chance.choices(ACTS, k=chance.randrange(MOST_ACTS)):
                getattr(self, act)()
                self.ledger.done[act] += 1
            moment = chance.choice(MOMENTS)
            self._begin(moment)
            time.sleep(chance.uniform(0, LATEST_S))
            self._app.kill()
        self.ledger.done[f"killed in {moment}"] += 1
        self._check_written()
        return moment

    def _begin(self, moment: str) -> None:
        self._paint_if_bare()
        if moment == "save":
            self._since.append("")  # all of it may be in the project by then
        self._may_have_changed = moment in ("stroke", "accept")
        self._app.begin(moment, **self._words(moment))

    def _words(self, moment: str) -> dict[str, Any]:
        match moment:
            case "stroke":
                return {"points": [[30, 40], [400, 300], [60, 310]], "size": 50}
            case "save":
                return {"path": str(self._home.parent / "photo.ora")}
            case "export":
                return {"folder": str(self._home.parent / "exported"), "count": 5}
            case "run":
                return {"n": self._random.randint(1, 3)}
        return {}

    def _check_written(self) -> None:
        """A final name holds the whole file, the old or the new one."""
        folder = self._home.parent
        project = folder / "photo.ora"
        for path in (project, project.with_name(project.name + FORMER_SUFFIX)):
            self._check(path, lambda path: open_project(path).document())
        for path in (folder / "exported").glob("[!.]*"):
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
        (Path(folder) / "exported").mkdir()
        kills = Kills(Path(folder) / "home", server, seed)
        for number in range(count):
            moment = kills.die()
            say(f"{number + 1}: killed in {moment}, {len(kills.ledger.wrong)} wrong")
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
