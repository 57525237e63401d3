"""Refuses writes at random points, and looks whether what is promised holds.

`python -m tests.faults.disk 1000 [SEED]`: each round saves a project, exports, keeps a history or a
journal, while no file may grow beyond a size drawn for that round. Meanwhile what was there must
stay whole, each refusal must come in words, and once there is room everything must go on. Every
round follows from seed and number. POSIX only.
"""

from __future__ import annotations

import argparse
import logging
import os
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import numpy as np
from PySide6.QtCore import QCoreApplication

from inpaint_studio.errors import HistoryError, StudioError
from inpaint_studio.export.batch import export_batch
from inpaint_studio.export.writer import ExportOptions
from inpaint_studio.history import History
from inpaint_studio.journal import left_journals
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.image_file import Picture, open_picture
from inpaint_studio.picture.openraster import open_project, project_of, save_project
from inpaint_studio.session.editor import Editor
from inpaint_studio.ui.export.jobs import document_job
from tests.support import journalled
from tests.support.full_disk import files_up_to
from tests.support.new_runs import new_run


@dataclass
class Tally:
    """What became of the rounds of one kind."""

    rounds: int = 0
    refused: int = 0
    wrong: list[str] = field(default_factory=list)


def _document(random: Random) -> Document:
    noise = np.random.default_rng(random.randrange(1 << 30)).integers(0, 256, (60, 80, 4), np.uint8)
    noise[..., 3] = 255
    document = Document(Picture(noise, "photo.png"))
    document.mask[...] = random.randrange(256)
    return document


def save(folder: Path, random: Random) -> bool:
    """A project over an older one; whether that was refused."""
    old, new, path = _document(random), _document(random), folder / "photo.ora"
    save_project(project_of(old), path)
    most = random.randrange(round(1.2 * path.stat().st_size))
    try:
        with files_up_to(most):
            save_project(project_of(new), path)
        expected, is_refused = new, False
    except StudioError:
        expected, is_refused = old, True
    there = open_project(path).document()
    assert np.array_equal(there.mask, expected.mask), "the project is a mixture"
    assert np.array_equal(there.source.pixels, expected.source.pixels), "the project is a mixture"
    assert not _staged(folder), f"left behind: {_staged(folder)}"
    return is_refused


def export(folder: Path, random: Random) -> bool:
    """A batch of pictures; whether one was refused."""
    jobs = [document_job(_document(random)) for _ in range(4)]
    with files_up_to(random.randrange(40_000)):
        report = export_batch(jobs, folder, ExportOptions())
    assert len(report.paths) + len(report.failures) == len(jobs), "a picture is not accounted for"
    assert {*folder.iterdir()} == {*report.paths}, "other files than those told of"
    for path in report.paths:
        open_picture(path)
    return bool(report.failures)


def keep(folder: Path, random: Random) -> bool:
    """Runs into a history; whether one was refused."""
    kept: dict[str, bytes] = {}
    is_refused = False
    with closing(History(folder)) as history:
        limit = random.randrange(2 * _grown(history))
        for number in range(12):
            data = random.randbytes(random.randrange(1, 20_000))
            try:
                with files_up_to(limit):
                    kept[_run(history, number, data)] = data
            except HistoryError:
                is_refused = True
        kept[_run(history, 99, b"after")] = b"after"
    with closing(History(folder)) as history:
        assert not history.notices, f"the history is damaged: {history.notices}"
        for variant_id, data in kept.items():
            record = history.variant(variant_id)
            assert record.blob is not None, "a result told of is not there"
            assert history.blob_path(record.blob).read_bytes() == data, "a result has changed"
    with closing(sqlite3.connect(folder / "history.db")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",), "damaged rows"
    return is_refused


def _grown(history: History) -> int:
    return max(path.stat().st_size for path in history.folder.iterdir() if path.is_file())


def _run(history: History, number: int, data: bytes) -> str:
    run = history.begin(new_run(f"door {number}", n=1))
    variant_id = run.variants[0].id
    history.start(variant_id)
    blob = history.put(data, "image/png")
    history.finish(variant_id, blob=blob, media_type="image/png")
    return variant_id


def journal(folder: Path, random: Random) -> bool:
    """Strokes into a journal; whether one was refused."""
    editor = Editor()
    written, reports = journalled.journaled(editor, folder)
    assert written.flush(journalled.PATIENCE_S), "the journal was not written"
    sizes = sorted(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    with files_up_to(random.choice(sizes) + random.randrange(4000)):
        for _ in range(6):
            random.choice(journalled.MASKS)(editor)
        is_refused = not written.flush(journalled.PATIENCE_S)
    assert not is_refused or isinstance(reports[-1], OSError), "a refusal was not told"
    written.begin()
    assert written.flush(journalled.PATIENCE_S), "it was not made good once there was room"
    written._log.close()  # as if its process had died
    (left,) = left_journals(folder)
    restored = left.restore()[0]
    left.release()
    assert np.array_equal(restored.mask, editor.document.mask), "another mask came back"
    return is_refused


def _staged(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


KINDS: dict[str, Callable[[Path, Random], bool]] = {
    "save": save,
    "export": export,
    "history": keep,
    "journal": journal,
}


def refuse(rounds: int, seed: int) -> dict[str, Tally]:
    """That many rounds, shared among all kinds."""
    tallies = {kind: Tally() for kind in KINDS}
    for number in range(rounds):
        kind = list(KINDS)[number % len(KINDS)]
        tally = tallies[kind]
        with tempfile.TemporaryDirectory() as folder:
            tally.rounds += 1
            try:
                tally.refused += KINDS[kind](Path(folder), Random(f"{seed}/{number}"))
            except Exception as fault:  # noqa: BLE001 -- whatever it is, it is what is looked for
                tally.wrong.append(f"{kind}, round {number}: {fault!r}")
    return tallies


def main() -> int:
    """Refuse and print; 1 where something promised did not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rounds", type=int)
    parser.add_argument("seed", type=int, nargs="?", default=0)
    choices = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    logging.disable()
    app = QCoreApplication([])
    tallies = refuse(choices.rounds, choices.seed)
    app.quit()
    for kind, tally in tallies.items():
        sys.stdout.write(
            f"{kind:<8} {tally.rounds:>5} rounds  {tally.refused:>5} refused  "
            f"{len(tally.wrong)} wrong\n"
        )
        for fault in tally.wrong[:20]:
            sys.stdout.write(f"    {fault}\n")
    return int(any(tally.wrong for tally in tallies.values()))


if __name__ == "__main__":
    sys.exit(main())
