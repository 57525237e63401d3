"""A server that has never run on this computer answers at once, says how, and goes on so."""

import subprocess
import sys

import pytest

from inpaint_studio.server.child import ServerChild
from tests.server.pictures import alpha_mask, frames, hole, image_part, mask_part, standard

COMPILE = "from inpaint_studio.engine.compiled import compile_now; compile_now()"


@pytest.fixture
def new_child(monkeypatch, tmp_path):
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path / "nothing-compiled-yet"))
    child = ServerChild()
    yield child
    child.stop()


def test_a_run_that_began_before_the_fill_was_compiled_ends_as_it_began(new_child, http):
    pytest.importorskip("numba")
    address = new_child.start()
    url = f"{address.base_url}/images/edits"
    headers = {"authorization": f"Bearer {address.token}"}

    def post(files=(), **fields):
        fields = {"prompt": "", "quality": "low", "seed": "7", **fields}
        answer = http.post(url, data=fields, files=files or standard(), headers=headers)
        assert answer.status_code == 200
        return answer

    streamed = frames(post(stream="true", partial_images="2").text)
    assert len(streamed) > 1
    assert {event["engine"] for _, event in streamed} == {"patchmatch"}
    before = post().json()

    subprocess.run([sys.executable, "-c", COMPILE], check=True)

    after = post().json()
    assert after["engine"] == before["engine"] == "patchmatch"
    assert after["data"] == before["data"], "one seed, one picture"
    elsewhere = [image_part(), mask_part(content=alpha_mask(hole()[::-1]))]
    assert post(elsewhere).json()["engine"] == "multiscale"
