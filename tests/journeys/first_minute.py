"""A stranger's first minute, played in a process of its own by real mouse and keys.

`python -m tests.journeys.first_minute play|reopen FOLDER [THEME] [LANGUAGE] [WIDTHxHEIGHT]`;
screenshots, exports and `seconds.txt` land in FOLDER, and FOLDER/studio is the home of settings and
history. Without a size the window opens as it does for a stranger.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from inpaint_studio import paths
from inpaint_studio.app import Studio
from inpaint_studio.picture.geometry import Point
from inpaint_studio.picture.image_file import open_picture
from inpaint_studio.session.profiles import LOCAL_FILL
from inpaint_studio.session.tools import Tool
from inpaint_studio.settings import Settings, save_settings
from tests.journeys import hands
from tests.support.embedded import served
from tests.support.widget_words import clipped

KEY = "a-key-of-this-journey"


class Minute:
    """One window and where what is seen of it goes."""

    def __init__(self, studio: Studio, folder: Path) -> None:
        self.studio = studio
        self.window = studio.window
        self.session = studio.session
        self._folder = folder
        self._seen = 0
        self.seconds: dict[str, float] = {}

    def look(self, name: str, widget: QWidget | None = None) -> None:
        """Keep what is on the screen; no word on it is cut."""
        widget = widget or self.window
        self._seen += 1
        hands.screenshot(widget, str(self._folder / f"{self._seen}-{name}.png"))
        cut = clipped(widget)
        assert cut == [], (name, cut)

    @contextmanager
    def timed(self, name: str) -> Iterator[None]:
        """Keep how long it took."""
        started = time.perf_counter()
        yield
        self.seconds[name] = time.perf_counter() - started


async def play(studio: Studio, folder: Path) -> int:
    """All of `product.md`, First minute, and then quit."""
    minute = Minute(studio, folder)
    await _first_sight(minute)
    await _sample(minute)
    await _first_stroke(minute)
    await _first_run(minute)
    await _accept(minute)
    await _compare(minute)
    await _export(minute)
    await _connect(minute)
    words = (f"{name} {seconds:.2f} s" for name, seconds in minute.seconds.items())
    (folder / "seconds.txt").write_text(", ".join(words) + "\n")
    return await hands.leave(studio)


async def _first_sight(minute: Minute) -> None:
    window = minute.window
    window.activateWindow()
    await hands.settle()
    room = window.screen().availableGeometry()
    assert window.isMaximized() or room.contains(window.frameGeometry()), window.frameGeometry()
    assert QApplication.activeModalWidget() is None
    minute.look("empty")


async def _sample(minute: Minute) -> None:
    """5 s: the sample is open, the brush armed, one line of hint."""
    window, editor = minute.window, minute.session.editor
    await hands.click(window.central_area.empty_state.sample_button)
    await hands.until(editor.document_changed, lambda: editor.document is not None)
    await hands.settle()
    assert editor.tool is Tool.BRUSH
    assert minute.studio.wiring.canvas._overlay._hint
    minute.look("sample")


async def _first_stroke(minute: Minute) -> None:
    """15 s: the stroke tints, the frame appears, and Run says what it costs."""
    await paint_dandelion(minute.studio)
    plan = minute.session.planner.plan
    assert not minute.session.mask.box.is_empty
    assert plan.frame is not None
    assert plan.problems == ()
    minute.look("painted")


async def _first_run(minute: Minute) -> None:
    """18 s: a first partial inside the mask within a second, refined live; a card at once."""
    window, session = minute.window, minute.session
    with minute.timed("first partial"):
        await hands.press("ctrl+Return")
        assert window.strip.model.rowCount() == 1
        await hands.until(
            session.runs.variant_changed,
            lambda: (shown := session.staging.variant) is not None and shown.pixels is not None,
        )
    assert session.staging.variant is not None
    assert session.staging.variant.is_pending, "the first picture must be a partial"
    await hands.settle()
    minute.look("partial")
    await _ended(minute)
    assert session.staging.variant.partials_seen >= 1
    minute.look("result")


async def _ended(minute: Minute) -> None:
    session = minute.session
    await hands.until(session.runs.pending_changed, lambda: session.runs.pending_count == 0)
    variant = session.staging.variant
    assert variant is not None
    assert variant.state == "done", variant.title
    await hands.settle()


async def _accept(minute: Minute) -> None:
    """30 s: Enter accepts, and undo takes it back."""
    for keys, edits in (("Return", 1), ("ctrl+z", 0), ("ctrl+shift+z", 1)):
        await hands.press(keys)
        document = minute.session.editor.document
        assert document is not None
        assert len(document.edits) == edits, keys
    minute.look("accepted")


async def _compare(minute: Minute) -> None:
    """40 s: another result, and both beside each other."""
    await hands.press("ctrl+Return")
    await hands.until(
        minute.session.runs.pending_changed, lambda: minute.session.runs.pending_count == 1
    )
    await _ended(minute)
    await hands.press("BackSpace")
    strip, compare = minute.window.strip, minute.studio.wiring.compare
    minute.studio.window.panels.show_history()
    await hands.settle()
    assert strip.model.rowCount() == 2
    cards = [strip.view.visualRect(strip.model.index(row)).center() for row in (0, 1)]
    await hands.click_at(strip.view.viewport(), cards[0])
    await hands.xdotool("keydown", "ctrl")
    await hands.click_at(strip.view.viewport(), cards[1])
    await hands.xdotool("keyup", "ctrl")
    await hands.press("c")
    await hands.eventually(lambda: compare.is_open and len(compare.page.view.entries) >= 2)
    await hands.settle()
    minute.look("compared")
    await hands.press("Escape")
    await hands.eventually(lambda: not compare.is_open)


async def _export(minute: Minute) -> None:
    """50 s: outside the blend mask the exported file equals the source, bit for bit."""
    window, document = minute.window, minute.session.editor.document
    assert document is not None
    await hands.press("ctrl+shift+e")
    dialog = window.findChild(QDialog, "exportDialog")
    assert dialog is not None
    await hands.settle()
    minute.look("export", dialog)
    await hands.press("Return")
    exported = Path.home() / "sample-edit-01.png"
    await hands.eventually(lambda: exported.exists() and not dialog.isVisible())
    await hands.settle()
    minute.look("exported")
    edit = document.edits[-1]
    source = open_picture(paths.resource("sample.jpg")).pixels
    written = open_picture(exported).pixels
    whole = np.zeros(source.shape[:2], np.uint8)
    whole[edit.box.slices] = edit.blend
    assert np.array_equal(written[whole == 0], source[whole == 0])
    assert not np.array_equal(written[whole == 255], source[whole == 255])


async def _connect(minute: Minute) -> None:
    """60 s: a key, a test and a list of models; picture and mask are still there."""
    window, session = minute.window, minute.session
    document, profiles = session.editor.document, session.profiles
    assert document is not None
    mask = document.mask.copy()
    window.activateWindow()  # what a window manager does when a dialog closes
    await hands.click(window.chip)
    await hands.eventually(minute.studio.wiring.profiles.menu.isVisible)
    minute.look("profiles-menu")
    await hands.press("Up", "Up", "Return")
    dialog = minute.studio.wiring.profiles.dialog
    assert dialog is not None
    await hands.eventually(dialog.isVisible)
    await hands.settle()
    await hands.type_text(KEY)
    await hands.press("Return")
    name = next(each.name for each in profiles.all if each.name != LOCAL_FILL)
    await hands.settle()
    minute.look("key", dialog)
    with minute.timed("endpoint tested"):
        await hands.click(dialog._page._probe.button)
        await hands.eventually(lambda: profiles.named(name).tested_at != "")
    await hands.settle()
    minute.look("tested", dialog)
    await hands.click(dialog._use)
    await hands.eventually(lambda: profiles.active.name == name and len(profiles.models) > 0)
    await hands.press("Escape")
    await hands.eventually(lambda: not dialog.isVisible())
    window.activateWindow()
    await hands.settle()
    minute.look("connected")
    assert session.editor.document is document
    assert np.array_equal(document.mask, mask)


async def reopen(studio: Studio, folder: Path) -> int:
    """After a restart the history is there."""
    await hands.settle()
    hands.screenshot(studio.window, str(folder / "reopened.png"))
    model = studio.window.strip.model
    cards = [model.card(model.index(row)) for row in range(model.rowCount())]
    assert [(card.state, card.accepted) for card in cards] == [("done", False), ("done", True)]
    studio.window.activateWindow()
    await hands.settle()
    return await hands.leave(studio)


async def paint_dandelion(studio: Studio) -> None:
    """Three strokes over the dandelion at the lower right of the sample."""
    canvas = studio.wiring.canvas
    viewport = canvas.viewport
    assert viewport is not None
    for line in (
        [(1240, 560), (1290, 530), (1350, 540), (1370, 600)],
        [(1230, 620), (1290, 600), (1350, 640), (1300, 690)],
        [(1300, 700), (1295, 780), (1290, 880)],
    ):
        points = [viewport.to_widget(Point(x, y)) for x, y in line]
        await hands.drag(canvas, [QPoint(round(p.x), round(p.y)) for p in points])


def main(
    stage: str, folder: Path, theme: str = "dark", language: str = "en", size: str = ""
) -> int:
    os.environ[paths.HOME_VARIABLE] = str(folder / "studio")
    os.environ["HOME"] = str(folder)
    if stage == "play":
        model = "local-fill-no-prompt"
        save_settings(Settings(theme=theme, language=language, last_model=model))
    then = {"play": play, "reopen": reopen}[stage]
    with served("--api-key", KEY) as address:
        os.environ["OPENAI_BASE_URL"] = address
        studio = Studio([])
        if size:
            studio.window.resize(*map(int, size.split("x")))
        return studio.run(lambda studio: then(studio, folder))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:]))
