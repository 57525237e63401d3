"""The panel in the whole window: what blocks a run, what a server refuses, what is remembered."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QToolButton

from inpaint_studio import paths
from inpaint_studio.app import Studio
from inpaint_studio.contract.events import Usage
from inpaint_studio.contract.params import EditParams
from inpaint_studio.contract.profile import Profile
from inpaint_studio.errors import RejectedError
from inpaint_studio.history.records import NewRun
from inpaint_studio.session.presets import Presets
from inpaint_studio.ui.widgets.enlarged_picture import EnlargedPicture
from tests.support import scenes
from tests.support.waiting import eventually
from tests.ui.request_panel.panels import named, texts

MATCH = Qt.MatchFlag.MatchExactly
PAID = {
    "models": {
        "dear": {
            "prices": {"image_out": 1_000_000},
            "tokens": {"area_factors": {"medium": 16}},
        }
    }
}
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def write_catalog(content: object) -> None:
    file = paths.config_folder() / "catalog.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(content))


async def test_a_cap_blocks_before_anything_is_sent_and_says_so_beside_run(
    start_studio, tmp_path: Path
) -> None:
    write_catalog(PAID)
    studio = await start_studio()
    await scenes.open_masked_photo(studio, tmp_path)
    profile = Profile(name="Dear", base_url="https://dear.example/v1", default_model="dear")
    studio.session.profiles.add(profile)
    studio.session.profiles.activate("Dear")
    studio.window.panel.draft.take(EditParams(prompt="a red door", model="dear", size="frame"))
    studio.session.settings.change(monthly_cap_usd=0.01)
    assert "your cap of $0.010" in texts(studio.window.panel)
    assert studio.wiring.request.run() is False
    assert studio.session.history.count() == 0


async def test_a_field_the_server_refuses_lights_its_control_with_the_servers_words(
    studio: Studio, tmp_path: Path
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    panel = studio.window.panel
    edit = named(panel, "Extra fields as JSON", QPlainTextEdit)
    edit.setPlainText('{"moderation": "never"}')
    assert studio.wiring.request.run()
    await scenes.all_ended(studio)
    (variant,) = studio.session.runs.runs[-1].variants
    assert isinstance(variant.error, RejectedError)
    assert variant.error.field == "moderation"
    assert variant.error.message in named(panel, "Moderation").accessibleDescription()
    assert panel.more.fold.isChecked()
    edit.setPlainText("")
    assert studio.wiring.request.run()
    assert variant.error.message not in named(panel, "Moderation").accessibleDescription()
    await scenes.all_ended(studio)


async def test_extra_fields_that_are_no_json_keep_the_run_back(
    studio: Studio, tmp_path: Path
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    named(studio.window.panel, "Extra fields as JSON", QPlainTextEdit).setPlainText("{")
    assert studio.wiring.request.run() is False
    assert "not JSON" in texts(studio.window.panel)
    assert studio.session.history.count() == 0


async def test_what_stands_under_more_and_the_prompts_are_there_the_next_time(
    start_studio, tmp_path: Path
) -> None:

    studio = await start_studio()
    await scenes.open_masked_photo(studio, tmp_path)
    panel = studio.window.panel
    panel.draft.take(replace(panel.draft.params, prompt="a red door", extra={"seed": 5}, user="me"))
    panel.more.set_unfolded(True)
    assert studio.wiring.request.run()
    await scenes.all_ended(studio)
    studio = await start_studio()
    panel = studio.window.panel
    assert panel.draft.params.extra == {"seed": 5}
    assert panel.draft.params.user == "me"
    assert panel.more.fold.isChecked()
    assert studio.wiring.request.prompts.texts() == ["a red door"]


async def test_the_inspector_shows_what_is_sent_and_follows_the_panel(
    studio: Studio, tmp_path: Path
) -> None:
    requesting, panel = studio.wiring.request, studio.window.panel
    requesting.inspect()
    inspector = requesting._inspector
    assert inspector is not None
    await eventually(lambda: "Open a picture" in texts(inspector))
    await scenes.open_masked_photo(studio, tmp_path)
    await eventually(lambda: "image" in texts(inspector))
    assert "/v1/images/edits" in texts(inspector)
    panel.draft.take(replace(panel.draft.params, prompt="seen in the table"))
    table = inspector._fields
    await eventually(lambda: bool(table.findItems("seen in the table", MATCH)))
    inspector.close()


async def test_presets_are_made_used_and_listed(studio: Studio) -> None:
    requesting, panel = studio.wiring.request, studio.window.panel
    panel.draft.take(replace(panel.draft.params, n=4, prompt="mine"))
    requesting._manage_presets()
    dialog = requesting._presets_dialog
    assert dialog is not None
    dialog._name.setText("Four")
    dialog._save.click()
    assert Presets().names() == ["Four"]
    panel.draft.take(replace(panel.draft.params, n=1, prompt="yours"))
    dialog._buttons["use"].click()
    assert (panel.draft.params.n, panel.draft.params.prompt) == (4, "yours")


async def test_a_card_tells_what_its_result_cost(start_studio) -> None:
    write_catalog(PAID)
    studio = await start_studio()
    usage = Usage(input_tokens=1, output_tokens=2, output_image_tokens=2)
    params = EditParams(prompt="", model="dear")
    history = studio.session.history
    run = history.begin(NewRun(params=params, profile_name="p", source_name="s"))
    history.finish(run.variants[0].id, blob="", media_type="image/png", usage=usage)
    model = studio.window.strip.model
    model.reload()
    assert model.card_at(0).words.startswith("$2.00")


async def test_what_a_model_does_not_take_waits_for_its_return_over_a_restart(start_studio) -> None:
    """Also when the program ends in between, more than once."""
    plain = {"qualities": [], "max_n": 1, "streams": False}
    rich = {"qualities": ["auto", "high"], "max_n": 4, "streams": True, "max_partials": 3}
    rich |= {"moderations": ["auto", "low"], "free": True}
    write_catalog({"models": {"plain": plain | {"free": True}, "rich": rich}})
    wish = {"quality": "high", "n": 4, "partial_images": 3, "moderation": "low"}

    studio = await start_studio()
    panel = studio.window.panel
    panel.draft.take(EditParams(prompt="", model="rich", stream=True, **wish))
    panel.draft.take(replace(panel.draft.wanted, model="plain"))
    studio = await start_studio()
    params = studio.session.draft.params
    assert (params.model, params.quality, params.n) == ("plain", "auto", 1)
    studio = await start_studio()
    panel = studio.window.panel
    panel.draft.take(replace(panel.draft.wanted, model="rich"))
    assert {name: getattr(panel.draft.params, name) for name in wish} == wish


async def test_a_missing_key_stands_beside_run_with_the_way_to_its_profile(
    start_studio, tmp_path: Path
) -> None:
    studio = await start_studio()
    await scenes.open_masked_photo(studio, tmp_path)
    profile = Profile(name="Far", base_url="https://far.example/v1", default_model="gpt-image-2")
    for each in (profile, replace(profile, name="Near", auth="none")):
        studio.session.profiles.add(each)
    studio.session.draft.change(prompt="a red door")
    studio.session.profiles.activate("Far")
    panel = studio.window.panel
    await eventually(lambda: "Far has no key." in texts(panel))
    assert studio.wiring.request.run() is False
    assert studio.session.history.count() == 0
    buttons = panel.run.problems.findChildren(QPushButton)
    next(button for button in buttons if button.text() == "Open profile").click()
    dialog = studio.wiring.profiles.dialog
    assert dialog.isVisible()
    assert dialog._page._profile.name == "Far"
    dialog.close()
    studio.session.profiles.activate("Near")
    assert "has no key" not in texts(panel)


async def test_the_inspector_is_busy_at_once_and_shows_its_pictures_large(
    studio: Studio, tmp_path: Path
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    requesting = studio.wiring.request
    requesting.inspect()
    inspector = requesting._inspector
    assert "Preparing what would be sent…" in texts(inspector)
    await eventually(lambda: "/v1/images/edits" in texts(inspector))
    assert "Preparing" not in texts(inspector)
    small = next(
        each for each in inspector.findChildren(QToolButton) if each.toolTip() == "Show it large"
    )
    small.click()
    large = inspector.findChild(EnlargedPicture)
    assert large.isVisible()
    await eventually(lambda: large.picture._image.width() > small.iconSize().width())
    QTest.keyClick(large, Qt.Key.Key_Escape)
    assert not large.isVisible()
