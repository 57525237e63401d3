"""The journal of one open document: sees what is done to it and brings that to the disk.

The window's thread only says what happened. A copying thread takes the tiles out of the mask before
the next change may begin (`settle`), a writing thread deflates, appends and syncs. A source that
lies in a file of its own is kept by a third thread, since that takes seconds: until then the log
names that file. While the disk refuses, painting goes on; `begin` then writes the document anew.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from inpaint_studio.journal.layers import LayersWriter
from inpaint_studio.journal.log_file import LogFile
from inpaint_studio.journal.records import VERSION, Record, deflated, pack_tiles
from inpaint_studio.journal.replay import Replay
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.extend import Extension
from inpaint_studio.picture.geometry import Box, Size
from inpaint_studio.picture.image_file import Picture
from inpaint_studio.picture.mask import Mask
from inpaint_studio.picture.reference import Reference
from inpaint_studio.picture.undo import TILE_PX, TileStep, UndoStep, compact

_copier = ThreadPoolExecutor(1, thread_name_prefix="journal-copy")
_writer = ThreadPoolExecutor(1, thread_name_prefix="journal-write")
_keeper = ThreadPoolExecutor(1, thread_name_prefix="journal-keep")

Copied = Mapping[Box, Mask]
Report = Callable[[BaseException | None], None]


@dataclass(frozen=True, slots=True)
class Origin:
    """What is known of a document besides its picture.

    `parent` is the variant whose result the source is, `project` the file it was opened from.
    """

    document_id: str
    parent: str | None = None
    project: Path | None = None


class Journal:
    """Follows one document from `begin` to `finish`; a `picture.undo.Watcher`.

    `report` is called from another thread: with an OSError when the disk refuses, with None when a
    `begin` after that has worked, and with whatever else was raised.
    """

    def __init__(self, document: Document, origin: Origin, log: LogFile, report: Report) -> None:
        self._document = document
        self._origin = origin
        self._log = log
        self._layers = LayersWriter(log.files)
        self._report = report
        self._choices: dict[str, Any] = {}
        self._place = _place_of(document)
        self._painted: set[tuple[int, int]] = set()
        self._has_part = False
        self._copying: Future[Any] = Future()
        self._copying.set_result(None)
        self._keeping: Future[None] | None = None
        self._source_record: dict[str, Any] = {}
        self._known_done = self._known_undone = 0
        self._number, self._saved = int(document.dirty), 0
        self._refused: OSError | None = None

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self._log.folder

    @property
    def number(self) -> int:
        """How many changes there have been."""
        return self._number

    @property
    def is_unsaved(self) -> bool:
        """Whether something is not in the project file."""
        return self._number > self._saved

    def begin(self) -> None:
        """Write the whole document as it is now; what was done before cannot be undone later."""
        document = self._document
        self._known_done = self._known_undone = 0
        self._place = _place_of(document)
        document.undo_stack.watcher = self
        choices, edits, saved = dict(self._choices), document.edits, self._saved_record()
        # A document that grows has another mask and another source from then on.
        number, mask, source = self._number, document.mask, document.source

        def write(tiles: Copied) -> None:
            self._refused = None
            self._log.hold()
            soon = self._layers.source_of_file(source)
            self._source_record = soon or self._layers.source(source)
            opened = Record("opened", self._opened_record())
            words = {"depth": 0, "whole": True, "edits": self._layers.edits(edits)}
            change = Record("change", words, _packed(tiles))
            chosen = Record("choices", {**self._choice_record(choices), "number": number})
            self._log.begin([opened, change, chosen, saved])
            if soon is not None:
                self._keep(source, soon)
            self._report(None)

        self._copy(lambda: _whole(mask), write, always=True)

    def resume(self, replay: Replay) -> None:
        """Go on with a journal whose document has just been restored from it."""
        self._known_done, self._known_undone = len(replay.done), len(replay.undone)
        self._number, self._saved = replay.number + bool(replay.unfinished), replay.saved
        self._document.undo_stack.watcher = self
        if replay.unfinished:
            self._known_done, self._known_undone = self._document.undo_stack.depth, 0
        records = list(replay.records())
        self._hand_over(lambda: self._log.begin(records))

    def settle(self) -> None:
        """Wait, for a moment at most, until the mask may change again."""
        self._copying.result()

    def pushed(self, step: UndoStep) -> None:
        """A change was made."""
        self._known_done, self._known_undone = self._document.undo_stack.depth, 0
        self._write_change(step, self._known_done)

    def undone(self, step: UndoStep) -> None:
        """A change was taken back."""
        if self._known_done:
            self._known_done -= 1
            self._known_undone += 1
            self._write_step("undo")
        else:
            self._write_unknown(step)

    def redone(self, step: UndoStep) -> None:
        """A change was made again."""
        if self._known_undone:
            self._known_done += 1
            self._known_undone -= 1
            self._write_step("redo")
        else:
            self._write_unknown(step)

    def painting(self, box: Box) -> None:
        """The stroke under way touched this box."""
        rows = range(box.y0 // TILE_PX, -(-box.y1 // TILE_PX))
        columns = range(box.x0 // TILE_PX, -(-box.x1 // TILE_PX))
        self._painted.update((row, column) for row in rows for column in columns)

    def write_painting(self) -> None:
        """Write what the stroke under way has painted since the last time."""
        mask, bounds = self._document.mask, Box.of_size(self._document.size)
        boxes = [_tile(row, column).intersect(bounds) for row, column in self._painted]
        self._painted.clear()
        if boxes:
            self._has_part = True
            tiles = {box: compact(mask[box.slices]) for box in boxes}
            self._hand_over(lambda: self._log.append(Record("painting", {}, _packed(tiles))))

    def dropped(self) -> None:
        """No stroke is under way: if part of one was written, it was taken back."""
        self._painted.clear()
        if self._has_part:
            self._has_part = False
            self._hand_over(lambda: self._log.append(Record("dropped", {})))

    def choose_first(self, **choices: Any) -> None:
        """What `begin` is to write of frame, references and panel."""
        self._choices |= choices

    def choose(self, *, is_change: bool, **choices: Any) -> None:
        """Frame, references or panel are now these: `frame`, `references`, `params`."""
        self._choices |= choices
        self._number += is_change
        number = self._number

        def write() -> None:
            words = {**self._choice_record(choices), "number": number}
            self._log.append(Record("choices", words))

        self._hand_over(write)

    def saved(self, number: int, project: Path) -> None:
        """Everything up to the change `number` is in the project file."""
        self._saved = max(self._saved, number)
        self._origin = Origin(self._origin.document_id, self._origin.parent, project)
        record = self._saved_record()
        self._hand_over(lambda: self._log.append(record))

    def flush(self, timeout_s: float) -> bool:
        """Wait until all of it is on disk; False where that takes longer or the disk refuses."""
        self.write_painting()
        ends = time.monotonic() + timeout_s
        try:
            self._written().result(timeout_s)
            if self._keeping is not None:
                self._keeping.result(ends - time.monotonic())
                self._written().result(ends - time.monotonic())
        except TimeoutError:
            return False
        return self._refused is None

    def _written(self) -> Future[None]:
        """Done once all that was said so far has been written."""
        done: Future[None] = Future()
        _copier.submit(lambda: _writer.submit(lambda: done.set_result(None)))
        return done

    def finish(self, *, keep: bool) -> None:
        """The document is no longer open: leave the journal for another day, or delete it."""
        self._take_no_more()
        if keep:
            self._hand_over(lambda: self._log.append(Record("left", {})))
        self._let_go(self._log.close if keep else self._log.remove)

    def hand_over(self) -> None:
        """Leave it for the process that takes this one's place; unless it does, a crash is seen."""
        self._take_no_more()
        self._let_go(self._log.close)

    def _let_go(self, end: Callable[[], None]) -> None:
        def write() -> None:
            if self._keeping is not None:  # it must not write into a folder that goes
                wait([self._keeping])
            end()

        self._hand_over(write, always=True)

    def _take_no_more(self) -> None:
        """A stroke under way is the last that is written; `flush` must find the log as it is."""
        self._document.undo_stack.watcher = None
        self.write_painting()

    def _write_change(self, step: UndoStep, depth: int) -> None:
        self._number += 1
        self._painted.clear()
        self._has_part = False
        words: dict[str, Any] = {"label": step.label, "depth": depth, "number": self._number}
        mask, edits, boxes = self._document.mask, self._document.edits, step.boxes
        extension = self._last_extension()
        if not extension.is_nothing:
            words |= {"whole": True, "extension": astuple(extension)}

        def take() -> Copied:
            return {box: compact(mask[box.slices]) for box in boxes}

        def write(tiles: Copied) -> None:
            if not isinstance(step, TileStep):
                words["edits"] = self._layers.edits(edits)
            self._log.append(Record("change", words, _packed(tiles)))

        self._copy(take if extension.is_nothing else lambda: _whole(mask), write)

    def _last_extension(self) -> Extension:
        """What the picture has grown by since this was asked last."""
        former, self._place = self._place, _place_of(self._document)
        (here, size), (there, small) = self._place, former
        left, top = here.x0 - there.x0, here.y0 - there.y0
        return Extension(
            left, top, size.width - small.width - left, size.height - small.height - top
        )

    def _write_unknown(self, step: UndoStep) -> None:
        """A step from before `begin`: the log cannot take it back, only say what came of it."""
        self._known_done = self._known_undone = 0
        if self._place == _place_of(self._document):
            self._write_change(step, 0)
        else:
            self._number += 1
            self.begin()

    def _write_step(self, kind: Any) -> None:
        self._number += 1
        self._painted.clear()
        self._has_part = False
        self._place = _place_of(self._document)
        record = Record(kind, {"number": self._number})
        self._hand_over(lambda: self._log.append(record))

    def _copy(
        self,
        take: Callable[[], Copied],
        write: Callable[[Copied], None],
        *,
        always: bool = False,
    ) -> None:
        def copy() -> None:
            tiles = take()
            self._submit(lambda: write(tiles), always=always)

        self._copying = _copier.submit(copy)

    def _hand_over(self, write: Callable[[], None], *, always: bool = False) -> None:
        """Have `write` called by the writing thread after all that was said before."""
        _copier.submit(self._submit, write, always=always)

    def _submit(self, write: Callable[[], None], *, always: bool = False) -> None:
        _writer.submit(self._try, write, always=always).add_done_callback(self._look_at)

    def _look_at(self, written: Future[None]) -> None:
        if bug := written.exception():
            self._report(bug)

    def _keep(self, source: Picture, named: dict[str, Any]) -> None:
        """Have the source stored, and the log name what was stored where that differs."""
        self._log.storing += 1

        def keep() -> None:
            words = named
            try:
                words = self._layers.source(source)
            except OSError as fault:
                self._refused = fault
                self._report(fault)
            self._submit(lambda: self._name_source(words, named), always=True)

        self._keeping = _keeper.submit(keep)
        self._keeping.add_done_callback(self._look_at)

    def _name_source(self, record: dict[str, Any], former: dict[str, Any]) -> None:
        self._log.storing -= 1
        if record != former and self._source_record is former and self._refused is None:
            self._log.append(Record("source", {"source": record}))

    def _try(self, write: Callable[[], None], *, always: bool) -> None:
        """On the writing thread; once the disk has refused, nothing more until `begin`."""
        if self._refused is not None and not always:
            return
        try:
            write()
        except OSError as fault:
            self._refused = fault
            self._report(fault)

    def _opened_record(self) -> dict[str, Any]:
        return {
            "version": VERSION,
            "source": self._source_record,
            "document_id": self._origin.document_id,
            "parent": self._origin.parent,
        }

    def _saved_record(self) -> Record:
        project = self._origin.project
        return Record("saved", {"up_to": self._saved, "project": str(project) if project else None})

    def _choice_record(self, choices: Mapping[str, Any]) -> dict[str, Any]:
        """Choices as JSON holds them; stores the references' files."""
        words = dict(choices)
        if frame := words.get("frame"):
            words["frame"] = [frame.x0, frame.y0, frame.x1, frame.y1]
        if "references" in words:
            references: Sequence[Reference] = words["references"]
            words["references"] = self._layers.references(references)
        return words


def _place_of(document: Document) -> tuple[Box, Size]:
    """Where the picture that was opened lies, and the size that the document has grown to."""
    return document.original, document.size


def _packed(tiles: Copied) -> bytes:
    return pack_tiles({box: deflated(tile) for box, tile in tiles.items()})


def _whole(mask: Mask) -> Copied:
    """Every tile that covers anything."""
    height, width = mask.shape
    bounds = Box(0, 0, width, height)
    tiles = {}
    for box in _grid(bounds):
        tile = compact(mask[box.slices])
        if tile.any():
            tiles[box] = tile
    return tiles


def _grid(bounds: Box) -> Iterable[Box]:
    for row in range(-(-bounds.height // TILE_PX)):
        for column in range(-(-bounds.width // TILE_PX)):
            yield _tile(row, column).intersect(bounds)


def _tile(row: int, column: int) -> Box:
    x0, y0 = column * TILE_PX, row * TILE_PX
    return Box(x0, y0, x0 + TILE_PX, y0 + TILE_PX)
