"""What is sent: the inspection is the client's own request, and its copies really run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from inpaint_studio import paths
from inpaint_studio.client import EditClient
from inpaint_studio.contract.params import EditParams
from inpaint_studio.contract.profile import LOCAL_FILL_MODEL, Profile, local_fill
from inpaint_studio.contract.recipe import KEY_VARIABLE, as_curl, as_python, python_obstacle
from inpaint_studio.contract.sizes import SizeRule
from inpaint_studio.errors import SettingsError
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.image_file import Picture, decode_result
from inpaint_studio.runs.request import Snapshot, freeze, take_snapshot
from inpaint_studio.server.child import ServerAddress, ServerChild
from inpaint_studio.session.inspection import Inspection, inspect, recipe_of
from tests.support.misbehaving import Endpoint
from tests.support.replies import completed, stream

PROMPT = 'it\'s @a <b>; "$HOME" `x` \\ ä\nnew line'
PARAMS = EditParams(
    prompt=PROMPT, model=LOCAL_FILL_MODEL, n=2, size="frame", quality="low", output_format="webp",
    output_compression=70, partial_images=1, stream=True, user="me", extra={"seed": 3},
)  # fmt: skip


def snapshot(params: EditParams = PARAMS) -> Snapshot:
    noise = np.random.default_rng(1).integers(0, 255, (96, 128, 4), np.uint8)
    noise[..., 3] = 255
    document = Document(Picture(noise, "photo.png", None, None, None, ()))
    mask = np.zeros_like(document.mask)
    mask[40:60, 50:80] = 255
    document.replace_mask(mask, "Square")
    return take_snapshot(document, "document", params, SizeRule())


@pytest.fixture(scope="module")
def address() -> Iterator[ServerAddress]:
    child = ServerChild()
    yield child.start(60.0)
    child.stop()


def inspected(base_url: str, *, streams: bool = True) -> Inspection:
    params = replace(PARAMS, stream=streams)
    return inspect(snapshot(params), local_fill(base_url), stream=streams)


def run(command: list[str], key: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {KEY_VARIABLE: key}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=60, check=True
    )


async def test_it_is_what_the_client_sends_to_the_byte() -> None:
    async with Endpoint([stream(completed())]) as endpoint:
        profile = endpoint.profile(mask_convention="luminance", fields={"tier": "x"})
        frozen = freeze(snapshot())
        one = replace(frozen, params=replace(frozen.params, n=1))
        client = EditClient()
        async for _ in client.edit(profile, one):
            pass
        await client.aclose()
        seen = inspect(snapshot(), profile, stream=True)
        (asked,) = endpoint.asked
    texts = [(part.name, part.value) for part in asked.parts if not part.filename]
    files = [(part.name, part.value) for part in asked.parts if part.filename]
    assert [(name, text.decode()) for name, text in texts] == list(seen.fields)
    assert files == [(picture.field, picture.image.content) for picture in seen.pictures]
    assert (seen.count, seen.is_seeded) == (2, True)


def test_sizes_and_bytes_of_the_pictures_are_told() -> None:
    inspection = inspected("http://127.0.0.1:1/v1")
    image, mask = inspection.pictures
    pixels = decode_result(image.image.content)
    assert (image.width, image.height) == (pixels.shape[1], pixels.shape[0])
    assert (mask.width, mask.height) == (image.width, image.height)
    assert inspection.byte_count == len(image.image.content) + len(mask.image.content)
    assert max(image.thumbnail.shape[:2]) <= 224


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_the_curl_copy_runs_against_the_embedded_server(
    address: ServerAddress, tmp_path: Path
) -> None:
    text = as_curl(recipe_of(inspected(address.base_url)))
    assert address.token not in text
    answer = run(["sh", "-c", text], address.token, tmp_path)
    assert "event: image_edit.completed" in answer.stdout
    assert "event: image_edit.partial_image" in answer.stdout


@pytest.mark.parametrize("streams", [True, False])
def test_the_python_copy_runs_against_the_embedded_server(
    address: ServerAddress, tmp_path: Path, streams: bool
) -> None:
    pytest.importorskip("openai")
    inspection = inspected(address.base_url, streams=streams)
    recipe = recipe_of(inspection)
    assert python_obstacle(recipe) == ""
    text = as_python(recipe)
    assert address.token not in text
    run([sys.executable, "-c", text], address.token, tmp_path)
    result = decode_result((tmp_path / "result-1").read_bytes())
    image = inspection.pictures[0]
    assert result.shape[:2] == (image.height, image.width)


def test_old_copies_are_swept_and_new_ones_are_named_by_their_content() -> None:
    first = recipe_of(inspected("http://h/v1"))
    old = first.files[0].path
    os.utime(old, (0, 0))
    stale = old.with_name("image-old.png")
    stale.write_bytes(b"")
    os.utime(stale, (0, 0))
    again = recipe_of(inspected("http://h/v1"))
    assert [file.path for file in again.files] == [file.path for file in first.files]
    assert old.exists()
    assert not stale.exists()


def test_a_cache_that_cannot_be_written_is_said() -> None:
    paths.cache_folder().parent.mkdir(parents=True, exist_ok=True)
    paths.cache_folder().write_text("in the way")
    with pytest.raises(SettingsError, match="could not be written"):
        recipe_of(inspected("http://h/v1"))


def test_a_profile_of_another_spelling_is_inspected_in_it() -> None:
    profile = Profile(
        name="P", base_url="http://h/v1", mask_field="mask_image", image_field="image[]"
    )
    seen = inspect(snapshot(), profile, stream=False)
    assert [picture.field for picture in seen.pictures] == ["image[]", "mask_image"]
    assert "stream" not in dict(seen.fields)
