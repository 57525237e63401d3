"""Clients nobody here wrote, against `inpaint-studio serve`: the vendor's packages, unchanged.

The Python package in versions 3, with strict response validation, and 2, and the npm package,
which sends files first, chunked, and as octet-stream.
"""

import base64
import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from inpaint_studio.server.fault_injection import InjectedFaults
from tests.server.peers.install import npm_package, python_package
from tests.support.embedded import running, served
from tests.support.uploads import (
    HEIGHT,
    WIDTH,
    alpha_mask,
    decoded,
    frames,
    hole,
    image_part,
    is_filled,
    mask_part,
    png,
    source,
)

KEY = "sk-test"
PEERS = Path(__file__).parent / "peers"
USER, INVALID = "image_generation_user_error", "invalid_request_error"


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    folder: Path = tmp_path_factory.mktemp("pictures")
    with_hole = np.dstack([source(), np.where(hole(), 0, 255).astype(np.uint8)])
    files = {
        "image.png": png(source()), "mask.png": alpha_mask(), "hole.png": png(with_hole),
        "small.png": alpha_mask(hole()[:20]),
    }  # fmt: skip
    for name, content in files.items():
        folder.joinpath(name).write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def address():
    with served("--api-key", KEY) as url:
        yield url


@pytest.fixture(scope="module", params=["python 3", "python 2", "npm"])
def seen(request, address, engine, folder, tmp_path_factory):
    """What the peer saw, scene by scene."""
    kept = getattr(request.config, "cache", None)  # switched off by -p no:cacheprovider
    cache = kept.mkdir("peers") if kept else tmp_path_factory.mktemp("peers")
    command, env = {
        "python 3": _this_python, "python 2": _older_python, "npm": _node,
    }[request.param](cache)  # fmt: skip
    with running(engine, api_key=KEY, faults=InjectedFaults(moderation=True)) as faulty:
        done = subprocess.run(
            [*command, address, KEY, faulty, str(folder)],
            capture_output=True, text=True, timeout=120,
            env=os.environ | env | {"NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"},
        )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout) | {"peer": request.param}


def _this_python(cache: Path):
    pytest.importorskip("openai", minversion="3", reason="the dev extra is not installed")
    return [sys.executable, str(PEERS / "openai_python.py")], {}


def _older_python(cache: Path):
    command = [sys.executable, str(PEERS / "openai_python.py")]
    return command, {"PYTHONPATH": str(python_package(cache))}


def _node(cache: Path):
    return ["node", str(PEERS / "openai_node.mjs"), str(npm_package(cache))], {}


def all_filled(scene: dict) -> bool:
    return all(is_filled(decoded(base64.b64decode(image))) for image in scene["images"])


def test_it_is_the_version_meant(seen):
    expected = {"python 3": "3.", "python 2": "2.54.0", "npm": "7.57.0"}[seen["peer"]]
    assert seen["version"].startswith(expected)


def test_plain(seen):
    scene = seen["plain"]
    assert len(scene["images"]) == 2
    assert all_filled(scene)
    assert scene["usage"] > 0
    assert (scene["quality"], scene["background"], scene["output_format"]) == (
        "low", "opaque", "png",
    )  # fmt: skip
    assert scene["size"] == f"{WIDTH}x{HEIGHT}"
    assert scene["request_id"].startswith("req_")


def test_stream(seen):
    scene = seen["stream"]
    partials = len(scene["indexes"])
    assert partials >= 1
    assert scene["types"] == ["image_edit.partial_image"] * partials + ["image_edit.completed"]
    assert scene["indexes"] == list(range(partials))
    assert all_filled(scene)
    assert scene["usage"] > 0


@pytest.mark.parametrize("name", ["several images", "list of one", "own transparency"])
def test_images_and_masks(seen, name):
    assert len(seen[name]["images"]) == 1
    assert all_filled(seen[name])


def test_url(seen):
    assert seen["url"]["b64_json"] is None
    assert all_filled(seen["url"])


def test_output_format_and_compression(seen):
    scene = seen["webp"]
    assert scene["output_format"] == "webp"
    assert base64.b64decode(scene["images"][0])[8:12] == b"WEBP"


def test_models(seen):
    wanted = {"gpt-image-2", "dall-e-2", "gpt-image-2.6-sunburst", "local-fill-no-prompt"}
    assert wanted <= set(seen["models"])


@pytest.mark.parametrize(
    ("name", "kind", "status", "code", "param", "error_type"),
    [
        ("streaming two", "BadRequestError", 400, None, None, INVALID),
        ("unknown model", "NotFoundError", 404, "model_not_found", "model", INVALID),
        ("no picture", "BadRequestError", 400, None, "image", INVALID),
        ("long prompt", "BadRequestError", 400, "string_above_max_length", "prompt", INVALID),
        ("transparent", "BadRequestError", 400, "invalid_value", "background", USER),
        ("wrong mask", "BadRequestError", 400, "invalid_mask_image_format", "mask", USER),
        ("wrong key", "AuthenticationError", 401, "invalid_api_key", None, INVALID),
        ("moderation", "BadRequestError", 400, "moderation_blocked", None, USER),
    ],
)
def test_errors(seen, name, kind, status, code, param, error_type):
    scene = seen[name]
    assert (scene["class"], scene["status"]) == (kind, status)
    assert (scene["code"], scene["param"], scene["type"]) == (code, param, error_type)
    assert scene["message"]
    assert scene["request_id"].startswith("req_")


def test_the_scenes_would_notice_a_picture_that_was_not_filled(post):
    """The judge of the scenes, on an answer that is wrong."""
    untouched = base64.b64encode(png(source())).decode()
    assert not all_filled({"images": [untouched]})
    events = frames(post([image_part(), mask_part()], stream="true").text)
    assert all_filled({"images": [events[-1][1]["b64_json"]]})
