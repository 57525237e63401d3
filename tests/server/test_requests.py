"""Every way clients have been seen to send an edit."""

import base64
import itertools
import json

import numpy as np
import pytest

from tests.support.uploads import (
    HEIGHT,
    WIDTH,
    alpha_mask,
    hole,
    image_part,
    is_filled,
    mask_part,
    png,
    results,
    saved,
    source,
    standard,
)


@pytest.mark.parametrize("image_name", ["image", "image[]", "image[0]"])
@pytest.mark.parametrize("mask_name", ["mask", "mask[]"])
def test_every_spelling_of_the_file_fields(post, image_name, mask_name):
    answer = post([image_part(image_name), mask_part(mask_name)])
    assert answer.status_code == 200, answer.text
    (result,) = results(answer.json())
    assert is_filled(result)


@pytest.mark.parametrize("chunked", [False, True])
@pytest.mark.parametrize("order", list(itertools.permutations(["image", "mask", "prompt"])))
def test_any_order_of_parts_and_chunked_bodies(base_url, http, order, chunked):
    parts = {
        "image": ('; filename="a.png"', png(source())),
        "mask": ('; filename="b.png"', alpha_mask()),
        "prompt": ("", b"a meadow"),
    }
    body = b"".join(
        f'--cut\r\nContent-Disposition: form-data; name="{name}"{parts[name][0]}\r\n\r\n'.encode()
        + parts[name][1]
        + b"\r\n"
        for name in order
    )
    body += b"--cut--\r\n"
    pieces = iter([body[:700], body[700:]])
    answer = http.post(
        f"{base_url}/images/edits",
        content=pieces if chunked else body,
        headers={"content-type": "multipart/form-data; boundary=cut"},
    )
    assert answer.status_code == 200, answer.text
    assert is_filled(results(answer.json())[0])


def test_octet_stream_parts_are_sniffed(post):
    files = [
        ("image", ("upload", png(source()), "application/octet-stream")),
        ("mask", ("upload", alpha_mask(), "application/octet-stream")),
    ]
    assert is_filled(results(post(files).json())[0])


def test_json_body_with_data_urls(base_url, http):
    def url(content: bytes) -> dict:
        return {"image_url": "data:image/png;base64," + base64.b64encode(content).decode()}

    body = {
        "images": [url(png(source()))],
        "mask": url(alpha_mask()),
        "prompt": "a meadow",
        "n": 2,
        "user": None,
        "svg": {"model": "x"},
    }
    answer = http.post(f"{base_url}/images/edits", json=body)
    assert answer.status_code == 200, answer.text
    assert all(is_filled(result) for result in results(answer.json()))
    assert len(answer.json()["data"]) == 2


def test_unknown_fields_are_ignored(post):
    answer = post(standard(), complexity="high", frobnicate="yes")
    assert answer.status_code == 200


def test_several_images_edit_the_first(post):
    reference = image_part("image[]", png(np.zeros((9, 9, 3), np.uint8)))
    answer = post([image_part("image[]"), reference, reference, mask_part()])
    assert is_filled(results(answer.json())[0])


def test_without_a_mask_the_images_transparency_is_the_mask(post):
    alpha = np.where(hole(), 0, 255).astype(np.uint8)
    image = np.dstack([source(), alpha])
    (result,) = results(post([image_part(content=png(image))]).json())
    assert is_filled(result)
    assert result.shape[2] == 3, "opaque now"


@pytest.mark.parametrize("mode", ["L", "RGB", "1"])
def test_a_mask_without_transparency_is_read_white_as_edit(post, mode):
    grey = np.where(hole(), 255, 0).astype(np.uint8)
    pixels = {"L": grey, "RGB": np.dstack([grey] * 3), "1": grey.astype(bool)}[mode]
    (result,) = results(post([image_part(), mask_part(content=png(pixels))]).json())
    assert is_filled(result)


def test_both_conventions_in_one_mask_agree(post):
    area = hole()[..., None]
    mask = np.where(area, [255, 255, 255, 0], [0, 0, 0, 255]).astype(np.uint8)
    assert is_filled(results(post([image_part(), mask_part(content=png(mask))]).json())[0])


def test_an_empty_mask_returns_the_picture(post):
    mask = alpha_mask(np.zeros((HEIGHT, WIDTH), bool))
    (result,) = results(post([image_part(), mask_part(content=mask)]).json())
    assert np.array_equal(result, source())


def test_alpha_is_kept_outside_the_mask_and_opaque_inside(post):
    alpha = np.full((HEIGHT, WIDTH), 200, np.uint8)
    alpha[:8] = 0
    image = np.dstack([source(), alpha])
    (result,) = results(post([image_part(content=png(image)), mask_part()]).json())
    assert np.array_equal(result[~hole()][:, 3], alpha[~hole()])
    assert (result[hole()][:, 3] == 255).all()
    assert np.array_equal(result[~hole()][:, :3], source()[~hole()])


def test_the_hidden_pixels_never_come_back(post):
    loud = source()
    loud[hole()] = (255, 0, 255)
    plain, hidden = (
        results(post([image_part(content=png(image)), mask_part()], seed="4").json())[0]
        for image in (source(), loud)
    )
    assert np.array_equal(plain, hidden)


def test_same_seed_same_bytes_and_none_given_differs(post):
    first, second = (post(standard(), seed="9", n="2").json()["data"] for _ in range(2))
    assert first == second
    assert first[0] != first[1]
    assert post(standard()).json()["data"] != post(standard()).json()["data"]


@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
def test_other_kinds_of_pictures(post, kind):
    answer = post([image_part(content=saved(source(), kind)), mask_part()])
    assert answer.status_code == 200


def test_every_model_of_the_catalog_is_served(post, base_url, http):
    models = [model["id"] for model in http.get(f"{base_url}/models").json()["data"]]
    assert models[0] == "local-fill-no-prompt"
    assert "dall-e-2" in models
    square = slice(HEIGHT), slice(HEIGHT)
    files = [
        image_part(content=png(source()[square])),
        mask_part(content=alpha_mask(hole()[square])),
    ]
    for model in [*models, "openai/gpt-image-2"]:
        answer = post(files, model=model, response_format="b64_json")
        assert answer.status_code == 200, (model, answer.text)


def test_a_model_can_be_asked_for_alone(base_url, http):
    answer = http.get(f"{base_url}/models/openai/gpt-image-2").json()
    assert answer["id"] == "gpt-image-2"
    assert "ignores the prompt" in answer["description"]
    assert http.get(f"{base_url}/models/no-such").status_code == 404


def test_json_scalars_count_as_form_fields(base_url, http):
    data_url = "data:image/png;base64," + base64.b64encode(png(source())).decode()
    body = json.dumps({"images": [{"image_url": data_url}], "prompt": "x", "n": 11})
    answer = http.post(
        f"{base_url}/images/edits", content=body, headers={"content-type": "application/json"}
    )
    assert answer.json()["error"]["param"] == "n"
