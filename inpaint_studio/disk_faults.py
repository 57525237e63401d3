"""Why a disk will not take a file: the true reason, with what mends just that."""

from __future__ import annotations

import errno
from pathlib import Path

from inpaint_studio.phrase import Phrase

_WORDS_BY_ERRNO = {
    errno.ENOSPC: "The disk of {place} is full. Free some space there.",
    errno.EDQUOT: "Your quota on the disk of {place} is used up. Delete something there.",
    errno.EFBIG: "The disk of {place} takes no file this large. Free some space, or keep less.",
    errno.EACCES: "Writing to {place} is not allowed. Change its permissions.",
    errno.EROFS: "The disk of {place} is read-only. Make it writable.",
    errno.EIO: "The disk of {place} failed. Check it, and keep copies elsewhere.",
    errno.ENOENT: "{place} has gone. Bring it back.",
    errno.ENOTDIR: "{place} is a file where a folder is needed. Move it away.",
}
_WORDS_BY_ERRNO[errno.EPERM] = _WORDS_BY_ERRNO[errno.EACCES]
_WORDS_BY_ERRNO[errno.EEXIST] = _WORDS_BY_ERRNO[errno.ENOTDIR]
_OTHER_WORDS = "{reason}: {place}."


def why_unwritable(path: Path, fault: OSError) -> Phrase:
    """What kept `path`, a file or folder, from being written, and what to do about it."""
    words = _WORDS_BY_ERRNO.get(fault.errno or 0, _OTHER_WORDS)
    place = _in_the_way(path) if fault.errno in (errno.ENOTDIR, errno.EEXIST) else path
    return Phrase(words, place=place, reason=fault.strerror or fault)


def _in_the_way(path: Path) -> Path:
    """The nearest that exists, where a folder was to be made or entered."""
    return next((each for each in (path, *path.parents) if each.exists()), path)
