"""Misbehaviour on demand misbehaves as it says."""

import base64
import time

import httpx
import numpy as np
import pytest

from inpaint_studio.errors import RequestError
from inpaint_studio.server.fault_injection import InjectedFaults, parse_injected_faults
from tests.support.embedded import running
from tests.support.uploads import decoded, frames, hole, is_filled, results, source, standard

STREAM = {"prompt": "x", "stream": "true", "partial_images": "2"}


@pytest.fixture
def edit(engine, http):
    def edit(faults: str, data=None, count: int = 1):
        with running(engine, faults=parse_injected_faults(faults)) as url:
            answers = [
                http.post(f"{url}/images/edits", data=data or {"prompt": "x"}, files=standard())
                for _ in range(count)
            ]
        return answers[-1]

    return edit


def test_rate_limit(edit):
    answer = edit("rate-limit=12")
    assert answer.status_code == 429
    assert answer.headers["retry-after"] == "12"
    assert answer.headers["retry-after-ms"] == "12000"
    error = answer.json()["error"]
    assert (error["type"], error["code"]) == ("input-images", "rate_limit_exceeded")
    assert error["message"].endswith("Please try again in 12s.")


def test_server_error(edit):
    answer = edit("server-error")
    assert answer.status_code == 500
    assert answer.json()["error"]["type"] == "server_error"


def test_moderation(edit):
    error = edit("moderation").json()["error"]
    assert (error["type"], error["code"]) == ("image_generation_user_error", "moderation_blocked")
    assert error["moderation_details"] == {"moderation_stage": "input", "categories": ["violence"]}


def test_delay(edit):
    started = time.monotonic()
    assert edit("delay=0.5").status_code == 200
    assert time.monotonic() - started > 0.5


def test_cut_stream(edit, expected_log):
    expected_log("without completing response")
    with pytest.raises(httpx.RemoteProtocolError):
        edit("cut-stream", STREAM)


@pytest.mark.parametrize("fields", [STREAM, {"prompt": "x"}], ids=["stream", "plain"])
def test_stall(engine, http, fields):
    with running(engine, faults=parse_injected_faults("stall")) as url:
        with pytest.raises(httpx.ReadTimeout):
            http.post(f"{url}/images/edits", data=fields, files=standard(), timeout=1.0)
        started = time.monotonic()
    assert time.monotonic() - started < 1.5, "the hung-up caller holds nothing"


def test_stream_error(edit):
    *partials, (name, data) = frames(edit("stream-error", STREAM).text)
    assert [kind for kind, _ in partials] == ["image_edit.partial_image"] * len(partials)
    assert (name, data["error"]["type"]) == ("error", "server_error")


def test_plain_answers(edit):
    answer = edit("plain-answers", STREAM)
    assert answer.headers["content-type"] == "application/json"
    assert is_filled(results(answer.json())[0])


def test_url_answers(edit):
    (item,) = edit("url-answers").json()["data"]
    assert list(item) == ["url"]


def test_fewer_partials(edit):
    whole = frames(edit("", STREAM).text)
    fewer = frames(edit("fewer-partials", STREAM).text)
    assert len(fewer) <= 2
    assert len(fewer) <= len(whole)
    assert fewer[-1][0] == "image_edit.completed"


def test_ignored_mask(edit):
    (result,) = results(edit("ignored-mask").json())
    assert (result[~hole()] != source()[~hole()]).any(axis=1).mean() > 0.9


def test_inverted_mask(edit):
    (result,) = results(edit("inverted-mask").json())
    assert (result[hole()] == source()[hole()]).all()
    assert (result[~hole()] != source()[~hole()]).any(axis=1).mean() > 0.9


def test_drift(edit):
    completed = frames(edit("drift", STREAM).text)[-1][1]
    result = decoded(base64.b64decode(completed["b64_json"]))
    moved = np.abs(result.astype(int) - source())[~hole()]
    assert 5 < moved.mean() < 25


def test_times_limits_a_fault_to_the_first_edits(edit):
    assert edit("server-error,times=1").status_code == 500
    assert is_filled(results(edit("server-error,times=1", count=2).json())[0])


def test_parse_faults():
    assert parse_injected_faults("") == InjectedFaults()
    assert parse_injected_faults("delay=1.5, cut-stream,times=2") == InjectedFaults(
        delay=1.5, cut_stream=True, times=2
    )


@pytest.mark.parametrize("text", ["nonsense", "delay=soon", "delay=-1", "cut-stream=2", "times=x"])
def test_wrong_faults_are_named(text):
    with pytest.raises(RequestError, match=text.partition("=")[0]):
        parse_injected_faults(text)
