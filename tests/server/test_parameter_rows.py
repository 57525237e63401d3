"""Contract §1.2 row by row: what each field does here, and what it must not be."""

import base64
import io
import json

import numpy as np
import pytest
from PIL import Image

from tests.support.embedded import running
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
    results,
    saved,
    source,
    standard,
)

USER, INVALID = "image_generation_user_error", "invalid_request_error"
GPT = {"model": "gpt-image-2"}
SQUARE = slice(HEIGHT), slice(HEIGHT)


def square_files():
    return [
        image_part(content=png(source()[SQUARE])),
        mask_part(content=alpha_mask(hole()[SQUARE])),
    ]


def error(answer, status: int = 400) -> tuple:
    assert answer.status_code == status, answer.text
    body = answer.json()["error"]
    return body["type"], body["param"], body["code"]


def opaque_mask(kind: str = "PNG") -> bytes:
    return saved(np.where(hole(), 255, 0).astype(np.uint8), kind)


def markup(shape=(HEIGHT, WIDTH), painted=slice(10, 20)) -> bytes:
    overlay = np.zeros((*shape, 4), np.uint8)
    overlay[painted, painted] = (255, 0, 0, 255)
    return png(overlay)


def test_image_one_to_sixteen(post):
    more = [image_part("image[]") for _ in range(16)]
    assert is_filled(results(post([*more, mask_part()], **GPT).json())[0])
    assert error(post([*more, image_part("image[]"), mask_part()], **GPT)) == (
        INVALID, "image", "invalid_value",
    )  # fmt: skip


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_image_png_webp_jpg(post, kind):
    files = [image_part(content=saved(source(), kind)), mask_part()]
    assert post(files, **GPT).status_code == 200


def test_image_gif_is_no_picture_of_the_contract(post):
    files = [image_part(content=saved(source(), "GIF")), mask_part()]
    answer = post(files, **GPT)
    assert error(answer) == (INVALID, "image", None)
    assert "unsupported mimetype ('image/gif')" in answer.json()["error"]["message"]


def test_image_under_fifty_megabytes(post):
    heavy = png(source()) + bytes(50_000_000)
    files = [image_part(content=heavy), mask_part()]
    assert error(post(files, **GPT)) == (USER, "image", "invalid_image_file")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (png(source()), (USER, "image", "invalid_image_file")),
        (png(source()[SQUARE]) + bytes(4_000_000), (USER, "image", "invalid_image_file")),
        (saved(source()[SQUARE], "JPEG"), (INVALID, "image", None)),
    ],
    ids=["not square", "4 MB", "no PNG"],
)
def test_image_of_dall_e_2_is_one_square_png_under_4_mb(post, content, expected):
    mask = mask_part(content=alpha_mask(hole()[SQUARE]))
    assert error(post([image_part(content=content), mask], model="dall-e-2")) == expected
    assert error(post([*square_files(), image_part()], model="dall-e-2"))[1] == "image"
    assert post(square_files(), model="openai/dall-e-2").status_code == 200


def test_prompt_required_and_limited(post):
    assert error(post(standard(), **GPT, prompt=None))[1:] == (
        "prompt", "missing_required_parameter",
    )  # fmt: skip
    assert post(standard(), **GPT, prompt="é" * 32_000).status_code == 200
    assert error(post(standard(), **GPT, prompt="é" * 32_001))[2] == "string_above_max_length"
    assert error(post(square_files(), model="dall-e-2", prompt="x" * 1001))[1] == "prompt"


def test_mask_has_alpha_and_the_first_image_s_size(post):
    def refused(content):
        answer = post([image_part(), mask_part(content=content)], **GPT)
        assert error(answer) == (USER, "mask", "invalid_mask_image_format")
        return answer.json()["error"]["message"]

    assert refused(opaque_mask()).endswith("mask image missing alpha channel")
    assert refused(opaque_mask("JPEG")).endswith("mask image must be a PNG file")
    assert refused(alpha_mask(hole()[:20])).endswith("mask size does not match image size")
    assert "smaller than 4 MB" in refused(alpha_mask() + bytes(4_000_000))


def test_mask_without_alpha_is_read_white_as_edit_by_the_local_fill(post):
    files = [image_part(), mask_part(content=opaque_mask())]
    assert is_filled(results(post(files).json())[0])


def test_mask_of_a_palette_with_transparency_is_one(post):
    entries = Image.fromarray(hole().astype(np.uint8)).convert("P")
    buffer = io.BytesIO()
    entries.save(buffer, "PNG", transparency=1)
    files = [image_part(), mask_part(content=buffer.getvalue())]
    assert is_filled(results(post(files, **GPT).json())[0])


def test_markup_without_a_mask_says_where(post):
    model = {"model": "gpt-image-2.5-flare"}
    (result,) = results(post([image_part(), mask_part("markup", markup())], **model).json())
    changed = (result[..., :3] != source()).any(axis=2)
    assert changed[10:20, 10:20].any()
    changed[10:20, 10:20] = False
    assert not changed.any()


@pytest.mark.parametrize(
    ("overlay", "words"),
    [
        (markup((20, 20)), "size does not match"),
        (markup(painted=slice(None)), "must contain transparent pixels"),
        (markup()[:60], ""),
    ],
)
def test_markup_fits_and_lets_the_picture_through(post, overlay, words):
    answer = post([image_part(), mask_part("markup", overlay)], model="gpt-image-2.6-flare")
    assert error(answer) == (USER, "markup", "invalid_image_file")
    assert words in answer.json()["error"]["message"]


def test_markup_only_of_2_5_and_later_and_never_with_a_mask(post):
    both = [*standard(), mask_part("markup", markup())]
    assert error(post(both, model="gpt-image-2.5-flare"))[1] == "markup"
    assert error(post([image_part(), mask_part("markup", markup())], **GPT))[1] == "markup"


@pytest.mark.parametrize("model", ["openai/gpt-image-2", "gpt-image-2-2026-04-21", None])
def test_model_prefixed_dated_or_left_out(post, model):
    assert post(standard(), model=model).status_code == 200


def test_n_one_to_ten(post):
    assert len(post(standard(), **GPT, n="10", quality="low").json()["data"]) == 10
    assert error(post(standard(), **GPT, n="11"))[2] == "integer_above_max_value"
    assert error(post(standard(), **GPT, n="0"))[2] == "integer_below_min_value"
    assert error(post(standard(), **GPT, n="2", stream="true")) == (INVALID, None, None)


def test_size_by_the_model_s_rule(post):
    (result,) = results(post(standard(), **GPT, size="1024x640").json())
    assert result.shape[:2] == (640, 1024)
    assert error(post(standard(), **GPT, size="1920x1080"))[1] == "size"
    assert "1920x1088" in post(standard(), **GPT, size="1920x1080").text
    assert error(post(standard(), model="gpt-image-1", size="512x512"))[1] == "size"


def test_size_of_dall_e_2_is_never_auto(post):
    body = post(square_files(), model="dall-e-2", response_format="b64_json").json()
    assert body["size"] == "1024x1024"
    assert error(post(square_files(), model="dall-e-2", size="auto"))[1] == "size"


@pytest.mark.parametrize(
    ("model", "wish", "done"),
    [
        ("gpt-image-2", "auto", "medium"),
        ("gpt-image-2", "low", "low"),
        ("gpt-image-2.5-flare", "xhigh", "xhigh"),
        ("gpt-image-2.6-sunburst", "max", "max"),
        ("dall-e-2", "standard", "medium"),
    ],
)
def test_quality_of_each_generation(post, model, wish, done):
    files = square_files()
    fields = {"model": model, "quality": wish, "response_format": "b64_json"}
    body = post(files, **fields, output_format="png")
    if model != "dall-e-2":
        assert body.json()["quality"] == done
    assert body.status_code == 200, body.text
    assert error(post(standard(), **GPT, quality="xhigh"))[1] == "quality"


def test_complexity_of_2_6_only(post):
    model = {"model": "gpt-image-2.6-sunburst"}
    assert post(standard(), **model, complexity="high").status_code == 200
    assert error(post(standard(), **model, complexity="huge"))[1:] == (
        "complexity", "invalid_value",
    )  # fmt: skip


def test_background_transparent_needs_a_model_and_a_format(post):
    answer = post(standard(), **GPT, background="transparent")
    assert error(answer) == (USER, "background", "invalid_value")
    words = "Transparent background is not supported for this model."
    assert answer.json()["error"]["message"] == words
    later = {"model": "gpt-image-2.5-flare", "background": "transparent"}
    assert post(standard(), **later).status_code == 200
    assert error(post(standard(), **later, output_format="jpeg"))[1] == "output_format"


def test_input_fidelity_of_1_5_only(post):
    assert post(standard(), model="gpt-image-1.5", input_fidelity="high").status_code == 200
    assert error(post(standard(), model="gpt-image-1-mini", input_fidelity="high"))[1:] == (
        "input_fidelity", "invalid_value",
    )  # fmt: skip
    assert error(post(standard(), **GPT, input_fidelity="high"))[2] == (
        "invalid_input_fidelity_model"
    )


@pytest.mark.parametrize("wish", ["gif", "svg", "bmp"])
def test_output_format_that_no_fill_can_make(post, wish):
    answer = post(standard(), model="gpt-image-2.5-flare", output_format=wish)
    assert error(answer) == (INVALID, "output_format", "invalid_value")


def test_output_compression_of_jpeg_and_webp(post):
    for output_format in ("jpeg", "webp"):
        fields = {"output_format": output_format, "seed": "1"}
        small, large = (
            len(post(standard(), **fields, output_compression=level).content)
            for level in ("1", "99")
        )
        assert small < large
    assert error(post(standard(), **GPT, output_compression="50"))[1] == "output_compression"
    assert post(standard(), **GPT, output_compression="100").status_code == 200


@pytest.mark.parametrize("wish", ["true", "True", "1", "false"])
def test_stream_decides_and_nothing_else(post, wish):
    kind = post(standard(), **GPT, stream=wish).headers["content-type"]
    assert kind.startswith("text/event-stream" if wish != "false" else "application/json")


@pytest.mark.parametrize("partials", [0, 1, 2, 3])
def test_partial_images_none_to_three(post, partials):
    # Twice the size: of 72x56 pixels there are no three sizes to show.
    files = [
        image_part(content=png(source().repeat(2, 0).repeat(2, 1))),
        mask_part(content=alpha_mask(hole().repeat(2, 0).repeat(2, 1))),
    ]
    answer = post(files, **GPT, stream="true", partial_images=str(partials))
    names = [name for name, _ in frames(answer.text)]
    assert names == ["image_edit.partial_image"] * partials + ["image_edit.completed"]
    assert error(post(standard(), **GPT, stream="true", partial_images="4"))[1] == "partial_images"


@pytest.mark.parametrize("wish", ["auto", "low"])
def test_moderation_is_taken(post, wish):
    assert post(standard(), **GPT, moderation=wish).status_code == 200
    assert error(post(standard(), **GPT, moderation="off"))[1] == "moderation"


def test_response_format_url_is_dall_e_2_s_default_and_no_other_s(post, http):
    (item,) = post(square_files(), model="dall-e-2").json()["data"]
    assert decoded(http.get(item["url"]).content).shape[:2] == (1024, 1024)
    assert list(post(standard(), **GPT).json()["data"][0]) == ["b64_json"]
    assert list(post(standard(), **GPT, response_format="url").json()["data"][0]) == ["url"]


@pytest.mark.parametrize("name", ["user", "safety_identifier"])
def test_user_and_safety_identifier_are_taken(post, name):
    assert post(standard(), **GPT, **{name: "someone"}).status_code == 200


def test_json_body_carries_the_same_fields(base_url, http):
    def data_url(content):
        return {"image_url": f"data:image/png;base64,{base64.b64encode(content).decode()}"}

    body = {
        **GPT, "prompt": "x", "images": [data_url(png(source()))] * 2,
        "mask": data_url(alpha_mask()), "n": 2, "output_format": "webp", "output_compression": 40,
    }  # fmt: skip
    answer = http.post(f"{base_url}/images/edits", json=body).json()
    assert (len(answer["data"]), answer["output_format"]) == (2, "webp")
    body |= {"n": 1, "stream": True, "partial_images": 1}
    streamed = http.post(f"{base_url}/images/edits", json=body)
    assert [name for name, _ in frames(streamed.text)][-1] == "image_edit.completed"


@pytest.fixture(scope="module")
def strict_url(engine):
    with running(engine, strict=True) as url:
        yield url


@pytest.mark.parametrize(
    ("fields", "param"),
    [({"nonsense": "1"}, "nonsense"), ({"response_format": "url"}, "response_format"),
     ({"complexity": "low"}, "complexity"), ({"seed": "1"}, "seed"),
     ({"svg[effort]": "low"}, "svg[effort]")],
)  # fmt: skip
def test_a_strict_server_refuses_unknown_parameters(post, strict_url, fields, param):
    assert error(post(standard(), strict_url, **GPT, **fields)) == (
        INVALID, param, "unknown_parameter",
    )  # fmt: skip


def test_a_strict_server_refuses_octet_stream(post, strict_url):
    files = [("image", ("a.png", png(source()), "application/octet-stream")), mask_part()]
    answer = post(files, strict_url, **GPT)
    assert error(answer) == (INVALID, "image", None)
    assert json.loads(answer.text)["error"]["message"] == (
        "Invalid file 'image': unsupported mimetype ('application/octet-stream'). "
        "Supported file formats are 'image/jpeg', 'image/png', and 'image/webp'."
    )


def test_a_strict_server_does_what_it_always_did(post, strict_url):
    fields = {"user": "me", "safety_identifier": "me", "moderation": "low", "quality": "low"}
    assert is_filled(results(post(standard(), strict_url, **GPT, **fields).json())[0])
