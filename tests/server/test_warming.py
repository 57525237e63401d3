"""A server that has never run on this computer answers at once, and says how."""

import time

import pytest

from inpaint_studio.server.child import ServerChild
from tests.server.pictures import frames, is_filled, results, standard

COMPILED_WITHIN_S = 180.0


@pytest.fixture
def new_child(monkeypatch, tmp_path):
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path / "nothing-compiled-yet"))
    child = ServerChild()
    yield child
    child.stop()


def test_until_the_fill_is_compiled_the_fallback_answers_and_says_so(new_child, http):
    pytest.importorskip("numba")
    address = new_child.start()
    url = f"{address.base_url}/images/edits"
    headers = {"authorization": f"Bearer {address.token}"}

    def post(**fields):
        answer = http.post(url, data={"prompt": "", **fields}, files=standard(), headers=headers)
        assert answer.status_code == 200
        return answer

    streamed = frames(post(stream="true", partial_images="2").text)
    assert len(streamed) > 1
    assert {event["engine"] for _, event in streamed} == {"patchmatch"}

    end = time.monotonic() + COMPILED_WITHIN_S
    while (body := post(quality="low").json())["engine"] == "patchmatch":
        assert time.monotonic() < end
        time.sleep(0.2)
    assert body["engine"] == "multiscale"
    assert is_filled(results(body)[0])
