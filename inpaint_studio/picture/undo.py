"""Undo: what a change overwrote, kept in tiles, and the stack of such changes bounded by bytes."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Lock
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from inpaint_studio.picture.geometry import EMPTY_BOX, Box

TILE_PX = 128
"""Measured best of 64, 128 and 256: least time and least memory together."""
DEFAULT_LIMIT_BYTES = 256 * 1024 * 1024

Coverage = NDArray[np.uint8]

_worker = ThreadPoolExecutor(1, thread_name_prefix="undo")


@dataclass(frozen=True, slots=True)
class Change:
    """What a verb altered: a box of the mask, a box of the picture; either may be empty.

    Where the picture has another size now, `corner` is where its former corner lies in it.
    """

    mask: Box = EMPTY_BOX
    picture: Box = EMPTY_BOX
    corner: tuple[int, int] | None = None


class UndoStep(Protocol):
    """One undoable change."""

    label: str

    @property
    def byte_count(self) -> int:
        """Memory held, for the bound."""
        ...

    @property
    def boxes(self) -> tuple[Box, ...]:
        """The tiles of the mask it changed; none where that was not tile by tile."""
        ...

    def swap(self) -> Change:
        """Exchange the present state with the kept one: undo when done, redo when undone."""
        ...

    def compress(self) -> None:
        """Hold what is kept in fewer bytes, if that can be; a worker thread calls it."""
        ...


class Watcher(Protocol):
    """Who wants to know of every change as it happens, such as a journal."""

    def settle(self) -> None:
        """Called before the next change: return once the last one has been taken in."""
        ...

    def pushed(self, step: UndoStep) -> None:
        """A change was made and is on the stack."""
        ...

    def undone(self, step: UndoStep) -> None:
        """A change was taken back."""
        ...

    def redone(self, step: UndoStep) -> None:
        """A change was made again."""
        ...


class TileStep:
    """The tiles of a mask as they were before one change, as arrays or deflated.

    Flat tiles, which are most, are kept as one pixel. A worker may compress while the window swaps.
    """

    def __init__(self, label: str, mask: Coverage, tiles: dict[Box, Coverage]) -> None:
        self.label = label
        self._mask = mask
        self._tiles: dict[Box, Coverage | bytes] = {**tiles}
        self._lock = Lock()

    @property
    def byte_count(self) -> int:
        with self._lock:
            return sum(
                len(tile) if isinstance(tile, bytes) else tile.nbytes
                for tile in self._tiles.values()
            )

    @property
    def boxes(self) -> tuple[Box, ...]:
        return tuple(self._tiles)

    @property
    def box(self) -> Box:
        """The smallest box that holds every tile."""
        return _union(self._tiles)

    def swap(self) -> Change:
        with self._lock:
            for box, kept in self._tiles.items():
                tile = self._mask[box.slices]
                self._tiles[box] = compact(tile)
                tile[...] = _inflated(kept, box)
        return Change(mask=self.box)

    def compress(self) -> None:
        for box in self.boxes:
            with self._lock:
                kept = self._tiles[box]
            if isinstance(kept, bytes) or kept.size == 1:
                continue
            # Level 1, outside the lock: a swap need never wait for it.
            deflated = zlib.compress(kept.tobytes(), 1)
            with self._lock:
                if self._tiles[box] is kept:
                    self._tiles[box] = deflated


class JoinedStep:
    """Two changes of different things that are taken back together."""

    def __init__(self, first: UndoStep, second: UndoStep) -> None:
        self.label = first.label
        self._steps = first, second

    @property
    def byte_count(self) -> int:
        return sum(step.byte_count for step in self._steps)

    @property
    def boxes(self) -> tuple[Box, ...]:
        return tuple(box for step in self._steps for box in step.boxes)

    def swap(self) -> Change:
        first, second = (step.swap() for step in self._steps)
        return Change(first.mask.union(second.mask), first.picture.union(second.picture))

    def compress(self) -> None:
        for step in self._steps:
            step.compress()


class TileRecorder:
    """Keeps each tile of a mask (H×W uint8) the first time a change is about to touch it."""

    def __init__(self, mask: Coverage) -> None:
        self._mask = mask
        self._bounds = Box(0, 0, mask.shape[1], mask.shape[0])
        rows, columns = (-(-edge // TILE_PX) for edge in mask.shape)
        self._seen = np.zeros((rows, columns), np.bool_)
        self._tiles: dict[Box, Coverage] = {}
        self._last_tiles = (0, 0, 0, 0)

    def keep(self, x0: int, y0: int, x1: int, y1: int) -> None:
        """Remember what the box with these edges, which lies inside the mask, holds now."""
        tiles = (y0 // TILE_PX, -(-y1 // TILE_PX), x0 // TILE_PX, -(-x1 // TILE_PX))
        if tiles == self._last_tiles:
            return
        self._last_tiles = tiles
        top, bottom, left, right = tiles
        seen = self._seen[top:bottom, left:right]
        if seen.all():
            return
        for row, column in np.argwhere(~seen).tolist():
            tile = self._tile_box(row + top, column + left)
            self._tiles[tile] = compact(self._mask[tile.slices])
        seen[...] = True

    def restore(self) -> Box:
        """Put everything back; return the box that was touched."""
        for box, kept in self._tiles.items():
            self._mask[box.slices] = kept
        return _union(self._tiles)

    def step(self, label: str) -> TileStep | None:
        """The change so far as an undo step; None when nothing differs."""
        tiles = self._tiles.items()
        if not any((self._mask[box.slices] != kept).any() for box, kept in tiles):
            return None
        return TileStep(label, self._mask, self._tiles)

    def _tile_box(self, row: int, column: int) -> Box:
        x0, y0 = column * TILE_PX, row * TILE_PX
        return Box(x0, y0, x0 + TILE_PX, y0 + TILE_PX).intersect(self._bounds)


class UndoStack:
    """Done and undone steps, the oldest forgotten first once `limit_bytes` is exceeded.

    The newest step is kept whatever its size. Steps are compressed in a worker thread once they are
    on the stack. A `watcher` hears of every step.
    """

    def __init__(self, limit_bytes: int = DEFAULT_LIMIT_BYTES) -> None:
        self.limit_bytes = limit_bytes
        self._done: list[UndoStep] = []
        self._undone: list[UndoStep] = []
        self._compressing: Future[None] | None = None
        self.watcher: Watcher | None = None

    @property
    def depth(self) -> int:
        """How many steps can be taken back."""
        return len(self._done)

    @property
    def undo_label(self) -> str | None:
        """What undo would take back; None when there is nothing."""
        return self._done[-1].label if self._done else None

    @property
    def redo_label(self) -> str | None:
        """What redo would do again; None when there is nothing."""
        return self._undone[-1].label if self._undone else None

    @property
    def byte_count(self) -> int:
        """Memory held by all steps."""
        return sum(step.byte_count for step in self._steps())

    def prepare(self) -> None:
        """Call before a change of what the steps keep: whoever watches is still reading it."""
        if self.watcher is not None:
            self.watcher.settle()

    def push(self, step: UndoStep) -> None:
        """Add a change that has just been made; what was undone can no longer be redone."""
        self._undone.clear()
        self._done.append(step)
        excess = self.byte_count - self.limit_bytes
        while excess > 0 and len(self._done) > 1:
            excess -= self._done.pop(0).byte_count
        self._compress(step)
        if self.watcher is not None:
            self.watcher.pushed(step)

    def undo(self) -> Change:
        """Take the newest step back; nothing happens when there is none."""
        if not self._done:
            return Change()
        step, change = self._move(self._done, self._undone)
        if self.watcher is not None:
            self.watcher.undone(step)
        return change

    def redo(self) -> Change:
        """Do the step undone last again; nothing happens when there is none."""
        if not self._undone:
            return Change()
        step, change = self._move(self._undone, self._done)
        if self.watcher is not None:
            self.watcher.redone(step)
        return change

    def _move(self, source: list[UndoStep], target: list[UndoStep]) -> tuple[UndoStep, Change]:
        self.prepare()
        step = source.pop()
        target.append(step)
        change = step.swap()
        self._compress(step)
        return step, change

    def settle(self) -> None:
        """Wait until every step is compressed."""
        if self._compressing is not None:
            self._compressing.result()

    def _compress(self, step: UndoStep) -> None:
        self._compressing = _worker.submit(step.compress)

    def _steps(self) -> Iterator[UndoStep]:
        yield from self._done
        yield from self._undone


def compact(tile: Coverage) -> Coverage:
    """A copy of `tile`; of a single value where it is flat, which most tiles of a mask are."""
    first = tile[:1, :1]
    # Asking for any coverage at all is the quicker question, and mostly the answer.
    is_flat = (tile == first).all() if first[0, 0] else not tile.any()
    return first.copy() if is_flat else tile.copy()


def _inflated(kept: Coverage | bytes, box: Box) -> Coverage:
    if isinstance(kept, bytes):
        return np.frombuffer(zlib.decompress(kept), np.uint8).reshape(box.height, box.width)
    return kept


def _union(boxes: Iterable[Box]) -> Box:
    union = EMPTY_BOX
    for box in boxes:
        union = union.union(box)
    return union
