import errno
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from inpaint_studio import durable
from inpaint_studio.durable import (
    beside,
    kept_beside,
    make_private_folder,
    sweep,
    write_durably,
    write_new,
)
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
    mine = tmp_path / ".my.tmp"
    places = [tmp_path / f".{number:024x}{durable.TEMPORARY_SUFFIX}" for number in range(2)]
    for place in (mine, *places):
        place.write_bytes(b"half")
    for place in (mine, places[0]):
        os.utime(place, (1000, 1000))

    sweep(tmp_path)

    assert [place.exists() for place in (mine, *places)] == [True, False, True]


_NAMED = """
import os, signal, sys
from pathlib import Path
from inpaint_studio.durable import write_new
path, whole, step = Path(sys.argv[1]), b"whole" * 1000, int(sys.argv[2])

def look(event, arguments, seen=[]):
    if event == "open" or event.startswith("os."):
        seen.append(event)
        if len(seen) > step:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(look)
write_new(path, whole)
print("done")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")
def test_a_writer_killed_anywhere_leaves_the_name_to_the_whole_file_or_nothing(
    tmp_path: Path,
) -> None:
    for step in range(40):
        path = tmp_path / f"{step}.png"
        command = [sys.executable, "-c", _NAMED, str(path), str(step)]
        root = Path(__file__).parents[1]
        ended = subprocess.run(command, check=False, capture_output=True, cwd=root)
        assert not path.exists() or path.stat().st_size == 5000, step
        if ended.stdout:
            break
    assert 3 < step < 39


def test_a_disk_without_second_names_is_looked_at_first(tmp_path: Path, monkeypatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "no links here")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    path = tmp_path / "file"
    write_new(path, b"first")
    with pytest.raises(FileExistsError):
        write_new(path, b"second")

    assert path.read_bytes() == b"first"
    assert list(tmp_path.iterdir()) == [path]


@pytest.fixture(params=[0o000, 0o022, 0o777], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    former = os.umask(request.param)
    yield request.param
    os.umask(former)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX rights")
def test_what_is_private_is_the_persons_alone_at_any_umask(tmp_path: Path, umask: int) -> None:
    make_private_folder(tmp_path / "config" / "deep")
    path = tmp_path / "config" / "deep" / "file"
    write_durably(path, b"mine", is_private=True)

    for folder in (path.parent, path.parent.parent):
        assert rights_of(folder) == 0o700
    assert rights_of(path) == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX rights")
@pytest.mark.parametrize("rights", [0o600, 0o640, 0o666])
@pytest.mark.parametrize("is_private", [True, False])
def test_saving_again_keeps_the_rights_a_person_gave(
    tmp_path: Path, rights: int, is_private: bool
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    path.chmod(rights)

    write_durably(path, b"new", is_private=is_private, keep_former=True)

    assert rights_of(path) == rights
    assert rights_of(tmp_path / "file~") == rights


def test_what_was_kept_beside_once_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "file"
    for data in (b"first", b"second", b"second"):
        path.write_bytes(data)
        kept_beside(path)
    kept_beside(path, moved=True)

    kept = {each.name: each.read_bytes() for each in tmp_path.iterdir()}
    assert kept == {"file.bad": b"first", "file.bad-2": b"second", "file.bad-3": b"second"}


def rights_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"old")
    link.symlink_to(target)

    write_durably(link, b"new")

    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize("write", [write_durably, write_new])
def test_what_reads_back_otherwise_is_not_called_written(
    tmp_path: Path, monkeypatch, write
) -> None:
    """As a disk behind a network may do it, that says it has all."""

    def lose_half(descriptor: int) -> None:
        os.ftruncate(descriptor, os.fstat(descriptor).st_size // 2)

    path = tmp_path / "file"
    monkeypatch.setattr("inpaint_studio.durable.os.fsync", lose_half)

    with pytest.raises(OSError, match="reads back as something else"):
        write(path, b"all of it" * 400_000)

    assert list(tmp_path.iterdir()) == []


def test_what_does_not_pass_its_check_takes_nobodys_place(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")

    def refuse(staged: Path) -> None:
        assert staged.read_bytes() == b"new"
        raise ValueError("not that")

    with pytest.raises(ValueError, match="not that"):
        write_durably(path, b"new", keep_former=True, check=refuse)

    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("letter", ["b", "ä", "\udce9"])
def test_a_name_as_long_as_names_can_be_has_a_former_file_too(tmp_path: Path, letter: str) -> None:
    stem = letter * (251 // len(os.fsencode(letter)))
    twins = [tmp_path / f"{stem}.ora", tmp_path / f"{stem[:-1]}.ora"]
    for path in twins:
        for content in (b"old", path.name[-6:].encode("utf-8", "replace")):
            write_durably(path, content, keep_former=True)
    for path in twins:
        former = beside(path, "~")
        assert former.read_bytes() == b"old"
        assert former.name.endswith(".ora~")
    assert len(list(tmp_path.iterdir())) == 4
    assert beside(Path("a/b.ora"), "~") == Path("a/b.ora~")
