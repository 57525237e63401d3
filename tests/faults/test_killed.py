"""The real application, killed, told to end, crashed, started twice: nothing is lost."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from tests.faults.driving import Driven
from tests.support.misbehaving import misbehaving
from tests.support.scenes import write_photo

LINE = [[30, 40], [80, 60], [130, 90]]
LOAD = 3.0
"""Machines that run tests are busy; two seconds of the processor are meant."""


@pytest.fixture
def photo(tmp_path: Path) -> str:
    return str(write_photo(tmp_path / "photo.png"))


def is_alive(process_id: int) -> bool:
    """Whether the process runs; one that waits for its parent to look does not."""
    try:
        return ") Z " not in Path(f"/proc/{process_id}/stat").read_text()
    except FileNotFoundError:
        return False


def test_a_killed_window_comes_back_with_mask_edits_undo_and_panel(
    tmp_path: Path, photo: str
) -> None:
    with Driven(tmp_path / "home") as app:
        app.do("open", path=photo)
        app.do("prompt", text="a tulip")
        app.do("stroke", points=LINE, size=30)
        app.do("run")
        app.do("wait")
        app.do("accept")
        app.do("frame", box=[0, 0, 96, 96])
        before = app.do("edit", verb="undo")
        time.sleep(2.0)  # what the journal promises, and nothing is asked of it meanwhile
        app.kill()
    Path(photo).unlink()
    with Driven(tmp_path / "home") as app:
        after = app.do("restore")
        for name in ("picture", "depth", "prompt", "frame"):
            assert after[name] == before[name]
        redone = app.do("edit", verb="redo")
        assert redone["picture"] != before["picture"]


def test_all_open_pictures_come_back_after_a_kill_each_with_its_own(
    tmp_path: Path, photo: str
) -> None:
    with Driven(tmp_path / "home") as app:
        app.do("open", path=photo)
        app.do("prompt", text="a tulip")
        app.do("stroke", points=LINE, size=30)
        app.do("open", path=str(write_photo(tmp_path / "other.png", 96, 96)))
        app.do("prompt", text="a rose")
        app.do("stroke", points=LINE, size=12)
        app.do("show", place=0)
        before = app.do("stroke", points=LINE[::-1], size=44)
        time.sleep(2.0)
        app.kill()
    with Driven(tmp_path / "home") as app:
        after = app.do("restore", every=True)
        assert after["offered"] == 2
        assert sorted(after["pictures"]) == sorted(before["pictures"])
        found = {state["picture"]: state for state in (app.do("show", place=n) for n in range(2))}
        prompts = [found[picture]["prompt"] for picture in before["pictures"]]
        assert prompts == ["a tulip", "a rose"]
        assert found[before["picture"]]["depth"] == 2


def test_a_window_killed_in_a_stroke_keeps_what_was_painted(tmp_path: Path, photo: str) -> None:
    with Driven(tmp_path / "home") as app:
        app.do("open", path=photo)
        before = app.do("stroke", points=LINE, size=30, ends=False)
        time.sleep(2.0 * LOAD)
        app.kill()
    with Driven(tmp_path / "home") as app:
        assert app.do("restore")["picture"] == before["picture"]


def test_a_run_killed_midway_may_have_been_charged_and_is_not_sent_again(
    tmp_path: Path, photo: str
) -> None:
    with misbehaving() as server, Driven(tmp_path / "home") as app:
        app.do("open", path=photo)
        app.do("stroke", points=LINE, size=30)
        app.do("run", base_url=server.url_of("silence-after-partial"), idle_s=60.0)
        app.do("partial")
        app.kill()
        sent = len(server.asked)
        with Driven(tmp_path / "home") as again:
            (variant,) = again.do("records")
            assert variant["state"] == "interrupted"
            assert "may have been charged" in variant["message"]
            blobs = list((tmp_path / "home").rglob(variant["partials"][0]))
            assert len(blobs) == 1
            again.do("restore")
            time.sleep(1.0)
            assert len(server.asked) == sent


def test_sigterm_ends_in_time_as_a_terminated_program_and_loses_nothing(
    tmp_path: Path, photo: str
) -> None:
    with Driven(tmp_path / "home") as app:
        server = app.do("child")
        app.do("open", path=photo)
        before = app.do("stroke", points=LINE, size=30)
        began = time.monotonic()
        assert app.terminate() == -signal.SIGTERM
        assert time.monotonic() - began < 2.0 * LOAD
        deadline = time.monotonic() + 3.0 * LOAD
        while is_alive(server) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert not is_alive(server)
    with Driven(tmp_path / "home") as app:
        assert app.do("restore")["picture"] == before["picture"]


def test_closing_during_a_run_asks_and_then_ends_in_time(tmp_path: Path, photo: str) -> None:
    with misbehaving() as server, Driven(tmp_path / "home") as app:
        app.do("open", path=photo)
        app.do("stroke", points=LINE, size=30)
        app.do("run", base_url=server.url_of("silence-after-partial"), idle_s=60.0)
        app.do("partial")
        words = app.do("ask_to_close")
        assert "may be charged" in words
        assert "photo.png is not saved" in words
        began = time.monotonic()
        app.do("answer", words="Close without saving")
        app._process.stdin.close()
        assert app.ended() == 0
        assert time.monotonic() - began < 2.0 * LOAD


def test_a_crash_is_told_by_the_next_start(tmp_path: Path, photo: str) -> None:
    with Driven(tmp_path / "home") as app:
        app.do("open", path=photo)
        before = app.do("stroke", points=LINE, size=30)
        app.do("flush")
        app.begin("fault", kind="segfault")
        assert app.ended() == -signal.SIGSEGV
    with Driven(tmp_path / "home") as app:
        assert "crashed" in app.do("state")["notice"]
        assert app.do("restore")["picture"] == before["picture"]


def test_two_windows_share_history_and_journal_folder(tmp_path: Path, photo: str) -> None:
    home = tmp_path / "home"
    with Driven(home) as first, Driven(home) as second:
        for number, app in enumerate((first, second)):
            app.do("open", path=photo)
            app.do("stroke", points=[[30 + 20 * number, 40], [80, 60]], size=30)
            app.do("flush")
            app.do("run")
        mine = {each["id"] for each in first.do("wait")}
        both = {each["id"]: each["state"] for each in second.do("wait")}
        assert mine <= set(both)
        before = first.do("state")
        first.kill()
        with Driven(home) as third:
            after = third.do("restore")
            assert after["offered"] == 1  # the second window lives
            assert after["picture"] == before["picture"]
            assert set(both.values()) <= {each["state"] for each in third.do("records")}


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="POSIX rights")
def test_a_home_that_cannot_be_written_is_told_and_painting_goes_on(
    tmp_path: Path, photo: str
) -> None:
    (tmp_path / "home").write_text("no folder")
    with Driven(tmp_path / "home") as app:
        app.do("open", path=photo)
        painted = app.do("stroke", points=LINE, size=30)
        assert painted["depth"] == 1
        time.sleep(0.5 * LOAD)
        assert app.do("state")["notice"]
        app.do("run")
        (variant,) = app.do("wait")
        assert variant["state"] == "done"
