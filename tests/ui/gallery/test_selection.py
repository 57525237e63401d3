"""A selection in the strip is one, and what is accepted is seen on its card."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from inpaint_studio.app import Studio
from inpaint_studio.runs.run import Variant
from tests.support import scenes

FOUR = replace(scenes.PARAMS, n=4, partial_images=0)


@pytest.fixture
@asynccontextmanager
async def judging_studio(studio, tmp_path: Path) -> AsyncIterator[Studio]:
    """The application with four results of one run."""
    async with studio as started:
        await scenes.open_masked_photo(started, tmp_path)
        await scenes.run_once(started, FOUR)
        yield started


def click_card(studio: Studio, variant: Variant, key: Qt.KeyboardModifier) -> None:
    strip = studio.window.strip
    place = strip.view.visualRect(strip.model.index(strip.model.row_of(variant.id)))
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(strip.view.viewport(), left, key, place.center())


@pytest.mark.parametrize(
    ("key", "chosen"),
    [(Qt.KeyboardModifier.ControlModifier, (1, 3)), (Qt.KeyboardModifier.ShiftModifier, (1, 2, 3))],
)
async def test_cards_clicked_with_a_key_are_selected_together_and_compared(
    judging_studio: Studio, key: Qt.KeyboardModifier, chosen: tuple[int, ...]
) -> None:
    studio = judging_studio
    variants = studio.session.runs.runs[0].variants
    view, compare = studio.window.strip.view, studio.wiring.compare
    click_card(studio, variants[1], Qt.KeyboardModifier.NoModifier)
    click_card(studio, variants[3], key)
    wanted = [variants[n].id for n in chosen]
    assert view.selected_ids() == wanted
    assert studio.session.staging.variant is variants[1]
    studio.session.staging.changed.emit()  # as while a result is worked on or streams
    assert view.selected_ids() == wanted
    QTest.keyClick(view, Qt.Key.Key_C)
    await scenes.until(studio.window.central_area.page_changed, lambda: compare.is_open)
    assert [entry.id for entry in compare.page.view.entries][1:] == wanted


async def test_a_card_is_marked_as_accepted_while_its_edit_is_in_the_picture(
    judging_studio: Studio,
) -> None:
    studio = judging_studio
    editor, model = studio.session.editor, studio.window.strip.model
    variant = studio.session.runs.runs[0].variants[2]

    def is_marked() -> bool:
        card = model.card_at(model.row_of(variant.id))
        return card is not None and card.accepted

    studio.session.staging.choose(2)
    studio.session.staging.accept()
    await scenes.eventually(is_marked)
    editor.undo()
    await scenes.eventually(lambda: not is_marked())
    editor.redo()
    await scenes.eventually(is_marked)
    assert studio.session.history.variant(variant.id).accepted
