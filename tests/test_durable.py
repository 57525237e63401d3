import os
import sys
from pathlib import Path

import pytest

from inpaint_studio import durable
from inpaint_studio.durable import sweep, write_durably, write_new
from tests.support.full_disk import files_up_to


def test_a_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")

    write_durably(path, b"new")

    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_the_former_file_stays_beside_where_it_is_wanted(tmp_path: Path) -> None:
    path = tmp_path / "file"
    for data in (b"first", b"second", b"third"):
        write_durably(path, data, keep_former=True)

    assert path.read_bytes() == b"third"
    assert (tmp_path / "file~").read_bytes() == b"second"
    assert len(list(tmp_path.iterdir())) == 2


def test_a_disk_without_second_names_keeps_a_copy(tmp_path: Path, monkeypatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    path = tmp_path / "file"
    for data in (b"first", b"second"):
        write_durably(path, data, keep_former=True)

    assert (tmp_path / "file~").read_bytes() == b"first"


def test_a_new_file_takes_nobodys_place(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_new(path, b"first")

    with pytest.raises(FileExistsError):
        write_new(path, b"second")

    assert path.read_bytes() == b"first"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("write", [write_durably, write_new])
def test_a_full_disk_leaves_what_was_there(tmp_path: Path, write) -> None:
    path = tmp_path / "file"
    if write is write_durably:
        path.write_bytes(b"old")
    before = sorted(tmp_path.iterdir())
    with files_up_to(4096), pytest.raises(OSError, match="too large"):
        write(path, os.urandom(10_000))

    assert sorted(tmp_path.iterdir()) == before


def test_what_killed_writers_left_goes_once_it_is_old(tmp_path: Path) -> None:
    path, other = tmp_path / ("ö" * 120), tmp_path / "other"
    places = [durable._staging_place(each) for each in (path, path, other)]
    for place in places:
        place.write_bytes(b"half")
    for place in places[1:]:
        os.utime(place, (1000, 1000))

    sweep(path)

    assert [place.exists() for place in places] == [True, False, True]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"old")
    link.symlink_to(target)

    write_durably(link, b"new")

    assert link.is_symlink()
    assert target.read_bytes() == b"new"
