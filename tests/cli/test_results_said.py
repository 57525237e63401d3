"""What an endpoint says of a result is told, and a reader that has gone ends no paid run."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from pathlib import Path

import pytest

from inpaint_studio.contract.profile import Profile
from inpaint_studio.errors import ExportError
from inpaint_studio.picture.image_file import open_picture
from inpaint_studio.settings import Settings, save_settings
from tests.cli.conftest import KEY, ROOT, newest_states, open_history
from tests.support import replies
from tests.support.misbehaving import misbehaving
from tests.support.picture_files import chunk
from tests.support.scripted import encoded


def test_what_the_endpoint_says_is_in_the_json_and_in_the_history(run, photo, mask, tmp_path):
    picture = base64.b64encode(encoded((20, 90, 10), (180, 120))).decode()
    body = {
        "created": 1700000000, "data": [{"b64_json": picture, "revised_prompt": "a better x"}],
        "size": "180x120", "quality": "low", "background": "opaque", "output_format": "png",
        "safety_identifier": "me", "usage": {"total_tokens": 7},
    }  # fmt: skip
    with misbehaving(replies.http(json.dumps(body).encode())) as there:
        outcome = run(
            "edit", "--image", photo, "--mask", mask, "--prompt", "x", "--output", tmp_path,
            "--base-url", there.base_url, "--model", "m", "--json",
        )  # fmt: skip

    (result,) = (event for event in outcome.events if event["type"] == "result")
    said = {
        "size": "180x120", "quality": "low", "background": "opaque", "output_format": "png",
        "created": 1700000000, "revised_prompt": "a better x", "safety_identifier": "me",
    }  # fmt: skip
    assert {name: result[name] for name in said} == said
    assert result["usage"]["total_tokens"] == 7
    history = open_history()
    (variant,) = history.runs()[0].variants
    history.close()
    stated = json.loads(variant.answer_json or "{}")["stated"]
    assert stated["revised_prompt"] == "a better x"
    assert stated["created"] == 1700000000
    shown = run("history", "show", 1).out
    assert "stated revised prompt:a better x" in shown.replace(": ", ":")


def test_what_was_left_out_of_a_damaged_result_is_said(run, photo, mask, tmp_path):
    damaged = with_chunk(encoded((20, 90, 10), (180, 120)), chunk(b"zTXt", b"x", damaged=True))
    with misbehaving(replies.answer(damaged)) as there:
        outcome = run(
            "edit", "--image", photo, "--mask", mask, "--prompt", "x", "--output", tmp_path,
            "--base-url", there.base_url, "--model", "m",
        )  # fmt: skip

    words = "The file is damaged beside its pixels; left out: zTXt."
    assert outcome.status == 0
    assert words in outcome.err
    assert words in run("history", "show", 1).out


def with_chunk(png: bytes, added: bytes) -> bytes:
    """The file with a chunk behind its header."""
    return png[:33] + added + png[33:]


@pytest.mark.skipif(sys.platform == "win32", reason="a shell's redirections")
@pytest.mark.parametrize("json_flag", ["", " --json"])
@pytest.mark.parametrize("where", ["| true", ">&-", "> /dev/full", "2>&-", "> /dev/full 2>&1"])
def test_a_dead_stdout_ends_no_paid_run(
    photo, mask, tmp_path, endpoint, monkeypatch, where, json_flag
):
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    words = (
        f"'{sys.executable}' -m inpaint_studio edit --image '{photo}' --mask '{mask}' --prompt x"
        f" --n 3 --quality low --base-url {endpoint} --output '{tmp_path}/out'"
    )
    # The status of the command itself, not of what it is piped into.
    script = f"set -o pipefail; {words}{json_flag} {where}"
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert len(list(Path(tmp_path, "out").iterdir())) == 3
    assert newest_states() == ["done"] * 3
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


def sent_by(run, photo, mask, tmp_path, *flags, **profile):
    """The form fields of the request that a command sends by a profile."""
    picture = encoded((20, 90, 10), (180, 120))
    with misbehaving(replies.answer(picture)) as there:
        stored = Profile(name="Lab", base_url=there.base_url, auth="none", **profile).to_json()
        save_settings(Settings(profiles=(stored,)))
        outcome = run(
            "edit", "--image", photo, "--mask", mask, "--prompt", "x", "--output", tmp_path,
            "--profile", "Lab", "--model", "gpt-image-2", *flags,
        )  # fmt: skip
        assert outcome.status == 0, outcome.err
        return there.asked[-1].fields


@pytest.mark.parametrize(
    ("flags", "own", "sent"),
    [
        (["--output-format", "png"], {"output_format": "jpeg"}, {"output_format": "png"}),
        (["--quality", "auto"], {"quality": "high"}, {"quality": "auto"}),
        (["--quality", "low"], {"quality": "high"}, {"quality": "low"}),
        ([], {"quality": "high"}, {"quality": "high"}),
        (["--output-format", "png"], {}, {"output_format": "png"}),
        ([], {"n": "4", "stream": "true"}, {"n": "1", "stream": "false"}),
    ],
)
def test_a_profile_s_fields_never_override_a_flag(run, photo, mask, tmp_path, flags, own, sent):
    fields = sent_by(run, photo, mask, tmp_path, *flags, fields=own)

    assert {name: fields.get(name) for name in sent} == sent


def test_vendor_rules_are_warnings_elsewhere(run, photo, mask, tmp_path):
    fields = sent_by(
        run, photo, mask, tmp_path, "--response-format", "b64_json", "--quality", "max"
    )

    assert (fields["response_format"], fields["quality"]) == ("b64_json", "max")


def test_what_cannot_be_used_afterwards_is_refused_before_it_is_sent(run, photo, tmp_path):
    outcome = run(
        "edit", "--image", photo, "--prompt", "x", "--output-format", "svg", "--output", tmp_path,
        "--model", "gpt-image-2.6-flare", "--base-url", "http://127.0.0.1:1/v1",
    )  # fmt: skip

    assert outcome.status == 2
    assert "neither shown nor put into the picture" in outcome.err


def test_a_model_that_ends_is_told_with_its_successor(run, photo, mask, tmp_path):
    outcome = run(
        "edit", "--image", photo, "--mask", mask, "--prompt", "x", "--output", tmp_path,
        "--model", "gpt-image-1", "--size", "1024x1024", "--quality", "low",
    )  # fmt: skip

    assert "was retired on 2026-10-23" in outcome.err
    assert "Use --model gpt-image-2." in outcome.err


LONG = "really " * 400 + "END"


@pytest.mark.parametrize(
    "answer",
    [
        replies.error(400, LONG),
        replies.http(LONG.encode(), "text/plain", 502),
        replies.http(f"<html><p>{LONG}</p></html>".encode(), "text/html", 502),
        replies.http(json.dumps({"detail": {"detail": LONG}}).encode(), status=422),
        replies.http(json.dumps({"error": {"reason": LONG}}).encode(), status=500),
    ],
    ids=["contract", "text", "page", "nested", "unknown"],
)
def test_a_long_message_is_cut_on_stderr_and_whole_in_the_details(
    run, photo, mask, tmp_path, answer
):
    with misbehaving(answer) as there:
        outcome = run(
            "edit", "--image", photo, "--mask", mask, "--prompt", "x", "--output", tmp_path,
            "--base-url", there.base_url, "--model", "m", "--json",
        )  # fmt: skip

    assert len(outcome.err) < 1200
    assert "END" not in outcome.err
    assert LONG in outcome.events[-1]["detail"]
    assert "END" in run("history", "show", 1).out


def damaged_png(data: bytes) -> bytes:
    """The picture beside EXIF data that means nothing and a text with a wrong checksum."""
    garbage = chunk(b"eXIf", b"\x13\x37" * 40) + chunk(b"tEXt", b"a\0b", damaged=True)
    return data[:33] + garbage + data[33:]


@pytest.mark.parametrize("raw", [[], ["--raw"]])
@pytest.mark.parametrize("kept", [[], ["--no-history"]])
def test_damage_beside_the_pixels_of_a_result_costs_nothing(run, photo, mask, tmp_path, raw, kept):
    answer = replies.answer(damaged_png(encoded((20, 90, 10), (180, 120))))
    with misbehaving(answer) as there:
        outcome = run(
            "edit", "--image", photo, "--mask", mask, "--prompt", "x", "--output", tmp_path / "out",
            "--base-url", there.base_url, "--model", "m", *raw, *kept,
        )  # fmt: skip

    assert outcome.status == 0, outcome.err
    (path,) = (tmp_path / "out").iterdir()
    assert open_picture(path).size == (180, 120)


UNUSABLE = {
    "a kind of tomorrow": (b"a kind of tomorrow", ".bin"),
    "JPEG XL": (b"\xff\x0a" + b"\x01" * 60, ".bin"),
    "half a PNG": (encoded((20, 90, 10), (180, 120))[:200], ".png"),
    "another ratio": (encoded((20, 90, 10), (30, 300)), ".png"),
}


@pytest.mark.parametrize("flags", [[], ["--no-history"], ["--json"], ["--n", "2"]])
@pytest.mark.parametrize("name", UNUSABLE)
def test_what_a_server_sent_is_kept_whatever_it_is(run, photo, mask, tmp_path, name, flags):
    sent, ending = UNUSABLE[name]
    with misbehaving(replies.answer(sent)) as there:
        outcome = run(
            "edit", "--image", photo, "--mask", mask, "--prompt", "x", "--output", tmp_path / "out",
            "--base-url", there.base_url, "--model", "m", "--no-stream", *flags,
        )  # fmt: skip

    assert outcome.status == 1
    paths = sorted((tmp_path / "out").iterdir())
    assert paths
    assert all(path.read_bytes() == sent and path.suffix == ending for path in paths)
    assert all(str(path) in outcome.err for path in paths)


def test_a_result_is_kept_where_its_picture_cannot_be_written(
    run, photo, mask, tmp_path, monkeypatch
):
    def refuse(*_: object, **__: object) -> Path:
        raise ExportError("The picture is too large for this format", "Choose PNG.")

    monkeypatch.setattr("inpaint_studio.cli.results.export_picture", refuse)
    sent = encoded((20, 90, 10), (180, 120))
    with misbehaving(replies.answer(sent)) as there:
        outcome = run(
            "edit", "--image", photo, "--mask", mask, "--prompt", "x", "--output", tmp_path / "out",
            "--base-url", there.base_url, "--model", "m", "--no-history",
        )  # fmt: skip

    assert outcome.status == 1
    (path,) = (tmp_path / "out").iterdir()
    assert path.read_bytes() == sent
    assert "too large for this format" in outcome.err
    assert str(path) in outcome.err
