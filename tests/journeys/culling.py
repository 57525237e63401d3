"""A designer's session with a long history, played in a process of its own by real mouse and keys.

`python -m tests.journeys.culling FOLDER [THEME] [WIDTHxHEIGHT] [RESULTS]`; screenshots and the
export land in FOLDER.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QDialog

from inpaint_studio import paths
from inpaint_studio.app import Studio
from inpaint_studio.picture.image_file import open_picture
from inpaint_studio.settings import Settings, save_settings
from tests.journeys import hands
from tests.support.seeded_history import seed


async def play(studio: Studio, folder: Path) -> int:
    """Open the gallery, search, judge, compare, export, look at the lineage, quit."""
    window, gallery, history = studio.window, studio.wiring.gallery, studio.session.history
    model = window.strip.model
    window.activateWindow()
    await hands.settle()
    await hands.press("ctrl+g")
    await hands.eventually(lambda: gallery.is_expanded)
    page = gallery.page
    hands.screenshot(window, str(folder / "1-gallery.png"))
    everything = len(model.listing)
    await hands.click(page.filter_bar.search_field)
    await hands.type_text("tulip")
    await hands.eventually(lambda: 0 < len(model.listing) < everything)
    page.filter_bar._narrow(state="done")
    page.view.setFocus()
    await hands.press("Home")
    first, second = (model.card_at(row).variant_id for row in (0, 1))
    await hands.press("5", "x")
    assert history.variant(first).stars == 5
    assert history.variant(second).flag == "rejected"
    hands.screenshot(window, str(folder / "2-judged.png"))
    await hands.press("Home", "shift+Right", "shift+Right")
    await hands.press("c")
    await hands.eventually(lambda: studio.wiring.compare.is_open)
    view = studio.wiring.compare.page.view
    assert [entry.id for entry in view.entries][:2] == [first, second]
    await hands.press("p")
    assert history.variant(first).flag == "picked"
    await hands.press("w")
    assert view.mode == "wipe"
    hands.screenshot(window, str(folder / "3-wipe.png"))
    await hands.press("Escape")
    await hands.eventually(lambda: gallery.is_expanded)
    page.view.setFocus()
    await hands.press("Home", "ctrl+shift+e")
    dialog = window.findChild(QDialog, "exportDialog")
    await hands.eventually(dialog.isVisible)
    hands.screenshot(window, str(folder / "4-export.png"))
    await hands.press("Return")
    exported = Path.home() / "cup-edit-01.png"
    await hands.eventually(lambda: exported.exists() and exported.stat().st_size > 0)
    assert open_picture(exported).pixels.shape == (512, 768, 4)
    window.activateWindow()  # what a window manager does when a dialog closes
    page.view.setFocus()
    await hands.press("l")
    await hands.eventually(gallery.lineage.dialog.isVisible)
    await hands.settle()
    assert gallery.lineage.dialog.tree.current_id == first
    hands.screenshot(window, str(folder / "5-lineage.png"))
    gallery.lineage.dialog.close()
    window.activateWindow()
    await hands.settle()
    return await hands.leave(studio)


def main(folder: Path, theme: str = "dark", size: str = "1280x720", results: str = "600") -> int:
    os.environ[paths.HOME_VARIABLE] = str(folder / "studio")
    os.environ["HOME"] = str(folder)
    save_settings(Settings(theme=theme, last_model="local-fill-no-prompt", auto_advance=True))
    seed(paths.data_folder() / "history", int(results))
    studio = Studio([])
    width, height = size.split("x")
    studio.window.resize(int(width), int(height))
    return studio.run(lambda studio: play(studio, folder))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:]))
