"""The list of cards follows the history."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from inpaint_studio.errors import (
    ApiError,
    AuthenticationError,
    BillingError,
    ModerationError,
    RateLimitError,
    RejectedError,
    ServerError,
)
from inpaint_studio.history import Filter, History, RunRecord
from inpaint_studio.history.reader import HistoryReader
from inpaint_studio.runs.recording import record_failure
from inpaint_studio.session.culling import Culling
from inpaint_studio.session.notice import Telling
from inpaint_studio.session.tasks import Tasks
from inpaint_studio.ui.gallery.model import GalleryModel
from tests.support.new_runs import new_run
from tests.support.seeded_history import seed


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    opened = History(tmp_path / "history")
    yield opened
    opened.close()


@pytest.fixture
def model(qapp: QApplication, history: History) -> GalleryModel:
    del qapp
    made = GalleryModel()
    made.attach(history)
    return made


def finished(history: History, prompt: str = "door", n: int = 1) -> RunRecord:
    run = history.begin(new_run(prompt, n=n))
    for variant in run.variants:
        blob = history.put(f"{prompt}{variant.position}".encode(), "image/png")
        history.finish(variant.id, blob=blob, media_type="image/png", seconds=1.0)
    return run


def prompts(model: GalleryModel) -> list[str]:
    return [model.card_at(row).prompt for row in range(model.rowCount())]


def test_many_changes_of_a_run_are_one_reading_once_the_event_is_over(
    history: History, model: GalleryModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = history.begin(new_run("new"))
    model.refresh_run(run.id)
    read: list[str] = []
    find = history.run

    def find_and_tell(run_id: str) -> RunRecord:
        read.append(run_id)
        return find(run_id)

    monkeypatch.setattr(history, "run", find_and_tell)
    history.start(run.variants[0].id)
    for _ in range(4):
        model.refresh_soon(run.id)
    assert not read
    QApplication.processEvents()
    assert read == [run.id]
    assert model.card_at(0).words == "Running"


def test_a_new_run_comes_in_front_and_changes_in_place(
    history: History, model: GalleryModel
) -> None:
    finished(history, "old")
    model.reload()
    run = history.begin(new_run("new", n=2))
    model.refresh_run(run.id)
    assert prompts(model) == ["new", "new", "old"]
    history.start(run.variants[0].id)
    model.refresh_run(run.id)
    assert model.card_at(0).words == "Running"
    assert model.rowCount() == 3


def test_a_card_leaves_when_it_no_longer_meets_the_filter(
    history: History, model: GalleryModel
) -> None:
    run = finished(history, n=3)
    for variant in run.variants:
        history.rate(variant.id, 4)
    model.set_filter(Filter(min_stars=3))
    history.rate(run.variants[1].id, 1)
    model.refresh_run(run.id)
    assert [model.card_at(row).number for row in range(model.rowCount())] == [
        run.variants[0].number,
        run.variants[2].number,
    ]


def test_failures_are_cards_with_their_words(history: History, model: GalleryModel) -> None:
    run = history.begin(new_run())
    history.fail(run.variants[0].id, title="Refused", message="Reword it.")
    model.reload()
    assert model.card_at(0).words == "Refused"
    assert model.card_at(0).detail == "Refused. Reword it."


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (AuthenticationError("The key is not accepted", "", status=401), "Key refused"),
        (RateLimitError("Too many requests", ""), "Rate limit"),
        (BillingError("A spending limit is reached", ""), "Spending limit"),
        (ModerationError("Blocked by the safety system", ""), "Blocked"),
        (RejectedError("The endpoint refused the request", ""), "Request refused"),
        (ServerError("The endpoint failed", ""), "Server failed"),
    ],
)
def test_a_refusal_is_a_card_with_its_class(
    history: History, model: GalleryModel, error: ApiError, words: str
) -> None:
    (variant, *_) = history.begin(new_run()).variants
    record_failure(history, variant.id, error, 1.0)
    model.reload()
    assert model.card_at(0).words == words


def test_a_missing_file_is_a_card_that_says_so(history: History, model: GalleryModel) -> None:
    run = finished(history)
    history.blob_path(history.variant(run.variants[0].id).blob).unlink()
    history.check()
    model.reload()
    assert model.card_at(0).words == "File missing"
    assert model.card_at(0).picture is None


def test_a_run_deleted_elsewhere_leaves_no_card(history: History, model: GalleryModel) -> None:
    finished(history, "kept")
    gone = finished(history, "gone")
    model.reload()
    history.trash([gone.variants[0].id])
    history._connection.execute("DELETE FROM runs WHERE prompt = 'gone'")
    assert model.card_at(0) is None
    model.refresh_run(gone.id)
    assert prompts(model) == ["kept"]


def test_rows_are_found_by_variant_and_by_date(history: History, model: GalleryModel) -> None:
    first, second = finished(history, "a", 2), finished(history, "b", 2)
    model.reload()
    assert model.row_of(second.variants[1].id) == 1
    assert model.row_of(first.variants[0].id) == 2
    assert model.row_of("nobody") == -1
    assert model.row_at(0.0) == 3
    assert model.row_at(first.created_at + 9e9) == 0


def test_judgements_are_undone_one_by_one(history: History, model: GalleryModel) -> None:
    run = finished(history)
    one = run.variants[0].id
    culling = Culling(history, Telling(pytest.fail), model)
    culling.changed.connect(model.refresh_run)
    model.reload()
    culling.rate([one], 5)
    culling.flag([one], "picked")
    culling.trash([one])
    assert model.rowCount() == 0
    culling.undo()
    assert model.card_at(0).flag == "picked"
    culling.undo()
    assert (model.card_at(0).flag, model.card_at(0).stars) == ("", 5)
    culling.undo()
    culling.undo()
    assert model.card_at(0).stars == 0


async def test_all_rows_are_there_at_once_where_something_is_done_with_all(tmp_path: Path) -> None:
    seed(tmp_path / "long", 500, pictures=1)
    with closing(History(tmp_path / "long")) as long:
        model = GalleryModel()
        model.attach(long, Tasks(asyncio.get_running_loop(), pytest.fail))
        assert model.rowCount() < 500
        model.complete()
        assert model.rowCount() == 500
        await asyncio.sleep(0.05)
        assert model.rowCount() == len(set(model.listing.variants)) == 500


def test_a_card_that_was_read_is_found_without_asking_the_history(
    history: History, model: GalleryModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = finished(history, n=2)
    model.reload()
    assert prompts(model) == ["door", "door"]
    monkeypatch.delattr(HistoryReader, "variant")
    assert model.row_of(run.variants[1].id) == 1
