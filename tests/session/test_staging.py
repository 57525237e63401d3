"""Which result is shown and what becomes of it, without a window."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from inpaint_studio.contract.profile import local_fill
from inpaint_studio.history.records import NewRun, State
from inpaint_studio.picture.placement import Placement
from inpaint_studio.runs.request import blend_of, take_snapshot
from inpaint_studio.runs.run import Run, Variant, live_variants, placed_of
from tests.session.conftest import white
from tests.support.waiting import eventually


def begin(session, count: int = 3) -> Run:
    """A run of the open document as `Runs` tells of it, masked in its middle."""
    document = session.editor.document
    mask = np.zeros_like(document.mask)
    mask[80:120, 100:160] = 255
    session.editor.replace_mask(mask, "Square")
    session.draft.change(n=count)
    plan = session.planner.plan
    snapshot = take_snapshot(document, "id", plan.params, plan.info.size_rule)
    record = session.history.begin(
        NewRun(params=snapshot.params, profile_name="p", source_name="s")
    )
    run = Run(record.id, snapshot, blend_of(snapshot), session.profiles.endpoint, local_fill(""))
    run.variants = live_variants(run, record.variants)
    session.runs.keep(run)
    session.runs.run_added.emit(run)
    return run


def bring(session, variant: Variant, state: State = "done") -> None:
    """A red picture comes for the variant."""
    box = variant.run.box
    raw = np.full((box.height, box.width, 4), (0, 0, 255, 255), np.uint8)
    variant.state = state
    variant.place(placed_of(variant, raw))
    session.runs.variant_changed.emit(variant)


async def test_the_newest_run_is_shown_and_its_first_picture_as_soon_as_there_is_one(
    session,
) -> None:
    session.editor.open(white())
    run, staging = begin(session), session.staging
    assert staging.variant is run.variants[0]
    assert not staging.can_accept
    bring(session, run.variants[2], "running")
    assert staging.variant is run.variants[2]
    assert staging.can_accept
    assert staging.result is None
    bring(session, run.variants[1])
    assert staging.variant is run.variants[2]


async def test_stepping_goes_round_and_choosing_takes_what_is_there(session) -> None:
    session.editor.open(white())
    run, staging = begin(session), session.staging
    staging.step(-1)
    assert staging.variant is run.variants[2]
    staging.choose(2)
    staging.step(1)
    staging.choose(7)
    assert staging.variant is run.variants[0]


async def test_what_is_accepted_leaves_the_stage_and_lies_in_the_document(session) -> None:
    session.editor.open(white())
    run = begin(session)
    bring(session, run.variants[0])
    session.staging.look("seam")
    session.staging.accept()
    (edit,) = session.editor.document.edits
    assert edit.variant_id == run.variants[0].id
    assert (session.staging.variant, session.staging.view) == (None, "composite")
    assert session.history.variant(run.variants[0].id).accepted


async def test_only_what_concerns_the_shown_variant_is_told(session) -> None:
    session.editor.open(white())
    run, told = begin(session), []
    bring(session, run.variants[0])
    session.staging.changed.connect(lambda: told.append(session.staging.view))
    bring(session, run.variants[1])
    assert told == []
    session.staging.look("seam")
    assert told == ["seam"]


async def test_another_document_clears_the_stage_and_its_runs_stay_away(session) -> None:
    session.editor.open(white())
    run = begin(session)
    session.editor.open(white())
    assert session.staging.variant is None
    session.runs.run_added.emit(run)
    assert session.staging.variant is None


async def test_accepting_waits_for_the_placing_chosen_a_moment_ago(session) -> None:
    session.editor.open(white())
    run = begin(session)
    bring(session, run.variants[0])
    (variant, *_), staging = run.variants, session.staging
    staging.place(Placement(feather_px=0))
    staging.accept()
    assert session.editor.document.edits == ()
    await eventually(lambda: bool(session.editor.document.edits))
    (edit,) = session.editor.document.edits
    assert edit.pixels is variant.pixels
    assert variant.shown.placement == Placement(feather_px=0)
    assert set(np.unique(edit.blend)) == {0, 255}


async def test_a_placing_chosen_while_a_picture_comes_is_applied_to_that_one(session) -> None:
    session.editor.open(white())
    (variant, *_) = begin(session).variants
    bring(session, variant, "running")
    session.staging.place(Placement(feather_px=0))
    late = variant.shown
    assert late is not None
    variant.show(replace(late, raw=late.raw.copy()), is_result=True)
    await eventually(lambda: variant.is_settled)
    assert variant.shown.placement == Placement(feather_px=0)
