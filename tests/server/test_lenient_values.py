"""Values as clients nobody here wrote send them: taken where they say something, else named."""

from __future__ import annotations

import base64
import json
import socket
from urllib.parse import urlsplit

import pytest

from tests.support.embedded import running
from tests.support.uploads import (
    alpha_mask,
    frames,
    image_part,
    is_filled,
    mask_part,
    png,
    results,
    source,
    standard,
)

GPT = {"model": "gpt-image-2"}


def data_url(content: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(content).decode()}"


IMAGES = {"images": [{"image_url": data_url(png(source()))}]}
MASK = {"mask": {"image_url": data_url(alpha_mask())}}


@pytest.fixture
def post_json(base_url, http):
    def post(**fields):
        body = {"prompt": "x", "quality": "low", **GPT, **IMAGES, **MASK, **fields}
        return http.post(f"{base_url}/images/edits", json=body)

    return post


def words(answer) -> str:
    assert answer.status_code == 400, answer.text
    return answer.json()["error"]["message"]


def test_empty_texts_and_files_count_as_absent(post):
    empty = {"stream": "", "n": "", "partial_images": "", "size": "", "safety_identifier": ""}
    unchosen = [("markup", ("", b"", "application/octet-stream")), ("mask", ("", b"", ""))]
    assert is_filled(results(post([*unchosen, *standard()], **GPT, **empty).json())[0])
    assert is_filled(results(post(standard(), **GPT, markup="").json())[0])


@pytest.mark.parametrize("number", ["1_0", "٣", "2.0", "１", "0x1"])
def test_a_number_is_written_in_ascii_digits(post, number):
    assert words(post(standard(), **GPT, n=number)) == (
        "Invalid type for 'n': expected an integer, but got a string instead."
    )


@pytest.mark.parametrize("value", [2.0, 2])
def test_a_whole_decimal_is_an_integer_in_json(post_json, value):
    assert len(post_json(n=value).json()["data"]) == 2


@pytest.mark.parametrize(
    ("field", "value", "expected", "got"),
    [
        ("n", 1.5, "an integer", "a decimal number"),
        ("n", "2", "an integer", "a string"),
        ("n", True, "an integer", "a boolean"),
        ("prompt", {}, "a string", "an object"),
        ("prompt", [], "a string", "an array"),
        ("prompt", 7, "a string", "an integer"),
        ("quality", 7, "a string", "an integer"),
        ("size", [1024, 1024], "a string", "an array"),
        ("stream", "true", "a boolean", "a string"),
        ("stream", 1, "a boolean", "an integer"),
        ("images", {}, "an array", "an object"),
        ("images", [7], "an object", "an integer"),
        ("mask", [], "an object", "an array"),
    ],
)
def test_json_types_are_judged_and_named(post_json, field, value, expected, got):
    message = words(post_json(**{field: value}))
    assert message.endswith(f"expected {expected}, but got {got} instead.")


def test_null_is_absent_in_json(post_json):
    assert is_filled(results(post_json(n=None, stream=None, user=None).json())[0])


def test_data_urls_are_pictures_as_text_too(post, base_url, http):
    assert is_filled(results(post([image_part()], **GPT, mask=data_url(alpha_mask())).json())[0])
    body = {
        "prompt": "x", **GPT, "image": data_url(png(source())), "mask": data_url(alpha_mask()),
    }  # fmt: skip
    assert is_filled(results(http.post(f"{base_url}/images/edits", json=body).json())[0])
    assert "expected a file" in words(post([image_part()], **GPT, mask="mask.png"))


@pytest.mark.parametrize("field", ["prompt", "user", "anything"])
def test_a_text_that_is_no_utf_8_is_refused_by_its_name(post, field):
    answer = post(standard(), **{**GPT, field: "una café".encode("latin-1")})
    assert words(answer) == f"Invalid '{field}': its bytes are no UTF-8 text."
    assert answer.json()["error"]["param"] == field


def test_texts_are_read_in_the_charset_their_form_names(base_url, http):
    for charset, status in (("latin-1", 200), ("utf-8", 400), ("us-ascii", 400)):
        form = {"prompt": "x", "safety_identifier": "una café".encode("latin-1"), **GPT}
        request = http.build_request(
            "POST", f"{base_url}/images/edits", data=form, files=standard()
        )
        request.headers["content-type"] += f"; charset={charset}"
        answer = http.send(request)
        assert answer.status_code == status, answer.text
        assert status == 400 or answer.json()["safety_identifier"] == "una café"
    request.headers["content-type"] += '; odd="'
    assert "cannot be read" in words(http.send(request))


def test_safety_identifier_is_echoed(post):
    said = {"safety_identifier": "someone"}
    assert post(standard(), **GPT, **said).json()["safety_identifier"] == "someone"
    streamed = post(standard(), **GPT, **said, stream="true", partial_images="1")
    assert frames(streamed.text)[-1][1]["safety_identifier"] == "someone"
    assert "safety_identifier" not in post(standard(), **GPT).json()


@pytest.fixture(scope="module")
def strict_url(engine):
    with running(engine, strict=True) as url:
        yield url


VALUES = {"n": "1", "output_compression": "100", "partial_images": "0", "frame_count": "4",
          "frame_duration_ms": "100", "complexity": "low", "size": "auto", "quality": "low",
          "output_format": "png", "background": "auto"}  # fmt: skip


def test_a_strict_server_knows_every_documented_field(post, strict_url):
    from openai.types import image_edit_params  # seconds that only who runs this need pay

    documented = image_edit_params.ImageEditParamsBase.__annotations__.keys()
    sent_always = {"image", "mask", "markup", "model", "prompt"}
    refused = {}
    for field in documented - sent_always - {"response_format", "input_fidelity"}:
        name = "svg[model]" if field == "svg" else field
        fields = {"model": "gpt-image-2.6-flare", name: VALUES.get(field, "words")}
        answer = post(standard(), strict_url, **fields)
        if answer.status_code != 200:
            refused[field] = answer.text
    assert refused == {}


def test_a_strict_server_knows_no_field_that_only_this_one_has(post, strict_url):
    answer = post(standard(), strict_url, seed="1")
    assert answer.json()["error"]["code"] == "unknown_parameter"


def test_whoever_expects_to_be_told_to_go_on_is(base_url):
    """`curl` waits for it before it uploads."""
    body = json.dumps({"prompt": "x", **GPT, **IMAGES, **MASK, "quality": "low"}).encode()
    place = urlsplit(base_url)
    head = (
        f"POST {place.path}/images/edits HTTP/1.1\r\nHost: {place.netloc}\r\n"
        "Content-Type: application/json\r\nExpect: 100-continue\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    with socket.create_connection((place.hostname or "", place.port or 0), timeout=30) as line:
        line.sendall(head.encode())
        assert line.recv(1000).startswith(b"HTTP/1.1 100 ")
        line.sendall(body)
        assert line.recv(1000).startswith(b"HTTP/1.1 200 ")


def test_the_mask_of_a_form_may_still_be_a_file(post):
    assert is_filled(results(post([image_part(), mask_part()], **GPT).json())[0])
