import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from inpaint_studio.errors import HistoryError
from inpaint_studio.history import Filter, History, schema
from tests.support.new_runs import new_run


def test_a_full_disk_writes_no_row_and_the_history_stays_usable(history: History) -> None:
    kept = history.begin(new_run())
    pages = history._connection.execute("PRAGMA page_count").fetchone()[0]
    history._connection.execute(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(HistoryError, match=r"disk is full.*Free some space"):
        history.begin(new_run("x" * 30_000, n=10))
    assert history.runs() == [kept]

    history._connection.execute("PRAGMA max_page_count = 1000000")
    history.begin(new_run("x" * 30_000, n=10))
    assert history.count() == 2


def test_a_newer_history_is_refused_and_left_alone(folder: Path) -> None:
    History(folder).close()
    database = folder / "history.db"
    _execute(database, "PRAGMA user_version = 99")
    before = database.read_bytes()

    with pytest.raises(HistoryError, match=r"newer version.*Update Inpaint Studio"):
        History(folder)

    assert database.read_bytes() == before


@pytest.mark.parametrize(
    "rubbish", [b"not a database" * 500, b"SQLite format 3\0" + b"\xff" * 9000]
)
def test_rubbish_is_kept_aside_and_a_new_history_begun(folder: Path, rubbish: bytes) -> None:
    folder.mkdir()
    (folder / "history.db").write_bytes(rubbish)

    history = History(folder)
    history.begin(new_run())

    assert history.count() == 1
    (kept,) = folder.glob("history-damaged-*.db")
    assert kept.read_bytes() == rubbish
    assert kept.name in history.notices[0]
    history.close()


def test_rows_beside_a_broken_page_are_carried_over(folder: Path) -> None:
    history = History(folder)
    for number in range(300):
        history.begin(new_run(f"door {number} " + "x" * 200))
    history.close()
    _break_pages(folder / "history.db", count=5)

    damaged = History(folder)
    with pytest.raises(HistoryError, match=r"damaged.*Restart"):
        damaged.runs(limit=1000)
    damaged.close()
    history = History(folder)
    runs = history.runs(limit=1000)

    assert 50 < len(runs) <= 300
    assert history.notices
    assert history.runs(Filter(text="door"))
    assert len(runs) == history.count(), "a run whose variant was lost is shown all the same"
    history.close()


def test_an_empty_file_is_a_new_history(folder: Path) -> None:
    folder.mkdir()
    (folder / "history.db").touch()

    history = History(folder)

    assert history.runs() == []
    assert history.notices == ()
    history.close()


@pytest.fixture
def anybody() -> Iterator[Path]:
    """A read-only folder, and no right to change that: root is somebody else meanwhile."""
    if sys.platform == "win32":
        pytest.skip("folder permissions are POSIX")
    folder = Path(tempfile.mkdtemp())
    History(folder / "old").close()
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    yield folder
    os.seteuid(user)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    shutil.rmtree(folder)


@pytest.mark.parametrize("name", ["old", "new"])
def test_a_read_only_folder_is_said_so(anybody: Path, name: str) -> None:
    with pytest.raises(HistoryError) as raised:
        History(anybody / name)

    assert "another history folder" in raised.value.message


def test_a_folder_that_is_a_file_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "history").write_text("mine")

    with pytest.raises(HistoryError, match="is a file where a folder is needed"):
        History(tmp_path / "history")


def test_a_failing_step_changes_nothing_and_can_be_taken_again(folder: Path) -> None:
    history = History(folder)
    history.begin(new_run())
    connection, path = history._connection, folder / "history.db"
    add_column = "ALTER TABLE runs ADD COLUMN colour TEXT"

    with pytest.raises(sqlite3.OperationalError):
        schema.migrate(connection, path, (*schema.STEPS, (add_column, "no such statement")))
    assert "colour" not in connection.execute("SELECT * FROM runs").fetchone().keys()  # noqa: SIM118

    schema.migrate(connection, path, (*schema.STEPS, (add_column,)))
    assert "colour" in connection.execute("SELECT * FROM runs").fetchone().keys()  # noqa: SIM118
    assert (folder / f"history-v{len(schema.STEPS)}.backup.db").exists()
    history.close()


_DIE = """
import os, signal, sqlite3, sys
from pathlib import Path
from inpaint_studio.history import schema

connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.create_function("die", 0, lambda: os.kill(os.getpid(), signal.SIGKILL))
step = ("ALTER TABLE runs ADD COLUMN colour TEXT", "UPDATE runs SET colour = 'red'", "SELECT die()")
schema.migrate(connection, Path(sys.argv[1]), (*schema.STEPS, step))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")
def test_a_step_whose_process_was_killed_changes_nothing_and_can_be_taken_again(
    folder: Path,
) -> None:
    history = History(folder)
    kept = history.begin(new_run())
    history.close()
    died = subprocess.run(
        [sys.executable, "-c", _DIE, str(folder / "history.db")],
        cwd=Path(__file__).parents[2],
        check=False,
    )
    assert died.returncode == -signal.SIGKILL

    history = History(folder)
    assert history.runs() == [kept]
    assert "colour" not in history._connection.execute("SELECT * FROM runs").fetchone().keys()  # noqa: SIM118
    again = (*schema.STEPS, ("ALTER TABLE runs ADD COLUMN colour TEXT",))
    schema.migrate(history._connection, folder / "history.db", again)
    assert "colour" in history._connection.execute("SELECT * FROM runs").fetchone().keys()  # noqa: SIM118
    history.close()


def test_a_copy_that_was_not_finished_is_made_anew(folder: Path) -> None:
    history = History(folder)
    kept = history.begin(new_run())
    (folder / "history.tmp").write_bytes(b"of a process that was killed" * 300)
    steps = (*schema.STEPS, ("ALTER TABLE runs ADD COLUMN colour TEXT",))

    schema.migrate(history._connection, folder / "history.db", steps)

    copy = sqlite3.connect(folder / f"history-v{len(schema.STEPS)}.backup.db")
    assert copy.execute("SELECT id FROM runs").fetchall() == [(kept.id,)]
    copy.close()
    assert not (folder / "history.tmp").exists()
    history.close()


_FILL = """
import sys
from pathlib import Path
from inpaint_studio.history import History
from tests.support.new_runs import new_run

history = History(Path(sys.argv[1]))
while True:
    variant = history.begin(new_run()).variants[0]
    blob = history.put(variant.id.encode(), "image/png")
    history.finish(variant.id, blob=blob, media_type="image/png")
    print(variant.id, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")
def test_nothing_acknowledged_is_lost_when_the_process_is_killed(folder: Path) -> None:
    for attempt in range(3):
        with subprocess.Popen(
            [sys.executable, "-c", _FILL, str(folder)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        ) as process:
            assert process.stdout is not None
            acknowledged = [process.stdout.readline().strip() for _ in range(10 + 7 * attempt)]
            process.send_signal(signal.SIGKILL)
            process.wait()

        history = History(folder)
        for variant_id in acknowledged:
            variant = history.variant(variant_id)
            assert variant.state == "done"
            assert variant.blob is not None
            assert history.blob_path(variant.blob).read_bytes() == variant_id.encode()
        assert history._connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        history.close()


def _execute(database: Path, statement: str) -> None:
    connection = sqlite3.connect(database)
    connection.execute(statement)
    connection.commit()
    connection.close()


def _break_pages(database: Path, *, count: int) -> None:
    data = bytearray(database.read_bytes())
    generator = random.Random(5)
    last = len(data) // 4096
    for page in generator.sample(range(last // 3, last), count):
        data[page * 4096 : page * 4096 + 64] = generator.randbytes(64)
    database.write_bytes(data)
