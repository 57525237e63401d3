"""A designer's session at a twelve-megapixel photo, by real mouse and keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.playing import play

pytestmark = pytest.mark.x11


def test_a_designer_paints_selects_feathers_undoes_redoes_and_zooms(
    tmp_path: Path, display: str
) -> None:
    play("painting", tmp_path, "dark", "1440x900", display=display)
    assert len(list(tmp_path.glob("*.png"))) == 8
