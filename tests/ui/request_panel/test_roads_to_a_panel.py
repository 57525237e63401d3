"""By every road to it the panel says what a window says that was just started, and that is sent."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from inpaint_studio.app import Studio
from inpaint_studio.contract.params import EditParams
from inpaint_studio.contract.profile import LOCAL_FILL_MODEL
from inpaint_studio.picture.geometry import Box
from inpaint_studio.session.profiles import LOCAL_FILL
from inpaint_studio.ui.style.figures import size_text
from tests.support import scenes
from tests.support.journalled import kill_journals
from tests.support.misbehaving import Endpoint, misbehaving
from tests.ui.test_projects import saved

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
GATEWAY = "Gateway"
WISH = EditParams(prompt="a red door", model="gpt-image-2", size="frame", quality="high", n=2)
Start = Callable[[], Awaitable[Studio]]
Road = Callable[[Start, Studio, Path], Awaitable[Studio]]


@dataclass(frozen=True)
class Said:
    """All that a person reads of the next request, off the window itself."""

    model: str
    size: str
    cost: str
    problems: tuple[str, ...]
    button: str
    is_blocked: bool
    frame: Box | None
    label: str
    prompt: str


def said(studio: Studio) -> Said:
    panel, overlay = studio.window.panel, studio.wiring.canvas._overlay
    lines = panel.run.problems
    parts: list[QLabel | QAbstractButton] = lines.findChildren(QLabel)
    parts += lines.findChildren(QAbstractButton)
    cost = panel.run.cost
    return Said(
        model=panel._controls.model.currentText(),
        size=panel._controls.size._box.currentText(),
        cost="" if cost.isHidden() else f"{cost._price.text()} {cost._for.text()}",
        problems=tuple(part.text() for part in parts if part.text() and part.isVisibleTo(panel)),
        button=panel.run.button.text(),
        is_blocked=bool(panel.run.button.property("blocked")),
        frame=overlay.frame,
        label=overlay._frame_label,
        prompt=panel.prompt.text(),
    )


@pytest.fixture
def gateway() -> Iterator[Endpoint]:
    with misbehaving() as endpoint:
        yield endpoint


async def begun(start: Start, gateway: Endpoint, folder: Path) -> Studio:
    """A window that asks a gateway for what is masked in a picture."""
    studio = await start()
    studio.session.profiles.add(gateway.profile(name=GATEWAY, auth="none"))
    studio.session.profiles.activate(GATEWAY)
    await listed(studio)
    studio.session.draft.take(WISH)
    await scenes.open_masked_photo(studio, folder)
    return studio


async def listed(studio: Studio) -> None:
    profiles = studio.session.profiles
    await scenes.eventually(
        lambda: profiles.active.name == LOCAL_FILL or GATEWAY in profiles._listed
    )


async def just_started(start: Start, former: Studio, folder: Path) -> Studio:
    """A new window, brought to the same state in the plainest order."""
    session = former.session
    wanted, profile = session.draft.wanted, session.profiles.active.name
    assert session.editor.document is not None
    mask, frame = session.editor.document.mask.copy(), session.editor.document.frame
    studio = await start()
    studio.session.profiles.activate(profile)
    await listed(studio)
    studio.session.draft.take(wanted)
    await scenes.open_photo(studio, folder / "photo.png")
    studio.session.editor.replace_mask(mask, "Mask")
    studio.session.editor.set_frame(frame)
    return studio


async def restored(start: Start, studio: Studio, folder: Path) -> Studio:
    await scenes.until(
        studio.session.journals.unsaved_changed, lambda: studio.session.journals.is_unsaved
    )
    kill_journals(studio.session.journals)
    studio = await start()
    found = studio.wiring.recovery
    await scenes.until(studio.session.journals.found, lambda: found.dialog is not None)
    found.dialog.rows[0].restore_asked.emit()
    await opened(studio)
    return studio


async def handed_over(start: Start, studio: Studio, folder: Path) -> Studio:
    handed = await studio.session.hand_over()
    studio = await start()
    studio.session.resume(handed)
    await opened(studio)
    return studio


async def settings_used_again(start: Start, studio: Studio, folder: Path) -> Studio:
    await run_and_forget(studio)
    studio.wiring.gallery.do("use_params")
    return studio


async def all_used_again(start: Start, studio: Studio, folder: Path) -> Studio:
    await run_and_forget(studio)
    studio.session.editor.clear_mask()
    studio.wiring.gallery.do("use_all")
    await scenes.eventually(lambda: not studio.session.mask.box.is_empty)
    return studio


async def a_preset(start: Start, studio: Studio, folder: Path) -> Studio:
    request, draft = studio.wiring.request, studio.session.draft
    request.presets.save("Two", replace(draft.wanted, size="1024x1024"))
    draft.change(n=1, quality="low", model="gpt-image-1.5")
    request._apply_preset("Two")
    return studio


async def another_profile(start: Start, studio: Studio, folder: Path) -> Studio:
    studio.session.profiles.activate(LOCAL_FILL)
    return studio


async def there_and_back(start: Start, studio: Studio, folder: Path) -> Studio:
    studio.session.profiles.activate(LOCAL_FILL)
    studio.session.profiles.activate(GATEWAY)
    return studio


async def another_language(start: Start, studio: Studio, folder: Path) -> Studio:
    former = studio.window
    studio.session.settings.change(language="de")
    await scenes.eventually(lambda: studio.window is not former)
    return studio


async def a_project(start: Start, studio: Studio, folder: Path) -> Studio:
    await saved(studio, folder / "kept.ora")
    await scenes.open_photo(studio, scenes.write_photo(folder / "other.png", 200, 200))
    studio.session.draft.change(n=1, prompt="", model="gpt-image-1.5")
    await scenes.open_photo(studio, folder / "kept.ora")
    return studio


async def run_and_forget(studio: Studio) -> None:
    """A run of what is wanted, and then another wish altogether."""
    assert studio.wiring.request.run()
    await scenes.all_ended(studio)
    studio.session.draft.change(n=1, quality="low", size="1024x1024", model="gpt-image-1.5")
    studio.wiring.gallery.view.select_row(0)


async def opened(studio: Studio) -> None:
    editor = studio.session.editor
    await scenes.until(editor.document_changed, lambda: editor.document is not None)
    await listed(studio)


@pytest.mark.parametrize(
    "road",
    [
        restored,
        handed_over,
        settings_used_again,
        all_used_again,
        a_preset,
        another_profile,
        there_and_back,
        another_language,
        a_project,
    ],
)
async def test_the_panel_says_what_a_fresh_window_says_and_that_is_sent(
    start_studio, tmp_path: Path, gateway: Endpoint, road: Road
) -> None:
    studio = await road(start_studio, await begun(start_studio, gateway, tmp_path), tmp_path)
    await scenes.eventually(lambda: studio.session.planner.plan.frame is not None)
    here, plan = said(studio), studio.session.planner.plan
    gateway.asked.clear()
    assert studio.wiring.request.run()
    await scenes.all_ended(studio)
    sent = [each.fields for each in gateway.asked if each.method == "POST"]
    if road is not another_profile:
        assert len(sent) == plan.params.n
        assert {each["model"] for each in sent} == {plan.params.model}
        assert {each["prompt"] for each in sent} == {here.prompt}
        assert {each["quality"] for each in sent} == {plan.params.quality}
        (size,) = {each["size"] for each in sent}
        assert here.label.startswith(size_text(*map(int, size.split("x"))))
    else:
        assert sent == []
    fresh = await just_started(start_studio, studio, tmp_path)
    assert said(fresh) == here


async def test_what_only_local_fill_has_is_not_asked_of_others(
    start_studio, tmp_path: Path, gateway: Endpoint
) -> None:
    """It waits for local fill; the prompt and a size by the frame stay as they are."""
    studio = await begun(start_studio, gateway, tmp_path)
    studio.session.profiles.activate(LOCAL_FILL)
    assert studio.wiring.request.run()
    await scenes.all_ended(studio)
    assert studio.session.runs.runs[-1].snapshot.params.model == LOCAL_FILL_MODEL
    studio.session.profiles.activate(GATEWAY)
    studio.session.draft.take(WISH)
    before = said(studio)
    studio.wiring.gallery.view.select_row(0)
    studio.wiring.gallery.do("use_params")
    draft = studio.session.draft
    assert draft.params.prompt == WISH.prompt
    assert draft.params.size == "frame"
    assert draft.model == draft.models[0].id
    assert not draft.info.free
    assert said(studio).button == before.button
    assert "$" in said(studio).cost
    studio.session.profiles.activate(LOCAL_FILL)
    assert draft.model == LOCAL_FILL_MODEL


async def test_a_size_that_was_chosen_is_used_again(
    start_studio, tmp_path: Path, gateway: Endpoint
) -> None:
    studio = await begun(start_studio, gateway, tmp_path)
    studio.session.draft.change(size="1024x1024", n=1)
    assert studio.wiring.request.run()
    await scenes.all_ended(studio)
    studio.session.draft.change(size="frame")
    studio.wiring.gallery.view.select_row(0)
    studio.wiring.gallery.do("use_params")
    assert studio.session.draft.params.size == "1024x1024"
