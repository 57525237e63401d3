"""Tool tips that show their words as they are: Qt would read them as HTML."""

from __future__ import annotations

import html
from typing import Protocol

from inpaint_studio.visible_text import visible

_LINES = "\n\t"


class Tipped(Protocol):
    """A widget, an action, an item of a list."""

    def setToolTip(self, words: str) -> object:  # noqa: N802 -- Qt's name
        """As Qt has it."""


def set_tip(of: Tipped, words: str) -> None:
    """Say these words to who points at a widget, an action or an item."""
    of.setToolTip(tip_text(words))


def tip_text(words: str) -> str:
    """The words as a tool tip shows them as they are."""
    words = visible(words, keeps=_LINES)
    if "<" not in words and "&lt;" not in words:
        return words
    return f'<span style="white-space: pre-wrap">{html.escape(words, quote=False)}</span>'
