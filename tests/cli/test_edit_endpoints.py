"""What endpoints do to an edit: keys, failures, the environment, profiles."""

import socket

import pytest

from inpaint_studio.contract.profile import Profile
from inpaint_studio.settings import Settings, save_settings
from tests.cli.conftest import KEY, newest_states


def test_a_wrong_key_exits_with_1_and_the_endpoints_words(edit) -> None:
    outcome = edit("--api-key", "sk-wrong", "--model", "local-fill-no-prompt", "--json")

    assert outcome.status == 1
    assert outcome.events[-1]["type"] == "error"
    assert outcome.events[-1]["status"] == 401
    assert outcome.events[-1]["detail"] in outcome.err
    assert "sk-wrong" not in outcome.err + outcome.out
    assert newest_states() == ["failed"]


def test_an_endpoint_that_is_down_exits_with_1(edit) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    outcome = edit("--base-url", f"http://127.0.0.1:{port}/v1", "--model", "m", "--timeout", 1)

    assert outcome.status == 1
    assert outcome.err
    assert newest_states() == ["failed"]


@pytest.mark.parametrize(
    ("faults", "state"),
    [("cut-stream", "interrupted"), ("server-error", "failed"), ("moderation", "failed")],
)
def test_a_failing_endpoint_exits_with_1(edit, faulty, faults, state) -> None:
    outcome = edit("--json", "--partial-images", 1, "--base-url", faulty(faults))

    assert outcome.status == 1
    assert outcome.events[-1]["type"] == "error"
    assert newest_states() == [state]


def test_one_failed_variant_of_two_leaves_the_other(edit, faulty) -> None:
    outcome = edit("--stream", "--n", 2, "--json", "--base-url", faulty("moderation,times=1"))

    assert outcome.status == 1
    assert outcome.events[-1]["type"] == "completed"
    assert outcome.events[-1]["failed"] == 1
    assert len(outcome.events[-1]["paths"]) == 1
    assert sorted(newest_states()) == ["done", "failed"]


def test_the_environment_names_the_endpoint(
    run, photo, mask, tmp_path, endpoint, monkeypatch
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", endpoint)
    monkeypatch.setenv("OPENAI_API_KEY", KEY)

    outcome = run("edit", "--image", photo, "--mask", mask, "--prompt", "x", "--output", tmp_path)

    assert outcome.status == 0


def test_a_profile_of_the_settings_is_used_with_its_own_key(
    run, photo, mask, tmp_path, endpoint, monkeypatch
) -> None:
    save_settings(Settings(profiles=({"name": "My lab", "base_url": endpoint},)))
    monkeypatch.setenv("INPAINT_STUDIO_KEY_MY_LAB", KEY)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-for-another-server")

    outcome = run(
        "edit", "--image", photo, "--mask", mask, "--prompt", "x", "--output", tmp_path,
        "--profile", "My lab",
    )  # fmt: skip

    assert outcome.status == 0


def test_a_key_is_not_sent_in_the_clear_without_a_profile_that_allows_it(
    edit, run, photo, mask, tmp_path
) -> None:
    address = "http://studio.invalid/v1"
    outcome = edit("--api-key", "sk-secret", "--base-url", address, "--model", "m")
    assert outcome.status == 2
    assert "studio.invalid" in outcome.err
    assert "sk-secret" not in outcome.err

    stored = Profile(name="Lan", base_url=address, allows_plain_http=True).to_json()
    save_settings(Settings(profiles=(stored,)))
    outcome = run(
        "edit", "--image", photo, "--mask", mask, "--prompt", "x", "--output", tmp_path,
        "--api-key", "sk-secret", "--profile", "Lan", "--model", "m", "--timeout", 5,
    )  # fmt: skip
    assert outcome.status == 1
