"""Damaged journals: the log, what stands in it behind right checksums, and the files it names."""

from __future__ import annotations

import io
import json
import shutil
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

import numpy as np

from inpaint_studio.contract.params import EditParams
from inpaint_studio.journal import Journal, Origin, left_journals, quarantine_damaged
from inpaint_studio.journal.log_file import LOG, LogFile, read_replay
from inpaint_studio.journal.records import Record, encode_record, read_records
from inpaint_studio.picture.document import Document, Edit
from inpaint_studio.picture.geometry import Box
from inpaint_studio.picture.image_file import decode_picture
from inpaint_studio.picture.reference import decode_reference
from inpaint_studio.session.presets import params_of
from tests.fuzz.mutation import mutated

WORDS = (
    b"null", b"true", b"-1", b"1e999", b"9" * 400, b"NaN", b'""', b"[]", b"{}", b"[" * 3000,
    b'"opened"', b'"change"', b'"undo"', b'"painting"', b'"saved"', b'"kind"', b'"depth"',
    b'"edits"', b'"box"', b'"extension": [9, 9, 9, 9]', b'"whole": true', b"../../etc/passwd",
    b'"number": 9', struct.pack("<I", 0xFFFFFFFF), struct.pack("<IIIII", 0, 0, 128, 128, 1),
)  # fmt: skip
PARAMS = EditParams(prompt="a door", model="gpt-image-2", n=2).to_json()


def damaged_journal(picture: bytes, random: Random) -> bytes:
    """An archive of a journal's files, of which one is damaged."""
    files = dict(_sample(picture))
    kind = random.random()
    if kind < 0.35:
        files[LOG] = mutated(files[LOG], WORDS, random)
    elif kind < 0.75:
        files[LOG] = _with_a_false_record(files[LOG], random)
    else:
        victim = random.choice([name for name in sorted(files) if name != LOG])
        files[victim] = mutated(files[victim], WORDS, random)
    return _packed(files)


class DamageTold(Exception):  # noqa: N818 -- the usual outcome
    """Something could not be restored, and that is said."""


def take_journal(data: bytes) -> None:
    """Find and restore as the next start does, and see to it that nothing is deleted.

    Raises:
        DamageTold: not all of it could be restored.
        StudioError: nothing of it could.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _unpack(data, folder / "one")
        before, replay = len(list((folder / "one").iterdir())), read_replay(folder / "one")
        aside, left = quarantine_damaged(folder), left_journals(folder)
        if replay is not None and not replay.is_unsaved:  # cut off between two records, or newer
            raise DamageTold
        (kept,) = (each for each in folder.iterdir() if each.is_dir())
        assert len([path for path in kept.iterdir() if path.name != "lock"]) == before
        if aside or not left:
            raise DamageTold
        try:
            _restore(left[0])
        finally:
            left[0].release()


def _restore(left) -> None:  # type: ignore[no-untyped-def]
    _ = left.name, left.path, left.changes, left.is_crash, left.origin
    _, params = left.restore()
    params_of(params)
    left.picture()
    if left.losses:
        assert left.keep_copy().is_dir()
        raise DamageTold


def _with_a_false_record(log: bytes, random: Random) -> bytes:
    """One record with damaged words or tiles, and a checksum that says all is well."""
    records = [record for record, _ in read_records(log)]
    victim = random.randrange(len(records))
    if random.random() < 0.3 and records[victim].body:
        body = mutated(records[victim].body, WORDS, random)
        records[victim] = replace(records[victim], body=body)
        return b"".join(map(encode_record, records))
    encoded = [encode_record(record) for record in records]
    encoded[victim] = _record_of(_damaged_words(records[victim], random), records[victim].body)
    return b"".join(encoded)


def _damaged_words(record: Record, random: Random) -> bytes:
    words = {"kind": record.kind, **record.words}
    if random.random() < 0.5:
        return mutated(json.dumps(words).encode(), WORDS, random)
    name = random.choice(sorted(words))
    words[name] = random.choice((None, -1, 1 << 40, "", [], {}, [[]], [{}], 0.5, {"box": [1]}))
    return json.dumps(words).encode()


def _record_of(words: bytes, body: bytes) -> bytes:
    rest = struct.pack("<I", len(words)) + words + body
    return struct.pack("<II", len(rest), zlib.crc32(rest)) + rest


@cache
def _sample(picture: bytes) -> Mapping[str, bytes]:
    """The files of a journal with everything in it that journals hold."""
    folder = Path(tempfile.mkdtemp())
    document = Document(decode_picture(picture, "a.png"))
    journal = Journal(document, Origin("a document"), LogFile(folder / "one"), _no_fault)
    journal.begin()
    _work(document, journal, picture)
    assert journal.flush(60.0)
    files = {p.name: p.read_bytes() for p in (folder / "one").iterdir() if p.name != "lock"}
    journal.finish(keep=False)
    assert journal.flush(60.0)
    shutil.rmtree(folder)
    return files


def _work(document: Document, journal: Journal, picture: bytes) -> None:
    noise = np.random.default_rng(1).integers(0, 255, document.mask.shape, np.uint8)
    document.replace_mask(noise, "Noise")
    box = Box(2, 2, 12, 10)
    pixels = np.full((box.height, box.width, 4), 90, np.uint8)
    document.accept(Edit(box, pixels, pixels[..., 0], "a variant"), unmask=box)
    reference = decode_reference(picture, "b.png")
    journal.choose(is_change=True, frame=Box(0, 0, 8, 8), references=(reference,), params=PARAMS)
    document.invert_mask()
    document.undo()
    document.mask[4:9, 4:9] = 7
    journal.painting(Box(4, 4, 9, 9))
    journal.write_painting()


def _no_fault(fault: BaseException | None) -> None:
    assert fault is None, fault


def _packed(files: Mapping[str, bytes]) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return archive.getvalue()


def _unpack(data: bytes, folder: Path) -> None:
    folder.mkdir()
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        packed.extractall(folder)
