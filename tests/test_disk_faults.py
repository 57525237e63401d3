"""Whoever writes says why it could not: a full disk, a read-only one, rights, a file in the way."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

import numpy as np
import pytest

from inpaint_studio import paths
from inpaint_studio.cli import main
from inpaint_studio.cli.output_folder import make_output_folder
from inpaint_studio.disk_faults import why_unwritable
from inpaint_studio.errors import StudioError
from inpaint_studio.export.naming import NameFields
from inpaint_studio.export.writer import ExportOptions, export_picture
from inpaint_studio.history import History
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.image_file import Picture
from inpaint_studio.picture.openraster import project_of, save_project
from inpaint_studio.secret_store import SecretStore
from inpaint_studio.session.json_file import write_list
from inpaint_studio.session.presets import Presets
from inpaint_studio.settings import Settings, save_settings
from tests.support.full_disk import small_disk as small_disk
from tests.support.read_only import forbidden_folder, read_only_disk

PIXELS = np.full((8, 8, 4), 255, np.uint8)
Write = Callable[[Path], object]


def keep_key(folder: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(paths.HOME_VARIABLE, str(folder))
        SecretStore().store_in_file("mine", "key")


def export(folder: Path) -> None:
    export_picture(PIXELS, folder / "out", NameFields(source="a"), ExportOptions())


def save(folder: Path) -> None:
    document = Document(Picture(PIXELS, "a.png", exif=None))
    save_project(project_of(document), folder / "a.ora")


WRITERS: dict[str, Write] = {
    "settings": lambda folder: save_settings(Settings(), folder / "config" / "settings.json"),
    "a list": lambda folder: write_list(folder / "config" / "list.json", [1], "presets"),
    "presets": lambda folder: Presets(folder.parent / "presets.json").export(folder / "mine.json"),
    "a key": keep_key,
    "an export": export,
    "a project": save,
    "--output": lambda folder: make_output_folder(folder / "out"),
}


@contextmanager
def file_in_the_way(folder: Path) -> Iterator[Path]:
    """The folder's name, taken by a file."""
    folder.rmdir()
    folder.write_text("mine", "utf-8")
    yield folder


KINDS: dict[str, Callable[[Path], AbstractContextManager[Path]]] = {
    "is read-only. Make it writable": read_only_disk,
    "is not allowed. Change its permissions": forbidden_folder,
    "is a file where a folder is needed": file_in_the_way,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "place"
    made.mkdir()
    return made


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("reason", KINDS)
def test_the_reason_and_what_mends_it_are_said(folder: Path, writer: str, reason: str) -> None:
    with KINDS[reason](folder), pytest.raises(StudioError) as raised:
        WRITERS[writer](folder)
    assert reason in raised.value.message
    assert str(folder) in raised.value.message
    assert "Free some space" not in raised.value.message


def test_any_other_reason_is_the_systems_own() -> None:
    fault = OSError(errno.ENXIO, "No such device")
    assert str(why_unwritable(Path("a.png"), fault)) == "No such device: a.png."


@pytest.mark.parametrize("writer", WRITERS)
def test_a_full_disk_is_said_to_be_full(small_disk: Path, writer: str) -> None:
    with suppress(OSError):
        (small_disk / "filler").write_bytes(bytes(1 << 20))
    with pytest.raises(StudioError) as raised:
        WRITERS[writer](small_disk)
    assert "is full. Free some space there" in raised.value.message


@pytest.mark.parametrize("reason", KINDS)
def test_a_history_says_so_and_that_it_may_lie_elsewhere(folder: Path, reason: str) -> None:
    with KINDS[reason](folder), pytest.raises(StudioError) as raised:
        History(folder / "history")
    assert reason in raised.value.message
    assert "another history folder" in raised.value.message


# Whoever may not write there may not read the program either, where that lies in root's home.
@pytest.mark.parametrize("reason", [reason for reason in KINDS if "not allowed" not in reason])
def test_demo_says_in_one_line_where_it_cannot_write(
    folder: Path, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with KINDS[reason](folder):
        assert main(["demo", "--output", str(folder / "out")]) == 2
    words = capsys.readouterr().err
    assert words.count("\n") == 1
    assert reason in words
