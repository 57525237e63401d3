"""The first minute on every desk: `python -m tests.journeys.first_minutes FOLDER`.

Screens of 1280×720 and 1440×900 px and one of twice as many at scale 2, both themes, three
languages; each on an X server of its own, under openbox. It takes a quarter of an hour. Prints a
line for each and ends with 1 where one fails; what was seen lies in a folder of each.
"""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import time
from pathlib import Path

from tests.journeys.playing import play
from tests.support.display import virtual_display

SCREENS = ("1280x720", "1440x900", "2880x1800@2")
THEMES = ("dark", "light")
LANGUAGES = ("en", "de", "ar")


def played(folder: Path, display: str, scale: str, *look: str) -> bool:
    """Play it and print how it went."""
    folder.mkdir(parents=True, exist_ok=True)
    scaled = {"QT_SCALE_FACTOR": scale} if scale else {}
    try:
        play("first_minute", "play", folder, *look, display=display, within_s=180, **scaled)
    except (AssertionError, subprocess.TimeoutExpired) as fault:
        words = f"FAILED\n{str(fault)[-2000:]}"
    else:
        words = (folder / "seconds.txt").read_text().strip()
    sys.stdout.write(f"{folder.name}: {words}\n")
    sys.stdout.flush()
    return not words.startswith("FAILED")


def main(folder: Path) -> int:
    results = []
    for screen in SCREENS:
        size, _, scale = screen.partition("@")
        with virtual_display(size) as display:
            environment = os.environ | {"DISPLAY": display}
            with subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL) as desk:
                time.sleep(1)  # until it manages: it tells nobody
                for look in itertools.product(THEMES, LANGUAGES):
                    place = folder / "-".join((screen, *look))
                    results.append(played(place, display, scale, *look))
                desk.terminate()
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
