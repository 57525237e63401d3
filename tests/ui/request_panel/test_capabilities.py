"""Edit the person's own catalog file, see the control change: one test per capability."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

from inpaint_studio.contract.params import EditParams
from inpaint_studio.contract.profile import Profile
from tests.ui.request_panel.panels import (
    MODEL,
    check,
    click_fix,
    most,
    named,
    offers,
    own_catalog,
    panel_of,
    panel_with,
    reason,
    texts,
)

pytestmark = pytest.mark.usefixtures("qapp")

WORDS = [
    ("qualities", "Quality", "quality", ["auto", "ultra"], ["Auto", "ultra"]),
    ("backgrounds", "Background", "background", ["auto", "striped"], ["Auto", "striped"]),
    ("formats", "Format", "output_format", ["png", "jxl"], ["PNG", "jxl"]),
    ("moderations", "Moderation", "moderation", ["auto", "none"], ["Auto", "none"]),
    ("fidelities", "Input fidelity", "input_fidelity", ["low", "high"], ["Default", "Low", "High"]),
    ("response_formats", "Response format", "response_format", ["url"], ["Default", "URL"]),
]


@pytest.mark.parametrize(("capability", "name", "field", "words", "shown"), WORDS)
def test_words_are_offered_as_the_file_lists_them(capability, name, field, words, shown) -> None:
    panel = panel_with({capability: words}, **{field: words[-1]})
    assert offers(panel, name) == shown
    assert reason(panel, name) == ""
    assert getattr(panel.draft.params, field) == words[-1]


@pytest.mark.parametrize(("capability", "name", "field", "words", "shown"), WORDS)
def test_a_field_the_file_takes_away_is_off_with_the_reason_and_not_sent(
    capability, name, field, words, shown
) -> None:
    panel = panel_with({"label": "Mine", capability: []}, **{field: words[-1]})
    assert reason(panel, name) == "Mine does not take this"
    assert getattr(panel.draft.params, field) == getattr(EditParams(prompt="", model=""), field)


@pytest.mark.parametrize(("capability", "name", "field", "words", "shown"), WORDS)
def test_a_value_returns_when_the_model_changes_back(capability, name, field, words, shown) -> None:
    catalog = own_catalog({capability: words}, {capability: []})
    panel = panel_of(catalog, **{field: words[-1]})
    box = named(panel, "Model", QComboBox)
    for row in (1, 0):
        box.setCurrentIndex(row)
        box.activated.emit(row)
    assert getattr(panel.draft.params, field) == words[-1]


def test_five_words_become_a_list() -> None:
    panel = panel_with({"qualities": ["auto", "low", "medium", "high", "max"]})
    assert offers(panel, "Quality") == ["Auto", "Low", "Med", "High", "Max"]


def test_suggested_sizes() -> None:
    panel = panel_with({"sizes": ["auto", "640x480"]})
    assert offers(panel, "Size") == ["From frame", "640\u2009×\u2009480"]


def test_the_size_rule_judges_what_is_typed_and_mends_it_in_one_click() -> None:
    catalog = own_catalog({"size_rule": {"multiple": 64}})
    panel = panel_of(catalog, size="1000x1000")
    check(panel, catalog)
    click_fix(panel)
    assert panel.draft.params.size == "1024x1024"


def test_ratio_chips_choose_legal_sizes_and_are_off_where_there_is_none() -> None:
    panel = panel_with({"size_rule": {"sizes": ["1024x1024", "1536x1024"]}})
    assert named(panel, "Size with ratio 16:9").isEnabled() is False
    named(panel, "Size with ratio 3:2", QPushButton).click()
    assert panel.draft.params.size == "1536x1024"
    named(panel, "Size with ratio 3:2", QPushButton).click()
    assert panel.draft.params.size == "frame"


def test_experimental_sizes_are_flagged() -> None:
    rule = {"experimental_above": 1_000_000}
    panel = panel_with({"sizes": ["900x900", "2000x2000"], "size_rule": rule})
    assert "experimental" not in offers(panel, "Size")[1]
    assert "experimental" in offers(panel, "Size")[2]


def test_compression_belongs_to_formats() -> None:
    entry = {"formats": ["png", "jpeg"], "compression_formats": ["jpeg"]}
    panel = panel_with(entry, output_format="png", output_compression=70)
    assert "no compression level" in reason(panel, "Output compression")
    assert panel.draft.params.output_compression is None
    panel = panel_with(entry, output_format="jpeg", output_compression=70)
    assert reason(panel, "Output compression") == ""
    assert panel.draft.params.output_compression == 70


def test_most_partials() -> None:
    panel = panel_with({"streams": True, "max_partials": 1}, partial_images=3)
    assert offers(panel, "Partials") == ["0", "1"]
    assert panel.draft.params.partial_images <= 1


def test_streaming() -> None:
    panel = panel_with({"label": "Mine", "streams": False, "max_partials": 3}, partial_images=2)
    assert reason(panel, "Partials") == "Mine does not stream"
    assert (panel.draft.params.stream, panel.draft.params.partial_images) == (False, 0)
    assert panel_with({"streams": True}).draft.params.stream is True


def test_formats_that_are_not_streamed() -> None:
    entry = {"formats": ["png", "flip"], "streams": True, "max_partials": 2}
    catalog = own_catalog(entry, formats={"flip": {"streams": False, "max_n": 3}})
    panel = panel_of(catalog, output_format="flip")
    assert "not streamed" in reason(panel, "Partials")
    assert panel.draft.params.stream is False
    assert most(panel, "Variants") == 3


def test_most_variants() -> None:
    panel = panel_with({"max_n": 2}, n=4)
    assert most(panel, "Variants") == 2
    assert panel.draft.params.n == 2
    assert most(panel_with({"max_n": 64}), "Variants") == 10


def test_longest_prompt() -> None:
    catalog = own_catalog({"max_prompt": 5})
    panel = panel_of(catalog, prompt="123456")
    assert "6\u2009/\u20095" in texts(panel)
    check(panel, catalog)
    assert "takes 5" in texts(panel)


def test_models_that_ignore_the_prompt_say_so() -> None:
    assert "ignores this text" in texts(panel_with({"ignores_prompt": True}))
    assert "ignores this text" not in texts(panel_with({}))


def test_label_and_note() -> None:
    panel = panel_with({"label": "Mine", "note": "Paints like me."})
    assert offers(panel, "Model") == ["Mine"]
    assert "Paints like me." in named(panel, "Model", QComboBox).toolTip()


def test_retired_models_are_hidden_and_their_successor_is_one_click_away() -> None:
    catalog = own_catalog({"label": "New"}, {"label": "Old", "retired": True, "successor": MODEL})
    panel = panel_of(catalog, model=f"{MODEL}-2")
    assert offers(panel, "Model") == ["New"]
    assert panel.draft.params.model == f"{MODEL}-2"
    check(panel, catalog)
    click_fix(panel)
    assert panel.draft.params.model == MODEL


def test_free_models_only_leave_nothing_to_type() -> None:
    assert named(panel_with({"free": True}), "Model", QComboBox).isEditable() is False
    assert named(panel_with({"free": False}), "Model", QComboBox).isEditable() is True


def test_prices() -> None:
    entry = {"prices": {"image_out": 1000}, "tokens": {"table": {"64x64": {"medium": 100}}}}
    catalog = own_catalog(entry, {"free": True})
    from inpaint_studio.contract.cost import estimate

    panel = panel_of(catalog, size="64x64", quality="medium", n=2)
    panel.run.cost.set_estimate(estimate(panel.draft.params, catalog.model(MODEL)), count=2)
    assert "≈\u202f$0.20" in texts(panel)
    panel.run.cost.set_estimate(None, count=2)
    assert "Price unknown" in texts(panel)


def test_rules_for_extra_fields() -> None:
    catalog = own_catalog({"extras": {"seed": {"least": 1, "most": 9}}})
    panel = panel_of(catalog, extra={"seed": 0})
    check(panel, catalog)
    assert named(panel, "Extra fields as JSON").property("problem") is True
    click_fix(panel)
    assert panel.draft.params.extra == {"seed": 1}


def test_what_a_profile_is_known_to_refuse_is_off() -> None:
    catalog = own_catalog({"qualities": ["auto", "low"], "streams": True, "max_partials": 3})
    panel = panel_of(catalog, quality="low")
    profile = Profile(
        name="P", base_url="https://p/v1", refused_fields=("quality",), max_partials=1
    )
    panel.draft.offer(profile, [catalog.model(MODEL)])
    assert reason(panel, "Quality") != ""
    assert panel.draft.params.quality == "auto"
    assert offers(panel, "Partials") == ["0", "1"]
    panel.draft.offer(Profile(name="Q", base_url="https://q/v1"), [catalog.model(MODEL)])
    assert panel.draft.params.quality == "low"


def test_a_model_nobody_knows_may_be_typed_and_gets_every_control(qapp: QApplication) -> None:
    panel = panel_with({})
    box = named(panel, "Model", QComboBox)
    line = box.lineEdit()
    assert line is not None
    line.selectAll()
    line.insert("brand-new")
    line.textEdited.emit("brand-new")
    assert panel.draft.params.model == "brand-new"
    assert reason(panel, "Quality") == ""
    assert reason(panel, "Input fidelity") == ""


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # the display is none
def test_dated_ids_stand_behind_their_model_until_they_are_asked_for() -> None:
    panel = panel_with({"label": "Mine", "dated": ["own-model-2026-01-02"]})
    box = named(panel, "Model", QComboBox)
    assert offers(panel, "Model") == ["Mine", "Dated ids…"]

    box.activated.emit(1)
    assert offers(panel, "Model") == ["Mine", "Dated ids", "own-model-2026-01-02"]
    assert panel.draft.params.model == MODEL
    box.hidePopup()
    box.setCurrentIndex(2)
    box.activated.emit(2)
    assert panel.draft.params.model == "own-model-2026-01-02"
    assert panel.draft.info.label == "Mine"


def test_a_dated_id_may_be_typed() -> None:
    panel = panel_with({"label": "Mine", "dated": ["own-model-2026-01-02"]})
    box = named(panel, "Model", QComboBox)
    box.lineEdit().setText("own-model-2026-01-02")
    box.lineEdit().textEdited.emit("own-model-2026-01-02")
    assert panel.draft.params.model == "own-model-2026-01-02"
    assert offers(panel, "Model") == ["Mine", "Dated ids…"]
