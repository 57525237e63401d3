"""Fault row 46: an archive that unpacks to more than it says, or to more than anyone needs.

They are opened by a process of its own, which may not take more memory than it is allowed.
"""

from __future__ import annotations

import json
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from inpaint_studio.errors import ImageError
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.image_file import decode_picture
from inpaint_studio.picture.openraster import open_project, project_of, save_project
from inpaint_studio.picture.safe_zip import open_zip
from inpaint_studio.picture.stored_extras import StoredExtras
from tests.fuzz.samples import picture

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory as Linux counts it")

MB = 1 << 20
OPEN = """
import json, sys
from pathlib import Path
from inpaint_studio.errors import StudioError
from inpaint_studio.picture.openraster import open_project
def peak():
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) >> 10
before, seen = peak(), []
for path in sys.argv[1:]:
    try:
        project, said = open_project(Path(path)), ""
    except StudioError as error:
        said = str(error)
    seen.append([peak() - before, said])
print(json.dumps(seen))
"""


def opened(*paths: Path) -> tuple[list[int], list[str]]:
    """Megabytes that were taken above the imports after each, and what was said of it."""
    command = [sys.executable, "-c", OPEN, *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    for path in paths:
        path.unlink()  # else the search for written keys would unpack all of it once more
    taken, said = zip(*json.loads(done.stdout), strict=True)
    return list(taken), list(said)


def project(path: Path, extras: dict[str, bytes] | None = None) -> Path:
    save_project(
        project_of(Document(decode_picture(picture(mode="RGB"), "a")), extras=extras), path
    )
    return path


def repacked(path: Path, kind: int, **instead: bytes) -> Path:
    with zipfile.ZipFile(path) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in (entries | instead).items():
            archive.writestr(name, data, kind if name in instead else zipfile.ZIP_STORED)
    return path


def with_lying_sizes(path: Path, name: str, size: int) -> Path:
    """Local and central header of an entry say that it unpacks to `size` bytes."""
    data = bytearray(path.read_bytes())
    place, encoded = 0, name.encode()
    while (place := data.find(encoded, place)) >= 0:
        if data[place - 30 : place - 26] == b"PK\x03\x04":
            data[place - 8 : place - 4] = struct.pack("<I", size)
        if data[place - 46 : place - 42] == b"PK\x01\x02":
            data[place - 22 : place - 18] = struct.pack("<I", size)
        place += 1
    path.write_bytes(data)
    return path


def test_what_cannot_be_unpacked_in_pieces_is_not_unpacked(tmp_path):
    paths = []
    for kind in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        for name in ("mimetype", "mergedimage.png", "unknown"):
            path = repacked(
                project(tmp_path / f"{kind} {name}.ora"), kind, **{name: bytes(24 * MB)}
            )
            paths.append(with_lying_sizes(path, name, 20))
            assert path.stat().st_size < MB

    taken, said = opened(*paths)

    assert ["packed in a way" in words for words in said] == [True] * 6
    assert taken[-1] < 15, taken


def test_a_deflated_entry_is_unpacked_as_far_as_it_is_wanted(tmp_path):
    paths = []
    for number, name in enumerate(("mimetype", "stack.xml", "inpaint-studio/project.json")):
        path = project(tmp_path / f"{number}.ora")
        repacked(path, zipfile.ZIP_DEFLATED, **{name: b" " * (80 * MB)})
        paths.append(with_lying_sizes(path, name, 20))

    taken, said = opened(*paths)

    assert all(said)
    assert taken[-1] < 50, taken


def test_further_files_stay_in_the_file_until_they_are_asked_for(tmp_path):
    extras = {"blobs/ab.png": bytes(50 * MB), "unknown": bytes(50 * MB)}

    taken, said = opened(project(tmp_path / "a.ora", extras))

    assert said == [""]
    assert taken[-1] < 40, taken


def test_further_files_are_read_one_at_a_time(tmp_path):
    extras = {"runs.json": b"[]", "blobs/b": b"2", "blobs/a": b"1", "other": b"3"}
    stored = open_project(project(tmp_path / "a.ora", extras)).extras

    assert isinstance(stored, StoredExtras)
    assert dict(stored) == extras
    assert dict(stored.below("blobs/", {"a", "c"})) == {"a": b"1"}
    assert "c" not in stored


def test_edits_that_take_more_than_there_may_be_are_refused_before_one_is_decoded(tmp_path):
    path = project(tmp_path / "a.ora")
    with zipfile.ZipFile(path) as archive:
        told = json.loads(archive.read("inpaint-studio/project.json"))
    edit = {"variant_id": None, "visible": True, "opacity": 1.0, "box": [0, 0, 10_000, 10_000]}
    told["edits"] = [edit] * 9
    repacked(
        path, zipfile.ZIP_DEFLATED, **{"inpaint-studio/project.json": json.dumps(told).encode()}
    )

    with pytest.raises(ImageError, match="more than 4 GB"):
        open_project(path)


def test_all_that_is_read_of_an_archive_is_counted(tmp_path, monkeypatch):
    monkeypatch.setattr("inpaint_studio.picture.safe_zip.MAX_TOTAL_BYTES", 5000)
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", bytes(2000))
    with open_zip(path) as archive:
        archive.read("a")
        archive.read("a")
        with pytest.raises(ImageError, match="larger"):
            archive.read("a")


def test_a_directory_that_is_too_long_is_not_read(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(600):
            entry = zipfile.ZipInfo(str(number))
            entry.comment = bytes(60_000)
            archive.writestr(entry, b"")

    with pytest.raises(ImageError, match="whole archive"), open_zip(path):
        pass
