"""A run is seen from the click on, before its pictures are encoded, and says how long it takes."""

from __future__ import annotations

import re
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt

from inpaint_studio.app import Studio
from inpaint_studio.contract.params import EditRequest
from inpaint_studio.runs.request import Snapshot, freeze, take_snapshot
from inpaint_studio.session import runs as runs_module
from inpaint_studio.session import session as session_module
from inpaint_studio.ui.gallery.cards import Card
from tests.support import scenes, scripted
from tests.support.new_runs import new_run
from tests.support.replies import completed, partial, stream
from tests.support.scripted import GREEN

TWO = replace(scenes.PARAMS, n=2)


def cards_of(studio: Studio) -> list[Card | None]:
    model = studio.window.strip.model
    return [model.card_at(row) for row in range(model.rowCount())]


def says(studio: Studio, words: str) -> bool:
    card = cards_of(studio)[0]
    return card is not None and card.words == words


def seconds_said(studio: Studio) -> int:
    """Since the variant was sent, where it says the usual time and how many partials there are."""
    card = cards_of(studio)[0]
    said = card and re.fullmatch("([0-9]+)\u2009s of ≈ 40\u2009s · 1/2", card.words)
    return int(said[1]) if said else 0


class Paints(QObject):
    """Counts the paint events of a widget."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return super().eventFilter(watched, event)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch):
    """Encoding waits until this is set, as if the picture were very large."""
    may_go_on = threading.Event()

    def wait(snapshot: Snapshot) -> EditRequest:
        may_go_on.wait(30)
        return freeze(snapshot)

    monkeypatch.setattr(runs_module, "freeze", wait)
    yield may_go_on
    may_go_on.set()


async def test_cards_stand_there_at_the_click_and_become_the_run(
    studio: Studio, tmp_path: Path, held: threading.Event
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    earlier = studio.session.history.begin(new_run()).variants[0].id
    studio.window.strip.model.reload()
    studio.session.generate(TWO)
    cards = cards_of(studio)
    assert [card.words for card in cards] == ["Preparing", "Preparing", "Waiting"]
    strip = studio.window.strip
    assert not strip.model.index(0).flags() & Qt.ItemFlag.ItemIsSelectable
    strip.model.reload()
    assert len(cards_of(studio)) == 3
    held.set()
    await scenes.all_ended(studio)
    run = studio.session.runs.runs[-1]
    ids = [card.variant_id for card in cards_of(studio)]
    assert ids == [*(each.id for each in run.variants), earlier]


async def test_the_card_is_painted_before_the_picture_is_copied(
    studio: Studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    studio.window.panels.show_history()
    await scenes.run_once(studio)  # the row of cards is there
    painted: list[int] = []
    paints = Paints()

    def take(*args, **named) -> Snapshot:
        painted.append(paints.count)
        return take_snapshot(*args, **named)

    monkeypatch.setattr(session_module, "take_snapshot", take)
    studio.window.strip.view.viewport().installEventFilter(paints)
    studio.session.generate(TWO)
    assert painted == [1]
    await scenes.all_ended(studio)


async def test_a_run_is_stopped_on_its_card_before_it_has_begun(
    studio: Studio, tmp_path: Path, held: threading.Event
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    studio.session.generate(TWO)
    card = cards_of(studio)[0]
    studio.window.strip.view.button_pressed.emit("stop", card.variant_id)
    await scenes.all_ended(studio)
    assert cards_of(studio) == []
    assert studio.session.history.count() == 0


async def test_a_running_card_says_for_how_long_and_how_long_it_usually_takes(
    studio: Studio, tmp_path: Path
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    history = studio.session.history
    for seconds in (30.0, 40.0, 500.0):
        run = history.begin(new_run(params=scripted.PARAMS, profile_name="Scripted"))
        history.finish(run.variants[0].id, blob="b", media_type="image/png", seconds=seconds)
    other = history.begin(new_run(params=scripted.PARAMS, profile_name="Another"))
    history.finish(other.variants[0].id, blob="b", media_type="image/png", seconds=7.0)
    with scripted.scripted(stream(partial(0, GREEN), 3.5, completed(GREEN))) as there:
        await scripted.submit(studio, there)
        await scenes.eventually(lambda: seconds_said(studio) > 0)
        first = seconds_said(studio)
        await scenes.eventually(lambda: seconds_said(studio) > first)
        await scenes.all_ended(studio)
    assert not studio.session.runs._ticks.isActive()
