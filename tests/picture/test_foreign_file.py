"""Fault row 86: pipes and devices where a file is expected."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from inpaint_studio.errors import ImageError, SettingsError, StudioError
from inpaint_studio.picture import foreign_file
from inpaint_studio.picture.foreign_file import read_regular
from inpaint_studio.picture.image_file import open_picture
from inpaint_studio.picture.mask_file import open_mask
from inpaint_studio.picture.openraster import open_project
from inpaint_studio.picture.reference import read_reference
from inpaint_studio.stored_catalog import read_file
from tests.support.scenes import write_photo

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no such paths")

PATIENCE_S = 5.0


@pytest.fixture(autouse=True)
def _hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreign_file, "WRITER_PATIENCE_S", 0.05)


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    path = tmp_path / "photo.png"
    os.mkfifo(path)
    return path


def fault_of(read: Callable[[Path], object], path: Path) -> Exception | None:
    """What comes of it; a read that waits for a writer gets none, and is told so."""
    faults: list[Exception] = []

    def attempt() -> None:
        try:
            read(path)
        except (StudioError, OSError) as fault:
            faults.append(fault)

    thread = threading.Thread(target=attempt, daemon=True)
    thread.start()
    thread.join(PATIENCE_S)
    if thread.is_alive():
        os.close(os.open(path, os.O_RDWR | os.O_NONBLOCK))
        pytest.fail("it waits for a writer")
    return faults[0] if faults else None


@pytest.mark.parametrize(
    "read", [open_picture, open_mask, read_reference, open_project, read_file, read_regular]
)
def test_row_86_a_pipe_without_a_writer_holds_nobody_up(
    read: Callable[[Path], object], pipe: Path
) -> None:
    assert isinstance(fault_of(read, pipe), ImageError | SettingsError | OSError)


def test_what_to_do_with_a_pipe_is_said(pipe: Path) -> None:
    with pytest.raises(ImageError, match="pipe that nothing comes out of") as told:
        open_picture(pipe)
    assert "Start what writes into it first" in told.value.message


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty"])
def test_row_86_a_device_is_no_file(device: str, tmp_path: Path) -> None:
    link = tmp_path / "photo.png"
    link.symlink_to(device)
    for read in (open_picture, read_file):
        assert isinstance(fault_of(read, link), ImageError | SettingsError)


def test_a_pipe_whose_writer_comes_late_or_takes_its_time_is_read(
    pipe: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(foreign_file, "WRITER_PATIENCE_S", PATIENCE_S)
    photo = write_photo(tmp_path / "whole.png")
    program = (
        "import sys, time; time.sleep(0.1); pipe = open(sys.argv[1], 'wb'); time.sleep(0.1);"
        "data = open(sys.argv[2], 'rb').read(); pipe.write(data[:99]); pipe.flush();"
        "time.sleep(0.1); pipe.write(data[99:])"
    )
    command = [sys.executable, "-S", "-c", program, str(pipe), str(photo)]
    with subprocess.Popen(command) as writer:
        try:
            assert open_picture(pipe).size == open_picture(photo).size
        finally:
            writer.kill()  # where nobody reads, it would never end


def test_a_writer_who_is_there_is_waited_for(pipe: Path, tmp_path: Path) -> None:
    photo = write_photo(tmp_path / "whole.png")
    writer = os.open(pipe, os.O_RDWR)

    def write() -> None:
        time.sleep(0.2)  # four times as long as for one who is not
        with os.fdopen(writer, "wb") as file:
            file.write(photo.read_bytes())

    thread = threading.Thread(target=write)
    thread.start()
    picture = open_picture(pipe)
    thread.join()
    assert picture.size == open_picture(photo).size
