"""Where a run goes that does not wait its turn."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

from inpaint_studio.app import Studio
from inpaint_studio.contract.profile import LOCAL_FILL_MODEL, Profile
from inpaint_studio.runs.run import Variant
from tests.support import scenes, scripted
from tests.support.replies import STREAM_HEAD, completed, write


def held_back(until: threading.Event):
    """A stream whose picture comes when told to."""

    async def reply(asked, writer) -> None:
        await write(writer, STREAM_HEAD)
        while not until.is_set():  # noqa: ASYNC110 -- it is set on another thread
            await asyncio.sleep(0.02)
        await write(writer, completed(scripted.GREEN))

    return reply


async def press(studio: Studio, name: str) -> Variant:
    """Choose an action of the Run menu; the variant of the run it begins."""
    runs = studio.session.runs
    before = len(runs.runs)
    studio.window.actions_[name].trigger()
    await scenes.until(runs.run_added, lambda: len(runs.runs) > before)
    return runs.runs[-1].variants[0]


async def one_at_a_time(studio: Studio, folder: Path, base_url: str) -> None:
    """A panel ready to run at an endpoint that gets one request at a time."""
    await scenes.open_masked_photo(studio, folder)
    profiles, panel = studio.session.profiles, studio.window.panel
    profiles.add(Profile(name="Lab", base_url=base_url, auth="none", models=(LOCAL_FILL_MODEL,)))
    profiles.activate("Lab")
    panel.draft.take(scenes.PARAMS)
    studio.session.runs.set_concurrency(1)


async def test_run_first_goes_before_all_that_wait(studio: Studio, tmp_path: Path) -> None:
    told = threading.Event()
    with scripted.scripted(held_back(told)) as there:
        await one_at_a_time(studio, tmp_path, there.endpoint.profile().base_url)
        runs = studio.session.runs
        running = await press(studio, "run")
        await scenes.until(runs.variant_changed, lambda: running.state == "running")
        waiting = await press(studio, "run")
        first = await press(studio, "run_first")
        assert (waiting.state, first.state) == ("queued", "queued")
        told.set()
        await scenes.all_ended(studio)
    assert [each.state for each in (running, waiting, first)] == ["done"] * 3
    began = [each.started or 0.0 for each in (running, first, waiting)]
    assert began == sorted(began)
    assert 0.0 not in began
    keys = [key.toString() for key in studio.window.actions_["run_first"].shortcuts()]
    assert keys == ["Ctrl+Shift+Return"]


async def test_stop_all_and_run_this_leaves_only_the_new_one(
    studio: Studio, tmp_path: Path
) -> None:
    told = threading.Event()
    with scripted.scripted(held_back(told)) as there:
        await one_at_a_time(studio, tmp_path, there.endpoint.profile().base_url)
        runs, actions = studio.session.runs, studio.window.actions_
        assert not actions["run_instead"].isEnabled(), "there is nothing to stop"
        running = await press(studio, "run")
        await scenes.until(runs.variant_changed, lambda: running.state == "running")
        waiting = await press(studio, "run")
        assert actions["run_instead"].isEnabled()
        instead = await press(studio, "run_instead")
        told.set()
        await scenes.all_ended(studio)
    assert [each.state for each in (running, waiting, instead)] == ["stopped"] * 2 + ["done"]
