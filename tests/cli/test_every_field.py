"""`edit` reaches every field of the contract, and understands the command lines of both seeds."""

from dataclasses import MISSING, fields
from pathlib import Path

import cv2
import numpy as np
import pytest

from inpaint_studio.cli.inputs import prepare
from inpaint_studio.cli.parser import parse
from inpaint_studio.contract.catalog import load_catalog
from inpaint_studio.contract.params import EditParams, EditRequest
from tests.cli.conftest import KEY

CHOSEN = {
    "--prompt": "a door", "--model": "openai/gpt-image-1.5", "--n": "2", "--size": "1024x1024",
    "--quality": "high", "--background": "opaque", "--input-fidelity": "high",
    "--output-format": "webp", "--output-compression": "70", "--partial-images": "2",
    "--moderation": "low", "--user": "me", "--extra": "safety_identifier=me",
}  # fmt: skip


def overlay(path: Path, width: int, height: int) -> Path:
    pixels = np.zeros((height, width, 4), np.uint8)
    pixels[5:9] = 255
    cv2.imwrite(str(path), pixels)
    return path


def prepared(*flags: object):
    arguments = parse(["edit", *map(str, flags)])
    return prepare(arguments, arguments.model, load_catalog()).request


def words(choices: dict) -> list[str]:
    return [word for item in choices.items() for word in item]


@pytest.fixture
def here(tmp_path):
    return ["--output", tmp_path / "out"]


def test_every_field_of_the_params_has_a_flag(photo, mask, here):
    params = prepared("--image", photo, "--mask", mask, *words(CHOSEN), *here).params

    untouched = {
        item.name
        for item in fields(EditParams)
        if getattr(params, item.name)
        == (item.default_factory() if item.default_factory is not MISSING else item.default)
    }
    assert untouched == {"response_format"}, "which only other models take"
    assert params.extra == {"safety_identifier": "me"}


def test_response_format_has_a_flag_for_the_models_that_take_it(photo, mask, here):
    chosen = CHOSEN | {"--model": "some/clone", "--response-format": "url"}

    params = prepared("--image", photo, "--mask", mask, *words(chosen), *here).params

    assert (params.response_format, params.model) == ("url", "some/clone")


def test_every_picture_of_the_request_has_a_flag(photo, mask, tmp_path, here):
    markup = overlay(tmp_path / "notes.png", 180, 120)
    common = ["--image", photo, "--image", photo, "--prompt", "p", *here]

    masked = prepared(*common, "--mask", mask, "--model", "gpt-image-2")
    marked = prepared(*common, "--markup", markup, "--model", "gpt-image-2.5-flare")

    names = {item.name for item in fields(EditRequest)}
    assert names == {"params", "images", "mask", "markup", "seeds"}, "seeds follow from params"
    assert len(masked.images) == 2
    assert (masked.mask is None, masked.markup is None) == (False, True)
    assert (marked.mask is None, marked.markup is None) == (True, False)


@pytest.mark.parametrize(
    ("shape", "said"), [((12, 18, 4), "is 18"), ((120, 180, 3), "covers the whole")]
)
def test_markup_that_does_not_fit_is_refused(run, photo, tmp_path, shape, said):
    path = tmp_path / "notes.png"
    cv2.imwrite(str(path), np.full(shape, 200, np.uint8))

    outcome = run("edit", "--image", photo, "--markup", path, "--prompt", "p", "--model",
                  "gpt-image-2.5-flare", "--base-url", "http://127.0.0.1:1/v1")  # fmt: skip

    assert outcome.status == 2
    assert said in outcome.err


def test_markup_is_sent_and_filled_by_the_endpoint(run, photo, tmp_path, endpoint):
    markup = overlay(tmp_path / "notes.png", 180, 120)

    outcome = run(
        "edit", "--image", photo, "--markup", markup, "--prompt", "p", "--model",
        "gpt-image-2.5-flare", "--base-url", endpoint, "--api-key", KEY, "--output", tmp_path,
    )  # fmt: skip

    assert outcome.status == 0, outcome.err


@pytest.mark.parametrize(
    ("flag", "value"),
    [("complexity", "high"), ("safety_identifier", "me"), ("frame_count", "4"),
     ("frame_duration_ms", "100"), ("svg[effort]", "low")],
)  # fmt: skip
def test_the_contract_s_rarer_fields_go_through_extra(photo, mask, here, flag, value):
    request = prepared(
        "--image", photo, "--mask", mask, "--prompt", "p", "--model", "gpt-image-2.6-flare",
        "--extra", f"{flag}={value}", *here,
    )  # fmt: skip

    assert request.params.extra == {flag: value}


SEED_FLAGS = {
    "--background": "opaque", "--input-fidelity": "low", "--model": "gpt-image-1.5", "--n": "1",
    "--output-compression": "90", "--output-format": "jpeg", "--partial-images": "1",
    "--quality": "low", "--size": "1536x1024", "--user": "someone",
}  # fmt: skip


@pytest.mark.parametrize("flag", SEED_FLAGS)
def test_each_flag_of_the_official_cli_is_understood(flag, photo, mask, here):
    chosen = {"--prompt": "p", "--model": "gpt-image-1.5", flag: SEED_FLAGS[flag]}
    if flag == "--output-compression":
        chosen["--output-format"] = "jpeg"

    assert prepared("--image", photo, "--mask", mask, *words(chosen), *here).params.prompt == "p"


def test_the_first_seed_s_request_end_to_end(run, tmp_path, endpoint):
    """A square PNG under 4 MB whose transparency is the mask, dall-e-2 by its prefixed name."""
    pixels = np.random.default_rng(1).integers(0, 255, (96, 96, 4)).astype(np.uint8)
    pixels[..., 3] = 255
    pixels[30:50, 30:50, 3] = 0
    original = tmp_path / "original.png"
    cv2.imwrite(str(original), pixels)

    outcome = run(
        "edit", "--image", original, "--prompt", "A sunlit indoor lounge area with a pool",
        "--model", "openai/dall-e-2", "--n", 1, "--size", "1024x1024", "--response-format", "url",
        "--user", "me", "--base-url", endpoint, "--api-key", KEY, "--output", tmp_path,
    )  # fmt: skip

    assert outcome.status == 0, outcome.err
    assert "retired" in outcome.err
