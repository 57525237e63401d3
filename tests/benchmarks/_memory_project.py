"""Opens the project that is named, or refuses to: prints the peak in megabytes."""

from __future__ import annotations

import sys
from pathlib import Path

from inpaint_studio.errors import StudioError
from inpaint_studio.picture.openraster import open_project
from tests.benchmarks.memory import own_peak_mb

if __name__ == "__main__":
    try:
        project = open_project(Path(sys.argv[1]))
    except StudioError as refused:
        print(refused)
    print(own_peak_mb())
