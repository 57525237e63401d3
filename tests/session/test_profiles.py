"""Profiles as the window uses them: kept, switched, reached with their own key."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace

import keyring
import pytest

from inpaint_studio.client import EditClient
from inpaint_studio.client.probe_report import CheckResult
from inpaint_studio.contract.catalog import load_catalog
from inpaint_studio.contract.check import Problem
from inpaint_studio.contract.profile import Profile
from inpaint_studio.contract.templates import TEMPLATES
from inpaint_studio.errors import RequestError, SettingsError
from inpaint_studio.secret_store import Secret, SecretStore
from inpaint_studio.session.io_thread import IoThread
from inpaint_studio.session.local_server import LocalServer
from inpaint_studio.session.profiles import LOCAL_FILL, Profiles
from inpaint_studio.session.stored_profiles import offered_by, variables_of
from inpaint_studio.session.tasks import Tasks
from inpaint_studio.settings import Settings, load_settings, settings_path
from tests.support.canary import CANARY
from tests.support.misbehaving import Endpoint
from tests.support.replies import http
from tests.test_secret_store import _Working

LAB = Profile(name="Lab", base_url="https://lab.example/v1")
CATALOG = load_catalog()


@asynccontextmanager
async def running(settings: Settings) -> AsyncIterator[Profiles]:
    errors: list[BaseException] = []
    tasks, io, client = Tasks(asyncio.get_running_loop(), errors.append), IoThread(), EditClient()
    secrets = SecretStore(environment={})
    profiles = Profiles(settings, CATALOG, LocalServer(), client, io, tasks, secrets)
    try:
        yield profiles
        await asyncio.gather(*tasks._live)
    finally:
        await io.run(client.aclose())
        io.stop()
    assert errors == []


@pytest.fixture
def profiles(settings: Settings) -> AbstractAsyncContextManager[Profiles]:
    return running(settings)


@pytest.fixture
def working_keyring():
    before = keyring.get_keyring()
    backend = _Working()
    keyring.set_keyring(backend)
    yield backend
    keyring.set_keyring(before)


def names(profiles: Profiles) -> list[str]:
    return [profile.name for profile in profiles.all]


async def test_local_fill_is_first_and_active_until_another_is_chosen(profiles):
    assert profiles.active.name == LOCAL_FILL
    profiles.add(LAB)
    profiles.move("Lab", -1)
    assert names(profiles) == [LOCAL_FILL, "Lab"]
    with pytest.raises(ValueError, match="not in list"):
        profiles.remove(LOCAL_FILL)


async def test_profiles_are_added_moved_removed_and_put_back(profiles):
    for _number in range(3):
        profiles.add(LAB)
    assert names(profiles) == [LOCAL_FILL, "Lab", "Lab 2", "Lab 3"]
    profiles.move("Lab 3", -1)
    profiles.activate("Lab 3")
    profiles.remove("Lab 3")
    assert profiles.active.name == LOCAL_FILL
    assert profiles.restore().name == "Lab 3"
    assert names(profiles) == [LOCAL_FILL, "Lab", "Lab 3", "Lab 2"]
    assert [entry["name"] for entry in profiles.stored()["profiles"]] == names(profiles)[1:]


@pytest.mark.parametrize("name", ["", "  ", LOCAL_FILL, "Other"])
async def test_a_name_that_is_empty_or_taken_is_refused(profiles, name):
    profiles.add(LAB)
    profiles.add(replace(LAB, name="Other"))
    with pytest.raises(SettingsError):
        profiles.change("Lab", replace(LAB, name=name))
    assert names(profiles) == [LOCAL_FILL, "Lab", "Other"]


async def test_the_key_goes_along_with_a_new_name_and_away_with_the_profile(
    profiles, working_keyring
):
    profiles.add(LAB)
    await profiles.store_key("Lab", CANARY)
    profiles.change("Lab", replace(LAB, name="Studio"))
    await asyncio.gather(*profiles._tasks._live)
    assert list(working_keyring.kept.values()) == [CANARY]
    assert (await profiles.key_of(replace(LAB, name="Studio"))).key == CANARY
    profiles.remove("Studio")
    assert working_keyring.kept
    profiles.forget_removed()
    await asyncio.gather(*profiles._tasks._live)
    assert not working_keyring.kept


async def test_a_run_is_sent_to_the_profile_with_its_key(profiles):
    profiles.add(LAB)
    profiles.activate("Lab")
    await profiles.store_key("Lab", CANARY)
    endpoint = await profiles.endpoint()
    assert (endpoint.profile.name, endpoint.api_key) == ("Lab", CANARY)
    assert CANARY not in repr(endpoint)


async def test_a_key_does_not_travel_over_plain_http_without_a_word(profiles):
    plain = replace(LAB, base_url="http://lab.example/v1")
    profiles.add(plain)
    with pytest.raises(
        RequestError, match="has no key"
    ):  # nothing yet that could be read on the way
        await profiles.endpoint(plain)
    await profiles.store_key("Lab", CANARY)
    with pytest.raises(RequestError, match=r"lab\.example"):
        await profiles.endpoint(plain)
    allowed = replace(plain, allows_plain_http=True)
    assert (await profiles.endpoint(allowed)).api_key == CANARY


async def test_a_profile_that_is_chosen_asks_the_keyring_once(profiles, monkeypatch):
    asked: list[str] = []
    find = SecretStore.find

    def counted(store: SecretStore, name: str, variables: tuple[str, ...] = ()) -> Secret | None:
        asked.append(name)
        return find(store, name, variables)

    monkeypatch.setattr(SecretStore, "find", counted)
    async with Endpoint([http(b'{"data": []}')]) as endpoint:
        profiles.add(endpoint.profile(name="Lab"))
        profiles.activate("Lab")
        await asyncio.gather(*profiles._tasks._live)
    assert asked == ["Lab"]


async def test_a_server_that_lists_models_has_them_offered(profiles):
    listing = http(json.dumps({"data": [{"id": "lab-model"}]}).encode())
    async with Endpoint([listing]) as endpoint:
        profiles.add(endpoint.profile(name="Lab"))
        profiles.activate("Lab")
        await asyncio.gather(*profiles._tasks._live)
    offered = [model.id for model in profiles.models]
    assert offered[0] == "lab-model"
    assert "gpt-image-2" in offered


async def test_a_test_reports_and_what_it_learned_is_kept(profiles):
    found: list[CheckResult] = []
    async with Endpoint([http(b"no", status=500)]) as endpoint:
        profile = profiles.add(endpoint.profile(name="Lab"))
        await profiles.test(profile, CATALOG.model("m"), found.append)
        await asyncio.sleep(0.05)
    assert found[0].check == "reachable"
    profiles.activate("Lab")
    profiles.learn("Lab", {"honours_mask": False, "refused_fields": ("quality",)})
    assert [problem.field for problem in profiles.warnings] == ["mask"]
    assert profiles.catalog.model("gpt-image-2").qualities == ()


async def test_stored_entries_that_make_no_profile_are_kept_aside():
    entries = [LAB.to_json(), {"name": "Broken"}, LAB.to_json(), {"name": "", "base_url": "x"}]
    settings_path().parent.mkdir(parents=True)
    settings_path().write_text(json.dumps({"version": 1, "profiles": entries}))
    async with running(load_settings().settings) as profiles:
        assert names(profiles) == [LOCAL_FILL, "Lab"]
        assert "Broken" in profiles.notice.message
        kept = settings_path().with_name("settings.json.bad")
        assert json.loads(kept.read_bytes())["profiles"] == json.loads(json.dumps(entries))


@pytest.mark.parametrize(
    ("environment", "name", "address"),
    [
        ({"OPENAI_API_KEY": CANARY}, "OpenAI", TEMPLATES["OpenAI"].base_url),
        (
            {"OPENAI_API_KEY": CANARY, "OPENAI_BASE_URL": "http://box:8/v1/"},
            "box",
            "http://box:8/v1",
        ),
        ({"OPENAI_BASE_URL": "https://box/v1"}, "box", "https://box/v1"),
    ],
)
def test_the_environment_is_offered(environment, name, address):
    offered = offered_by(environment)

    assert offered is not None
    assert (offered.name, offered.base_url) == (name, address)


def test_nothing_is_offered_where_nothing_is_set():
    assert offered_by({}) is None


def test_the_vendors_variable_is_for_the_vendor_or_the_address_beside_it():
    openai, lab = TEMPLATES["OpenAI"], LAB
    alone = {"OPENAI_API_KEY": CANARY}
    beside = {**alone, "OPENAI_BASE_URL": "https://lab.example/v1"}

    assert variables_of(openai, alone) == ("OPENAI_API_KEY",)
    assert variables_of(lab, alone) == ()
    assert variables_of(lab, beside) == ("OPENAI_API_KEY",)
    assert variables_of(openai, beside) == ()


def key_problems(profiles) -> list[tuple[str, bool]]:
    return [(p.field, p.is_error) for p in profiles.warnings]


async def settled(profiles) -> None:
    while profiles._tasks._live:
        await asyncio.gather(*profiles._tasks._live)


async def test_a_profile_without_the_key_it_needs_says_so_before_anything_is_sent(profiles):
    told: list[tuple[Problem, ...]] = []
    profiles.active_changed.connect(lambda: told.append(profiles.warnings))
    profiles.add(LAB)
    profiles.activate("Lab")
    await settled(profiles)
    assert key_problems(profiles) == [("api_key", True)]
    assert str(told[-1][0].message) == "Lab has no key."
    with pytest.raises(RequestError, match="Lab has no key"):
        await profiles.endpoint()
    await profiles.store_key("Lab", CANARY)
    await settled(profiles)
    assert key_problems(profiles) == []
    await profiles.forget_key("Lab")
    assert key_problems(profiles) == [("api_key", True)]
    profiles.change("Lab", replace(LAB, auth="none"))
    await settled(profiles)
    assert told[-1] == ()
    assert (await profiles.endpoint()).api_key is None


async def test_a_server_on_this_machine_may_need_no_key_which_is_only_said(profiles):
    profiles.add(replace(LAB, base_url="http://127.0.0.1:9/v1"))
    profiles.activate("Lab")
    await settled(profiles)
    assert key_problems(profiles) == [("api_key", False)]
    assert (await profiles.endpoint()).api_key is None


async def test_a_key_that_goes_along_with_a_new_name_is_not_missed(profiles):
    profiles.add(LAB)
    profiles.activate("Lab")
    await profiles.store_key("Lab", CANARY)
    profiles.change("Lab", replace(LAB, name="Studio"))
    await settled(profiles)
    assert key_problems(profiles) == []
