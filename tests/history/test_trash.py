"""Nothing is lost at once, and nothing that is still needed ever."""

from __future__ import annotations

import os
import time
from typing import Any

import pytest

from inpaint_studio.history import CleanupRule, Filter, History, VariantRecord
from tests.support.new_runs import new_run


def finished(history: History, content: bytes, **fields: Any) -> VariantRecord:
    run = history.begin(new_run(**fields))
    blob = history.put(content, "image/png")
    history.finish(run.variants[0].id, blob=blob, media_type="image/png")
    return history.variant(run.variants[0].id)


def age(history: History) -> None:
    """Let every file have been written long ago."""
    long_ago = time.time() - 90_000
    for path in (history.folder / "blobs").glob("*/*"):
        os.utime(path, (long_ago, long_ago))


def ids(history: History, **fields: Any) -> int:
    return len(history.listing(Filter(**fields)))


def test_trash_hides_and_restore_brings_everything_back(history: History) -> None:
    variant = finished(history, b"a")
    history.rate(variant.id, 4)
    assert history.trash([variant.id]) == [variant.id]
    assert (ids(history), ids(history, trash="only")) == (0, 1)
    history.restore([variant.id])
    assert ids(history) == 1
    assert history.variant(variant.id).stars == 4


def test_what_still_runs_is_not_trashed(history: History) -> None:
    run = history.begin(new_run())
    history.start(run.variants[0].id)
    assert history.trash([run.variants[0].id]) == []


def test_the_trash_keeps_for_thirty_days(history: History) -> None:
    variant = finished(history, b"a")
    history.trash([variant.id])
    age(history)
    assert history.purge() == 0
    assert variant.blob is not None
    assert history.blob_path(variant.blob).exists()
    assert history.purge(trashed_for_s=0) == 1
    assert not history.blob_path(variant.blob).exists()
    assert history.count() == 0


MONTHS_S = 70 * 86_400.0


def test_a_clock_that_leaps_while_nobody_works_empties_no_trash(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    variant = finished(history, b"a")
    history.trash([variant.id])
    age(history)
    later = time.time() + MONTHS_S
    monkeypatch.setattr("time.time", lambda: later)
    assert history.purge() == 0
    history.begin(new_run())  # so that was how long nobody had worked
    assert history.purge() == 1


def test_what_was_trashed_by_a_clock_in_the_past_stays_its_thirty_days(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    variant = finished(history, b"a")
    with monkeypatch.context() as patch:
        patch.setattr("time.time", lambda: 1000.0)
        history.trash([variant.id])
    age(history)
    assert history.purge() == 0
    assert ids(history, trash="only") == 1


def test_a_purge_leaves_what_others_still_need(history: History) -> None:
    source = history.put(b"source", "image/png")
    shared = finished(history, b"same bytes", source=source)
    finished(history, b"same bytes", source=source)
    history.trash([shared.id])
    age(history)
    assert history.purge(trashed_for_s=0) == 1
    assert shared.blob is not None
    assert history.blob_path(shared.blob).exists()
    assert history.blob_path(source).exists()


def test_a_result_that_became_a_source_stays_on_disk(history: History) -> None:
    parent = finished(history, b"parent")
    finished(history, b"child", source=parent.blob, parent_variant=parent.id)
    history.trash([parent.id])
    age(history)
    history.purge(trashed_for_s=0)
    assert parent.blob is not None
    assert history.blob_path(parent.blob).exists()


def test_a_purge_waits_for_files_that_were_stored_again_just_now(history: History) -> None:
    variant = finished(history, b"a")
    history.trash([variant.id])
    age(history)
    blob = history.put(b"a", "image/png")
    assert history.purge(trashed_for_s=0) == 0
    assert history.blob_path(blob).exists()


def test_partials_and_inputs_go_with_the_last_variant(history: History) -> None:
    mask, painted = (history.put(name, "image/png") for name in (b"mask", b"painted"))
    run = history.begin(new_run(n=2, mask=mask, painted=painted))
    first, second = run.variants
    history.add_partial(first.id, 0, history.put(b"partial", "image/png"))
    history.place(first.id, placement_json="{}", mask=history.put(b"later", "image/png"))
    for variant in run.variants:
        history.fail(variant.id, title="Failed", message="")
    age(history)
    history.trash([first.id])
    history.purge(trashed_for_s=0)
    assert history.size().file_count == 2
    history.trash([second.id])
    history.purge(trashed_for_s=0)
    assert history.size().file_count == 0


def test_cleanup_by_rule_spares_stars_picks_and_accepted(history: History) -> None:
    plain, starred, picked, accepted = (
        finished(history, name) for name in (b"1", b"2", b"3", b"4")
    )
    history.rate(starred.id, 1)
    history.set_flag(picked.id, "picked")
    history.mark_accepted(accepted.id, accepted=True)
    assert history.cleanup_candidates(CleanupRule(older_than_s=3600)) == []
    assert history.cleanup_candidates(CleanupRule(older_than_s=0)) == [plain.id]
    rule = CleanupRule(older_than_s=0, keep_starred=False, keep_picked=False, keep_accepted=False)
    assert len(history.cleanup_candidates(rule)) == 4


def test_size_counts_files_and_database(history: History) -> None:
    history.put(b"12345", "image/png")
    size = history.size()
    assert (size.blob_bytes, size.file_count) == (5, 1)
    assert size.total_bytes > 5


def test_deleting_by_hand_is_told_not_crashed_on(history: History) -> None:
    variant = finished(history, b"a")
    assert variant.blob is not None
    history.blob_path(variant.blob).unlink()
    assert [missing.id for missing in history.check().missing] == [variant.id]
    history.put(b"a", "image/png")
    assert history.check().missing == ()
