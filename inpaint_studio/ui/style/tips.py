"""Tool tips that show their words as they are: Qt would read them as HTML."""

from __future__ import annotations

import html
from typing import Protocol

from inpaint_studio.visible_text import visible

_LINES = "\n\t"


class Tipped(Protocol):
    """A widget, an action, an item of a list."""

    def setToolTip(self, text: str) -> object:  # noqa: N802 -- Qt's name
        """As Qt has it."""


def set_tip(of: Tipped, text: str) -> None:
    """Say these words to who points at a widget, an action or an item."""
    of.setToolTip(tip_text(text))


def tip_text(text: str) -> str:
    """The words as a tool tip shows them as they are."""
    text = visible(text, keeps=_LINES)
    if "<" not in text and "&lt;" not in text:
        return text
    return f'<span style="white-space: pre-wrap">{html.escape(text, quote=False)}</span>'
