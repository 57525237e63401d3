"""Real drags from other programs: a file manager that deletes what was moved, and a browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.playing import play

pytestmark = pytest.mark.x11


def test_files_stay_and_pictures_of_a_browser_are_fetched_at_a_click(
    tmp_path: Path, display: str
) -> None:
    play("drops", tmp_path, display=display)
