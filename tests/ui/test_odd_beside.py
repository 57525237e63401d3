"""Odd values in a project and beside the program: the window opens, says so, and keeps the file."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from inpaint_studio import paths
from inpaint_studio.contract.catalog import load_catalog
from inpaint_studio.errors import SettingsError
from inpaint_studio.picture.openraster import open_project, save_project
from inpaint_studio.session.restart import _VARIABLE, Handover, take_handover
from inpaint_studio.ui.shell.start_up_look import StartUpLook, load_look, scale_interface
from tests.history.odd_values import ODD
from tests.support import scenes
from tests.ui.test_projects import saved

ODD_RUNS = {
    "runs": {"created_at": 1e308, "params": "[]", "frame": "[1, 2]"},
    "variants": {"stars": 2.5, "seconds": "abc", "flag": 0.5, "answer_json": "[1]"},
}


async def test_a_project_with_odd_runs_opens_and_so_does_every_start_after_it(
    start_studio, tmp_path: Path
) -> None:
    path = tmp_path / "odd.ora"

    studio = await start_studio()
    await scenes.open_masked_photo(studio, tmp_path)
    await scenes.run_once(studio)
    await saved(studio, path)
    for file in (paths.data_folder() / "history").glob("history.db*"):
        file.unlink()
    project = open_project(path)
    rows = json.loads(project.extras["runs.json"])
    for table, values in ODD_RUNS.items():
        rows[table][0].update(values)
    extras = {**project.extras, "runs.json": json.dumps(rows).encode()}
    save_project(replace(project, extras=extras), path)
    studio = await start_studio()
    told = []
    studio.session.projects.noticed.connect(told.append)
    added = studio.session.projects.runs_added
    studio.session.open_file(path)
    await scenes.until(added, lambda: len(studio.window.strip.model.listing) > 0)
    await scenes.until(studio.session.projects.noticed, lambda: bool(told))
    studio.window.strip.grab()
    assert "stars" in told[-1].message
    studio = await start_studio()
    assert len(studio.window.strip.model.listing) == 1
    studio.window.strip.grab()
    studio.wiring.gallery.toggle()
    studio.wiring.gallery.page.grab()
    assert studio.window.central_area.notices.text() == ""


async def test_odd_files_beside_the_program_stop_no_start_and_are_kept(
    start_studio, tmp_path: Path
) -> None:
    config, data = paths.config_folder(), paths.data_folder()
    for folder in (config, data):
        folder.mkdir(parents=True)
    settings = {
        "history_folder": "/a\0b",
        "monthly_cap_usd": 10**400,
        "ui_scale": 0,
        "overlay_colour": "red",
        "profiles": [{"name": "Lab", "base_url": "http://lab", "idle_timeout_s": 10**400}],
        "shortcuts": [{"action": ["x"], "keys": 7}],
        "last_rest": "[" * 5000,
    }
    odd = {
        config / "settings.json": json.dumps(settings),
        config / "catalog.json": '{"models": {"mine": {"like": []}}}',
        config / "presets.json": '[{"name": "a", "params": {"n": 1e99}}]',
        config / "window.ini": "[General]\nleft=inf\nui_scale=0\ntheme=@Invalid()\n",
        data / "prompts.json": '[7, {"text": []}]',
    }
    for path, text in odd.items():
        path.write_text(text)
    told = []

    studio = await start_studio()
    told.extend(studio._early)
    await scenes.open_masked_photo(studio, tmp_path)
    assert studio.session.history.folder == data / "history"
    await studio.close()

    assert len(told) >= 3
    assert (config / "catalog.json").read_text() == odd[config / "catalog.json"]
    for path in odd.keys() - {config / "catalog.json"}:
        assert path.with_name(path.name + ".bad").read_text() == odd[path], path


@pytest.mark.parametrize("name", ["left", "right", "bottom", "ui_scale"])
@pytest.mark.parametrize("value", ["inf", "-inf", "nan", "1e999", "-5", "x", "", "9" * 400])
def test_odd_numbers_in_the_windows_state_are_left_out(name: str, value: str) -> None:
    _window_state(**{name: value})
    look = load_look()
    assert look == StartUpLook(refused=(name,))
    scale_interface(look)


@pytest.mark.parametrize("value", ["inf", "0", "-1", "x", "nan", "9" * 400])
def test_an_odd_scale_of_the_system_is_passed_over(monkeypatch, value: str) -> None:
    monkeypatch.setenv("QT_SCALE_FACTOR", value)
    scale_interface(StartUpLook(ui_scale=1.25))
    assert os.environ["QT_SCALE_FACTOR"] == "1.250"


@pytest.mark.parametrize(
    "odd", [*(value for value in ODD.values() if not isinstance(value, bytes)), [], {}, None, True]
)
def test_odd_values_of_a_catalog_are_refused_in_words(odd: object) -> None:
    own = json.loads(paths.resource("catalog.json").read_text("utf-8"))["models"]["gpt-image-2"]
    for name in (*own, "like"):
        text = json.dumps({"models": {"mine": {**own, name: odd}}})
        try:
            catalog = load_catalog(text)
        except SettingsError:
            continue
        catalog.model("mine").size_rule.nearest(900, 700)


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "7",
        '{"journals": 7}',
        '{"journals": [7]}',
        '{"shown": []}',
        '{"params": []}',
        '{"other": 1}',
        "[" * 5000,
        "{",
    ],
)
def test_an_odd_handover_is_passed_over(monkeypatch, text: str) -> None:
    monkeypatch.setenv(_VARIABLE, text)
    handed = take_handover()
    assert handed is None or handed == Handover()


def _window_state(**values: str) -> None:
    folder = paths.config_folder()
    folder.mkdir(parents=True)
    store = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    for name, value in values.items():
        store.setValue(name, value)
    store.sync()
