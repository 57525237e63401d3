"""Which variants a person wants to see, and the same as a condition in SQL."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from inpaint_studio.history.records import Flag, State
from inpaint_studio.history.rows import FLAG_NUMBERS, storable

Condition = tuple[str, tuple[Any, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Every field narrows; the default shows all that is not in the trash.

    `text` is words that prompt or source name must have, by their beginnings. `source` is a blob
    and `document_id` a document: runs of either belong to "this picture". `since` and `until` are
    Unix times. `flag` is None for any, "" for neither picked nor rejected.
    """

    text: str = ""
    model: str | None = None
    profile_name: str | None = None
    min_stars: int = 0
    flag: Flag | None = None
    state: State | None = None
    accepted: bool | None = None
    source: str | None = None
    document_id: str | None = None
    since: float | None = None
    until: float | None = None
    trash: Literal["hidden", "only"] = "hidden"

    def condition(self) -> Condition:
        """All but `text`, as an SQL condition on `variants` joined with `runs`, and its values."""
        parts = list(self._parts())
        values = tuple(value for _, given in parts for value in given)
        return " AND ".join(f"({words})" for words, _ in parts), values

    def _parts(self) -> Iterator[Condition]:
        yield f"variants.trashed_at IS {'NOT ' if self.trash == 'only' else ''}NULL", ()
        yield from self._about_the_run()
        if self.min_stars:
            yield "variants.stars >= ?", (self.min_stars,)
        if self.flag is not None:
            yield "variants.flag = ?", (FLAG_NUMBERS[self.flag],)
        if self.state is not None:
            yield "variants.state = ?", (self.state,)
        if self.accepted is not None:
            yield "variants.accepted = ?", (self.accepted,)

    def _about_the_run(self) -> Iterator[Condition]:
        if self.model is not None:
            yield "runs.model = ?", (self.model,)
        if self.profile_name is not None:
            yield "runs.profile_name = ?", (self.profile_name,)
        if self.source is not None or self.document_id is not None:
            yield "runs.source = ? OR runs.document_id = ?", (self.source, self.document_id)
        if self.since is not None:
            yield "runs.created_at >= ?", (self.since,)
        if self.until is not None:
            yield "runs.created_at < ?", (self.until,)


EVERYTHING = Filter()
"""All that is not in the trash."""


def match_query(text: str) -> str:
    """The full-text query for words that begin like those of `text`; "" without any."""
    words = storable(text).replace('"', " ").replace("\0", " ").split()
    return " ".join(f'"{word}"*' for word in words)
