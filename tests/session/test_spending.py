"""Money: what was spent adds up, and a cap holds before anything is sent."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from inpaint_studio.contract.catalog import load_catalog
from inpaint_studio.contract.cost import Cost, estimate
from inpaint_studio.contract.events import Usage
from inpaint_studio.contract.params import EditParams
from inpaint_studio.history import History
from inpaint_studio.history.records import NewRun
from inpaint_studio.picture.geometry import Size
from inpaint_studio.session.spending import Spending, cap_problem

ENTRY = {
    "prices": {"image_out": 1_000_000}, "tokens": {"table": {"64x64": {"medium": 2}}},
    "qualities": ["medium"],
}  # fmt: skip
CATALOG = load_catalog(json.dumps({"models": {"dear": ENTRY, "odd": {}}}))
PARAMS = EditParams(prompt="", model="dear", size="64x64", quality="medium", n=2)


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    opened = History(tmp_path / "history")
    yield opened
    opened.close()


def finished(history: History, tokens: int, model: str = "dear") -> Any:
    """A variant that is done, as runs tell of it."""
    params = EditParams(prompt="", model=model)
    run = history.begin(NewRun(params=params, profile_name="p", source_name="s"))
    usage = Usage(input_tokens=1, output_tokens=tokens, output_image_tokens=tokens)
    history.finish(run.variants[0].id, blob="", media_type="image/png", usage=usage)
    return SimpleNamespace(
        id=run.variants[0].id,
        state="done",
        run=SimpleNamespace(snapshot=SimpleNamespace(params=params, frame=None)),
    )


def pending(n: int) -> Any:
    params = EditParams(prompt="", model="dear", size="64x64", quality="medium", n=n)
    frame = SimpleNamespace(sent=Size(64, 64))
    snapshot = SimpleNamespace(params=params, frame=frame, references=())
    return SimpleNamespace(run=SimpleNamespace(snapshot=snapshot))


def test_the_month_holds_former_sessions_and_the_session_its_own_once(history: History) -> None:
    finished(history, 3)
    spending = Spending(history, CATALOG)
    assert (spending.session_usd, spending.month_usd) == (0.0, 3.0)
    variant = finished(history, 4)
    for _ in range(2):
        spending.take(variant)
    assert (spending.session_usd, spending.month_usd) == (4.0, 7.0)


@pytest.mark.parametrize("stamp", [1000.0, 4e9])
def test_what_was_run_by_a_wrong_clock_counts_in_no_other_month(
    history: History, monkeypatch: pytest.MonkeyPatch, stamp: float
) -> None:
    finished(history, 3)
    with monkeypatch.context() as patch:
        patch.setattr("time.time", lambda: stamp)
        finished(history, 100)
    assert Spending(history, CATALOG).month_usd == 3.0


def test_free_and_unknown_models_cost_nothing_that_is_known(history: History) -> None:
    spending = Spending(history, CATALOG)
    spending.take(finished(history, 5, "odd"))
    spending.take(finished(history, 5, "local-fill-no-prompt"))
    assert (spending.session_usd, spending.month_usd) == (0.0, 0.0)


@pytest.mark.parametrize(
    ("cap", "running", "blocked"), [(0, 9, False), (7, 0, False), (6.9, 0, True), (7, 1, True)]
)
def test_a_cap_counts_what_is_spent_what_runs_and_what_would_be_sent(
    history: History, cap: float, running: int, blocked: bool
) -> None:
    finished(history, 3)
    spending = Spending(history, CATALOG)
    cost = estimate(PARAMS, CATALOG.model("dear"))
    assert cost is not None
    assert cost.usd_max == 4.0
    problem = cap_problem(cap, spending.committed_usd([pending(2)] * running), cost)
    assert (problem is not None and problem.is_error) == blocked


def test_a_cap_keeps_nothing_free_from_running() -> None:
    assert cap_problem(1, 3, Cost(0, 0, Usage(), is_estimate=True)) is None


def test_a_cap_says_that_it_cannot_watch_models_without_a_price() -> None:
    problem = cap_problem(5, 0, None)
    assert problem is not None
    assert not problem.is_error
