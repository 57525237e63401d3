"""What could not be kept lies elsewhere until a history takes it, and goes only then."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from inpaint_studio import paths
from inpaint_studio.errors import HistoryError
from inpaint_studio.history import History
from inpaint_studio.runs.unkept_copies import copied_elsewhere, take_in_copies
from tests.support.full_disk import files_up_to
from tests.support.new_runs import new_run
from tests.support.replies import picture

DONE = picture("done")


@pytest.fixture
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[History]:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    history = History(tmp_path / "history")
    yield history
    history.close()


def copy_of(name: str) -> Path:
    copy = copied_elsewhere(DONE, name)
    assert copy is not None
    return copy


def test_without_room_anywhere_there_is_no_copy(history: History) -> None:
    assert copy_of("v").read_bytes() == DONE
    with files_up_to(4):
        assert copied_elsewhere(picture("another"), "v") is None


def test_a_copy_becomes_the_result_of_its_variant_and_goes(history: History) -> None:
    (variant,) = history.begin(new_run()).variants
    history.start(variant.id)
    history.fail(variant.id, state="interrupted", title="Interrupted", message="")
    copy = copy_of(variant.id)

    assert take_in_copies(history) == 1

    kept = history.variant(variant.id)
    assert (kept.state, kept.title, kept.media_type) == ("done", "", "image/png")
    assert history.blob_path(str(kept.blob)).read_bytes() == DONE
    assert not copy.exists()
    assert take_in_copies(history) == 0


def test_a_copy_of_no_known_run_gets_a_run_of_its_own(history: History) -> None:
    copy = copy_of("0" * 32)

    assert take_in_copies(history) == 1

    ((variant,),) = (run.variants for run in history.runs())
    assert history.blob_path(str(variant.blob)).read_bytes() == DONE
    assert not copy.exists()


def test_a_copy_that_was_kept_after_all_only_goes(history: History) -> None:
    (variant,) = history.begin(new_run()).variants
    blob = history.put(DONE, "image/png")
    history.finish(variant.id, blob=blob, media_type="image/png", seconds=7.0)
    copy = copy_of(variant.id)

    assert take_in_copies(history) == 0

    assert history.variant(variant.id).seconds == 7.0
    assert not copy.exists()


def test_a_copy_stays_until_it_is_kept(history: History) -> None:
    copy = copy_of("v")

    with files_up_to(4), pytest.raises(HistoryError):
        take_in_copies(history)

    assert copy.read_bytes() == DONE


def test_a_copy_that_found_room_in_the_temporary_folder_only_is_taken_in(
    history: History, tmp_path: Path
) -> None:
    paths.data_folder().mkdir(parents=True, exist_ok=True)
    (paths.data_folder() / "unkept").write_text("in the way")
    copy = copy_of("v")
    assert copy.parent.parent == tmp_path

    assert take_in_copies(history) == 1

    assert not copy.parent.exists()
