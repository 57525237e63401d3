"""Who descends from one picture."""

from __future__ import annotations

from inpaint_studio.history import History, RunRecord, lineage
from tests.support.new_runs import new_run


def child(history: History, parent: RunRecord | None, prompt: str) -> RunRecord:
    """A run made from the parent's first result, which is there from then on."""
    made_from = parent.variants[0].id if parent else None
    source = history.put((made_from or "the photo").encode(), "image/png")
    run = history.begin(new_run(prompt, source=source, parent_variant=made_from))
    blob = history.put(run.variants[0].id.encode(), "image/png")
    history.finish(run.variants[0].id, blob=blob, media_type="image/png")
    return run


def names(runs: list[RunRecord]) -> list[str]:
    return [run.prompt for run in runs]


def test_every_relative_sees_the_same_family_parents_first(history: History) -> None:
    vase = child(history, None, "vase")
    tulip = child(history, vase, "tulip")
    child(history, None, "bowl")  # of the same photo, later than its grandchild
    leaf = child(history, tulip, "leaf")
    history.begin(new_run("of another photo", source=history.put(b"other", "image/png")))

    for run in (vase, tulip, leaf):
        assert names(history.lineage(run.variants[0].id)) == ["vase", "bowl", "tulip", "leaf"]


def test_a_family_whose_first_result_was_deleted_goes_on_without_it(history: History) -> None:
    vase = child(history, None, "vase")
    tulip = child(history, vase, "tulip")
    leaf = child(history, tulip, "leaf")
    history._connection.execute("DELETE FROM runs WHERE id = ?", (vase.id,))

    assert names(history.lineage(leaf.variants[0].id)) == ["tulip", "leaf"]


def test_rows_that_lead_in_a_circle_end(history: History) -> None:
    vase = child(history, None, "vase")
    tulip = child(history, vase, "tulip")
    history._connection.execute(
        "UPDATE runs SET parent_variant = ? WHERE id = ?", (tulip.variants[0].id, vase.id)
    )

    assert set(names(history.lineage(vase.variants[0].id))) == {"vase", "tulip"}


def test_a_run_without_a_kept_picture_is_a_family_of_its_own(history: History) -> None:
    alone, other = history.begin(new_run("alone")), history.begin(new_run("other"))
    assert names(history.lineage(alone.variants[0].id)) == ["alone"]
    assert names(history.lineage(other.variants[0].id)) == ["other"]


def test_a_family_is_cut_at_what_a_tree_can_show(history: History, monkeypatch) -> None:
    first = child(history, None, "0")
    for number in range(1, 5):
        child(history, None, str(number))
    monkeypatch.setattr(lineage, "MOST_RUNS", 3)
    assert names(history.lineage(first.variants[0].id)) == ["0", "1", "2"]
