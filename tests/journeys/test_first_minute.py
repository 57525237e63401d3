"""The whole main path in a real window, driven by real mouse and key events."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.playing import play

pytestmark = pytest.mark.x11


def _journey(stage: str, folder: Path, display: str, *look: str) -> None:
    play("first_minute", stage, folder, *look, display=display, within_s=180)


def test_a_stranger_opens_paints_runs_accepts_exports_and_finds_it_again(
    tmp_path: Path, display: str
) -> None:
    _journey("play", tmp_path, display, "light", "de", "1280x720")
    _journey("reopen", tmp_path, display)
    assert (tmp_path / "sample-edit-01.png").stat().st_size > 100_000
    assert len(list(tmp_path.glob("*.png"))) == 15
