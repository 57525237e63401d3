"""Replay: records of a log become the state a document was in, and the way back from there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from inpaint_studio.journal.records import Record, pack_tiles, unpack_tiles
from inpaint_studio.picture.geometry import Box
from inpaint_studio.typed_values import Column, as_object, read_fields


@dataclass(slots=True)
class Replay:
    """The records of one log, folded.

    `base` is the mask below the oldest step that can be undone, `base_words` the edits and the
    source of that moment, where they are not those of `opened`. `done` and `undone` are changes,
    the newest last. `number` counts changes, up to `saved` they are in the project file.
    `unread_bytes` is what stands in the log behind the last record that could be read.
    """

    opened: Record
    base: dict[Box, bytes] = field(default_factory=dict)
    base_words: dict[str, Any] = field(default_factory=dict)
    done: list[Record] = field(default_factory=list)
    undone: list[Record] = field(default_factory=list)
    unfinished: dict[Box, bytes] = field(default_factory=dict)
    choices: dict[str, Any] = field(default_factory=dict)
    number: int = 0
    saved: int = 0
    project: str | None = None
    is_left: bool = False
    unread_bytes: int = 0

    @property
    def is_unsaved(self) -> bool:
        """Whether anything would be lost without this log."""
        return self.number > self.saved or bool(self.unfinished or self.unread_bytes)

    def take(self, record: Record) -> None:
        """The next record."""
        self.number = max(self.number, record.words.get("number", 0))
        match record.kind:
            case "change":
                self._change(record)
            case "undo" | "redo":
                self._step(back=record.kind == "undo")
            case "dropped" | "painting":
                self._paint(record)
            case "source":
                self.opened = replace(self.opened, words={**self.opened.words, **record.words})
            case "choices":
                self.choices.update(record.words)
            case "saved":
                self.saved, self.project = record.words["up_to"], record.words["project"]
            case "left":
                self.is_left = True

    def records(self) -> Iterator[Record]:
        """The fewest records that come to this replay."""
        yield self.opened
        words = {"depth": 0, "whole": True, **self.base_words}
        yield Record("change", words, pack_tiles(self.base))
        for depth, change in enumerate((*self.done, *reversed(self.undone)), start=1):
            yield replace(change, words={**change.words, "depth": depth})
        for _ in self.undone:
            yield Record("undo", {})
        if self.unfinished:
            yield Record("painting", {}, pack_tiles(self.unfinished))
        yield Record("choices", {**self.choices, "number": self.number})
        yield Record("saved", {"up_to": self.saved, "project": self.project})
        if self.is_left:
            yield Record("left", {})

    def files(self) -> set[str]:
        """The names of all files that these records name."""
        names = {self.opened.words["source"]["file"], self.opened.words["source"]["exif"]}
        for words in (self.base_words, *(change.words for change in (*self.done, *self.undone))):
            for edit in words.get("edits", ()):
                names |= {edit["pixels"], edit["blend"]}
        references, _ = read_fields(self.choices, REFERENCES)
        names |= {str(each.get("file")) for each in references["references"]}
        return {name for name in names if name}

    def _change(self, record: Record) -> None:
        self.undone.clear()
        self.unfinished.clear()
        self.is_left = False
        self.done.append(record)
        while len(self.done) > record.words["depth"]:
            self._fold(self.done.pop(0))

    def _paint(self, record: Record) -> None:
        if record.kind == "dropped":
            self.unfinished.clear()
        else:
            self.unfinished.update(unpack_tiles(record.body))

    def _step(self, *, back: bool) -> None:
        self.unfinished.clear()
        source, target = (self.done, self.undone) if back else (self.undone, self.done)
        if source:
            target.append(source.pop())

    def _fold(self, change: Record) -> None:
        """A change that can no longer be undone."""
        if change.words.get("whole"):
            self.base.clear()
        self.base.update(unpack_tiles(change.body))
        if "edits" in change.words:
            self.base_words["edits"] = change.words["edits"]
        if "extension" in change.words:
            former = self.base_words.get("extension", (0, 0, 0, 0))
            sums = zip(former, change.words["extension"], strict=True)
            self.base_words["extension"] = [sum(pair) for pair in sums]


def replay_of(records: Iterable[Record]) -> Replay | None:
    """What the records come to; None where not even the first is there."""
    replay: Replay | None = None
    for record in records:
        if replay is not None:
            replay.take(record)
        elif record.kind == "opened":
            replay = Replay(record)
    return replay


def _as_objects(value: Any) -> tuple[Mapping[str, Any], ...]:
    return tuple(map(as_object, value if isinstance(value, list) else ()))


REFERENCES = {"references": Column(_as_objects, ())}
"""Of choices, the files beside the picture."""
