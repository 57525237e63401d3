"""A short run of the damage rounds, and proof that they would tell."""

from pathlib import Path

from tests.faults import damage


def test_a_damaged_place_costs_what_it_hit():
    tallies = damage.damage(12, seed=7)

    assert [each for tally in tallies.values() for each in (*tally.ended, *tally.unsaid)] == []
    for kind in ("bit", "bit of the header", "bit of the schema", "bit of a page's head"):
        assert tallies[kind].there - tallies[kind].found <= 3
    assert tallies["sector"].found > 0.95 * tallies["sector"].there


def test_faults_and_losses_are_counted(tmp_path: Path):
    there = damage.make_history(tmp_path / "one")
    (tmp_path / "one" / "history.db").unlink()
    (tmp_path / "two").write_bytes(b"")
    tally = damage.Tally()

    damage.start_twice(tmp_path / "one", there, "emptied", tally)
    damage.start_twice(tmp_path / "two", there, "no folder", tally)

    assert tally.unsaid == [f"{place}: {len(there)} rows" for place in ("emptied", "no folder")]
    assert len(tally.ended) == 1
    assert (tally.rounds, tally.whole, tally.found) == (2, 0, 0)
