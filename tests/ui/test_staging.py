"""Results waiting for a decision."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import numpy as np

from inpaint_studio.app import Studio
from inpaint_studio.contract.sizes import SizeRule
from inpaint_studio.runs.request import take_snapshot
from inpaint_studio.settings import Settings, save_settings
from tests.support import scenes
from tests.support.studio import StartStudio


async def test_partials_reach_the_canvas_before_the_result(studio: Studio, tmp_path: Path) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    seen: list[str] = []
    staging = studio.session.staging

    def look() -> None:
        if staging.variant is not None and staging.variant.pixels is not None:
            seen.append(staging.variant.state)

    staging.changed.connect(look)
    await scenes.run_once(studio)
    assert seen[0] == "running"
    assert seen[-1] == "done"
    assert studio.window.staging_bar.isVisible()


async def test_the_bar_lies_within_the_narrowest_canvas_in_long_words(
    start_studio: StartStudio, tmp_path: Path
) -> None:
    save_settings(Settings(language="de"))
    studio = await start_studio()
    window = studio.window
    window.resize(1280, 720)
    window.show()
    await scenes.open_masked_photo(studio, tmp_path)
    await scenes.run_once(studio)
    bar, stack = window.staging_bar, window.staging_bar.parentWidget()
    for width in (1280, 1800, 1280):
        window.resize(width, 720)
        await asyncio.sleep(0.1)
        assert stack.rect().contains(bar.geometry())
        assert bar.width() >= bar.sizeHint().width()
        bar.set_folded(width == 1800)
        assert bar._upper.isHidden() == (width == 1800)
        assert bar.accept_button.isVisible()


async def test_a_partial_can_be_kept_and_ends_its_stream(
    studio: Studio, faulty, tmp_path: Path
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    runs, document = studio.session.runs, studio.session.editor.document
    assert document is not None
    endpoint = scenes.at(faulty("cut-stream"))
    runs.submit(take_snapshot(document, "id", scenes.PARAMS, SizeRule()), endpoint)
    await scenes.all_ended(studio)
    (variant,) = runs.runs[0].variants
    assert variant.state == "failed"
    assert studio.session.staging.can_accept
    studio.session.staging.accept()
    (edit,) = document.edits
    assert edit.variant_id == variant.id
    assert studio.session.history.variant(variant.id).accepted


async def test_a_failed_variant_is_retried_from_the_frozen_request(
    studio: Studio, faulty, tmp_path: Path
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    runs, document = studio.session.runs, studio.session.editor.document
    assert document is not None
    endpoint = scenes.at(faulty("server-error,times=1"))
    runs.submit(take_snapshot(document, "id", scenes.PARAMS, SizeRule()), endpoint)
    await scenes.all_ended(studio)
    assert runs.runs[0].variants[0].state == "failed"
    assert len(runs.runs) == 1  # nothing is ever sent again by itself
    studio.session.editor.clear_mask()
    studio.session.staging.retry()
    await scenes.until(runs.run_added, lambda: len(runs.runs) == 2)
    await scenes.all_ended(studio)
    assert runs.runs[1].variants[0].state == "done"
    first, second = (studio.session.history.run(run.id) for run in runs.runs)
    assert first.sent_image == second.sent_image
    assert first.mask == second.mask


async def test_numbers_and_arrows_choose_the_variant(studio: Studio, tmp_path: Path) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    variants = await scenes.run_once(studio, replace(scenes.PARAMS, n=3))
    staging, actions = studio.session.staging, studio.window.actions_
    actions["variant_3"].trigger()
    assert staging.variant is variants[2]
    actions["next"].trigger()
    assert staging.variant is variants[0]
    actions["variant_9"].trigger()
    assert staging.variant is variants[0]


async def test_raw_shows_all_and_seam_only_what_the_mask_lets_through(
    studio: Studio, tmp_path: Path
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    await scenes.run_once(studio)
    canvas, bar = studio.wiring.canvas, studio.window.staging_bar
    shown = {}
    for view in ("raw", "seam"):
        bar.view.chosen.emit(view)
        assert canvas.display is not None
        preview = canvas.display.scene.preview
        assert preview is not None
        assert preview.blend is not None
        shown[view] = preview.blend.level(0).copy()
    assert np.all(shown["raw"] == 255)
    assert not np.all(shown["seam"] == 255)


async def test_discard_leaves_the_result_in_the_history(studio: Studio, tmp_path: Path) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    (variant,) = await scenes.run_once(studio)
    studio.window.actions_["discard"].trigger()
    assert studio.session.staging.variant is None
    assert not studio.window.staging_bar.isVisible()
    assert studio.session.history.variant(variant.id).state == "done"


async def test_accepted_edits_are_counted_and_listed(studio: Studio, tmp_path: Path) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    await scenes.run_once(studio)
    studio.session.staging.accept()
    button = studio.wiring._edits
    assert button.isVisible()
    assert "1" in button.text()
    studio.session.editor.undo()
    assert not button.isVisible()


async def test_the_bar_compares_the_variants_of_its_run(studio: Studio, tmp_path: Path) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    variants = await scenes.run_once(studio, replace(scenes.PARAMS, n=2))
    studio.window.staging_bar.compare_button.click()
    page_changed = studio.window.central_area.page_changed
    await scenes.until(page_changed, lambda: studio.wiring.compare.is_open)
    compared = [entry.id for entry in studio.wiring.compare.page.view.entries]
    assert compared[1:] == [variant.id for variant in variants]


async def test_accepting_what_is_shown_raw_takes_its_whole_frame(
    studio: Studio, tmp_path: Path
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    editor, staging, bar = studio.session.editor, studio.session.staging, studio.window.staging_bar
    document = editor.document
    assert document is not None
    (variant,) = await scenes.run_once(studio)
    assert bar.accept_button.text() == "Accept"
    staging.look("raw")
    assert bar.accept_button.text() == "Accept whole frame"
    bar.accept_button.click()
    await scenes.until(editor.undo_changed, lambda: bool(document.edits))
    (edit,) = document.edits
    assert edit.blend.min() == 255
    raw = variant.raw
    assert raw is not None
    assert np.array_equal(document.composite[edit.box.slices], raw)
    kept = studio.session.history.variant
    await scenes.eventually(lambda: kept(variant.id).accepted and kept(variant.id).mask is not None)
    editor.undo()
    assert np.array_equal(document.composite, document.source.pixels)


async def test_accepting_a_composite_stays_inside_the_mask(studio: Studio, tmp_path: Path) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    document, staging = studio.session.editor.document, studio.session.staging
    assert document is not None
    await scenes.run_once(studio)
    staging.look("seam")
    staging.accept()
    await scenes.until(studio.session.editor.undo_changed, lambda: bool(document.edits))
    assert document.edits[0].blend[0, 0] == 0
