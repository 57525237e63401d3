"""Contract §4, last paragraph: profiles, ready-made and stored."""

import json
from dataclasses import replace

import pytest

from inpaint_studio.contract.profile import Profile
from inpaint_studio.contract.templates import TEMPLATES
from inpaint_studio.errors import SettingsError


def test_there_is_a_template_for_every_known_kind_of_server():
    assert list(TEMPLATES) == [
        "OpenAI", "Azure OpenAI", "LiteLLM proxy", "LocalAI", "SGLang", "vLLM-Omni",
        "stable-diffusion.cpp", "Other gateway",
    ]  # fmt: skip


@pytest.mark.parametrize("profile", TEMPLATES.values(), ids=lambda p: p.name)
def test_profiles_come_back_from_json(profile):
    assert Profile.from_json(json.loads(json.dumps(profile.to_json()))) == profile


def test_unknown_names_are_dropped_and_missing_ones_default():
    stored = {"name": "a", "base_url": "http://b", "from_the_future": 1}

    assert Profile.from_json(stored) == Profile(name="a", base_url="http://b")


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": 5}, {"base_url": None}, {"auth": "magic"}, {"max_n": "four"}, {"max_n": 0},
        {"max_n": True}, {"headers": ["a"]}, {"query": {"a": 1}}, {"idle_timeout_s": "soon"},
        {"streaming": None}, {"response_format": 3}, {"honours_mask": "yes"}, {"models": [1]},
        {"max_partials": -1}, {"allows_plain_http": None}, {"refused_fields": "n"},
    ],
)  # fmt: skip
def test_wrong_values_are_named(wrong):
    (name,) = wrong

    with pytest.raises(SettingsError, match=name):
        Profile.from_json({"name": "a", "base_url": "http://b", **wrong})


def test_a_profile_without_an_address_is_refused():
    with pytest.raises(SettingsError, match="base_url"):
        Profile.from_json({"name": "a"})


@pytest.mark.parametrize(
    ("address", "auth", "in_the_clear"),
    [
        ("http://10.0.0.5:8080/v1", "bearer", True),
        ("HTTP://models.example/v1", "api-key", True),
        ("http://10.0.0.5:8080/v1", "none", False),
        ("http://localhost:8080/v1", "bearer", False),
        ("http://[::1]:8080/v1", "bearer", False),
        ("https://models.example/v1", "bearer", False),
        ("http://[broken", "bearer", True),
    ],
)
def test_a_key_over_plain_http_to_another_machine_needs_a_word(address, auth, in_the_clear):
    profile = Profile(name="a", base_url=address, auth=auth)

    assert profile.shows_key_in_the_clear is in_the_clear
    assert not replace(profile, allows_plain_http=True).shows_key_in_the_clear


def test_what_a_test_found_is_stored():
    profile = Profile(
        name="a",
        base_url="https://b",
        honours_mask=False,
        honours_size=True,
        max_partials=0,
        refused_fields=("quality",),
        models=("m",),
    )

    assert Profile.from_json(json.loads(json.dumps(profile.to_json()))) == profile
