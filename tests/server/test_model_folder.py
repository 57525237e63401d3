"""`serve --model-dir`: the endpoint over a diffusion pipeline of the person's own."""

import signal
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import httpx
import numpy as np
import pytest

from inpaint_studio.engine import PatchMatchEngine
from inpaint_studio.engine.diffusion import LIBRARIES
from tests.support.embedded import running
from tests.support.tiny_pipeline import save_tiny_pipeline
from tests.support.uploads import frames, is_filled, results, standard

ROOT = Path(__file__).parents[2]

needs_the_extra = pytest.mark.skipif(
    any(find_spec(name) is None for name in LIBRARIES),
    reason="the extra 'diffusers' is not installed",
)


class Obedient(PatchMatchEngine):
    model = "my-pipeline"
    note = "Follows the prompt, or so it says."
    follows_prompt = True


@pytest.fixture(scope="module")
def obedient():
    engine = Obedient(workers=1)
    with running(engine) as url:
        yield url
    engine.close()


def test_the_folders_model_is_listed_first_and_the_one_without_a_prompt_is_not(obedient, http):
    listed = http.get(f"{obedient}/models").json()["data"]
    assert listed[0]["id"] == "my-pipeline"
    assert listed[0]["description"] == Obedient.note
    assert "local-fill-no-prompt" not in [model["id"] for model in listed]


def test_a_model_that_follows_the_prompt_wants_one(obedient, http):
    url = f"{obedient}/images/edits"
    refused = http.post(url, data={}, files=standard())
    assert refused.status_code == 400
    assert refused.json()["error"]["param"] == "prompt"
    assert http.post(url, data={"prompt": "a bird"}, files=standard()).status_code == 200


def serve(*flags: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "inpaint_studio", "serve", "--port", "0", *flags],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )


def test_a_folder_that_holds_no_pipeline_ends_the_server_with_words(tmp_path):
    process = serve("--model-dir", str(tmp_path))
    _, complaints = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "model_index.json" in complaints or "inpaint-studio[diffusers]" in complaints


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """The address of a server over a tiny pipeline of random weights."""
    folder = save_tiny_pipeline(tmp_path_factory.mktemp("models") / "tiny-inpainting")
    process = serve("--model-dir", str(folder))
    assert process.stdout is not None
    yield process.stdout.readline().strip().removeprefix("Serving ")
    process.send_signal(signal.SIGTERM)
    _, complaints = process.communicate(timeout=20)
    assert process.returncode == 0
    assert "Traceback" not in complaints


@needs_the_extra
def test_it_answers_a_real_request(served):
    fields = {"prompt": "a red bird", "seed": "5", "quality": "low"}
    with httpx.Client(timeout=300, trust_env=False) as client:
        assert client.get(f"{served}/models").json()["data"][0]["id"] == "tiny-inpainting"
        first, second = (
            client.post(f"{served}/images/edits", data={**fields, "n": "2"}, files=standard())
            for _ in range(2)
        )
    made, again = results(first.json()), results(second.json())
    assert all(is_filled(result) for result in made)
    assert first.json()["engine"] == "diffusion"
    assert not np.array_equal(made[0], made[1]), "two variants"
    assert np.array_equal(made, again), "the same seed"


@needs_the_extra
def test_it_streams_partials_then_the_result(served):
    fields = {"prompt": "a red bird", "quality": "low", "stream": "true", "partial_images": "3"}
    with httpx.Client(timeout=300, trust_env=False) as client:
        answer = client.post(f"{served}/images/edits", data=fields, files=standard())
    assert answer.headers["content-type"].startswith("text/event-stream")
    events = frames(answer.text)
    assert [name for name, _ in events] == [
        *["image_edit.partial_image"] * 3,
        "image_edit.completed",
    ]
    assert len({event["b64_json"] for _, event in events}) == 4
    assert {event["engine"] for _, event in events} == {"diffusion"}
