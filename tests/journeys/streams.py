"""Four streams watched live, played in a process of its own by real mouse and keys.

`python -m tests.journeys.streams FOLDER [THEME] [WIDTHxHEIGHT]`; screenshots and the export land in
FOLDER. One card is stopped, one partial kept, one result accepted and, through another mask, once
more; outside every blend mask the exported file is the source, byte for byte.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog

from inpaint_studio import paths
from inpaint_studio.app import Studio
from inpaint_studio.picture.geometry import Point
from inpaint_studio.picture.image_file import open_picture
from inpaint_studio.runs.run import Variant
from inpaint_studio.settings import Settings, save_settings
from tests.journeys import hands

VARIANTS, PARTIALS = 4, 2


class Watcher:
    """One play: the studio, and where its screenshots go."""

    def __init__(self, studio: Studio, folder: Path) -> None:
        self.studio, self.folder = studio, folder
        self.window, self.session, self.wiring = studio.window, studio.session, studio.wiring

    async def play(self) -> int:
        """Run, stop, keep, accept, mask anew, export, quit."""
        self.window.activateWindow()
        await hands.settle()
        await hands.click(self.window.central_area.empty_state.sample_button)
        editor = self.session.editor
        await hands.until(editor.document_changed, lambda: editor.document is not None)
        await hands.settle()
        await self.mask(Point(620, 220), Point(1300, 700))
        await hands.press("ctrl+Return")
        variants = await self.watch_partials()
        kept = await self.keep_a_partial(variants)
        stopped = await self.stop_a_card(variants)
        await self.all_ended()
        others = [each for each in variants if each not in (stopped, kept)]
        assert [each.state for each in others] == ["done"] * 2
        await self.accept_one(others[0])
        await self.mask_it_anew(others[1])
        await self.export()
        self.window.activateWindow()  # what a window manager does when a dialog closes
        await hands.settle()
        return await hands.leave(self.studio)

    async def watch_partials(self) -> list[Variant]:
        """Wait until a stream has brought a picture and goes on."""
        runs = self.session.runs
        await hands.until(runs.run_added, lambda: bool(runs.runs))
        variants = runs.runs[0].variants
        assert len(variants) == VARIANTS
        await hands.until(runs.variant_changed, lambda: bool(_live_with_partial(variants)))
        await hands.settle()
        self.shot("1-partials")
        return list(variants)

    async def stop_a_card(self, variants: list[Variant]) -> Variant:
        """The button on the last card stops its variant and no other."""
        self.window.panels.show_history()
        await hands.settle()
        view, model = self.window.strip.view, self.window.strip.model
        stopped = next(each for each in reversed(variants) if each.is_pending)
        index = model.index(model.row_of(stopped.id))
        view.scrollTo(index)
        card = model.card(index)
        assert card is not None
        box = view.delegate.button_boxes(card, view.visualRect(index), view.font())["stop"]
        await hands.click_at(view.viewport(), box.center().toPoint())
        await hands.until(self.session.runs.variant_changed, lambda: not stopped.is_pending)
        assert stopped.state == "stopped"
        assert [each.state for each in variants].count("stopped") == 2  # and the one that was kept
        self.shot("4-stopped")
        return stopped

    async def keep_a_partial(self, variants: list[Variant]) -> Variant:
        """Keep what a running stream has brought; the stream ends."""
        await self.focus_canvas()
        changed, kept = self.session.runs.variant_changed, variants[0]
        for _ in variants:
            await hands.until(changed, lambda: bool(_live_with_partial(variants)))
            kept = _live_with_partial(variants)[0]
            await hands.press(str(kept.position + 1))
            if kept.is_pending:  # else it ended before hands were there
                break
        assert self.session.staging.variant is kept
        self.shot("2-partial")
        await hands.press("shift+Return")
        document = self.session.editor.document
        assert document is not None
        await hands.until(self.session.runs.variant_changed, lambda: not kept.is_pending)
        assert kept.state == "stopped"
        assert [edit.variant_id for edit in document.edits] == [kept.id]
        self.shot("3-kept")
        return kept

    async def accept_one(self, variant: Variant) -> None:
        """A click on its card shows it, Accept puts it into the picture."""
        await self.show(variant)
        self.shot("5-result")
        await hands.click(self.window.staging_bar.accept_button)
        await self.edited(2)

    async def mask_it_anew(self, variant: Variant) -> None:
        """Another mask after the fact: the same result, no request."""
        await self.focus_canvas()
        await hands.press("ctrl+d")
        await self.mask(Point(1100, 380), Point(1280, 560))
        await self.show(variant)
        before, asked = variant.placed, len(self.session.runs.runs)
        await hands.click(self.window.staging_bar.blend_button)
        await hands.click(self.wiring.staging._blending._mask)
        await hands.until(self.session.runs.variant_changed, lambda: variant.placed is not before)
        await hands.press("Escape")
        assert len(self.session.runs.runs) == asked
        self.shot("6-masked-anew")
        await hands.click(self.window.staging_bar.accept_button)
        await self.edited(3)

    async def export(self) -> None:
        """Where no edit blends in, the file is the source."""
        await self.focus_canvas()
        await hands.press("ctrl+shift+e")
        assert self.window.findChild(QDialog, "exportDialog") is not None
        await hands.press("Return")
        path = self.folder / "sample-edit-01.png"
        await hands.eventually(path.exists)
        await hands.settle()
        self.shot("7-exported")
        document = self.session.editor.document
        assert document is not None
        touched = np.zeros(document.source.pixels.shape[:2], np.uint8)
        for edit in document.edits:
            here = touched[edit.box.slices]
            np.maximum(here, edit.blend, out=here)
        source = open_picture(paths.resource("sample.jpg")).pixels
        exported = open_picture(path).pixels
        assert exported[touched == 0].tobytes() == source[touched == 0].tobytes()
        assert not np.array_equal(exported[touched == 255], source[touched == 255])

    async def show(self, variant: Variant) -> None:
        """Click its card."""
        view, model = self.window.strip.view, self.window.strip.model
        index = model.index(model.row_of(variant.id))
        view.scrollTo(index)
        await hands.settle()
        await hands.click_at(view.viewport(), view.visualRect(index).center())
        assert self.session.staging.variant is variant

    async def mask(self, corner: Point, far: Point) -> None:
        """Drag a rectangle."""
        canvas = self.wiring.canvas
        viewport = canvas.viewport
        assert viewport is not None
        await hands.press("m")
        ends = [viewport.to_widget(each) for each in (corner, far)]
        await hands.drag(canvas, [QPoint(round(end.x), round(end.y)) for end in ends])
        await hands.eventually(lambda: not self.session.mask.box.is_empty)

    async def focus_canvas(self) -> None:
        """What a click on the picture does, without painting."""
        self.wiring.canvas.setFocus()
        await hands.settle()

    async def all_ended(self) -> None:
        """Wait for the streams that are left."""
        runs = self.session.runs
        await hands.until(runs.pending_changed, lambda: runs.pending_count == 0)
        await hands.settle()

    async def edited(self, count: int) -> None:
        """Wait until the document has that many edits."""
        document = self.session.editor.document
        assert document is not None
        await hands.eventually(lambda: len(document.edits) == count)

    def shot(self, name: str) -> None:
        """What is on the screen."""
        hands.screenshot(self.window, str(self.folder / f"{name}.png"))


def _live_with_partial(variants: list[Variant]) -> list[Variant]:
    return [each for each in variants if each.is_pending and each.pixels is not None]


def main(folder: Path, theme: str = "dark", size: str = "1440x900") -> int:
    os.environ[paths.HOME_VARIABLE] = str(folder / "studio")
    os.environ["HOME"] = str(folder)
    save_settings(
        Settings(
            theme=theme,
            last_model="local-fill-no-prompt",
            last_quality="medium",
            last_variants=VARIANTS,
            last_partials=PARTIALS,
        )
    )
    studio = Studio([])
    width, height = size.split("x")
    studio.window.resize(int(width), int(height))
    return studio.run(lambda studio: Watcher(studio, folder).play())


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:]))
