"""A long history is searched, judged, compared and exported from, by real mouse and keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.playing import play

pytestmark = pytest.mark.x11


def test_a_designer_finds_the_best_of_many_results_and_exports_it(
    tmp_path: Path, display: str
) -> None:
    play("culling", tmp_path, display=display)
    assert len(list(tmp_path.glob("[1-5]-*.png"))) == 5
