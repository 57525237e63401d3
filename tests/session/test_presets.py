"""Presets on disk: what is saved comes back, what is damaged does no harm."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from inpaint_studio.contract.params import EditParams
from inpaint_studio.errors import SettingsError
from inpaint_studio.session.presets import Presets

PARAMS = EditParams(prompt="mine", model="m", n=3, quality="low", extra={"seed": 7}, user="me")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "presets.json"


def test_a_preset_holds_everything_but_the_prompt(path: Path) -> None:
    Presets(path).save(" Draft  1 ", PARAMS)
    again = Presets(path)
    assert again.names() == ["Draft 1"]
    assert again.params("Draft 1", "theirs") == EditParams(
        prompt="theirs", model="m", n=3, quality="low", extra={"seed": 7}, user="me"
    )
    assert "mine" not in path.read_text()


def test_a_renamed_preset_keeps_its_place_and_a_deleted_one_is_gone(path: Path) -> None:
    presets = Presets(path)
    for name in ("a", "b", "c"):
        presets.save(name, PARAMS)
    presets.rename("a", "z")
    presets.delete("b")
    assert Presets(path).names() == ["z", "c"]


def test_a_name_that_is_taken_or_empty_changes_nothing(path: Path) -> None:
    presets = Presets(path)
    presets.save("a", PARAMS)
    presets.save("b", PARAMS)
    for name in ("b", "  "):
        with pytest.raises(SettingsError):
            presets.rename("a", name)
    assert presets.names() == ["a", "b"]


def test_exported_presets_are_imported_beside_those_of_the_same_name(
    path: Path, tmp_path: Path
) -> None:
    presets = Presets(path)
    presets.save("a", PARAMS)
    presets.export(tmp_path / "taken.json")
    assert presets.import_from(tmp_path / "taken.json") == ["a 2"]
    assert Presets(path).params("a 2", "") == presets.params("a", "")


@pytest.mark.parametrize(
    "content",
    [
        b"\xff", b"{}", b"[1]", b'[{"name": ""}]', b'[{"name": "a"}]',
        b'[{"name": "a", "params": {"n": "3"}}]', b'[{"name": "a", "params": {"extra": 1}}]',
        b'[{"name": "a", "params": {"stream": 1}}]', b'[{"name": "a", "params": {"size": null}}]',
        b"[" * 100_000,
    ],
)  # fmt: skip
def test_a_file_that_holds_no_presets_is_refused_and_nothing_changes(
    path: Path, tmp_path: Path, content: bytes
) -> None:
    presets = Presets(path)
    presets.save("a", PARAMS)
    (tmp_path / "odd.json").write_bytes(content)
    with pytest.raises(SettingsError, match="holds no presets"):
        presets.import_from(tmp_path / "odd.json")
    assert presets.names() == ["a"]


def test_a_damaged_file_is_kept_aside_and_said(path: Path) -> None:
    path.write_bytes(b"{ not json")
    presets = Presets(path)
    assert presets.notice is not None
    assert path.with_name("presets.json.bad").read_bytes() == b"{ not json"
    presets.save("a", PARAMS)
    assert Presets(path).names() == ["a"]


def test_presets_that_are_not_understood_are_said_and_do_no_harm(path: Path) -> None:
    path.write_text(json.dumps([{"name": "a", "params": {"n": "many"}}]))
    presets = Presets(path)
    assert presets.names() == []
    assert presets.notice is not None
    assert "n of a" in presets.notice.message


def test_one_preset_that_is_not_understood_costs_itself_and_is_kept_beside(path: Path) -> None:
    Presets(path).save("good", PARAMS)
    stored = [{"name": "bad", "params": {"n": 10**300}}, *json.loads(path.read_bytes()), "?"]
    path.write_text(json.dumps(stored))

    presets = Presets(path)
    presets.save("new", PARAMS)

    assert Presets(path).names() == ["good", "new"]
    assert presets.notice is not None
    assert json.loads(path.with_name("presets.json.bad").read_bytes()) == stored


def test_a_file_that_cannot_be_read_now_is_not_overwritten(path: Path) -> None:
    path.mkdir()
    (path / "mine").touch()

    presets = Presets(path)
    presets.save("new", PARAMS)

    assert Presets(path).names() == ["new"]
    assert (path.with_name("presets.json.bad") / "mine").exists()


def test_fields_of_a_newer_version_are_dropped(path: Path) -> None:
    path.write_text(json.dumps([{"name": "a", "params": {"model": "m", "hue": 3}}]))
    assert Presets(path).params("a", "p") == EditParams(prompt="p", model="m")


def test_a_folder_that_cannot_be_written_is_said_and_the_list_stays(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    presets = Presets(tmp_path / "file" / "presets.json")
    with pytest.raises(SettingsError, match="could not be saved"):
        presets.save("a", PARAMS)
    assert presets.names() == []
