import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from inpaint_studio.contract.events import Usage
from inpaint_studio.contract.params import EditParams
from inpaint_studio.errors import HistoryError
from inpaint_studio.history import Filter, History
from inpaint_studio.picture.geometry import Box, Size
from tests.support.new_runs import new_run


def test_run_is_on_disk_with_all_its_variants_before_anything_is_sent(
    history: History, folder: Path
) -> None:
    run = history.begin(new_run(n=3))

    other = History(folder)
    assert other.run(run.id) == run
    other.close()
    assert [variant.state for variant in run.variants] == ["queued"] * 3
    assert [variant.position for variant in run.variants] == [0, 1, 2]


def test_everything_a_run_was_begun_with_comes_back(history: History) -> None:
    params = EditParams(
        prompt="ein Café — 日本 🎨\0 \udc80", model="m", n=2, quality="low", extra={"seed": 7}
    )
    parent = history.begin(new_run()).variants[0].id
    begun = new_run(
        params=params,
        source=history.put(b"source", "image/jpeg"),
        sent_image=history.put(b"sent", "image/png"),
        mask=history.put(b"mask", "image/png"),
        painted=history.put(b"painted", "image/png"),
        frame_image=history.put(b"frame", "image/png"),
        frame=Box(1, 2, 30, 40),
        sent_size=Size(1024, 1536),
        document_id="document",
        parent_variant=parent,
    )

    run = history.begin(begun)

    for name in set(type(begun).__slots__) - {"seeds"}:
        assert getattr(run, name) == getattr(begun, name)
    assert (run.prompt, run.model) == (params.prompt, "m")


def test_a_variant_is_followed_from_start_to_finish(history: History) -> None:
    variant_id = history.begin(new_run()).variants[0].id
    usage = Usage(input_tokens=3, output_tokens=4, total_tokens=7)

    history.start(variant_id)
    assert history.variant(variant_id).state == "running"
    later = history.put(b"later", "image/png")
    earlier = history.put(b"earlier", "image/png")
    history.add_partial(variant_id, 1, later)
    history.add_partial(variant_id, 0, earlier)
    result = history.put(b"result", "image/webp")
    history.finish(
        variant_id,
        blob=result,
        media_type="image/webp",
        usage=usage,
        seconds=1.5,
        answer_json='{"size": "1x1"}',
    )
    history.mark_accepted(variant_id, True)
    history.rate(variant_id, 4)

    variant = history.variant(variant_id)
    assert variant.state == "done"
    assert variant.partials == (earlier, later)
    assert (variant.blob, variant.media_type) == (result, "image/webp")
    assert history.blob_path(result).read_bytes() == b"result"
    assert (variant.usage, variant.seconds) == (usage, 1.5)
    assert variant.answer_json == '{"size": "1x1"}'
    assert (variant.accepted, variant.stars) == (True, 4)


def test_a_failure_keeps_its_words_and_its_partials(history: History) -> None:
    first, second = (variant.id for variant in history.begin(new_run(n=2)).variants)
    partial = history.put(b"partial", "image/png")
    history.add_partial(first, 0, partial)

    history.fail(first, state="stopped", title="Stopped", message="By you.", seconds=2.0)

    stopped = history.variant(first)
    assert (stopped.state, stopped.title, stopped.message) == ("stopped", "Stopped", "By you.")
    assert stopped.partials == (partial,)
    assert history.variant(second).state == "queued"


def test_an_unknown_variant_is_said_to_be_gone(history: History) -> None:
    with pytest.raises(HistoryError, match="no longer in the history"):
        history.rate("nobody", 3)
    with pytest.raises(HistoryError, match="no longer in the history"):
        history.add_partial("nobody", 0, "x.png")


def test_runs_come_newest_first_whatever_the_clock_says(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, clock in enumerate((2e9, 0.0, 1e9, -5.0, 1.5e9)):
        monkeypatch.setattr("time.time", lambda clock=clock: clock)
        history.begin(new_run(f"prompt {number}"))

    assert [run.prompt[-1] for run in history.runs()] == ["4", "3", "2", "1", "0"]
    assert [run.prompt[-1] for run in history.runs(limit=2)] == ["4", "3"]
    assert history.count() == 5


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("door", ["a red door"]),
        ("RED do", ["a red door"]),
        ("cafe", ["ein Café"]),
        ("消す", ["猫を消す"]),
        ("nothing", []),
        ('" OR "', []),
        ("***", []),
        ("", ["猫を消す", "ein Café", "a red door"]),
        ("\udc80", []),
        ("house.jpg", ["猫を消す", "ein Café", "a red door"]),
    ],
)
def test_search_finds_prompts(history: History, text: str, found: list[str]) -> None:
    for prompt in ("a red door", "ein Café", "猫を消す"):
        history.begin(new_run(prompt))

    assert [run.prompt for run in history.runs(Filter(text=text))] == found


def test_a_run_comes_with_those_of_its_variants_that_meet_the_filter(history: History) -> None:
    kept, gone = history.begin(new_run("door", n=2)).variants
    wholly = history.begin(new_run("window")).variants[0]
    for variant in (kept, gone, wholly):
        blob = history.put(variant.id.encode(), "image/png")
        history.finish(variant.id, blob=blob, media_type="image/png")
    history.trash([gone.id, wholly.id])

    shown = [(run.prompt, len(run.variants)) for run in history.runs()]
    thrown = [(run.prompt, len(run.variants)) for run in history.runs(Filter(trash="only"))]
    assert shown == [("door", 1)]
    assert thrown == [("window", 1), ("door", 1)]


def test_blobs_are_put_from_many_threads_while_rows_are_written(history: History) -> None:
    blobs = [bytes([number % 7]) * 10_000 for number in range(60)]
    started = threading.Barrier(4)

    def put(data: bytes) -> str:
        if data[0] == 0 and not started.broken:
            started.abort()
        return history.put(data, "image/png")

    with ThreadPoolExecutor(4) as workers:
        pending = [workers.submit(put, data) for data in blobs]
        for _ in range(20):
            history.begin(new_run())
        names = [future.result() for future in pending]

    assert len(set(names)) == 7
    for name, data in zip(names, blobs, strict=True):
        assert history.blob_path(name).read_bytes() == data


def test_any_thread_may_write_until_the_history_is_closed(history: History) -> None:
    variants = history.begin(new_run(n=8)).variants

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(history.start, [variant.id for variant in variants]))
        states = {history.variant(variant.id).state for variant in variants}
        history.close()
        refused = threads.submit(history.start, variants[0].id)

    assert states == {"running"}
    assert isinstance(refused.exception(), HistoryError)


def test_a_stop_that_comes_too_late_does_not_take_a_result_back(history: History) -> None:
    variant_id = history.begin(new_run()).variants[0].id
    blob = history.put(b"result", "image/png")
    history.finish(variant_id, blob=blob, media_type="image/png")

    history.fail(variant_id, state="stopped", title="Stopped", message="Too late.")

    kept = history.variant(variant_id)
    assert (kept.state, kept.blob, kept.title) == ("done", blob, "")


def test_two_histories_write_to_one_folder_at_once(history: History, folder: Path) -> None:
    def fill() -> None:
        other = History(folder)
        for _ in range(50):
            other.begin(new_run(n=2))
        other.close()

    writer = threading.Thread(target=fill)
    writer.start()
    for _ in range(50):
        history.begin(new_run(n=2))
    writer.join()

    assert history.count() == 100


def test_a_database_held_by_another_program_is_said_so(folder: Path) -> None:
    history = History(folder, busy_timeout_s=0.05)
    holder = sqlite3.connect(folder / "history.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")

    with pytest.raises(HistoryError, match=r"in use.*try again"):
        history.begin(new_run())
    assert history.runs() == []

    holder.execute("ROLLBACK")
    holder.close()
    history.begin(new_run())
    history.close()


def test_no_key_reaches_the_disk(history: History, folder: Path) -> None:
    history.begin(new_run())

    columns = sqlite3.connect(folder / "history.db")
    names = [row[1] for table in ("runs", "variants") for row in _columns(columns, table)]
    columns.close()

    assert not [name for name in names if "key" in name or "header" in name]


def _columns(connection: sqlite3.Connection, table: str) -> list[tuple]:
    return connection.execute(f"PRAGMA table_info({table})").fetchall()


def test_usages_of_a_time_are_added_up_for_each_model(history: History) -> None:
    def run(model: str, *tokens: int) -> float:
        params = EditParams(prompt="", model=model, n=len(tokens))
        begun = history.begin(new_run(params=params))
        for variant, count in zip(begun.variants, tokens, strict=True):
            usage = Usage(input_tokens=count, output_tokens=1) if count else None
            history.finish(variant.id, blob="", media_type="image/png", usage=usage)
        return begun.created_at

    since = run("a", 3, 0, 4)
    run("b", 5)

    assert history.usage_between(since, since + 3600) == {
        "a": Usage(input_tokens=7, output_tokens=2),
        "b": Usage(input_tokens=5, output_tokens=1),
    }
    assert history.usage_between(since + 3600, since + 7200) == {}
    assert history.usage_between(0, since) == {}


def took(history: History, seconds: float, profile: str = "Lab") -> None:
    """A run of one variant, that was done in so many seconds."""
    (variant,) = history.begin(new_run(profile_name=profile)).variants
    history.start(variant.id)
    result = history.put(b"result", "image/png")
    history.finish(variant.id, blob=result, media_type="image/png", seconds=seconds)


def test_how_long_it_takes_is_asked_of_the_latest_runs_only(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = new_run().params.model
    assert history.typical_seconds(model, "Lab") is None
    for seconds in (90.0, 2.0, 3.0, 4.0):
        took(history, seconds)
    assert history.typical_seconds(model, "Lab") == 3.5
    assert history.typical_seconds(model, "Elsewhere") is None
    monkeypatch.setattr("inpaint_studio.history.reading._LATEST_RUNS", 3)
    assert history.typical_seconds(model, "Lab") == 3.0
    took(history, 1.0, "Elsewhere")
    assert history.typical_seconds(model, "Lab") == 3.5
