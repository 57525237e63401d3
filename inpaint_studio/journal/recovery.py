"""What sessions that have ended left unsaved: found, shown small, and opened again."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import reduce
from pathlib import Path
from typing import Any

import numpy as np

from inpaint_studio.errors import ImageError
from inpaint_studio.file_lock import FileLock, try_lock
from inpaint_studio.journal.journal import Origin
from inpaint_studio.journal.layers import DAMAGE, LayersReader
from inpaint_studio.journal.log_file import LOCK, LOG, LogFile, read_replay
from inpaint_studio.journal.quarantine import folders_of, keep_copy
from inpaint_studio.journal.records import VERSION, Record, Tiles, inflated, unpack_tiles
from inpaint_studio.journal.replay import REFERENCES, Replay
from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.document import Document, Edit
from inpaint_studio.picture.extend import Extension
from inpaint_studio.picture.geometry import Box, Size, as_box
from inpaint_studio.picture.image_file import thumbnail
from inpaint_studio.picture.mask import Mask
from inpaint_studio.typed_values import Column, as_object, or_none, read_fields

KEPT_FOR_S = 30 * 86_400.0
"""As long as the trash of the history."""
GRACE_S = 7 * 86_400.0
"""Found too old, it stays for so much longer: a clock may have been wrong, then or now."""
THUMBNAIL_PX = 192
_TINT = np.array((64, 64, 230), np.float32)
_EXPIRED = "expired"


@dataclass(slots=True, eq=False)
class LeftJournal:
    """A document that nobody has open, locked against other windows until `release`.

    `changed_at` is Unix time. `is_crash` is false where the person closed it unsaved.
    `losses` says, once it has been restored, what is missing; "" where nothing is.
    """

    folder: Path
    replay: Replay
    changed_at: float
    lock: FileLock
    losses: str = ""

    @property
    def name(self) -> str:
        """The picture's name."""
        return str(self.replay.opened.words["source"]["name"])

    @property
    def path(self) -> Path | None:
        """The file the picture came from."""
        path = self.replay.opened.words["source"]["path"]
        return Path(path) if path else None

    @property
    def is_crash(self) -> bool:
        """Whether nobody decided to leave it."""
        return not self.replay.is_left

    @property
    def changes(self) -> int:
        """How many changes can be taken back."""
        return len(self.replay.done) + bool(self.replay.unfinished)

    @property
    def is_damaged(self) -> bool:
        """Whether its log cannot be read to the end."""
        return self.replay.unread_bytes > 0

    @property
    def origin(self) -> Origin:
        """What is known of the document besides its picture."""
        words = self.replay.opened.words
        project = self.replay.project
        return Origin(words["document_id"], words["parent"], Path(project) if project else None)

    def restore(self) -> tuple[Document, Mapping[str, Any] | None]:
        """The document with all that can be undone and redone, and the panel's params.

        Slow, for a worker thread.

        Raises:
            ImageError: its source has gone, or it is damaged beyond that.
        """
        layers = LayersReader(LogFile(self.folder).files)
        try:
            restored = _restored(self.replay, layers)
        except DAMAGE as fault:
            raise ImageError(
                Phrase("{name} cannot be restored", name=self.name),
                Phrase(
                    "Some of its files are damaged ({fault}). They are kept in {folder}.",
                    fault=fault,
                    folder=self.folder,
                ),
            ) from fault
        self.losses = _losses(self.replay, layers)
        return restored

    def keep_copy(self) -> Path:
        """Keep it as it is beside the others; for a worker thread.

        Raises:
            OSError: it could not be copied.
        """
        return keep_copy(self.folder)

    def picture(self) -> Pixels:
        """The picture as it was, mask tinted, at most `THUMBNAIL_PX` wide and high (BGRA).

        Slow, for a worker thread.

        Raises:
            ImageError: as `restore`.
        """
        document, _ = self.restore()
        small = thumbnail(document.shown(document.composite), THUMBNAIL_PX).copy()
        mask = thumbnail(np.repeat(document.mask[..., None], 4, axis=2), THUMBNAIL_PX)
        share = mask[..., :1].astype(np.float32) / 510
        small[..., :3] = np.rint(small[..., :3] * (1 - share) + _TINT * share)
        return small

    def reopened(self) -> LogFile:
        """The log to go on with; it takes the lock over."""
        self.replay.is_left = False
        return LogFile(self.folder, self.lock)

    def discard(self) -> None:
        """Delete it."""
        LogFile(self.folder, self.lock).remove()

    def release(self) -> None:
        """Leave it for another day, or another window."""
        self.lock.release()


def left_journals(folder: Path) -> list[LeftJournal]:
    """The unsaved documents in `folder` that no living process has open, the newest first.

    What was saved, is empty or was found older than `KEPT_FOR_S` before is deleted on the way; see
    `GRACE_S`.
    """
    found = [journal for each in folders_of(folder) if (journal := _left(each)) is not None]
    return sorted(found, key=lambda journal: journal.changed_at, reverse=True)


def handed_over(folder: Path) -> LeftJournal | None:
    """The journal in `folder`, saved or not; None where it is not there or open elsewhere."""
    lock = _locked(folder)
    if lock is None:
        return None
    with suppress(OSError):
        if replay := read_replay(folder):
            return LeftJournal(folder, replay, time.time(), lock)
    lock.release()
    return None


def _locked(folder: Path) -> FileLock | None:
    """The lock of a journal; None where it is not there or open elsewhere."""
    with suppress(OSError):
        return try_lock(folder / LOCK)
    return None


def _left(folder: Path) -> LeftJournal | None:
    lock = _locked(folder)
    if lock is None:
        return None
    try:
        replay = read_replay(folder)
        changed_at = (folder / LOG).stat().st_mtime if replay else 0.0
        is_old = _has_expired(folder, changed_at)
    except OSError:
        lock.release()
        return None
    if replay is not None and replay.opened.words["version"] > VERSION:
        lock.release()  # a newer program knows what to do with it
        return None
    if replay is None or not replay.is_unsaved or is_old:
        LogFile(folder, lock).remove()
        return None
    return LeftJournal(folder, replay, changed_at, lock)


def _has_expired(folder: Path, changed_at: float) -> bool:
    """Whether it was too old the last time already, and that long enough ago."""
    found, now = folder / _EXPIRED, time.time()
    if now - changed_at <= KEPT_FOR_S:
        found.unlink(missing_ok=True)
        return False
    if not found.exists():
        found.touch()
        os.utime(found, (now, now))  # a disk elsewhere has a clock of its own
    return now - found.stat().st_mtime > GRACE_S


def _losses(replay: Replay, layers: LayersReader) -> str:
    words: list[str] = []
    if replay.unread_bytes:
        words.append(Phrase("What was done last cannot be read."))
    if layers.lost_edits:
        words.append(Phrase("{count} edits are missing.", count=layers.lost_edits))
    if layers.lost_references:
        words.append(Phrase("{count} references are missing.", count=layers.lost_references))
    return reduce(lambda one, more: Phrase("{one} {more}", one=one, more=more), words or [""])


def _restored(replay: Replay, layers: LayersReader) -> tuple[Document, Mapping[str, Any] | None]:
    document = Document(layers.source(replay.opened.words["source"]))
    document.undo_stack.limit_bytes = 1 << 62  # what was bounded once is not bounded again
    _set_base(document, replay, layers)
    for change in (*replay.done, *reversed(replay.undone)):
        _apply(document, change, layers)
    for _ in replay.undone:
        document.undo()
    if replay.unfinished:
        document.replace_tiles(_arrays(replay.unfinished, document.size), "Brush stroke")
    chosen, _ = read_fields(replay.choices, _CHOICES)
    document.frame = chosen["frame"]
    document.references = layers.references(chosen["references"])
    document.dirty = replay.is_unsaved
    return document, chosen["params"]


_CHOICES = {
    "frame": Column(or_none(as_box)),
    **REFERENCES,
    "params": Column(or_none(as_object)),
}
"""What was chosen last; what makes no sense costs itself, not the picture."""


def _set_base(document: Document, replay: Replay, layers: LayersReader) -> None:
    """What was there before the oldest change that can be taken back."""
    edits = layers.edits(replay.base_words.get("edits", ()))
    if "extension" in replay.base_words:
        extension = Extension(*replay.base_words["extension"])
        document.exchange_rasters(
            document.extended_rasters(extension, _moved_back(edits, extension))
        )
    else:
        document.exchange_edits(tuple(edits))
    _put_tiles(document, replay.base)


def _apply(document: Document, change: Record, layers: LayersReader) -> None:
    words, tiles = change.words, unpack_tiles(change.body)
    label = words["label"]
    if "edits" not in words:
        document.replace_tiles(_arrays(tiles, document.size), label)
    elif "extension" in words:
        extension = Extension(*words["extension"])
        edits = _moved_back(layers.edits(words["edits"]), extension)
        rasters = document.extended_rasters(extension, edits)
        document.extend(rasters, extension, Box.of_size(rasters.size))
        document.mask[...] = 0
        _put_tiles(document, tiles)
    else:
        edits = layers.edits(words["edits"])
        document.replace_both(edits, _arrays(tiles, document.size), label)


def _moved_back(edits: Sequence[Edit], extension: Extension) -> list[Edit]:
    """Edits of a grown document as they lay before."""
    return [replace(edit, box=extension.moved_back(edit.box)) for edit in edits]


def _put_tiles(document: Document, tiles: Tiles) -> None:
    """Without an undo step."""
    for box, tile in _arrays(tiles, document.size).items():
        document.mask[box.slices] = tile
    document.mask_touched(Box.of_size(document.size))


def _arrays(tiles: Tiles, size: Size) -> dict[Box, Mask]:
    """Of tiles that lie within a mask of that size.

    Raises:
        zlib.error, ValueError: they do not, or are damaged.
    """
    bounds = Box.of_size(size)
    if any(box.is_empty or box.intersect(bounds) != box for box in tiles):
        raise ValueError("tiles lie outside the picture")
    return {box: inflated(kept, box) for box, kept in tiles.items()}
