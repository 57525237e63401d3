"""What a person asks the gallery for."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from inpaint_studio.history import Filter, History, VariantRecord, schema
from tests.support.new_runs import new_run


def found(history: History, **fields: Any) -> list[str]:
    """Prompts of the variants a filter finds."""
    listing = history.listing(Filter(**fields))
    prompts = {run.number: run.prompt for run in history.runs_numbered(list(listing.runs))}
    return [prompts[number] for number in listing.runs]


def begun(history: History, prompt: str, **fields: Any) -> VariantRecord:
    return history.begin(new_run(prompt, **fields)).variants[0]


def finished(history: History, prompt: str, **fields: Any) -> VariantRecord:
    variant = begun(history, prompt, **fields)
    blob = history.put(prompt.encode(), "image/png")
    history.finish(variant.id, blob=blob, media_type="image/png")
    return variant


def test_newest_runs_come_first_and_variants_in_order(history: History) -> None:
    older = history.begin(new_run("older", n=3))
    begun(history, "newer")
    assert found(history) == ["newer", "older", "older", "older"]
    assert [variant.position for variant in older.variants] == [0, 1, 2]


def test_words_are_found_by_their_beginning_and_joined_with_other_wishes(history: History) -> None:
    history.rate(begun(history, "a glass vase").id, 4)
    begun(history, "a glass bowl")
    begun(history, "a red door")
    assert found(history, text="gla") == ["a glass bowl", "a glass vase"]
    assert found(history, text="gla", min_stars=3) == ["a glass vase"]
    assert found(history, text='"') == ["a red door", "a glass bowl", "a glass vase"]


def test_text_without_spaces_is_found_inside(history: History) -> None:
    begun(history, "赤い花瓶を置く")
    assert found(history, text="花瓶") == ["赤い花瓶を置く"]


def test_flag_state_and_acceptance_narrow(history: History) -> None:
    picked, rejected = finished(history, "picked"), finished(history, "rejected")
    history.set_flag(picked.id, "picked")
    history.set_flag(rejected.id, "rejected")
    history.mark_accepted(picked.id, accepted=True)
    begun(history, "waiting")
    assert found(history, flag="picked") == ["picked"]
    assert found(history, flag="rejected") == ["rejected"]
    assert found(history, flag="") == ["waiting"]
    assert found(history, state="done") == ["rejected", "picked"]
    assert found(history, accepted=True) == ["picked"]
    assert history.variant(picked.id).flag == "picked"


def test_this_picture_is_known_by_its_bytes_or_its_document(history: History) -> None:
    source = history.put(b"the very file", "image/png")
    begun(history, "same file", source=source)
    begun(history, "same document", document_id="d1")
    begun(history, "another", source=history.put(b"other", "image/png"))
    assert found(history, source=source, document_id="d1") == ["same document", "same file"]


def test_model_profile_and_date(history: History) -> None:
    begun(history, "one", profile_name="Studio")
    two = new_run("two")
    history.begin(replace(two, params=replace(two.params, model="other")))
    assert found(history, profile_name="Studio") == ["one"]
    assert found(history, model="other") == ["two"]
    assert found(history, until=time.time() - 60) == []
    assert found(history, since=time.time() - 60) == ["two", "one"]
    assert sorted(history.models_in_use()) == ["gpt-image-1", "other"]


def test_a_page_is_the_beginning_of_the_whole_list(history: History) -> None:
    for index in range(9):
        begun(history, f"door {index}", n=2)
    whole = history.whole_listing(Filter(text="door"))
    page = history.listing(Filter(text="door"), limit=5)
    assert len(whole) == 18
    assert list(page.variants) == list(whole.variants[:5])


def test_one_run_is_listed_only_while_it_meets_the_filter(history: History) -> None:
    run = history.begin(new_run("door", n=2))
    history.rate(run.variants[1].id, 5)
    assert len(history.listing(Filter(), run_id=run.id)) == 2
    assert len(history.listing(Filter(min_stars=5), run_id=run.id)) == 1
    assert len(history.listing(Filter(text="window"), run_id=run.id)) == 0


def test_runs_made_from_a_result_are_its_children(history: History) -> None:
    parent = finished(history, "first")
    begun(history, "second", parent_variant=parent.id)
    assert [run.prompt for run in history.children(parent.id)] == ["second"]


@pytest.mark.parametrize("stars", [-1, 6])
def test_impossible_stars_are_refused(history: History, folder: Path, stars: int) -> None:
    del folder
    variant = begun(history, "door")
    with pytest.raises(Exception, match="history"):
        history.rate(variant.id, stars)


def test_a_history_of_the_first_version_is_taken_over_with_a_copy(folder: Path) -> None:
    folder.mkdir()
    path = folder / "history.db"
    connection = sqlite3.connect(path, isolation_level=None)
    schema.migrate(connection, path, schema.STEPS[:1])
    connection.execute(
        """INSERT INTO runs (id, created_at, owner, prompt, model, params, profile_name,
        source_name)
        VALUES ('r', 0, '', 'old door', 'm', '{"prompt": "old door", "model": "m"}', '', '')"""
    )
    connection.execute(
        "INSERT INTO variants (id, run, position, state, stars) VALUES ('v', 1, 0, 'done', 3)"
    )
    connection.close()
    with closing(History(folder)) as history:
        assert found(history, text="old", min_stars=3, flag="") == ["old door"]
    assert (folder / "history-v1.backup.db").exists()
