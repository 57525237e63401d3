"""Cards of variants that wait or run: each is stopped by itself, and counts its waits down."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from inpaint_studio.app import Studio
from inpaint_studio.contract.profile import local_fill
from inpaint_studio.engine import PatchMatchEngine
from inpaint_studio.runs.run import Endpoint, Run, Variant
from tests.support import scenes, scripted
from tests.support.embedded import running
from tests.support.replies import completed, error, partial, stream
from tests.support.scripted import GREEN

LIMITED = {"code": "rate_limit_exceeded", "message": "slow down"}
NEVER_ENDS = stream(partial(0, GREEN), 60.0)


@pytest.fixture
@asynccontextmanager
async def masked_studio(studio, tmp_path: Path) -> AsyncIterator[Studio]:
    """The application with a masked picture and the history open."""
    async with studio as started:
        started.window.panels.show_history()
        await scenes.open_masked_photo(started, tmp_path)
        yield started


async def streaming(studio: Studio, there: scripted.Scripted, n: int) -> Run:
    """A run all of whose variants have brought a partial and do not end."""
    run = await scripted.submit(studio, there, replace(scripted.PARAMS, n=n))
    await scenes.until(
        studio.session.runs.variant_changed,
        lambda: all(each.partials_seen for each in run.variants),
    )
    return run


def refused(**headers: str):
    return error(429, headers=headers.items(), **LIMITED)


def point_at(studio: Studio, variant: Variant, verb: str) -> QPoint:
    """Where a button of a card is, with the pointer there."""
    strip = studio.window.strip
    index = strip.model.index(strip.model.row_of(variant.id))
    card = strip.model.card(index)
    assert card is not None
    boxes = strip.view.delegate.button_boxes(card, strip.view.visualRect(index), strip.view.font())
    place = boxes[verb].center().toPoint()
    QTest.mouseMove(strip.view.viewport(), place)
    return place


def click_button(studio: Studio, variant: Variant, verb: str) -> None:
    place = point_at(studio, variant, verb)
    view = studio.window.strip.view
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def words_of(studio: Studio, variant: Variant) -> str:
    model = studio.window.strip.model
    card = model.card_at(model.row_of(variant.id))
    assert card is not None
    return card.words


async def test_the_button_on_one_card_ends_its_work_at_the_server_alone(
    studio: Studio, tmp_path: Path
) -> None:
    with closing(PatchMatchEngine(workers=2)) as engine:
        engine.warm()
        await scenes.open_photo(studio, scenes.write_photo(tmp_path / "photo.png", 1200, 900))
        mask = np.zeros((900, 1200), np.uint8)
        mask[200:700, 200:1000] = 255
        studio.session.editor.replace_mask(mask, "Square")
        with running(engine) as url:

            async def there() -> Endpoint:
                return Endpoint(local_fill(url), None)

            run = await scripted.submit(studio, there, replace(scenes.PARAMS, n=2, quality="high"))
            await scenes.eventually(lambda: len(engine._busy) == 2)
            first, second = run.variants
            click_button(studio, first, "stop")
            await scenes.eventually(lambda: len(engine._busy) == 1)
            assert (first.state, second.state) == ("stopped", "running")
            studio.window.actions_["stop_run"].trigger()
            await scenes.eventually(lambda: not engine._busy)
            await scenes.all_ended(studio)
        assert second.state == "stopped"


async def test_a_stopped_variant_closes_its_socket_and_keeps_its_partial(
    masked_studio: Studio,
) -> None:
    studio = masked_studio
    with scripted.scripted(NEVER_ENDS) as there:
        run = await streaming(studio, there, 4)
        stopped = run.variants[2]
        click_button(studio, stopped, "stop")
        await scenes.eventually(lambda: there.endpoint.open_now == 3)
        assert [each.is_pending for each in run.variants] == [True, True, False, True]
        record = studio.session.history.variant(stopped.id)
        assert record.state == "stopped"
        assert len(record.partials) == 1
        assert "may have been charged" in record.message
        await scenes.eventually(lambda: words_of(studio, stopped) == "Stopped at partial 1")

        studio.session.staging.choose(2)
        studio.window.actions_["keep_partial"].trigger()
        (edit,) = studio.session.editor.document.edits
        assert edit.variant_id == stopped.id
        assert there.endpoint.open_now == 3

        view = studio.window.strip.view
        studio.window.strip.select(run.variants[0].id)
        QTest.keyClick(view, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
        await scenes.eventually(lambda: there.endpoint.open_now == 2)
        assert run.variants[0].state == "stopped"
        QTest.keyClick(view, Qt.Key.Key_Period, Qt.KeyboardModifier.AltModifier)
        await scenes.eventually(lambda: there.endpoint.open_now == 0)
        await scenes.all_ended(studio)


async def test_keeping_the_partial_of_a_variant_that_runs_ends_it_alone(
    masked_studio: Studio,
) -> None:
    studio = masked_studio
    runs = studio.session.runs
    with scripted.scripted(NEVER_ENDS) as there:
        run = await streaming(studio, there, 2)
        studio.session.staging.choose(1)
        studio.window.actions_["keep_partial"].trigger()
        await scenes.eventually(lambda: there.endpoint.open_now == 1)
        assert [each.state for each in run.variants] == ["running", "stopped"]
        assert studio.session.history.variant(run.variants[1].id).accepted
        runs.stop_all()
        await scenes.all_ended(studio)


async def test_a_refusal_is_counted_down_on_card_and_bar_and_sent_again_once(
    masked_studio: Studio,
) -> None:
    studio = masked_studio
    seen: list[tuple[str, str]] = []
    with scripted.scripted(refused(retry_after="2"), stream(completed(GREEN))) as there:
        run = await scripted.submit(studio, there)
        (variant,) = run.variants
        bar = studio.window.staging_bar
        studio.session.runs.variant_changed.connect(
            lambda _: seen.append((words_of(studio, variant), bar._words.text()))
        )
        await scenes.all_ended(studio)
        assert variant.state == "done"
        assert len(there.endpoint.asked) == 2
        assert there.endpoint.asked[0].fields == there.endpoint.asked[1].fields
    counted = dict.fromkeys(words for words, _ in seen if "again" in words)
    # A busy machine may be late at the last second, which then is seen as 0.
    assert list(counted)[:2] == ["Sent again in 2\u2009s", "Sent again in 1\u2009s"]
    assert any(words == "Too many requests. Sent again in 1\u2009s" for _, words in seen)


async def test_send_now_ends_one_wait_and_sends_once_by_card_bar_and_key(
    masked_studio: Studio,
) -> None:
    studio = masked_studio
    runs = studio.session.runs
    never_soon = refused(retry_after="100")
    with scripted.scripted(never_soon, never_soon, never_soon, stream(completed(GREEN))) as there:
        run = await scripted.submit(studio, there)
        (variant,) = run.variants
        view, bar = studio.window.strip.view, studio.window.staging_bar
        studio.window.strip.select(variant.id)
        for asked, press in enumerate(
            (
                lambda: click_button(studio, variant, "send_now"),
                lambda: bar.send_now_button.click(),
                lambda: QTest.keyClick(view, Qt.Key.Key_S),
            ),
            start=1,
        ):
            await scenes.until(runs.variant_changed, lambda: variant.wait_s is not None)
            assert len(there.endpoint.asked) == asked
            press()
            assert variant.wait_s is None
            runs.send_now(variant)  # a second press finds nothing that waits
        await scenes.all_ended(studio)
        assert variant.state == "done"
        assert len(there.endpoint.asked) == 4


async def test_stop_during_the_wait_sends_nothing_and_says_that_nothing_was_charged(
    masked_studio: Studio,
) -> None:
    studio = masked_studio
    runs = studio.session.runs
    with scripted.scripted(refused(retry_after="1")) as there:
        run = await scripted.submit(studio, there)
        (variant,) = run.variants
        await scenes.until(runs.variant_changed, lambda: variant.wait_s is not None)
        click_button(studio, variant, "stop")
        await scenes.all_ended(studio)
        await asyncio.sleep(1.2)
        assert len(there.endpoint.asked) == 1
    assert variant.state == "stopped"
    assert "nothing was charged" in studio.session.history.variant(variant.id).message
