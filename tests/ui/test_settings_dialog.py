"""The settings: drawn from the dataclass, applied at once, kept; keys that can be changed."""

from __future__ import annotations

from dataclasses import fields
from functools import partial

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit

from inpaint_studio.settings import Settings, choice_of, load_settings, save_settings
from inpaint_studio.ui.actions.keymap import keymap_of, keys_text, read_preset
from inpaint_studio.ui.actions.table import ACTION_BY_NAME
from inpaint_studio.ui.canvas.overlay_mode import OverlayMode
from inpaint_studio.ui.settings.dialog import SettingsDialog
from inpaint_studio.ui.style import theme as themes
from inpaint_studio.ui.widgets.colour_field import ColourField
from tests.support import scenes, waiting
from tests.ui.test_profiles import unnamed

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
PRESETS = ("studio", "photoshop", "krita", "gimp")


@pytest.fixture
def dialog(qtbot):
    from PySide6.QtWidgets import QWidget

    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = SettingsDialog(Settings(), parent, started_with=Settings())
    yield dialog  # noqa: PT022 -- keeps the parent alive


def test_every_shown_setting_has_a_control(dialog) -> None:
    shown = [item.name for item in fields(Settings) if item.metadata]
    shown = [name for name in shown if choice_of(name).section]

    assert list(dialog._fields) == shown
    assert {"theme", "ui_scale", "overlay_hatch", "undo_memory_mb", "history_folder"} <= {*shown}
    assert unnamed(dialog) == []


def test_controls_show_the_settings_and_tell_what_changes(dialog) -> None:
    changes: list[dict] = []
    dialog.changed.connect(changes.append)
    dialog.show_settings(Settings(theme="light", concurrency=7, overlay_colour="#102030"))

    assert changes == []
    assert dialog.field("theme").value() == "light"
    dialog.field("concurrency").control.setValue(3)
    dialog.field("overlay_hatch").control.click()
    assert changes == [{"concurrency": 3}, {"overlay_hatch": True}]


def test_what_is_no_colour_is_outlined_and_not_taken(qtbot) -> None:
    field = ColourField("Colour")
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.edited):
        field.findChild(QLineEdit).setText("pinkish")
        field._on_finished()

    assert field.control.property("problem") is True


async def test_every_overlay_can_be_the_first(start_studio) -> None:
    save_settings(Settings(overlay_mode="mask"))

    studio = await start_studio()
    assert studio.wiring.canvas.overlay_mode is OverlayMode.MASK_ONLY
    await studio.close()
    assert {mode.value for mode in OverlayMode} == set(choice_of("overlay_mode").choices)


def test_a_restart_is_offered_only_beside_what_needs_one(dialog) -> None:
    def offered() -> set[str]:
        return {name for name, button in dialog._restarts.items() if not button.isHidden()}

    assert offered() == set()
    dialog.show_settings(Settings(ui_scale=1.5, theme="light"))
    assert offered() == {"ui_scale"}
    dialog.show_settings(Settings())
    assert offered() == set()


async def test_a_restart_asks_what_is_to_become_of_what_still_runs(studio, tmp_path) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    studio.session.generate(scenes.PARAMS)
    studio.window.restart_asked.emit()
    question = studio.window.central_area.question
    assert "still coming" in question.text()
    question.buttons[-1].click()
    assert studio.handover is None
    await scenes.all_ended(studio)


async def test_a_change_is_applied_at_once_and_kept(studio) -> None:

    studio.wiring.settings.ask()
    dialog = studio.wiring.settings.dialog
    dialog.changed.emit({"theme": "light"})
    assert studio.window.theme.name == "light"
    dialog.changed.emit({"overlay_colour": "#00ff00", "overlay_hatch": True})
    assert studio.wiring.canvas._colours.tint == "#00ff00"
    assert studio.wiring.canvas._colours.hatch
    dialog.changed.emit({"reduced_motion": "on"})
    assert studio.wiring.canvas._reduced_motion
    studio.window.actions_["theme_dark"].trigger()
    assert dialog.field("theme").value() == "dark"
    dialog.accept()
    await studio.close()
    stored = load_settings().settings
    assert (stored.theme, stored.overlay_colour) == ("dark", "#00ff00")


@pytest.mark.parametrize("way", ["menu", "dialog"])
async def test_a_theme_is_applied_once_per_choice(studio, monkeypatch, way) -> None:
    applied: list[str] = []
    real = themes.apply

    def counted(app, theme, *rest) -> None:
        applied.append(theme.name)
        real(app, theme, *rest)

    monkeypatch.setattr(themes, "apply", counted)
    for name in ("light", "neutral", "neutral"):
        if way == "menu":
            studio.window.actions_[f"theme_{name}"].trigger()
            await waiting.eventually(partial(_wears, name), scenes.PATIENCE_S)
        else:
            studio.wiring.settings.ask()
            studio.wiring.settings.dialog.changed.emit({"theme": name})
    await waiting.eventually(lambda: not studio.window._menu_closes.isActive())
    assert applied == ["light", "neutral"]
    assert studio.window.actions_["theme_neutral"].isChecked()


def _wears(name: str) -> bool:
    return themes.current().name == name


async def test_a_theme_chosen_in_the_menu_comes_once_that_is_off_the_screen(studio) -> None:
    before = themes.current().name
    chosen = "light" if before != "light" else "dark"
    studio.window.actions_[f"theme_{chosen}"].trigger()
    assert themes.current().name == before  # the menu's place is painted first
    assert studio.session.settings.now.theme == chosen
    assert studio.window.actions_[f"theme_{chosen}"].isChecked()
    await waiting.eventually(partial(_wears, chosen), scenes.PATIENCE_S)


async def test_the_themes_have_a_head_in_the_menu(studio) -> None:
    lines = studio.window.menu("View").actions()
    head = lines[lines.index(studio.window.actions_["theme_system"]) - 1]
    assert head.defaultWidget().text() == "Theme"
    assert not head.isEnabled()


@pytest.mark.parametrize("preset", PRESETS)
def test_no_preset_gives_one_key_to_two_actions_of_a_scope(preset) -> None:
    keymap = keymap_of(Settings(shortcut_preset=preset))
    held = [(ACTION_BY_NAME[name].scope, key) for name, keys in keymap.items() for key in keys]

    assert len(held) == len(set(held))


@pytest.mark.parametrize("preset", PRESETS)
def test_presets_name_actions_and_keys_that_exist(preset) -> None:
    assert {*read_preset(preset)} <= {*ACTION_BY_NAME}
    assert all(
        not QKeySequence(key).isEmpty() for keys in read_preset(preset).values() for key in keys
    )


def test_every_own_key_entry_that_makes_no_sense_is_passed_over() -> None:
    odd = (
        {"action": 3},
        {"keys": ["Q"]},
        {"action": "undo", "keys": "Q"},
        {"action": "x", "keys": []},
    )

    assert keymap_of(Settings(shortcuts=odd)) == keymap_of(Settings())


def test_a_key_that_is_taken_is_told_before_it_changes_hands(dialog) -> None:
    changes: list[dict] = []
    dialog.changed.connect(changes.append)
    editor = dialog.shortcuts
    editor._search.setText("Swap brush")
    editor._capture.setKeySequence(QKeySequence("Ctrl+D"))

    assert "Clear" in editor._words_line.text()
    editor._set.click()
    settings = Settings(shortcuts=changes[-1]["shortcuts"])
    keys = keymap_of(settings)
    assert keys["swap"] == ("Ctrl+D",)
    assert "Ctrl+D" not in keys["clear"]


def test_actions_are_found_by_words_and_by_keys(dialog) -> None:
    editor = dialog.shortcuts
    for sought in ("undo", "ctrl+z"):
        editor._search.setText(sought)
        shown = [item.text(0) for item in editor._items.values()]
        assert "Undo" in shown
        assert len(shown) < 5


async def test_changed_keys_work_in_the_window_at_once(studio) -> None:

    studio.session.settings.change(shortcut_preset="gimp")
    action = studio.window.actions_["brush"]
    assert action.shortcut().toString() == "P"
    assert "(P)" in action.toolTip()
    own = ({"action": "brush", "keys": ["Ctrl+B"]},)
    studio.session.settings.change(shortcuts=own)
    assert action.shortcut().toString() == "Ctrl+B"
    studio.wiring.settings.show_sheet()
    await studio.close()
    assert load_settings().settings.shortcuts == ({"action": "brush", "keys": ["Ctrl+B"]},)


def test_keys_are_spoken_as_the_system_writes_them() -> None:
    assert keys_text(("Ctrl+Shift+A", "B")) == "Ctrl+Shift+A, B"
