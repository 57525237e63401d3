"""Drags from a file manager and a browser into the window, by a real mouse.

`python -m tests.journeys.drops FOLDER`.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QPushButton, QWidget

from inpaint_studio import paths
from inpaint_studio.app import Studio
from inpaint_studio.settings import Settings, save_settings
from tests.journeys import hands
from tests.support.http_server import read_head, serving
from tests.ui.canvas.hands import NO_BUTTON, pen

_STEPS = 12


async def drag_in(spec: dict[str, object], target: QWidget) -> str:
    """Drag from another program onto the middle of a widget; what that program is told."""
    command = (sys.executable, "-m", "tests.journeys.drag_source", json.dumps(spec))
    source = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    assert source.stdout is not None
    assert (await source.stdout.readline()).strip() == b"ready"
    start, end = QPoint(30, 15), target.mapToGlobal(target.rect().center())
    await hands.xdotool("mousemove", "30", "15", "mousedown", "1")
    for step in range(1, _STEPS + 1):
        at = start + (end - start) * step / _STEPS
        await hands.xdotool("mousemove", str(at.x()), str(at.y()))
        await asyncio.sleep(0.05)
    await hands.xdotool("mouseup", "1")
    told = (await source.stdout.readline()).decode().strip()
    await source.wait()
    return told


def _button(choice: QWidget, words: str) -> QPushButton:
    return next(b for b in choice.findChildren(QPushButton) if b.text() == words)


async def play(studio: Studio, folder: Path) -> int:
    """A file to the window, one to the prompt, a picture of a browser; a pen that hovers."""
    window, editor = studio.window, studio.session.editor
    choice, prompt = studio.wiring.drop_choice, window.panel.prompt
    photo = folder / "photo.png"
    window.activateWindow()
    await hands.settle()

    assert await drag_in({"files": [str(photo)]}, window.central_area) == "CopyAction"
    await hands.eventually(lambda: editor.document is not None)
    assert photo.is_file()

    assert await drag_in({"files": [str(photo)]}, prompt._edit) == "CopyAction"
    await hands.eventually(choice.isVisible)
    assert photo.is_file()
    assert prompt.text() == ""
    document = editor.document
    assert document is not None
    await hands.click_at(choice, QPoint(12, choice.height() // 2))  # its ground, not a button
    assert editor.undo_label is None
    await hands.click(_button(choice, "Cancel"))

    await _from_a_browser(studio, photo.read_bytes())
    await _with_a_pen(studio)
    return await hands.leave(studio)


async def _from_a_browser(studio: Studio, picture: bytes) -> None:
    asked = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append(await read_head(reader))
        writer.write(f"HTTP/1.1 200 OK\r\nContent-Length: {len(picture)}\r\n\r\n".encode())
        writer.write(picture)
        await writer.drain()

    editor, choice = studio.session.editor, studio.wiring.drop_choice
    async with serving(answer) as port:
        page = f"http://127.0.0.1:{port}/page"
        html = f'<a href="{page}"><img src="http://127.0.0.1:{port}/cat.png"></a>'
        told = await drag_in({"urls": [page], "html": html}, studio.wiring.canvas)
        assert told == "CopyAction"
        await hands.eventually(choice.isVisible)
        assert asked == []
        await hands.click(_button(choice, "Fetch and open"))
        await hands.eventually(lambda: editor.document.source.name == "cat.png")
    assert [each.target for each in asked] == ["/cat.png"]


async def _with_a_pen(studio: Studio) -> None:
    canvas, editor = studio.wiring.canvas, studio.session.editor
    middle = canvas.rect().center()
    pen(canvas, QEvent.Type.TabletPress, (middle.x(), middle.y()), 0.5)
    pen(canvas, QEvent.Type.TabletMove, (middle.x() + 20, middle.y()), 0.5)
    for x in range(40, 120, 20):
        pen(canvas, QEvent.Type.TabletMove, (middle.x() + x, middle.y()), 0, button=NO_BUTTON)
    assert not editor.is_painting
    painted = np.flatnonzero(editor.document.mask.any(axis=0)).max()
    hover = canvas.image_point(QPoint(middle.x() + 100, middle.y())).x
    assert painted < hover
    await hands.settle()


def main(folder: Path) -> int:
    """Play it with a home below `folder`."""
    os.environ[paths.HOME_VARIABLE] = str(folder / "studio")
    os.environ["HOME"] = str(folder)
    noise = np.random.default_rng(3).integers(60, 200, (300, 400, 3), np.uint8)
    Image.fromarray(noise).save(folder / "photo.png")
    save_settings(Settings(theme="dark", last_model="local-fill-no-prompt"))
    return Studio([]).run(lambda studio: play(studio, folder))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
