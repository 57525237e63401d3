"""What an endpoint said to a preview is remembered for its profile, and told before sending."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from inpaint_studio.app import Studio
from inpaint_studio.contract.profile import Profile
from tests.support import scenes, scripted
from tests.support.misbehaving import misbehaving
from tests.support.replies import answer, error

PARAMS = replace(
    scenes.PARAMS, prompt="a door", model="gpt-image-2", background="transparent",
    stream=False, partial_images=0,
)  # fmt: skip
KEY = "gpt-image-2 background=transparent"


def warnings(studio: Studio) -> list[str]:
    problems = studio.session.planner.plan_for(PARAMS).problems
    return [str(each.message) for each in problems if each.field == "background"]


@pytest.mark.parametrize("said", ["accepted", "refused"])
async def test_the_profile_remembers_what_its_endpoint_said(
    studio: Studio, tmp_path: Path, said: str
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    taken = answer(scripted.encoded((0, 200, 0), (136, 120)), background="transparent")
    reply = taken if said == "accepted" else error(400, "not for you", param="background")
    profiles = studio.session.profiles
    with misbehaving(reply) as there:
        for name in ("Lab", "Other"):
            profiles.add(Profile(name=name, base_url=there.base_url, auth="none"))
        profiles.activate("Lab")
        (before,) = warnings(studio)
        assert "some accounts" in before
        await scenes.run_once(studio, PARAMS)

    assert profiles.active.previews == {KEY: said}
    after = warnings(studio)
    assert after == [] if said == "accepted" else "has refused" in after[0]
    assert studio.session.settings.now.profiles[0]["previews"] == {KEY: said}
    profiles.activate("Other")
    assert warnings(studio) == [before]
