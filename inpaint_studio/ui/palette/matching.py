"""How well a few typed letters name a text, and which letters of it they are."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_WHOLE, _WORD, _INITIALS, _INSIDE, _SCATTERED = 100, 80, 60, 50, 30
_LEAST_SCATTERED = 2
_MOST_GAPS = 12
_WORD_START = re.compile(r"\b\w")


@dataclass(frozen=True, slots=True)
class Match:
    """How well something was named, more is better, and the places of the named letters."""

    score: float
    places: frozenset[int] = frozenset()


def match(query: str, text: str) -> Match | None:
    """Every word of the query must be in the text: as a start, initials, inside, or scattered."""
    folded = _folded(text)
    found = [_match_word(_folded(word), folded) for word in query.split()]
    if any(each is None for each in found):
        return None
    named = [each for each in found if each is not None]
    places = frozenset().union(*(each.places for each in named))
    return Match(sum(each.score for each in named) - len(text) / 10, places)


def _folded(text: str) -> str:
    """Without case and accents, letter by letter, so that places stay what they are."""
    return "".join(unicodedata.normalize("NFKD", letter)[:1].lower()[:1] for letter in text)


def _match_word(word: str, text: str) -> Match | None:
    starts = [each.start() for each in _WORD_START.finditer(text)]
    if text.startswith(word):
        return _run(_WHOLE, 0, word)
    start = next((at for at in starts if text.startswith(word, at)), None)
    if start is not None:
        return _run(_WORD, start, word)
    initials = _subsequence(word, text, starts)
    if initials is not None and len(word) >= _LEAST_SCATTERED:
        return Match(_INITIALS, frozenset(initials))
    if word in text:
        return _run(_INSIDE, text.index(word), word)
    return _scattered(word, text, starts)


def _run(score: float, start: int, word: str) -> Match:
    return Match(score, frozenset(range(start, start + len(word))))


def _scattered(word: str, text: str, starts: list[int]) -> Match | None:
    """The letters in their order, the first at the start of a word, with few others between."""
    if len(word) < _LEAST_SCATTERED:
        return None
    ways = [_subsequence(word, text, range(at, len(text))) for at in starts if text[at] == word[0]]
    found = [way for way in ways if way is not None and _gaps(way) <= _MOST_GAPS]
    if not found:
        return None
    best = min(found, key=_gaps)
    return Match(_SCATTERED - _gaps(best), frozenset(best))


def _subsequence(word: str, text: str, at: list[int] | range) -> list[int] | None:
    """Places, of those, at which the letters of the word follow each other."""
    places: list[int] = []
    left = iter(at)
    for letter in word:
        place = next((each for each in left if text[each] == letter), None)
        if place is None:
            return None
        places.append(place)
    return places


def _gaps(places: list[int]) -> int:
    return places[-1] - places[0] + 1 - len(places)
