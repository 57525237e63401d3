"""A server that has never run on this computer answers at once, says how, and goes on so."""

import shutil

import pytest

from inpaint_studio.engine.compiled import CACHE_VARIABLE, Kernels
from inpaint_studio.server.child import ServerChild
from tests.support.uploads import alpha_mask, frames, hole, image_part, mask_part, standard


@pytest.fixture
def empty(monkeypatch, tmp_path):
    """Where compiled kernels would be looked for; a copy of them lies beside it."""
    pytest.importorskip("numba")
    shutil.copytree(Kernels().folder, tmp_path / Kernels().folder.name)
    folder = tmp_path / "nothing-compiled-yet"
    folder.mkdir()
    monkeypatch.setenv(CACHE_VARIABLE, str(folder))
    return folder


@pytest.fixture
def new_child(empty):
    child = ServerChild()
    yield child
    child.stop()


def test_a_run_that_began_before_the_fill_was_compiled_ends_as_it_began(new_child, empty, http):
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

    (kernels,) = empty.parent.glob("kernels-*")
    kernels.rename(empty / kernels.name)  # as a compiler does at its end

    after = post().json()
    assert after["engine"] == before["engine"] == "patchmatch"
    assert after["data"] == before["data"], "one seed, one picture"
    elsewhere = [image_part(), mask_part(content=alpha_mask(hole()[::-1]))]
    assert post(elsewhere).json()["engine"] == "multiscale"
