"""What Run would do: worked out once per change, and never for a look."""

from __future__ import annotations

import json

import numpy as np
import pytest

from inpaint_studio.contract.catalog import load_catalog
from inpaint_studio.contract.params import EditParams
from inpaint_studio.contract.profile import Profile
from inpaint_studio.errors import RequestError
from inpaint_studio.picture.extend import Extension
from inpaint_studio.picture.geometry import Box, Point
from inpaint_studio.picture.mask import bounding_box
from inpaint_studio.picture.mask_operations import Adjustment
from inpaint_studio.picture.reference import Reference
from inpaint_studio.session import request_plan
from inpaint_studio.settings import Settings
from tests.session.conftest import white
from tests.support.editing import adjust_mask

DEAR = {
    "prices": {"image_out": 1_000_000, "image_in": 1_000_000}, "max_images": 3,
    "tokens": {"area_factors": {"medium": 16}}, "qualities": ["medium"],
}  # fmt: skip
CATALOG = load_catalog(json.dumps({"models": {"dear": DEAR}}))
dear = pytest.mark.parametrize("catalog", [CATALOG], ids=["dear"])
FAR = Profile(name="Far", base_url="https://far.example/v1", default_model="dear")


@pytest.fixture
def plans(monkeypatch) -> list[request_plan.Basis]:
    """The basis of every plan that is worked out."""
    worked_out: list[request_plan.Basis] = []
    real = request_plan.plan_of

    def counted(basis: request_plan.Basis) -> request_plan.RequestPlan:
        worked_out.append(basis)
        return real(basis)

    monkeypatch.setattr(request_plan, "plan_of", counted)
    return worked_out


def open_masked(session) -> None:
    session.editor.open(white())
    mask = np.zeros_like(session.editor.document.mask)
    mask[80:120, 100:160] = 255
    session.editor.replace_mask(mask, "Square")


def messages(session) -> list[str]:
    return [str(problem.message) for problem in session.planner.plan.problems if problem.is_error]


async def test_a_stroke_of_a_hundred_events_is_planned_once_at_its_end(session, plans) -> None:
    session.editor.open(white())
    plans.clear()
    session.editor.press(Point(20, 20))
    for step in range(100):
        session.editor.move(Point(20 + step, 20 + step / 2))
    assert plans == []
    session.editor.release()
    assert len(plans) == 1
    assert session.planner.plan.frame is not None


async def test_opening_a_picture_is_planned_once(session, plans) -> None:
    plans.clear()
    session.editor.open(white())
    assert len(plans) == 1


async def test_a_picture_of_another_size_is_planned_once(session, plans) -> None:
    open_masked(session)
    editor, extension = session.editor, Extension(left=64)
    rasters = editor.document.extended_rasters(extension, ())
    for change in (
        lambda: editor.extend(rasters, extension, Box(0, 0, 64, editor.document.size.height)),
        editor.undo,
        editor.redo,
    ):
        plans.clear()
        change()
        assert len(plans) == 1
        assert plans[0].ground.mask_box == bounding_box(editor.document.mask)


async def test_runs_that_come_and_go_are_no_reason_to_plan(session, plans) -> None:
    open_masked(session)
    plans.clear()
    session.runs.pending_changed.emit()
    session.spending.changed.emit()
    session.settings.change(theme="light")
    adjust_mask(session.editor, Adjustment())
    assert plans == []


@pytest.mark.parametrize(
    "change",
    [
        lambda session: session.editor.set_frame(Box(0, 0, 200, 150)),
        lambda session: session.editor.undo(),
        lambda session: session.draft.change(prompt="a red door"),
        lambda session: session.profiles.activate("Far"),
        lambda session: session.settings.change(monthly_cap_usd=5.0),
    ],
    ids=["frame", "undo", "prompt", "profile", "cap"],
)
@dear
async def test_what_changes_a_request_is_planned_once_and_told(session, plans, change) -> None:
    session.profiles.add(FAR)
    open_masked(session)
    told: list[object] = []
    session.planner.changed.connect(lambda: told.append(session.planner.plan))
    plans.clear()
    change(session)
    assert len(plans) == len(told) == 1
    assert told == [session.planner.plan]


async def test_what_is_missing_is_said_worst_first(session) -> None:
    assert messages(session)[0] == "Open a picture first."
    session.editor.open(white())
    assert messages(session)[0] == "Paint over what should change."
    assert session.planner.plan.frame is None
    open_masked(session)
    assert messages(session) == []
    session.editor.set_frame(Box(0, 0, 50, 50))
    assert "outside the frame" in messages(session)[0]
    session.draft.change_extra("{")
    assert "not JSON" in messages(session)[-1]


async def test_the_frame_is_in_a_size_the_model_takes(session) -> None:
    open_masked(session)
    plan = session.planner.plan
    assert plan.info.size_rule.allows(*plan.frame.sent)
    assert plan.frame.box.contains(session.mask.box)


@dear
async def test_references_cost_as_far_as_the_model_takes_them(session) -> None:
    session.profiles.add(FAR)
    session.profiles.activate("Far")
    open_masked(session)
    seen = [session.planner.plan.cost.usd]
    for count in (1, 2, 3):
        pixels = np.zeros((64, 64, 4), np.uint8)
        one = Reference("a.png", b"", "image/png", white(64, 64).size, pixels)
        session.editor.set_references([one] * count)
        seen.append(session.planner.plan.cost.usd)
    assert seen[0] < seen[1] < seen[2] == seen[3]


@dear
async def test_a_cap_counts_what_still_runs_when_it_begins_and_ends(session, plans) -> None:
    session.profiles.add(FAR)
    session.profiles.activate("Far")
    open_masked(session)
    session.draft.change(prompt="a red door")
    cost = session.planner.plan.cost.usd_max
    session.settings.change(monthly_cap_usd=cost * 1.5)
    assert messages(session) == []
    session.spending.month_usd = cost
    session.spending.changed.emit()
    assert "your cap" in messages(session)[0]
    with pytest.raises(RequestError):
        session.generate(session.draft.params)
    assert session.history.count() == 0


async def test_a_plan_for_other_params_leaves_the_drafts_alone(session) -> None:
    open_masked(session)
    mine = session.planner.plan
    other = EditParams(prompt="", model=mine.params.model, size="256x256")
    assert str(session.planner.plan_for(other).frame.sent) == "256x256"
    assert session.planner.plan is mine
    assert session.planner.plan_for(mine.params) is mine


@pytest.mark.parametrize("settings", [Settings(last_variants=3)])
async def test_what_was_asked_for_comes_back_with_the_settings(session) -> None:
    assert session.planner.plan.params.n == 3
