"""A process that is killed at any step of saving leaves the old project or the new one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from inpaint_studio.durable import FORMER_SUFFIX
from inpaint_studio.picture.openraster import open_project

pytestmark = pytest.mark.skipif(not hasattr(sys, "getdlopenflags"), reason="forks and signals")

OLD, NEW = 10, 20
MOST_STEPS = 40

PROGRAM = """
import os, resource, signal, sys
from pathlib import Path
import numpy as np
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.image_file import Picture
from inpaint_studio.picture.openraster import project_of, save_project

root, old, new, most = Path(sys.argv[1]), *map(int, sys.argv[2:])
pixels = np.random.default_rng(1).integers(0, 256, (60, 80, 4), np.uint8)

def save(path, coverage):
    document = Document(Picture(pixels, "photo.png"))
    document.mask[...] = coverage
    save_project(project_of(document), path)

def die_at(step, folder):
    seen = 0
    def look(event, arguments):
        nonlocal seen
        if event == "open" or event.startswith("os."):
            seen += any(str(folder) in str(each) for each in arguments)
            if seen > step:
                os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(look)

def die_while_writing(size):
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

for step in range(-1, most):
    folder = root / f"step {step}"
    folder.mkdir()
    path = folder / "photo.ora"
    save(path, old)
    child = os.fork()
    if not child:
        die_while_writing(path.stat().st_size // 2) if step < 0 else die_at(step, folder)
        save(path, new)
        os._exit(0)
    if os.waitpid(child, 0)[1] == 0:
        break
"""


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A folder for each step at which a process was killed; in the last it came to the end."""
    root = tmp_path_factory.mktemp("killed")
    arguments = [str(root), str(OLD), str(NEW), str(MOST_STEPS)]
    subprocess.run(
        [sys.executable, "-W", "ignore", "-c", PROGRAM, *arguments],
        check=True,
        cwd=Path(__file__).parents[2],
    )
    return sorted(root.iterdir(), key=lambda folder: int(folder.name.split()[1]))


def coverage_of(path: Path) -> int:
    mask = open_project(path).document().mask
    assert mask.min() == mask.max()
    return int(mask[0, 0])


def test_it_is_the_old_project_until_it_is_the_new_one(folders: list[Path]) -> None:
    found = [coverage_of(folder / "photo.ora") for folder in folders]

    assert found == sorted(found)
    assert (found[0], found[-1]) == (OLD, NEW)
    assert 5 < len(folders) < MOST_STEPS


def test_the_former_project_is_whole_wherever_it_is(folders: list[Path]) -> None:
    former = [folder / f"photo.ora{FORMER_SUFFIX}" for folder in folders]

    assert {coverage_of(path) for path in former if path.exists()} == {OLD}
    assert former[-1].exists()
