"""Pictures that come out of a pipe, which can be read once."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest

from inpaint_studio.errors import ImageError
from inpaint_studio.picture import image_file
from inpaint_studio.picture.image_file import open_picture
from tests.cli.conftest import ROOT

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no such paths")


def piped(data: bytes) -> tuple[Path, threading.Thread]:
    read, write = os.pipe()

    def feed() -> None:
        with os.fdopen(write, "wb") as pipe:
            pipe.write(data)

    feeder = threading.Thread(target=feed)
    feeder.start()
    return Path(f"/dev/fd/{read}"), feeder


def test_edit_takes_picture_and_mask_from_pipes(photo: Path, mask: Path, tmp_path: Path) -> None:
    command = (
        f'"{sys.executable}" -m inpaint_studio edit --image /dev/stdin --mask <(cat "{mask}")'
        f' --prompt x --output "{tmp_path}/out" < <(cat "{photo}")'
    )
    played = subprocess.run(
        ["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert played.returncode == 0, played.stderr
    (made,) = (tmp_path / "out").iterdir()
    assert made.name == "stdin-edit-01.png"
    before, after = open_picture(photo).pixels, open_picture(made).pixels
    assert np.array_equal(before[0], after[0])
    assert not np.array_equal(before, after)


def test_what_came_out_of_a_pipe_is_looked_for_nowhere_later(photo: Path) -> None:
    path, feeder = piped(photo.read_bytes())
    picture = open_picture(path)
    feeder.join()
    assert np.array_equal(picture.pixels, open_picture(photo).pixels)
    assert picture.path is None


def test_an_endless_pipe_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(image_file, "MAX_FILE_BYTES", 1 << 20)
    with subprocess.Popen(["cat", "/dev/zero"], stdout=subprocess.PIPE) as endless:
        with pytest.raises(ImageError, match="too large"):
            open_picture(Path(f"/dev/fd/{endless.stdout.fileno()}"))
        endless.kill()
