"""WCAG: text 4.5:1, controls 3:1, in every theme and on every ground it stands on."""

from __future__ import annotations

import pytest

from inpaint_studio.ui.style.theme import DARK, LIGHT, Theme, choose

THEMES = (DARK, LIGHT, choose("neutral"))
GROUNDS = ("bg", "panel", "raised")
TEXTS = [
    *((ink, ground) for ink in ("text", "dim", "ok", "warn", "error") for ground in GROUNDS),
    ("text", "hover"), ("on_canvas", "canvas"), ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
]  # fmt: skip
CONTROLS = [("accent_line", ground) for ground in GROUNDS] + [("edge", "panel"), ("edge", "bg")]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    shares = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("ink", "ground"), TEXTS)
def test_text_is_legible(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("line", "ground"), CONTROLS)
def test_controls_and_the_focus_ring_stand_out(theme: Theme, line: str, ground: str) -> None:
    assert contrast(getattr(theme, line), getattr(theme, ground)) >= 3
