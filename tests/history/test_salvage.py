"""What can be read of a damaged history is carried into a new one, and the rest is said."""

import sqlite3
import threading
from pathlib import Path

import pytest

from inpaint_studio.errors import HistoryError
from inpaint_studio.history import Filter, History, salvage
from tests.history.test_trash import age
from tests.support.new_runs import new_run


def filled(folder: Path, count: int = 12) -> list[str]:
    """Prompts of runs that came to their end, oldest first; some fill pages of their own."""
    history = History(folder)
    prompts = [f"door {number} " + "x" * (6000 * (number % 2)) for number in range(count)]
    for prompt in prompts:
        (variant,) = history.begin(new_run(prompt)).variants
        history.start(variant.id)
        blob = history.put(prompt.encode(), "image/png")
        history.add_partial(variant.id, 0, blob)
        history.finish(variant.id, blob=blob, media_type="image/png")
        history.rate(variant.id, 3)
    history.close()
    return prompts


def edit(folder: Path, old: bytes, new: bytes) -> None:
    database = folder / "history.db"
    data = database.read_bytes()
    assert old in data
    database.write_bytes(data.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"CREATE TABLE variants (", b"CREATE TABLE variants \xa8"),
        (b"prompt TEXT NOT NULL", b"prompu TEXT NOT NULL"),
        (b"SQLite format 3\0", b"SQLite format 2\0"),
        (b"unicode61", b"\xf5nicode61"),
    ],
)
def test_a_letter_of_the_schema_costs_no_row(folder: Path, old: bytes, new: bytes) -> None:
    prompts = filled(folder)
    edit(folder, old, new)

    history = History(folder)

    runs = history.runs()
    assert [run.params.prompt for run in reversed(runs)] == prompts
    assert {(run.variants[0].stars, len(run.variants[0].partials)) for run in runs} == {(3, 1)}
    assert len(history.runs(Filter(text="door"))) == len(prompts)
    assert f"{len(prompts)} runs that could be read" in history.notices[0]
    assert "could not be read." not in history.notices[0]
    history.close()


def test_what_could_not_be_read_is_counted_and_its_results_are_kept(folder: Path) -> None:
    prompts = filled(folder)
    database = folder / "history.db"
    data = bytearray(database.read_bytes())
    page = data.rindex(b"door 10 ") // 4096 * 4096
    data[page : page + 4096] = bytes(4096)
    lost = sum(bytes(data).find(prompt[:8].encode()) < 0 for prompt in prompts)
    assert lost
    data[data.index(b"CREATE TABLE variants")] ^= 2
    database.write_bytes(data)

    history = History(folder)

    assert "could not be read." in history.notices[0]
    assert sum(variant.state == "done" for run in history.runs() for variant in run.variants) == 12
    names = [run.source_name for run in history.runs()]
    assert "Lost with the damaged history" in names
    history.close()


def test_what_was_deleted_does_not_come_back(folder: Path) -> None:
    prompts = filled(folder)
    history = History(folder)
    gone = [run.variants[0].id for run in history.runs()[:6]]
    history.trash(gone)
    age(history)
    assert history.purge(trashed_for_s=0) == 6
    history.close()
    edit(folder, b"SQLite format 3\0", b"SQLite format 2\0")

    history = History(folder)

    assert [run.params.prompt for run in reversed(history.runs())] == prompts[:6]
    history.close()


def test_a_damaged_database_is_not_pulled_from_under_a_living_window(folder: Path) -> None:
    filled(folder)
    window = History(folder)
    salvage.mark_damaged(folder)

    beside = History(folder)  # what looks after the history, or a command
    (kept,) = window.begin(new_run("meanwhile")).variants
    assert beside.variant(kept.id) == kept
    assert not list(folder.glob("history-damaged-*"))
    beside.close()
    window.close()

    history = History(folder)
    assert history.variant(kept.id).id == kept.id
    assert len(list(folder.glob("history-damaged-*.db"))) == 1
    history.close()


def test_what_a_living_window_holds_open_is_refused_in_words(folder: Path) -> None:
    filled(folder)
    window = History(folder)
    connection = sqlite3.connect(folder / "history.db", isolation_level=None)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("UPDATE sqlite_master SET sql = replace(sql, 'prompt', 'prompu')")
    connection.close()

    with pytest.raises(HistoryError, match=r"damaged.*Close that and start again"):
        History(folder)

    window.close()
    assert History(folder).count() == 12


def test_two_windows_that_start_at_once_share_the_new_database(folder: Path) -> None:
    filled(folder)
    edit(folder, b"SQLite format 3\0", b"SQLite format 2\0")
    opened: list[History] = []
    threads = [threading.Thread(target=lambda: opened.append(History(folder))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(opened) == 4
    assert sum(bool(history.notices) for history in opened) == 1
    assert len(list(folder.glob("history-damaged-*.db"))) == 1
    for history in opened:
        history.close()


def test_killed_between_the_two_names_the_new_database_is_taken(folder: Path) -> None:
    filled(folder)
    (folder / "history.db").rename(folder / "history-salvaged.db")

    history = History(folder)

    assert history.count() == 12
    history.close()


def test_the_check_finds_damage_that_no_query_met(folder: Path) -> None:
    filled(folder)
    database = folder / "history.db"
    data = bytearray(database.read_bytes())
    index = next(
        start for start in range(4096, len(data), 4096) if data[start] == 10 and data[start + 4] > 9
    )
    data[index + 8 : index + 12] = b"\xff\xff\xff\xff"
    database.write_bytes(data)

    history = History(folder)
    with pytest.raises(HistoryError, match="damaged"):
        history.check()
    history.close()

    history = History(folder)
    assert history.count() == 12
    history.check()
    history.close()
