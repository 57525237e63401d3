"""What Python wrote when it was torn down is told by the next start, once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from inpaint_studio import paths
from inpaint_studio.crash_log import earlier_crash

_BEGIN = "from inpaint_studio.crash_log import CrashLog; log = CrashLog(); log.open(); "


def run(program: str) -> None:
    subprocess.run(
        [sys.executable, "-c", _BEGIN + program], check=False, capture_output=True, timeout=30
    )


def files() -> list[Path]:
    return list((paths.data_folder() / "crashes").iterdir())


def test_a_segmentation_fault_is_told_by_the_next_start_and_only_by_that() -> None:
    run("import faulthandler; faulthandler._sigsegv()")
    assert "Segmentation fault" in earlier_crash()
    assert earlier_crash() == ""


def test_a_process_that_ends_as_it_should_leaves_nothing() -> None:
    run("log.close()")
    assert earlier_crash() == ""
    assert files() == []


def test_a_killed_process_leaves_nothing_to_tell() -> None:
    run("import os; os.kill(os.getpid(), 9)")
    assert len(files()) == 1
    assert earlier_crash() == ""
    assert files() == []


def test_a_process_that_lives_is_not_taken_for_dead() -> None:
    program = _BEGIN + "log._file.write('not yet'); log._file.flush(); print(flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        process.stdout.readline()
        assert earlier_crash() == ""
        process.kill()
    assert earlier_crash() == "not yet"


def test_only_the_newest_are_kept() -> None:
    folder = paths.data_folder() / "crashes"
    folder.mkdir(parents=True)
    for number in range(14):
        (folder / f"{number:02}.log").write_text(f"crash {number}")
    assert earlier_crash().startswith("crash")
    assert len(files()) == 10


def test_a_folder_that_cannot_be_written_to_is_no_obstacle(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("INPAINT_STUDIO_HOME", str(tmp_path / "file"))
    run("print('went on'); log.close()")
    assert earlier_crash() == ""
