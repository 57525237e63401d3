import hashlib
import os
from pathlib import Path

import pytest

from inpaint_studio.errors import HistoryError
from inpaint_studio.history import History
from inpaint_studio.history.blobs import BlobFolder, media_type_of
from tests.support.full_disk import files_up_to


def test_a_blob_is_named_by_its_content_and_type(tmp_path: Path) -> None:
    blobs = BlobFolder(tmp_path)

    name = blobs.put(b"pixels", "image/png")

    assert name == hashlib.sha256(b"pixels").hexdigest() + ".png"
    assert blobs.path(name).read_bytes() == b"pixels"
    assert media_type_of(name) == "image/png"
    assert media_type_of(blobs.put(b"?", "x/unheard-of")) == "application/octet-stream"


def test_equal_bytes_are_written_once(tmp_path: Path) -> None:
    blobs = BlobFolder(tmp_path)
    path = blobs.path(blobs.put(b"pixels", "image/png"))
    before = path.stat().st_ino

    blobs.put(b"pixels", "image/png")

    assert path.stat().st_ino == before
    assert list(blobs.names()) == [path.name]


def test_a_blob_cut_short_by_a_power_loss_is_written_anew(tmp_path: Path) -> None:
    blobs = BlobFolder(tmp_path)
    path = blobs.path(blobs.put(b"pixels", "image/png"))
    path.write_bytes(b"pix")

    blobs.put(b"pixels", "image/png")

    assert path.read_bytes() == b"pixels"


def test_a_full_disk_leaves_no_half_file_and_says_what_to_do(history: History) -> None:
    full = pytest.raises(HistoryError, match=r"disk is full.*Free some space")
    with files_up_to(4096), full:
        history.put(os.urandom(100_000), "image/png")

    assert [path for path in (history.folder / "blobs").rglob("*") if path.is_file()] == []
    history.put(os.urandom(100_000), "image/png")


def test_half_written_files_are_swept_once_they_are_old(tmp_path: Path) -> None:
    blobs = BlobFolder(tmp_path)
    shard = blobs.path(blobs.put(b"pixels", "image/png")).parent
    old, young = shard / "old.tmp", shard / "young.tmp"
    for leftover in (old, young):
        leftover.write_bytes(b"half")
    os.utime(old, (1, 1))

    assert blobs.sweep(older_than_s=60) == 1
    assert young.exists()
    assert not old.exists()
    assert len(list(blobs.names())) == 1
