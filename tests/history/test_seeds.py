"""The seed each variant was sent is written down with the run, before anything is sent."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from inpaint_studio.history import History, schema
from inpaint_studio.history.details import variant_details
from inpaint_studio.history.packing import unpack
from tests.support.new_runs import new_run


def test_variants_keep_their_seeds_up_to_64_bits(history: History) -> None:
    run = history.begin(new_run(n=3, seeds=(0, 2**64 - 1, 7)))

    assert [each.seed for each in run.variants] == [0, 2**64 - 1, 7]
    assert ("seed", str(2**64 - 1)) in variant_details(run.variants[1])


def test_without_seeds_nothing_is_said_of_them(history: History) -> None:
    run = history.begin(new_run(n=2))

    assert [each.seed for each in run.variants] == [None, None]
    assert "seed" not in dict(variant_details(run.variants[0]))


def test_seeds_travel_with_a_project_file(history: History, tmp_path: Path) -> None:
    run = history.begin(new_run(seeds=(7,)))
    history.fail(run.variants[0].id, title="Refused", message="")
    rows, _ = unpack(json.dumps(history.packed([history.run(run.id)])).encode())
    with closing(History(tmp_path / "other")) as other:
        other.take_in(rows)
        assert other.run(run.id).variants[0].seed == 7


@pytest.mark.parametrize("version", range(1, len(schema.STEPS)))
def test_histories_of_before_are_taken_over(folder: Path, version: int) -> None:
    folder.mkdir()
    path = folder / "history.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        schema.migrate(connection, path, schema.STEPS[:version])
        connection.execute(
            """INSERT INTO runs (id, created_at, owner, prompt, model, params, profile_name,
            source_name) VALUES ('r', 0, '', '', 'm', '{"prompt": "", "model": "m"}', '', '')"""
        )
        connection.execute(
            "INSERT INTO variants (id, run, position, state) VALUES ('v', 1, 0, 'done')"
        )
    with closing(History(folder)) as history:
        assert history.variant("v").seed is None
        assert history.begin(new_run(seeds=(4,))).variants[0].seed == 4
