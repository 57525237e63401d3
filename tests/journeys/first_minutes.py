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
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SCREENS = ("1280x720", "1440x900", "2880x1800@2")
THEMES = ("dark", "light")
LANGUAGES = ("en", "de", "ar")


@contextmanager
def desk(screen: str) -> Iterator[dict[str, str]]:
    """The environment of a window on a screen of that size, managed by openbox."""
    size, _, scale = screen.partition("@")
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-noreset"]
    with subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as announced:
            display = f":{announced.readline().strip()}"
        scaled = {"QT_SCALE_FACTOR": scale} if scale else {}
        environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"} | scaled
        with subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL) as manager:
            time.sleep(1)  # until it manages: it tells nobody
            yield environment
            manager.terminate()
        server.terminate()


def played(folder: Path, theme: str, language: str, environment: dict[str, str]) -> bool:
    """Play it and print how it went."""
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "tests.journeys.first_minute", "play", str(folder)]
    done = subprocess.run(
        [*command, theme, language],
        env=environment,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    passed = done.returncode == 0 and "Traceback" not in done.stderr
    seconds = folder / "seconds.txt"
    words = seconds.read_text().strip() if passed else f"FAILED\n{done.stderr.strip()[-2000:]}"
    sys.stdout.write(f"{folder.name}: {words}\n")
    sys.stdout.flush()
    return passed


def main(folder: Path) -> int:
    results = []
    for screen in SCREENS:
        with desk(screen) as environment:
            for theme, language in itertools.product(THEMES, LANGUAGES):
                name = f"{screen}-{theme}-{language}"
                results.append(played(folder / name, theme, language, environment))
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
