"""The search for written keys finds them; that it finds none is told after the last test."""

import base64
import gzip
import io
import logging
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path
from urllib.parse import quote

import pytest
from PIL import Image, PngImagePlugin

from inpaint_studio.secret_store import SecretStore, without_keys
from tests.support.canary import CANARY, KEY_FILE, ProcessWatch, Search, holds_canary
from tests.support.network_faults import png_bomb
from tests.support.unexpected_log import LogWatch

OTHER = CANARY[:-3] + "abc"


BIRD = "sk-other/0123456789abcdef+0123456789ab"
"""A key that may be written: the run's own must not be."""


@pytest.mark.parametrize("around", [("", ""), ("a", "b"), ("Bearer ", "\n"), ("xyz", "z")])
def test_every_spelling_is_found(around):
    text = around[0] + CANARY + around[1]
    for data in (
        text.encode(),
        text.encode("utf-16-le"),
        text.encode("utf-16-be"),
        quote(text).encode(),
        quote(text, safe="").encode(),
        base64.b64encode(text.encode()),
        base64.urlsafe_b64encode(text.encode()),
        text.encode().hex().encode(),
    ):
        assert holds_canary(b"..." + data + b"...")
    assert not holds_canary(text.replace(CANARY, OTHER))


def test_files_of_all_kinds_are_searched(tmp_path):
    folder = tmp_path / "written"
    folder.mkdir()
    (folder / "log.txt").write_text(f"sent {BIRD}")
    (folder / "old.log.gz").write_bytes(gzip.compress(BIRD.encode()))
    words = PngImagePlugin.PngInfo()
    words.add_text("Comment", BIRD, zip=True)
    picture = io.BytesIO()
    Image.new("RGB", (4, 4)).save(picture, "PNG", pnginfo=words)
    (folder / "a.png").write_bytes(picture.getvalue())
    with zipfile.ZipFile(folder / "a.ora", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("data/a.png", picture.getvalue())
    with sqlite3.connect(folder / "a.db") as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE t (x)")
        database.execute("INSERT INTO t VALUES (?)", (BIRD,))
    written_ahead = (folder / "a.db-wal").read_bytes()
    database.close()
    (folder / "copy.db-wal").write_bytes(written_ahead)
    (folder / "harmless.txt").write_text(OTHER)
    (folder / "bomb.png").write_bytes(png_bomb())

    found = {path.rpartition("/")[2] for path in Search(BIRD).files(folder)}

    assert found == {"log.txt", "old.log.gz", "a.png", "a.ora", "a.db", "copy.db-wal"}


def test_only_a_key_file_of_one_s_own_may_hold_it():
    stored = SecretStore().store_in_file("Lab", BIRD)
    assert stored.origin == "file"
    home = Path(stored.words.split("in ")[1].split(", which")[0]).parent

    assert Search(BIRD).files(home) == []
    (home / KEY_FILE).chmod(0o644)
    assert Search(BIRD).files(home) == [str(home / KEY_FILE)]


def test_processes_are_watched():
    watch = ProcessWatch(Search(BIRD))
    program = [sys.executable, "-c", "pass"]
    subprocess.run(program, check=True, env=without_keys({"OPENAI_API_KEY": BIRD}))
    assert watch.found == []

    for told, environment in (([BIRD], None), ([], {"OPENAI_API_KEY": BIRD})):
        watch.found.clear()
        subprocess.run([*program, *told], check=True, env=environment)
        # Since Python 3.13 the system call below is told of, too.
        assert "subprocess.Popen" in {found.partition(":")[0] for found in watch.found}


def test_warnings_are_complaints_unless_announced():
    watch = LogWatch()
    logger = logging.getLogger("somewhere")
    logger.propagate = False
    logger.addHandler(watch)
    watch.expect("announced")
    watch.expect("never")

    logger.info("fine")
    logger.warning("announced")
    logger.error("out of the blue")

    assert watch.complaint().splitlines() == [
        "unexpected log line: somewhere ERROR: out of the blue",
        "expected log line did not come: never",
    ]


LOUD_AND_LEAKY = """
import logging
from tests.support.canary import CANARY

def test_quiet(expected_log):
    expected_log("boo")
    logging.warning("boo")

def test_loud():
    logging.getLogger("x").warning("unannounced")

def test_leak(tmp_path):
    (tmp_path / "log.txt").write_text(CANARY)
"""


def test_a_run_that_warns_and_writes_its_key_fails(tmp_path):
    (tmp_path / "conftest.py").write_text("from tests.conftest import *")
    (tmp_path / "test_written.py").write_text(LOUD_AND_LEAKY)
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(root),
         "-c", str(root / "pyproject.toml"), "--basetemp", str(tmp_path / "base"), str(tmp_path)],
        cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 1
    assert "..E.E" in done.stdout
    assert "unexpected log line: x WARNING: unannounced" in done.stdout
    assert "test_quiet" not in done.stdout
    assert "A key was written" in done.stdout
    assert "log.txt" in done.stdout
