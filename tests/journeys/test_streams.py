"""Four live streams in a real window: stop one, keep one, accept one, mask it anew, export."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.playing import play

pytestmark = pytest.mark.x11


def test_four_streams_are_watched_stopped_kept_accepted_and_masked_anew(
    tmp_path: Path, display: str
) -> None:
    play("streams", tmp_path, "light", "1280x720", display=display, within_s=300)
    assert len(list(tmp_path.glob("*.png"))) == 8
