"""Text from outside, made fit to be shown: nothing in it acts, or turns what stands beside it.

File names, prompts and a server's words may hold what moves a terminal's cursor, sets its title,
or turns the text around it: `photo\u202egpj.exe` reads as `photoexe.jpg`. What is written for other
programs, such as JSON, stays exact and does not pass here.
"""

from __future__ import annotations

import unicodedata

UNSEEN = "\ufffd"
"""Stands in the place of a character that would act instead of being seen."""

_OPENING = "\u2066\u2067\u2068"
_FIRST_STRONG, _CLOSING = "\u2068", "\u2069"
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e")
"""Embeddings and overrides, which isolates have replaced."""
_MARKS = frozenset("\u200e\u200f\u061c")
_ACTING = ("Cc", "Zl", "Zp")


def visible(text: str, *, keeps: str = "") -> str:
    """The text with � for each control, escape and turning character but those it `keeps`.

    Isolates stay where they are closed again: they turn nothing but what they hold.
    """
    if text.isascii() and text.isprintable():
        return text
    loose = _loose_isolates(text)
    return "".join(
        UNSEEN if place in loose or (_acts(each) and each not in keeps) else each
        for place, each in enumerate(text)
    )


def isolated(text: str, *, keeps: str = "", reads_left: bool = False) -> str:
    """A piece from outside as it may stand among other words, whose order it cannot change.

    `reads_left` says that those words are read from right to left; a date would turn among them.
    """
    shown = visible(text, keeps=keeps)
    if (shown.isascii() and not reads_left) or _is_isolate(shown):
        return shown
    directions = {unicodedata.bidirectional(each) for each in shown}
    is_in_groups = "EN" in directions and len(directions) > 1
    turns = directions & ({"L"} if reads_left else {"R", "AL", "AN"}) or _MARKS & set(shown)
    return f"{_FIRST_STRONG}{shown}{_CLOSING}" if turns or (reads_left and is_in_groups) else shown


def _is_isolate(text: str) -> bool:
    """Whether all of it stands in one isolate already."""
    inside = text[1:-1]
    return text[:1] in tuple(_OPENING) and text[-1:] == _CLOSING and not _loose_isolates(inside)


def _acts(character: str) -> bool:
    return character in _TURNING or unicodedata.category(character) in _ACTING


def _loose_isolates(text: str) -> set[int]:
    """Where isolates are opened or closed without the other; a line's end closes nothing."""
    opened: list[int] = []
    loose: set[int] = set()
    for place, each in enumerate(text):
        if each in _OPENING:
            opened.append(place)
        elif each == _CLOSING:
            if opened:
                opened.pop()
            else:
                loose.add(place)
    return loose.union(opened)
