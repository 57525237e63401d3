"""What endpoints do to an edit: keys, failures, the environment, profiles."""

import json
import socket

import pytest

from inpaint_studio.contract.profile import Profile
from inpaint_studio.settings import Settings, load_settings, save_settings, settings_path
from tests.cli.conftest import KEY, newest_states
from tests.support.misbehaving import misbehaving
from tests.support.replies import answer, error
from tests.support.scripted import encoded


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


KEY_OF_PREVIEW = "gpt-image-2 background=transparent"


def asks_for_a_preview(run, photo, mask, tmp_path, *flags):
    return run(
        "edit", "--image", photo, "--mask", mask, "--prompt", "x", "--output", tmp_path,
        "--model", "gpt-image-2", "--background", "transparent", "--no-stream",
        "--output-format", "png", *flags,
    )  # fmt: skip


@pytest.mark.parametrize("said", ["accepted", "refused"])
def test_what_a_server_said_to_a_preview_is_kept_with_its_profile(
    run, photo, mask, tmp_path, said
) -> None:
    taken = answer(encoded((0, 200, 0), (180, 120)), background="transparent")
    with misbehaving(
        taken if said == "accepted" else error(400, "not for you", param="background")
    ) as there:
        lab, other = (
            Profile(name=name, base_url=there.base_url, auth="none") for name in ("Lab", "Other")
        )
        save_settings(Settings(profiles=(lab.to_json(), other.to_json()), show_hint=False))
        first = asks_for_a_preview(run, photo, mask, tmp_path, "--profile", "Lab")
        again = asks_for_a_preview(run, photo, mask, tmp_path, "--profile", "Lab")

    assert first.status == again.status == (0 if said == "accepted" else 1)
    assert "some accounts may use it" in first.err
    assert ("has refused background transparent" in again.err) == (said == "refused")
    assert "some accounts may use it" not in again.err
    kept = load_settings().settings
    assert [each["previews"] for each in kept.profiles] == [{KEY_OF_PREVIEW: said}, {}]
    assert kept.show_hint is False


def test_what_proves_nothing_and_what_has_no_profile_changes_no_settings(
    run, photo, mask, tmp_path
) -> None:
    taken = answer(encoded((0, 200, 0), (180, 120)), background="transparent")
    with misbehaving(taken) as there:
        lab = Profile(name="Lab", base_url="http://127.0.0.1:1/v1", auth="none")
        save_settings(Settings(profiles=(lab.to_json(),)))
        before = settings_path().stat().st_mtime_ns
        there_itself = ("--base-url", there.base_url)
        assert asks_for_a_preview(run, photo, mask, tmp_path, *there_itself).status == 0
    assert asks_for_a_preview(run, photo, mask, tmp_path, "--profile", "Lab").status == 1
    assert settings_path().stat().st_mtime_ns == before


def test_settings_that_are_not_understood_are_not_written_over(run, photo, mask, tmp_path) -> None:
    taken = answer(encoded((0, 200, 0), (180, 120)), background="transparent")
    with misbehaving(taken) as there:
        lab = Profile(name="Lab", base_url=there.base_url, auth="none")
        save_settings(Settings(profiles=(lab.to_json(),)))
        stored = json.loads(settings_path().read_text("utf-8")) | {"show_hint": "of a newer kind"}
        settings_path().write_text(json.dumps(stored), "utf-8")
        before = settings_path().read_bytes()
        assert asks_for_a_preview(run, photo, mask, tmp_path, "--profile", "Lab").status == 0
    assert settings_path().read_bytes() == before
