"""Nothing a person did not ask for moves what is under the pointer."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QDockWidget,
    QLabel,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)
from shiboken6 import isValid

from inpaint_studio.app import Studio
from inpaint_studio.contract.profile import Profile
from inpaint_studio.settings import Settings, save_settings
from inpaint_studio.ui.main_window import MainWindow
from tests.support import scenes, scripted
from tests.support.replies import completed, error, partial, stream
from tests.support.scripted import GREEN

SIZES = ((1280, 720), (1440, 900), (1920, 1080))
_CONTROLS: tuple[type[QWidget], ...] = (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QAbstractSlider,
    QPlainTextEdit,
    QDockWidget,
)
_LOOK_MS = 60
_SETTLED_S = 0.1

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


class Places:
    """Where every control of a window has been seen, in the window's pixels."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._seen: dict[QWidget, dict[tuple[int, int, int, int], str]] = {}
        self._names: dict[QWidget, str] = {}

    def look(self, when: str) -> None:
        for widget in self._standing():
            self._names[widget] = _name(widget)
            box = _box(widget, self._window)
            self._seen.setdefault(widget, {}).setdefault(box.getRect(), when)

    def moved(self) -> list[str]:
        """What has been in more than one place, with the places and when it was first there."""
        return [f"{self._names[each]}: {at}" for each, at in self._seen.items() if len(at) > 1]

    def shared(self, within: QWidget) -> list[str]:
        """Buttons of which one has been where another was."""
        buttons = [
            (each, at)
            for each, at in self._seen.items()
            if isinstance(each, QAbstractButton) and isValid(each) and within.isAncestorOf(each)
        ]
        return [
            f"{self._names[one]} and {self._names[other]}"
            for (one, first), (other, second) in combinations(buttons, 2)
            if any(QRect(*a).intersects(QRect(*b)) for a in first for b in second)
        ]

    def _standing(self) -> Iterator[QWidget]:
        window = self._window
        talking = (window.central_area.notices, window.central_area.question)
        naming = (window.chip, window.status._profile)  # what a person has just chosen
        bars = (window.staging_bar, window.central_area.stack)
        found = (widget for kind in _CONTROLS for widget in window.findChildren(kind))
        for widget in (*bars, *window.status.findChildren(QLabel), *found):
            if (
                widget.isVisible()
                and widget not in naming
                and widget.window() is window
                and not isinstance(widget, QScrollBar)
                and not any(bar.isAncestorOf(widget) for bar in talking)
            ):
                yield widget


def _box(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _name(widget: QWidget) -> str:
    words = widget.property("text") or widget.accessibleName() or widget.objectName()
    return f"{type(widget).__name__} {words!r}"


@asynccontextmanager
async def watched(places: Places, when: str) -> AsyncIterator[None]:
    """Look again and again meanwhile, with time in between for what is watched."""
    timer = QTimer(singleShot=True, interval=_LOOK_MS)

    def look() -> None:
        places.look(when)
        timer.start()

    timer.timeout.connect(look)
    timer.start()
    yield
    timer.stop()
    await asyncio.sleep(_SETTLED_S)
    places.look(when)


async def _whole_run(studio: Studio, places: Places) -> None:
    replies = {
        "a run": [stream(partial(0, GREEN), 0.2, partial(1, GREEN), 0.2, completed(GREEN))],
        "a cut": [stream(partial(0, GREEN), 0.2)],
        "an error": [error(500)],
        "a wait": [error(429, headers={"retry_after": "1"}.items()), stream(completed(GREEN))],
    }
    for when, answers in replies.items():
        with scripted.scripted(*answers) as there:
            async with watched(places, when):
                await scripted.submit(studio, there)
                await scenes.all_ended(studio)
                await scenes.eventually(studio.window.staging_bar.isVisible)
    for view in ("raw", "seam", "composite"):
        studio.session.staging.look(view)
    async with watched(places, "ten that run"):
        studio.window.panel.run.set_live(10)
    studio.window.panel.run.set_live(0)


async def _film_strip(studio: Studio, places: Places) -> None:
    staging = studio.session.staging
    staging.show(studio.session.runs.runs[0].variants[0])
    for _ in range(2):
        async with watched(places, "the film strip"):
            studio.window.actions_["film"].trigger()
    async with watched(places, "after it"):
        staging.clear()


async def _mask_apply(studio: Studio, places: Places) -> None:
    options, editor = studio.window.options.mask_options, studio.session.editor
    async with watched(places, "a mask that is adjusted"):
        options.grow.setValue(4)
        await scenes.eventually(lambda: editor.is_adjusting)
    async with watched(places, "applied"):
        options.apply_asked.emit()
        await scenes.eventually(lambda: not editor.is_adjusting)


async def _profile_and_models(studio: Studio, places: Places) -> None:
    session = studio.session
    async with watched(places, "another profile"):
        session.profiles.activate("Lab")
    for info in session.profiles.models:
        async with watched(places, info.id):
            session.draft.change(model=info.id)
    async with watched(places, "a prompt"):
        session.draft.change(prompt="a red door")
    async with watched(places, "the first profile"):
        session.draft.change(prompt="")
        session.profiles.activate(session.profiles.all[0].name)


def cut_words(window: QWidget) -> list[str]:
    """Labels and buttons that have less room than their words take."""
    cut = []
    for part in window.findChildren(QWidget):
        if not (isinstance(part, QLabel | QAbstractButton) and part.isVisible()):
            continue
        wanted = part.sizeHint()
        wraps = isinstance(part, QLabel) and part.wordWrap()
        least = part.heightForWidth(part.width()) if wraps else wanted.height()
        if (not wraps and part.width() < wanted.width()) or part.height() < least:
            cut.append(f"{_name(part)}: {part.size().toTuple()} of {wanted.toTuple()}")
    return cut


@pytest.mark.parametrize("language", ["en", "de", "ar"])
async def test_nothing_moves_by_itself(start_studio, tmp_path, language) -> None:
    save_settings(Settings(language=language))
    studio = await start_studio()
    window, bar = studio.window, studio.window.staging_bar
    studio.session.profiles.add(Profile(name="Lab", base_url="https://lab.invalid/v1", auth="none"))
    studio.session.profiles.activate(studio.session.profiles.all[0].name)
    complaints: list[str] = []
    for width, height in SIZES:
        window.resize(width, height)
        await scenes.open_masked_photo(studio, tmp_path)
        await asyncio.sleep(_SETTLED_S)
        places = Places(window)
        places.look("a mask")
        await _whole_run(studio, places)
        if not window.central_area.stack.rect().contains(bar.geometry()):
            complaints.append(f"{width}: the bar {bar.geometry()} is outside")
        complaints += [f"{width} cut: {each}" for each in cut_words(window)]
        await _film_strip(studio, places)
        await _mask_apply(studio, places)
        await _profile_and_models(studio, places)
        complaints += [f"{width} moved: {each}" for each in places.moved()]
        for part in (bar, window.panel.run, window.options):
            complaints += [f"{width} shared: {each}" for each in places.shared(part)]
    assert not complaints, "\n".join(complaints)
