import json
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpaint_studio.errors import SettingsError
from inpaint_studio.settings import (
    Settings,
    choice_of,
    load_settings,
    save_settings,
    settings_path,
)


def test_without_a_file_the_defaults_hold(studio_home: Path) -> None:
    loaded = load_settings()

    assert loaded.settings == Settings()
    assert loaded.notice is None
    assert not studio_home.exists()


def test_settings_survive_a_restart() -> None:
    settings = Settings(
        theme="dark",
        brush_size=12.5,
        recent_files=("/a b/ü.png", "/\udc80.png"),
        profiles=({"name": "Lab", "base_url": "http://lab/v1"},),
        show_hint=False,
    )

    save_settings(settings)

    assert load_settings().settings == settings
    assert [path.name for path in settings_path().parent.iterdir()] == ["settings.json"]


def test_what_a_newer_version_wrote_is_kept() -> None:
    _store({"version": 7, "theme": "dark", "hologram": {"depth": 3}})

    loaded = load_settings()
    save_settings(replace(loaded.settings, theme="light"))

    stored = json.loads(settings_path().read_bytes())
    assert loaded.notice is None
    assert (stored["version"], stored["hologram"]) == (7, {"depth": 3})
    assert stored["theme"] == "light"


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000, b'{"theme": "dark"} tail']
)
def test_a_broken_file_is_kept_aside_and_defaults_used(data: bytes) -> None:
    path = settings_path()
    path.parent.mkdir(parents=True)
    path.write_bytes(data)

    loaded = load_settings()

    assert loaded.settings == Settings()
    assert loaded.notice is not None
    assert "settings.json.bad" in loaded.notice.message
    assert path.with_name("settings.json.bad").read_bytes() == data
    save_settings(loaded.settings)
    assert load_settings().notice is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "purple"),
        ("theme", 3),
        ("ui_scale", 9.0),
        ("ui_scale", True),
        ("ui_scale", float("nan")),
        ("brush_hardness", 50.5),
        ("concurrency", 0),
        ("show_hint", 1),
        ("monthly_cap_usd", 10**400),
        ("monthly_cap_usd", float("inf")),
        ("undo_memory_mb", 10**400),
        ("history_folder", "/a\0b"),
        ("overlay_colour", "#12"),
        ("recent_files", ["/a\0b"]),
        ("profiles", ["not an object"]),
        ("recent_files", "one"),
        ("recent_files", [1]),
    ],
)
def test_one_unusable_value_costs_only_itself(name: str, value: object) -> None:
    _store({"version": 1, "language": "de", name: value})

    loaded = load_settings()

    assert loaded.settings == Settings(language="de")
    assert loaded.notice is not None
    assert name in loaded.notice.message
    kept = settings_path().with_name("settings.json.bad")
    assert name in json.loads(kept.read_bytes())


@given(
    st.binary(max_size=200)
    | st.builds(
        lambda value: json.dumps(value).encode(),
        st.recursive(
            st.none() | st.booleans() | st.floats() | st.text(),
            lambda inner: (
                st.lists(inner)
                | st.dictionaries(
                    st.sampled_from([item.name for item in fields(Settings)]) | st.text(), inner
                )
            ),
        ),
    )
)
def test_no_content_of_the_file_stops_the_start(tmp_path_factory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    path.write_bytes(data)

    settings = load_settings(path).settings
    save_settings(settings, path)

    assert load_settings(path).notice is None


def test_a_file_that_cannot_be_read_now_is_not_overwritten_by_the_next_change() -> None:
    path = settings_path()
    (path / "mine").mkdir(parents=True)

    loaded = load_settings()
    save_settings(loaded.settings)

    assert loaded.notice is not None
    assert (path.with_name("settings.json.bad") / "mine").exists()
    assert load_settings().notice is None


def test_a_folder_that_cannot_be_written_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(SettingsError, match="could not be saved"):
        save_settings(Settings(), tmp_path / "file" / "settings.json")


def test_every_default_is_legal_and_every_shown_setting_is_labelled() -> None:
    save_settings(Settings())
    assert load_settings().notice is None
    for item in fields(Settings):
        if item.metadata and choice_of(item.name).section:
            assert choice_of(item.name).label


def _store(stored: dict) -> None:
    path = settings_path()
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(stored))
