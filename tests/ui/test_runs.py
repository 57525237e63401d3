"""From the click to the last byte kept, against the real server."""

from __future__ import annotations

import asyncio
import hashlib
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QObject, QTimer

from inpaint_studio.app import Studio
from inpaint_studio.contract.params import EditParams
from inpaint_studio.contract.profile import LOCAL_FILL_MODEL
from inpaint_studio.contract.sizes import SizeRule
from inpaint_studio.errors import RequestError
from inpaint_studio.history import History
from inpaint_studio.runs.request import take_snapshot
from inpaint_studio.runs.run import Endpoint
from tests.support import scenes, scripted
from tests.support.http_server import Asked
from tests.support.replies import completed, http, stream


async def test_a_run_needs_a_picture_then_a_mask(studio: Studio, tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="picture") as refused:
        studio.session.generate(scenes.PARAMS)
    assert refused.value.field == "image"
    await scenes.open_photo(studio, scenes.write_photo(tmp_path / "photo.png"))
    with pytest.raises(RequestError, match="Paint") as refused:
        studio.session.generate(scenes.PARAMS)
    assert refused.value.field == "mask"
    assert studio.session.history.count() == 0


async def test_the_result_is_kept_as_the_servers_own_bytes(studio: Studio, tmp_path: Path) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    (variant,) = await scenes.run_once(studio)
    history = studio.session.history
    record = history.variant(variant.id)
    assert record.state == "done"
    assert record.blob is not None
    stored = history.blob_path(record.blob).read_bytes()
    assert hashlib.sha256(stored).hexdigest() in record.blob
    assert len(record.partials) == 2
    run = history.run(record.run_id)
    assert run.mask is not None
    assert run.source is not None
    assert history.blob_path(run.source).read_bytes() == (tmp_path / "photo.png").read_bytes()


async def test_a_partial_is_seen_before_the_disk_has_it(studio: Studio, tmp_path: Path) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    seen: list[tuple[bool, int]] = []
    studio.session.runs.variant_changed.connect(
        lambda each: seen.append((each.pixels is not None, each.partials_seen))
    )
    (variant,) = await scenes.run_once(studio)
    assert (True, 0) in seen  # and is counted once it is kept
    assert variant.partials_seen == len(studio.session.history.variant(variant.id).partials)


async def test_outside_the_blend_mask_an_accepted_edit_changes_nothing(
    studio: Studio, tmp_path: Path
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    (variant,) = await scenes.run_once(studio)
    document = studio.session.editor.document
    assert document is not None
    studio.session.accepting.accept(variant)
    blend = np.zeros(document.mask.shape, np.uint8)
    blend[variant.run.box.slices] = variant.blend
    source, now = document.source.pixels, document.composite
    assert np.array_equal(now[blend == 0], source[blend == 0])
    assert not np.array_equal(now[blend == 255], source[blend == 255])
    assert studio.session.history.variant(variant.id).accepted
    studio.session.editor.undo()
    assert np.array_equal(document.composite, source)


async def test_the_row_is_written_before_anything_is_sent(studio: Studio, tmp_path: Path) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    history = studio.session.history
    written: list[int] = []

    async def look_and_refuse(asked: Asked, writer: asyncio.StreamWriter) -> None:
        with closing(sqlite3.connect(history.folder / "history.db")) as database:
            written.extend(*database.execute("SELECT count(*) FROM variants"))
        await http(b"{}", status=400)(asked, writer)

    with scripted.scripted(look_and_refuse) as there:
        run = await scripted.submit(studio, there)
        await scenes.all_ended(studio)
    record = history.variant(run.variants[0].id)
    assert written == [1]
    assert record.state == "failed"
    assert record.title in studio.window.central_area.notices.text()
    assert not studio.session.mask.box.is_empty


@pytest.mark.parametrize("fault", ["server-error", "moderation", "cut-stream"])
async def test_a_server_that_fails_leaves_a_card_that_says_why(
    studio: Studio, faulty, tmp_path: Path, fault: str
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    document = studio.session.editor.document
    assert document is not None
    endpoint = scenes.at(faulty(fault))
    snapshot = take_snapshot(document, "id", scenes.PARAMS, SizeRule())
    studio.session.runs.submit(snapshot, endpoint)
    await scenes.all_ended(studio)
    card = studio.window.strip.model.card(studio.window.strip.model.index(0))
    assert card is not None
    assert card.state == "failed"
    assert card.detail
    assert "charged" not in card.words + card.detail, "it is local fill"
    assert studio.window.central_area.notices.text()
    assert studio.session.editor.document is document
    assert not studio.session.mask.box.is_empty


async def test_stopping_one_variant_leaves_the_others(
    studio: Studio, faulty, tmp_path: Path
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    params = EditParams.from_json(scenes.PARAMS.to_json() | {"n": 2})
    runs = studio.session.runs
    endpoint = scenes.at(faulty("delay=1"))
    document = studio.session.editor.document
    assert document is not None
    runs.submit(take_snapshot(document, "id", params, SizeRule()), endpoint)
    await scenes.until(runs.run_added, lambda: bool(runs.runs))
    first, second = runs.runs[0].variants
    await scenes.until(runs.variant_changed, lambda: first.state == "running")
    runs.stop(first)
    await scenes.all_ended(studio)
    assert first.state == "stopped"
    assert second.state == "done"


async def test_variants_are_sent_seeds_of_their_own_which_a_retry_sends_again(
    studio: Studio, tmp_path: Path
) -> None:
    picture = completed(scripted.GREEN)
    await scenes.open_masked_photo(studio, tmp_path)
    runs, history = studio.session.runs, studio.session.history
    params = replace(scripted.PARAMS, n=3, extra={"seed": 2**31 - 2})
    with scripted.scripted(stream(picture)) as there:
        asked = there.endpoint.asked
        run = await scripted.submit(studio, there, params)
        await scenes.all_ended(studio)
        expected = [2**31 - 2, 2**31 - 1, 0]
        assert sorted(int(each.fields["seed"]) for each in asked) == sorted(expected)
        assert [each.seed for each in run.variants] == expected
        assert [each.seed for each in history.run(run.id).variants] == expected
        runs.retry(run.variants[1])
        await scenes.until(runs.run_added, lambda: len(runs.runs) > 1)
        await scenes.all_ended(studio)
        assert asked[-1].fields["seed"] == str(expected[1])
        assert history.run(runs.runs[-1].id).variants[0].seed == expected[1]
    card = studio.window.strip.model.card(studio.window.strip.model.index(0))
    assert f"Seed {expected[1]}" in card.tip


async def test_a_drawn_seed_is_sent_again_by_a_retry(studio: Studio, tmp_path: Path) -> None:
    picture = completed(scripted.GREEN)
    await scenes.open_masked_photo(studio, tmp_path)
    runs = studio.session.runs
    with scripted.scripted(stream(picture)) as there:

        async def fixed() -> Endpoint:
            reached = await there()
            return replace(reached, profile=replace(reached.profile, has_fixed_seed=True))

        run = await scripted.submit(studio, fixed)
        await scenes.all_ended(studio)
        runs.retry(run.variants[0])
        await scenes.until(runs.run_added, lambda: len(runs.runs) > 1)
        await scenes.all_ended(studio)
        first, again = (each.fields["seed"] for each in there.endpoint.asked)
    assert first == again == str(run.variants[0].seed)
    assert "seed" not in runs.runs[-1].snapshot.params.extra


async def test_a_result_is_not_accepted_into_another_picture_and_the_way_to_its_own_is_offered(
    studio: Studio, tmp_path: Path
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    (variant,) = await scenes.run_once(studio)
    await scenes.open_photo(studio, scenes.write_photo(tmp_path / "other.png", 96, 96))
    session, notices = studio.session, studio.window.central_area.notices
    session.accepting.accept(variant)
    assert "another picture. Go to photo.png" in notices.text()
    assert not variant.run.snapshot.document.edits
    notices._action.click()
    assert session.editor.document is variant.run.snapshot.document
    assert session.staging.variant is variant


async def test_runs_that_take_too_much_memory_are_left_to_the_history(
    studio: Studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("inpaint_studio.session.runs.KEPT_BYTES", 1)
    await scenes.open_masked_photo(studio, tmp_path)
    (older,) = await scenes.run_once(studio)
    (newer,) = await scenes.run_once(studio)
    runs, stored_results = studio.session.runs, studio.session.stored_results
    assert runs.variant(older.id) is None
    assert runs.variant(newer.id) is newer
    stored_results.show(older.id)
    await scenes.until(stored_results.ready, lambda: runs.variant(older.id) is not None)


async def test_a_bug_while_a_stream_is_followed_ends_its_card(
    studio: Studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expected_log
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("inpaint_studio.runs.event_intake._partial", broken)
    expected_log("unexpected error")
    await scenes.open_masked_photo(studio, tmp_path)
    (variant,) = await scenes.run_once(studio)
    assert variant.state == "failed"
    assert "unexpected" in variant.title


async def test_after_a_restart_the_history_is_there(studio: Studio, tmp_path: Path) -> None:
    folders = []

    await scenes.open_masked_photo(studio, tmp_path)
    await scenes.run_once(studio)
    folders.append(studio.session.history.folder)
    await studio.close()
    history = History(folders[0])
    (run,) = history.runs()
    assert run.variants[0].state == "done"
    assert run.model == LOCAL_FILL_MODEL
    history.close()


async def test_nothing_is_read_from_a_history_that_has_closed(studio: Studio) -> None:
    timers = studio.window.findChildren(QTimer)
    for timer in timers:
        timer.setSingleShot(False)
        timer.start(20)
    assert studio.window.strip.model in studio.window.findChildren(QObject)
    await studio.close()
    assert [timer for timer in timers if timer.isActive()] == []


async def test_closing_while_a_run_goes_on_ends_it_truthfully(
    studio: Studio, tmp_path: Path
) -> None:
    folders = []

    await scenes.open_masked_photo(studio, tmp_path)
    studio.session.generate(scenes.PARAMS)
    runs = studio.session.runs
    await scenes.until(runs.run_added, lambda: bool(runs.runs))
    folders.append(studio.session.history.folder)
    await studio.close()
    history = History(folders[0])
    assert history.runs()[0].variants[0].state == "stopped"
    history.close()


async def test_a_result_that_cannot_be_placed_is_kept_all_the_same(
    studio: Studio, tmp_path: Path
) -> None:
    """A server may answer with a picture of another ratio; it has been paid for."""
    await scenes.open_masked_photo(studio, tmp_path)
    params = EditParams.from_json(
        scenes.PARAMS.to_json() | {"partial_images": 0, "extra": {"size": "400x100"}}
    )
    (variant,) = await scenes.run_once(studio, params)
    record = studio.session.history.variant(variant.id)
    assert record.state == "done"
    assert record.blob is not None
    assert studio.session.history.blob_path(record.blob).is_file()
    assert not studio.session.staging.can_accept
    assert studio.window.central_area.notices.text()
