"""What a result is honest about: another answer than was asked for, and a mask nobody kept to."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from inpaint_studio.app import Studio
from inpaint_studio.contract.profile import Profile
from inpaint_studio.history.details import variant_details
from inpaint_studio.runs.run import Variant
from inpaint_studio.ui.staging.bar import StagingBar
from inpaint_studio.ui.style.figures import size_text
from tests.support import scenes, scripted
from tests.support.replies import answer

WIDE = (272, 240)
"""Twice what is sent of `scenes.open_masked_photo`."""


def told(bar: StagingBar) -> str:
    return bar._words.text().replace("\u00a0", " ")


def verb(bar: StagingBar) -> str:
    return bar.mask_fix_button.text() if bar.mask_fix_button.isVisible() else ""


async def open_widely_masked_photo(studio: Studio, folder: Path) -> None:
    """Enough masked and kept pixels to judge an endpoint by."""
    await scenes.open_photo(studio, scenes.write_photo(folder / "photo.png", 320, 240))
    document = studio.session.editor.document
    assert document is not None
    mask = np.zeros_like(document.mask)
    mask[80:160, 100:220] = 255
    studio.session.editor.replace_mask(mask, "Square")


async def run_at(studio: Studio, base_url: str, **fields) -> Variant:
    """One result of an endpoint that is a profile of the person's own."""
    profile = Profile(name="Lab", base_url=base_url, auth="none", **fields)
    studio.session.profiles.add(profile)
    studio.session.profiles.activate("Lab")
    (variant,) = await scenes.run_once(studio)
    assert variant.state == "done", variant.error
    return variant


async def test_what_came_otherwise_is_told_now_and_when_it_is_brought_back(
    studio: Studio, tmp_path: Path
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    bar, session = studio.window.staging_bar, studio.session
    picture = scripted.encoded((0, 200, 0), WIDE, "WEBP")
    params = replace(scripted.PARAMS, quality="high", stream=False, partial_images=0)
    reply = answer(picture, quality="medium", size="136x120")
    with scripted.scripted(reply) as there:
        run = await scripted.submit(studio, there, params)
        await scenes.all_ended(studio)
    (variant,) = run.variants
    asked, got = size_text(136, 120), size_text(*WIDE)
    differences = f"asked {asked}, got {got} · quality: asked high, got medium"
    assert f"{differences} · asked png, got webp" in told(bar)

    facts = dict(variant_details(session.history.variant(variant.id)))
    assert facts["returned size"] == "272x240"
    assert facts["stated size"] == "136x120"
    assert facts["returned quality"] == "medium"

    session.runs.runs.clear()
    studio.session.staging.clear()
    studio.wiring.gallery.shown.emit(variant.id)
    staging = studio.session.staging
    await scenes.until(staging.changed, lambda: staging.can_accept)
    assert staging.variant is not variant
    assert differences in told(bar)


async def test_a_result_that_cannot_be_placed_says_what_came(
    studio: Studio, tmp_path: Path
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    picture = scripted.encoded((0, 200, 0), (90, 30))
    params = replace(scripted.PARAMS, stream=False, partial_images=0)
    with scripted.scripted(answer(picture)) as there:
        await scripted.submit(studio, there, params)
        await scenes.all_ended(studio)
    words = f"asked {size_text(136, 120)}, got {size_text(90, 30)}"
    assert told(studio.window.staging_bar) == words


async def test_an_inverted_mask_is_turned_with_one_click_and_taken_back(
    studio: Studio, faulty, tmp_path: Path
) -> None:
    session, bar = studio.session, studio.window.staging_bar
    notices = studio.window.central_area.notices

    def convention() -> str:
        return session.profiles.active.mask_convention

    await open_widely_masked_photo(studio, tmp_path)
    await run_at(studio, faulty("inverted-mask"))
    assert "inverted" in told(bar)
    assert verb(bar) == "Send masks inverted"
    bar.mask_fix_button.click()
    assert convention() == "inverted"
    assert notices.text() == "Lab gets its masks inverted from now on"
    assert verb(bar) == "Run again"

    notices._action.click()
    assert convention() == "alpha"
    assert session.profiles.active.honours_mask is None
    assert verb(bar) == "Send masks inverted"

    bar.mask_fix_button.click()
    await asyncio.sleep(0.2)
    assert len(session.runs.runs) == 1, "nothing is sent unasked"
    bar.mask_fix_button.click()
    await scenes.until(session.runs.run_added, lambda: len(session.runs.runs) == 2)
    await scenes.all_ended(studio)
    (again,) = session.runs.runs[1].variants
    assert again.state == "done"
    assert again.placed is not None
    assert again.placed.figures.spill < 0.01, "the same endpoint keeps to the mask now"
    assert verb(bar) == ""


@pytest.mark.parametrize(
    ("convention", "words", "changed"),
    [
        ("alpha", "Send plain masks", {"mask_convention": "luminance"}),
        ("luminance", "Warn before running", {"honours_mask": False}),
    ],
)
async def test_an_ignored_mask_is_sent_plainly_then_warned_of(
    studio: Studio, faulty, tmp_path: Path, convention: str, words: str, changed: dict[str, object]
) -> None:
    session, bar = studio.session, studio.window.staging_bar
    await open_widely_masked_photo(studio, tmp_path)
    await run_at(studio, faulty("ignored-mask"), mask_convention=convention)
    before = session.profiles.active
    assert "ignored" in told(bar)
    assert verb(bar) == words
    bar.mask_fix_button.click()
    assert session.profiles.active == replace(before, **changed)
    assert verb(bar) == ("Run again" if "mask_convention" in changed else "")
    assert bool(session.profiles.warnings) == ("honours_mask" in changed)


async def test_local_fill_has_no_mask_fix(studio: Studio, faulty, tmp_path: Path) -> None:
    bar = studio.window.staging_bar
    await open_widely_masked_photo(studio, tmp_path)
    endpoint = scenes.at(faulty("ignored-mask"))
    await scripted.submit(studio, endpoint, scenes.PARAMS)
    await scenes.all_ended(studio)
    assert "ignored" in told(bar)
    assert verb(bar) == ""
