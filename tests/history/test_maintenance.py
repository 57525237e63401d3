import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from inpaint_studio.contract.profile import local_fill
from inpaint_studio.history import History
from tests.support.new_runs import new_run

_RUN_AND_WAIT = """
import sys
from pathlib import Path
from inpaint_studio.history import History
from tests.support.new_runs import new_run

history = History(Path(sys.argv[1]))
sent, waiting = history.begin(new_run(n=2)).variants
history.start(sent.id)
history.add_partial(sent.id, 0, history.put(b"partial", "image/png"))
print("running", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def living(folder: Path):
    process = subprocess.Popen(
        [sys.executable, "-c", _RUN_AND_WAIT, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"running"
        yield process
        process.kill()


def test_runs_of_a_living_process_are_left_alone(
    folder: Path, living: subprocess.Popen[bytes]
) -> None:
    history = History(folder)

    assert history.recover() == []
    assert [variant.state for variant in history.runs()[0].variants] == ["running", "queued"]
    history.close()


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")
def test_runs_of_a_killed_process_are_interrupted(
    folder: Path, living: subprocess.Popen[bytes]
) -> None:
    history = History(folder)
    mine = history.begin(new_run())
    living.send_signal(signal.SIGKILL)
    living.wait()

    sent, unsent = history.recover()

    assert (sent.state, unsent.state) == ("interrupted", "interrupted")
    assert "may have been charged" in sent.message
    assert "Nothing was charged" in unsent.message
    assert history.blob_path(sent.partials[0]).read_bytes() == b"partial"
    assert history.run(mine.id) == mine
    assert history.recover() == []
    assert len(list((folder / "live").iterdir())) == 1
    history.close()


def test_local_fill_that_a_crash_cut_short_cost_nothing(folder: Path) -> None:
    first = History(folder)
    run = first.begin(new_run(n=2, profile_name=local_fill("").name))
    first.start(run.variants[0].id)
    first.close()

    second = History(folder)
    for variant in second.recover():
        assert variant.state == "failed"
        assert "charged" not in variant.message
    second.close()


def test_a_closed_history_leaves_nothing_running(folder: Path) -> None:
    first = History(folder)
    first.start(first.begin(new_run()).variants[0].id)
    first.close()

    second = History(folder)
    assert [variant.state for variant in second.recover()] == ["interrupted"]
    second.close()


def test_a_missing_result_is_marked_until_it_comes_back(history: History) -> None:
    variant_id = history.begin(new_run()).variants[0].id
    name = history.put(b"result", "image/png")
    history.finish(variant_id, blob=name, media_type="image/png")
    history.blob_path(name).unlink()

    assert [variant.id for variant in history.check().missing] == [variant_id]
    assert history.variant(variant_id).is_missing

    history.put(b"result", "image/png")
    assert history.check().missing == ()
    assert not history.variant(variant_id).is_missing


def test_pictures_no_row_knows_are_adopted_once_they_have_settled(history: History) -> None:
    known = history.put(b"known", "image/png")
    history.begin(new_run(source=known))
    old = history.put(b"old", "image/webp")
    history.put(b"being written", "image/png")
    for name in (known, old):
        os.utime(history.blob_path(name), (1, 1))

    (adopted,) = history.check().adopted

    assert [variant.blob for variant in adopted.variants] == [old]
    assert adopted.variants[0].state == "done"
    assert history.runs()[0] == adopted
    assert history.check().adopted == ()


def test_many_orphans_become_runs_of_the_usual_size(history: History) -> None:
    for number in range(23):
        os.utime(history.blob_path(history.put(bytes([number]), "image/png")), (1, 1))

    assert [len(run.variants) for run in history.check().adopted] == [10, 10, 3]
