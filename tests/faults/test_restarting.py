"""A restart that the settings ask for: the same process goes on with all that was open."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from tests.faults.driving import PATIENCE_S, Driven
from tests.support import scenes

pytestmark = pytest.mark.skipif(not Path("/proc").exists(), reason="asks /proc for memory")
LINE = [[20.0, 20.0], [90.0, 70.0]]


def opened_again(app: Driven) -> dict[str, Any]:
    """What stands in the window once a picture does."""
    ends = time.monotonic() + PATIENCE_S
    while not (state := app.do("state"))["picture"]:
        assert time.monotonic() < ends
        time.sleep(0.05)
    return state


def same(state: dict[str, Any]) -> dict[str, Any]:
    return {name: state[name] for name in ("picture", "depth", "prompt", "frame", "is_unsaved")}


def test_a_restart_keeps_what_is_open_and_asks_nothing(tmp_path: Path) -> None:
    with Driven(tmp_path / "home") as app:
        app.do("open", path=str(scenes.write_photo(tmp_path / "photo.png")))
        app.do("stroke", points=LINE, size=12)
        app.do("edit", verb="undo")
        app.do("stroke", points=LINE, size=20)
        app.do("frame", box=[10, 10, 120, 100])
        before = app.do("prompt", text="a red door")

        app.do("change", ui_scale=1.5, history_folder=str(tmp_path / "pictures"))
        assert app.do("restart", name="ui_scale") == ""
        app.until_ready()

        after = opened_again(app)
        assert same(after) == same(before)
        assert not after["dialog"]
        assert (before["scale"], after["scale"]) == (1.0, 1.5)
        assert after["history"] == str(tmp_path / "pictures")
        app.do("edit", verb="undo")

        # The scale is what the settings say, not that on top of the one before.
        app.do("change", ui_scale=1.25)
        app.do("restart", name="ui_scale")
        app.until_ready()
        assert opened_again(app)["scale"] == 1.25


def test_a_picture_without_a_change_is_kept_though_its_file_has_gone(tmp_path: Path) -> None:
    photo = scenes.write_photo(tmp_path / "photo.png")
    with Driven(tmp_path / "home") as app:
        before = app.do("open", path=str(photo))
        photo.unlink()
        app.do("restart", name="history_folder")
        app.until_ready()
        after = opened_again(app)
        assert same(after) == same(before)
        assert not after["is_unsaved"]


def test_a_restart_brings_back_all_tabs_and_the_one_in_view(tmp_path: Path) -> None:
    with Driven(tmp_path / "home") as app:
        for name, prompt in (("one", "a tulip"), ("two", "a rose"), ("three", "a door")):
            app.do("open", path=str(scenes.write_photo(tmp_path / f"{name}.png")))
            app.do("prompt", text=prompt)
            app.do("stroke", points=LINE, size=4 * len(name))
        before = app.do("show", place=1)
        app.do("change", ui_scale=1.5)
        app.do("restart", name="ui_scale")
        app.until_ready()
        ends = time.monotonic() + PATIENCE_S
        while (after := app.do("state"))["pictures"] != before["pictures"] or same(after) != same(
            before
        ):
            assert time.monotonic() < ends
            time.sleep(0.05)
        assert [app.do("show", place=n)["prompt"] for n in range(3)] == [
            "a tulip", "a rose", "a door",
        ]  # fmt: skip
        assert not after["dialog"]
