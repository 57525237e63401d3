"""Prompt, problems, refusals, more: what hands do in the panel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from inpaint_studio.contract.check import Problem
from inpaint_studio.ui.request_panel.panel import RequestPanel
from inpaint_studio.ui.style.theme import DARK
from tests.ui.request_panel.panels import check, named, own_catalog, panel_of, panel_with, texts

pytestmark = pytest.mark.usefixtures("dressed")
ALT = Qt.KeyboardModifier.AltModifier
RICH = {
    "qualities": ["auto", "low"], "moderations": ["auto", "low"], "streams": True,
    "max_partials": 2,
}  # fmt: skip


def test_alt_and_arrows_walk_through_former_prompts_and_back_to_the_draft() -> None:
    panel = panel_with({}, prompt="a draft")
    panel.prompt.set_earlier(lambda: ["newest", "older"])
    edit = named(panel, "Prompt", QPlainTextEdit)
    seen = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(edit, key, ALT)
        seen.append(panel.draft.params.prompt)
    assert seen == ["newest", "older", "older", "newest", "a draft"]


def test_what_is_typed_after_a_recall_is_a_draft_of_its_own() -> None:
    panel = panel_with({}, prompt="")
    panel.prompt.set_earlier(lambda: ["newest", "older"])
    edit = named(panel, "Prompt", QPlainTextEdit)
    QTest.keyClick(edit, Qt.Key.Key_Up, ALT)
    edit.setPlainText("newest, at dusk")
    QTest.keyClick(edit, Qt.Key.Key_Up, ALT)
    QTest.keyClick(edit, Qt.Key.Key_Down, ALT)
    assert panel.draft.params.prompt == "newest, at dusk"


def test_all_problems_stand_beside_run_and_errors_light_their_controls() -> None:
    panel = panel_with(RICH)
    panel.set_problems([Problem("n", "Too many.", True, 2), Problem("quality", "Unsure.", False)])
    assert "Too many." in texts(panel)
    assert "Unsure." in texts(panel)
    assert named(panel, "Variants").property("problem") is True
    assert not named(panel, "Quality").property("problem")
    run = next(p for p in panel.findChildren(QPushButton) if p.objectName() == "run")
    assert run.accessibleDescription() == "Too many."
    assert run.isEnabled()


def test_what_has_not_been_done_yet_is_no_red_field() -> None:
    catalog = own_catalog(RICH)
    panel = panel_of(catalog, prompt="")
    check(panel, catalog)
    assert not named(panel, "Prompt").property("problem")


def test_a_refusal_lights_its_control_with_the_servers_words_until_it_is_changed() -> None:
    panel = panel_with(RICH, quality="low")
    panel.show_error("quality", "low is sold out")
    control = named(panel, "Quality")
    assert control.property("problem") is True
    assert control.accessibleDescription() == "low is sold out"
    assert "Quality: low is sold out" in texts(panel)
    named(panel, "Quality: Auto", QAbstractButton).click()
    assert not control.property("problem")
    assert control.accessibleDescription() == ""
    assert "sold out" not in texts(panel)


def test_a_refusal_under_more_unfolds_it() -> None:
    panel = panel_with(RICH)
    assert not named(panel, "Moderation").isVisibleTo(panel)
    panel.show_error("moderation", "not here")
    assert panel.more.fold.isChecked()
    assert named(panel, "Moderation").isVisibleTo(panel)


def test_a_refusal_of_what_has_no_control_stands_beside_run() -> None:
    panel = panel_with(RICH)
    panel.show_error("image", "too many dimensions")
    assert "image: too many dimensions" in texts(panel)


def test_extra_fields_that_are_no_json_keep_run_from_running_and_say_where() -> None:
    panel = panel_with({})
    named(panel, "Extra fields as JSON", QPlainTextEdit).setPlainText('{"seed": }')
    (problem,) = panel.draft.problems
    assert problem.is_error
    assert "column 10" in problem.message
    named(panel, "Extra fields as JSON", QPlainTextEdit).setPlainText('{"seed": 3, "quality": "x"}')
    (problem,) = panel.draft.problems
    assert not problem.is_error
    assert "overrides" in problem.message
    assert panel.draft.params.extra == {"seed": 3, "quality": "x"}


def test_what_is_asked_for_outlives_its_panel() -> None:
    """As when the window is built in another language."""
    panel = panel_with(RICH, quality="low")
    named(panel, "Extra fields as JSON", QPlainTextEdit).setPlainText('{"seed": ')
    other = RequestPanel(panel.draft, DARK)
    assert named(other, "Extra fields as JSON", QPlainTextEdit).toPlainText() == '{"seed": '
    assert named(other, "Quality: Low", QAbstractButton).isChecked()
    named(other, "Prompt", QPlainTextEdit).setPlainText("a blue door")
    assert named(panel, "Prompt", QPlainTextEdit).toPlainText() == "a blue door"


def test_what_is_typed_is_not_written_anew_under_the_cursor() -> None:
    panel = panel_with({}, size="frame")
    line = named(panel, "Size", QLineEdit)
    line.setText("1920 x")
    line.textEdited.emit("1920 x")
    assert line.text() == "1920 x"
    assert panel.draft.params.size == "1920 x"


def test_any_number_of_variants_up_to_ten_may_be_asked_for() -> None:
    panel = panel_with({})
    named(panel, "Variants: 4", QAbstractButton).click()
    assert panel.draft.params.n == 4
    from PySide6.QtWidgets import QSpinBox

    named(panel, "Variants", QSpinBox).setValue(7)
    assert panel.draft.params.n == 7
    assert not any(named(panel, f"Variants: {n}", QAbstractButton).isChecked() for n in (1, 2, 4))


@pytest.mark.parametrize(
    ("typed", "size"),
    [("1920 x 1080", "1920x1080"), ("640×480", "640x480"), ("", "frame"), ("big", "big")],
)
def test_sizes_are_read_as_people_write_them(typed: str, size: str) -> None:
    from PySide6.QtWidgets import QLineEdit

    panel = panel_with({})
    line = named(panel, "Size", QLineEdit)
    line.setText(typed)
    line.textEdited.emit(typed)
    assert panel.draft.params.size == size


def test_every_control_is_reached_by_tab_and_has_a_name() -> None:
    panel = panel_with(RICH | {"formats": ["png", "jpeg"], "compression_formats": ["png"]})
    panel.more.set_unfolded(True)
    stops = [
        part
        for part in panel.findChildren(QWidget)
        if part.isVisibleTo(panel) and part.isEnabled()
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.focusProxy() is None
    ]
    named_stops = {stop: stop.accessibleName() or getattr(stop, "text", str)() for stop in stops}
    assert [type(stop).__name__ for stop, name in named_stops.items() if not name] == []
    words = " ".join(named_stops.values())
    for name in ("Prompt", "Model", "Size", "Quality", "Variants", "Partials", "Format", "User"):
        assert name in words, name
    for name in ("What is sent", "Presets", "Extra", "Output compression", "Run"):
        assert name in words, name


def test_nothing_in_the_panel_is_cut_off_at_its_smallest_width() -> None:
    panel = panel_with(RICH, n=10, size="3840x2160")
    panel.more.set_unfolded(True)
    panel.resize(panel.minimumSizeHint().width(), 500)
    assert panel.width() <= 308
    panel.grab()
    cut = [
        (part.text(), part.width(), part.fontMetrics().horizontalAdvance(part.text()))
        for part in panel.findChildren(QPushButton)
        if part.isVisibleTo(panel)
        and part.fontMetrics().horizontalAdvance(part.text()) > part.width()
    ]
    assert cut == []
    right = panel.width()
    assert [
        type(part).__name__
        for part in panel.findChildren(QWidget)
        if part.isVisibleTo(panel) and part.mapTo(panel, part.rect().topRight()).x() >= right + 1
    ] == []


def test_fields_under_more_begin_where_those_above_do() -> None:
    panel = panel_with(RICH)
    panel.more.set_unfolded(True)
    panel.resize(308, 900)
    panel.grab()
    controls = [named(panel, name) for name in ("Size", "Partials", "Moderation", "User ID")]
    assert len({each.mapTo(panel, QPoint()).x() for each in controls}) == 1


@pytest.mark.qt_log_ignore("does not support propagateSizeHints")
def test_what_is_unfolded_is_scrolled_into_sight(qtbot) -> None:
    panel = panel_with(RICH)
    panel.resize(308, 640)
    panel.show()
    extra = named(panel, "Extra fields as JSON")
    QTest.mouseClick(panel.more.fold, Qt.MouseButton.LeftButton)
    assert extra.visibleRegion().boundingRect() != extra.rect()
    qtbot.waitUntil(lambda: extra.visibleRegion().boundingRect() == extra.rect())
    QTest.mouseClick(panel.more.fold, Qt.MouseButton.LeftButton)
    panel.resize(308, 360)  # too low for all of it: it is seen from its beginning
    QTest.mouseClick(panel.more.fold, Qt.MouseButton.LeftButton)
    compression = named(panel, "Output compression")
    qtbot.waitUntil(lambda: compression.visibleRegion().boundingRect() == compression.rect())
    assert panel.more.fold.visibleRegion().boundingRect() == panel.more.fold.rect()


def test_fields_under_more_say_what_they_do_also_after_they_were_off() -> None:
    entry = {"formats": ["png", "jpeg"], "compression_formats": ["jpeg"]}
    panel = panel_with(entry, output_format="png")
    compression = named(panel, "Output compression")
    assert "no compression level" in compression.toolTip()
    panel.draft.choose("output_format", "jpeg")
    assert "keeps most" in compression.toolTip()
    for name in ("Input fidelity", "Moderation", "Response format", "User ID"):
        assert named(panel, name).accessibleDescription(), name
    assert named(panel, "Extra fields as JSON").toolTip()


def test_tab_follows_the_eye_also_after_controls_were_made_anew() -> None:
    panel = panel_with(RICH)
    order = ["Prompt", "Model", "Size", "Quality: Auto", "Variants", "Partials: 0", "What is sent"]
    seen: list[str] = []
    at: QWidget | None = named(panel, "Prompt", QPlainTextEdit)
    for _ in range(400):
        name = at.accessibleName() or getattr(at, "text", str)()
        if name in order and name not in seen and at.focusPolicy() & Qt.FocusPolicy.TabFocus:
            seen.append(name)
        at = at.nextInFocusChain()
    assert seen == order
