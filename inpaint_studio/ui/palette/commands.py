"""What the palette offers, and in which order for what is typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from inpaint_studio.ui.palette.matching import Match, match

_BESIDE_TITLE = 30.0
_RECENT_FIRST = 15.0
_IMPOSSIBLE_LAST = 40.0


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done now, or not for a `reason`.

    `name` is what it is remembered by, `title` and `heading` are in the window's language,
    `source` is the title in English, `state` its keys or how it stands.
    """

    name: str
    title: str
    heading: str
    do: Callable[[], object]
    source: str = ""
    state: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A command, and the letters of its title that were typed."""

    command: Command
    places: frozenset[int] = frozenset()


def find(query: str, commands: Iterable[Command], recent: Sequence[str]) -> list[Found]:
    """Those that the query names, best first; all of them for an empty one, the recent ones first.

    What is not possible now comes after what is as well named and is.
    """
    rank = {name: place for place, name in enumerate(recent)}
    if not query.strip():
        ordered = sorted(commands, key=lambda each: (rank.get(each.name, len(rank)),))
        return [Found(each) for each in ordered]
    found = []
    for command in commands:
        named = _named(query, command)
        if named is not None:
            bonus = _RECENT_FIRST if command.name in rank else 0.0
            malus = _IMPOSSIBLE_LAST if command.reason else 0.0
            found.append((named.score + bonus - malus, Found(command, named.places)))
    return [each for _, each in sorted(found, key=lambda pair: -pair[0])]


def _named(query: str, command: Command) -> Match | None:
    """By its title, else by its title in English, else by its heading and title together."""
    titled = match(query, command.title)
    if titled is not None:
        return titled
    others = (f"{command.heading} {command.title}", command.source)
    matches = (match(query, other) for other in others if other)
    scores = [each.score for each in matches if each is not None]
    return Match(max(scores) - _BESIDE_TITLE) if scores else None
