"""The whole application, obeying one JSON command a line from stdin and answering on stdout.

`python -m tests.faults.driven`: to be killed in the middle of whatever it does.
"""

from __future__ import annotations

import asyncio
import ctypes
import gc
import hashlib
import itertools
import json
import os
import signal
import sys
import time
from collections.abc import Callable, Coroutine
from dataclasses import replace
from pathlib import Path
from typing import Any

import PySide6
from PySide6.QtCore import QProcess
from PySide6.QtGui import QPixmapCache, QSessionManager
from PySide6.QtWidgets import QApplication
from shiboken6 import getCppPointer

from inpaint_studio.app import Studio
from inpaint_studio.contract.profile import local_fill
from inpaint_studio.crash_log import CrashLog
from inpaint_studio.export.batch import export_batch
from inpaint_studio.export.writer import ExportOptions
from inpaint_studio.history import Filter
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.geometry import Box, Point
from inpaint_studio.runs import event_intake
from inpaint_studio.runs.run import Endpoint, Variant
from inpaint_studio.session import runs
from inpaint_studio.ui.export.jobs import document_job
from inpaint_studio.ui.gallery import thumbnails
from tests.support import scenes

Answer = Any
Verb = Callable[..., Coroutine[Any, Any, Answer]]

OFFERED_WITHIN_S = 20.0
KEPT_BYTES = 8 << 20
KEPT_THUMBNAILS = 8
UNDO_MB = 32
ENDED_WITHIN_S = 300.0
"""Runs share the processors with whatever else a soak of half an hour meets."""


async def open_(studio: Studio, path: str) -> Answer:
    await scenes.open_photo(studio, Path(path))
    journals, editor = studio.session.journals, studio.session.editor
    await scenes.eventually(lambda: journals.name_of(editor.document) != "")
    return await state(studio)


async def stroke(studio: Studio, points: list[list[float]], size: int, ends: bool = True) -> Answer:
    editor = studio.session.editor
    editor.set_brush(size=size)
    editor.press(Point(*points[0]))
    for point in points[1:]:
        editor.move(Point(*point))
    if ends:
        editor.release()
    return await state(studio)


async def show(studio: Studio, place: int) -> Answer:
    documents = studio.session.documents
    documents.show(documents.all[place])
    return await state(studio)


async def edit(studio: Studio, verb: str) -> Answer:
    getattr(studio.session.editor, verb)()
    return await state(studio)


async def frame(studio: Studio, box: list[int]) -> Answer:
    studio.session.editor.set_frame(Box(*box))
    return await state(studio)


async def prompt(studio: Studio, text: str) -> Answer:
    studio.session.draft.change(prompt=text)
    return await state(studio)


async def run(studio: Studio, n: int = 1, base_url: str = "", idle_s: float = 5.0) -> Answer:
    """Begin a run and return its id; by an endpoint of its own if one is named."""
    session = studio.session
    params = replace(scenes.PARAMS, n=n)
    before = session.runs.runs[-1:]
    if base_url:
        profile = replace(
            local_fill(base_url),
            name="Somebody's",
            idle_timeout_s=idle_s,
            total_timeout_s=4 * idle_s,
        )

        async def endpoint() -> Endpoint:
            return Endpoint(profile, None)

        snapshot = session._snapshot(session.editor.document, params)
        session.runs.submit(snapshot, endpoint)
    else:
        session.generate(params)
    await scenes.until(session.runs.run_added, lambda: session.runs.runs[-1:] != before)
    return session.runs.runs[-1].id


async def partial(studio: Studio) -> Answer:
    """Wait until the newest run has shown a picture."""
    session = studio.session
    await scenes.until(
        session.runs.variant_changed,
        lambda: any(each.partials_seen for each in session.runs.runs[-1].variants),
    )
    return kept(studio)


async def wait(studio: Studio) -> Answer:
    await scenes.all_ended(studio, ENDED_WITHIN_S)
    return kept(studio)


async def stop(studio: Studio) -> Answer:
    studio.session.runs.stop_all()
    await scenes.all_ended(studio, ENDED_WITHIN_S)
    return kept(studio)


async def _accepted(studio: Studio, document: Document, variant: Variant) -> None:
    count, accepting = len(document.edits), studio.session.accepting
    accepting.accept(variant)
    await scenes.until(accepting.accepted, lambda: len(document.edits) > count)


async def accept(studio: Studio) -> Answer:
    """Accept the newest result of the open picture, if there is one."""
    document = studio.session.editor.document
    for each in reversed(studio.session.runs.runs):
        for variant in each.variants:
            if (
                variant.state == "done"
                and each.snapshot.document is document
                and variant.pixels is not None
            ):
                await _accepted(studio, document, variant)
                return await state(studio)
    return await state(studio)


async def flush(studio: Studio) -> Answer:
    return await asyncio.to_thread(studio.session.journals.flush, 30.0)


async def save(studio: Studio, path: str) -> Answer:
    projects = studio.session.projects
    projects.save(studio.session.editor.document, Path(path), {})
    await scenes.until(projects.saved, lambda: not studio.session.journals.is_unsaved)
    return await state(studio)


async def export(studio: Studio, folder: str, count: int) -> Answer:
    """Write the document so many times, one file after the other."""
    job = document_job(studio.session.editor.document)
    report = await asyncio.to_thread(export_batch, [job] * count, Path(folder), ExportOptions())
    return [str(path) for path in report.paths]


async def restore(studio: Studio, every: bool = False) -> Answer:
    """Restore the newest of what is offered, or all; `offered` is 0 where that is nothing."""
    recovering, editor = studio.wiring.recovery, studio.session.editor
    try:
        await scenes.until(
            studio.session.journals.found, lambda: recovering.dialog is not None, OFFERED_WITHIN_S
        )
    except TimeoutError:
        return {**await state(studio), "offered": 0}
    offered = len(recovering.dialog.rows)
    recovering.dialog.rows[0].restore_asked.emit()
    await scenes.until(editor.document_changed, lambda: editor.document is not None)
    if every and recovering.dialog is not None:
        recovering.dialog.restore_all()
    documents = studio.session.documents
    count = offered if every else 1
    await scenes.until(documents.changed, lambda: len(documents.all) == count)
    if recovering.dialog is not None:
        recovering.dialog.close()
    return {**await state(studio), "offered": offered}


async def state(studio: Studio) -> Answer:
    document = studio.session.editor.document
    return {
        "picture": digest(document) if document else "",
        "pictures": [digest(each) for each in studio.session.documents.all],
        "depth": document.undo_stack.depth if document else 0,
        "edits": len(document.edits) if document else 0,
        "prompt": studio.session.draft.params.prompt,
        "frame": str(document.frame) if document else "",
        "notice": studio.window.central_area.notices.text(),
        "question": studio.window.central_area.question.text(),
        "dialog": studio.wiring.recovery.dialog is not None,
        "scale": studio.window.devicePixelRatio(),
        "history": str(studio.session.history.folder),
        "is_unsaved": studio.session.journals.is_unsaved,
    }


async def remember_little(studio: Studio) -> Answer:
    """Let what is kept at hand be full after a minute instead of an hour."""
    runs.KEPT_BYTES = KEPT_BYTES
    event_intake.KEPT_THUMBNAILS = KEPT_THUMBNAILS
    thumbnails.KEPT_BYTES = KEPT_BYTES
    QPixmapCache.setCacheLimit(KEPT_BYTES >> 10)
    studio.session.settings.change(undo_memory_mb=UNDO_MB)


async def memory(studio: Studio) -> Answer:
    """Megabytes this process holds, without what it could give back at once."""
    gc.collect()
    if sys.platform == "linux":
        ctypes.CDLL(None).malloc_trim(0)
    return memory_mb()


async def records(studio: Studio) -> Answer:
    return kept(studio)


async def ask_to_close(studio: Studio) -> Answer:
    studio.window.close()
    return studio.window.central_area.question.text()


async def answer(studio: Studio, words: str) -> Answer:
    for button in studio.window.central_area.question.buttons:
        if button.text() == words:
            button.click()
            return True
    return False


async def child(studio: Studio) -> Answer:
    """The process id of the embedded server."""
    await studio.session._server.address()
    return studio.session._server._child._process.pid


async def server_url(studio: Studio) -> Answer:
    """Where the embedded server listens."""
    return (await studio.session._server.address()).base_url


async def log_out(studio: Studio) -> Answer:
    """As the system announces the end of the login; the seconds that took.

    PySide cannot emit a signal whose argument cannot be copied, so Qt's own function does.
    """
    app = QApplication.instance()
    qt = ctypes.CDLL(str(Path(PySide6.__file__).parent / "Qt" / "lib" / "libQt6Gui.so.6"))
    announce = qt._ZN15QGuiApplication17commitDataRequestER15QSessionManager
    announce.argtypes = [ctypes.c_void_p] * 2
    began = time.monotonic()
    announce(*(getCppPointer(each)[0] for each in (app, app.findChild(QSessionManager))))
    return time.monotonic() - began


async def start_program(studio: Studio, program: str, arguments: list[str]) -> Answer:
    """As Qt starts what shows a folder."""
    return QProcess.startDetached(program, arguments)


async def gaps(studio: Studio, seconds: float) -> Answer:
    """The longest times in seconds between two ticks of the window's thread, the longest last."""
    ticks = [time.monotonic()]
    while ticks[-1] < ticks[0] + seconds:
        await asyncio.sleep(0.01)
        ticks.append(time.monotonic())
    return sorted(later - former for former, later in itertools.pairwise(ticks))


async def change(studio: Studio, **settings: Any) -> Answer:
    studio.session.settings.change(**settings)


async def restart(studio: Studio, name: str) -> Answer:
    """Click what the settings offer beside the one of that name."""
    studio.wiring.settings.ask()
    studio.wiring.settings.dialog._restarts[name].click()
    return studio.window.central_area.question.text()


async def fault(studio: Studio, kind: str) -> Answer:
    """Raise in a slot, or crash."""
    if kind == "segfault":
        os.kill(os.getpid(), signal.SIGSEGV)
    asyncio.get_running_loop().call_soon(int, "no number")
    await asyncio.sleep(0.1)
    return studio.window.central_area.notices.text()


async def die_at(studio: Studio, path: str, step: int) -> Answer:
    """Be killed as the files whose names begin so are touched for the time `step`, from 0."""
    seen = itertools.count()

    def look(event: str, arguments: tuple[Any, ...]) -> None:
        is_step = event == "open" or event.startswith("os.")
        if is_step and any(str(each).startswith(path) for each in arguments) and next(seen) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(look)


VERBS: dict[str, Verb] = {
    "open": open_, "show": show, "stroke": stroke, "edit": edit, "frame": frame, "prompt": prompt,
    "run": run, "partial": partial, "wait": wait, "stop": stop, "accept": accept, "flush": flush,
    "save": save, "restore": restore, "state": state, "records": records,
    "ask_to_close": ask_to_close,
    "export": export, "answer": answer, "child": child, "fault": fault,
    "change": change, "restart": restart, "server_url": server_url, "log_out": log_out,
    "start_program": start_program, "gaps": gaps, "memory": memory,
    "remember_little": remember_little, "die_at": die_at,
}  # fmt: skip


def digest(document: Document) -> str:
    """One word for mask and picture."""
    whole = hashlib.sha256(document.mask.tobytes())
    whole.update(document.composite.tobytes())
    return whole.hexdigest()[:16]


def kept(studio: Studio) -> list[dict[str, Any]]:
    """What the history holds of every variant."""
    history = studio.session.history
    return [
        {
            "id": variant.id,
            "state": variant.state,
            "blob": variant.blob,
            "partials": list(variant.partials),
            "title": variant.title,
            "message": variant.message,
        }
        for record in history.runs_numbered(list(history.listing(Filter()).runs))
        for variant in record.variants
    ]


def memory_mb() -> float:
    """Resident memory of this process."""
    fields = Path("/proc/self/statm").read_text().split()
    return int(fields[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def tell(answer: Answer) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


async def obey(studio: Studio) -> int:
    tell("ready")
    while line := await asyncio.to_thread(sys.stdin.readline):
        command = json.loads(line)
        tell(await VERBS[command.pop("do")](studio, **command))
    return await studio.closed()


def main() -> int:
    crash_log = CrashLog()
    crash_log.open()
    status = Studio([], owns_process=True).run(obey)
    crash_log.close()
    return status


if __name__ == "__main__":
    sys.exit(main())
