"""Foreign values are checked when they come in, and stood in for when they go out."""

from __future__ import annotations

import json
import sqlite3
import time
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

import pytest

from inpaint_studio.contract.catalog import load_catalog
from inpaint_studio.contract.cost import actual
from inpaint_studio.contract.events import Usage
from inpaint_studio.contract.response_facts import read_response_facts
from inpaint_studio.errors import HistoryError
from inpaint_studio.export.naming import NameFields
from inpaint_studio.history import Filter, History
from inpaint_studio.history.details import run_details, variant_details
from inpaint_studio.history.opening import DATABASE
from inpaint_studio.history.packing import unpack
from inpaint_studio.picture.geometry import Box, Size
from inpaint_studio.runs.stored_results import chosen_placement, found_shift
from inpaint_studio.ui.gallery.cards import Card, cards_of
from tests.history.odd_values import ODD, columns, put
from tests.support.new_runs import new_run

MODEL = load_catalog().model("gpt-image-1")


def fill(history: History) -> None:
    """A row in every table, with something in every column."""
    blob = history.put(b"pixels", "image/png")
    names = dict.fromkeys(("source", "sent_image", "mask", "painted", "frame_image"), blob)
    places = {"frame": Box(0, 0, 8, 8), "sent_size": Size(8, 8), "document_id": "d"}
    run = history.begin(new_run(**names, **places, seeds=(7,), parent_variant="p"))
    variant = run.variants[0].id
    history.start(variant)
    history.add_partial(variant, 0, blob)
    usage = Usage(input_tokens=3, output_tokens=4)
    answer = json.dumps({"returned": {"size": "8x8"}, "figures": {"shift": None}})
    history.finish(variant, blob=blob, media_type="image/png", usage=usage, answer_json=answer)
    history.place(variant, placement_json='{"match": 0.5}', mask=blob)


def look_at_everything(history: History) -> list[Card]:
    """All that window and command line make of a history; the cards."""
    listing = history.whole_listing(Filter())
    assert list(listing.created) == list(history.listing(Filter()).created)
    assert all(time.gmtime(created) for created in listing.created)
    history.models_in_use(), history.profiles_in_use()
    history.recover()
    history.usage_between(0, 2**40)
    runs = history.runs_numbered(list(listing.runs))
    cards = [card for run in runs for card in cards_of(run)]
    for card in cards:
        assert card.accessible_text is not None
        assert card.tip is not None
    for run in runs:
        NameFields(source=Path(run.source_name).stem, prompt=run.prompt, model=run.model)
        json.dumps(asdict(run))
        assert all(isinstance(words, str) for _, words in run_details(run))
        for variant in run.variants:
            assert all(isinstance(words, str) for _, words in variant_details(variant))
            chosen_placement(variant), found_shift(variant)
            read_response_facts(variant.answer_json), actual(variant.usage, MODEL)
            history.lineage(variant.id)
            history.blob_path(variant.blob or "").exists()
    return cards


@pytest.mark.parametrize(("table", "column"), columns())
def test_one_odd_value_costs_no_page(history: History, table: str, column: str) -> None:
    fill(history)
    with closing(sqlite3.connect(":memory:")) as whole:
        history._connection.backup(whole)
        for value in ODD.values():
            whole.backup(history._connection)
            if put(history.folder / DATABASE, table, column, value):
                is_trashed = column == "trashed_at"
                assert len(look_at_everything(history)) == (0 if is_trashed else 1), value
                packed = history.packed(history.runs())
                unpack(json.dumps(packed).encode())


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A packed history, as JSON."""
    source = History(tmp_path_factory.mktemp("sound"))
    fill(source)
    packed = json.dumps(source.packed(source.runs()))
    source.close()
    return packed


@pytest.mark.parametrize(("table", "column"), columns())
def test_what_comes_in_odd_goes_out_sound(
    history: History, sound: str, table: str, column: str
) -> None:
    for value in ODD.values():
        if isinstance(value, bytes):
            continue
        odd = json.loads(sound)
        odd[table][0][column] = value
        try:
            packed, refused = unpack(json.dumps(odd).encode())
            assert history.take_in(packed) == 1
            assert len(look_at_everything(history)) == 1
            again, _ = unpack(json.dumps(history.packed(history.runs())).encode())
            kept = [row.get(column) for row in again[table]]
            assert not refused or value == "" or value not in kept
        except HistoryError:
            continue  # refused as a whole, in words
        finally:
            history._connection.execute("DELETE FROM runs")


def test_an_odd_value_is_told_on_the_card_and_the_picture_stays(folder: Path) -> None:
    history = History(folder)
    fill(history)
    put(folder / "history.db", "variants", "stars", 2.5)

    (run,) = history.runs()
    (card,) = cards_of(run)

    assert (card.stars, card.state) == (0, "done")
    assert card.picture is not None
    assert "stars" in card.tip
    history.close()


def test_one_odd_usage_does_not_empty_the_months_sum(history: History) -> None:
    fill(history)
    fill(history)
    odd = '{"input_tokens": "x", "output_tokens": 9223372036854775807}'
    history._connection.execute("UPDATE variants SET usage = ? WHERE rowid = 1", (odd,))

    used = history.usage_between(0, 2**40)

    assert (used["gpt-image-1"].input_tokens, used["gpt-image-1"].output_tokens) == (3, 4)
