"""Whatever is sent is answered with a status of the 400s, and the server writes nothing of it."""

import json

import pytest

from tests.server.test_guard import edit_head, raw
from tests.support.uploads import image_part, mask_part

HUGE = "9" * 5000
FIELDS = (
    "prompt", "model", "size", "quality", "background", "output_format", "seed", "n", "user",
          "moderation", "input_fidelity", "output_compression", "stream", "response_format", "x",
)  # fmt: skip


@pytest.fixture(autouse=True)
def nothing_is_written(capfd):
    yield
    assert capfd.readouterr().err == ""


def as_json(post_json, **fields):
    url = {"image_url": "data:image/png;base64,AAAA"}
    return post_json(json.dumps({"images": [url], "mask": url, "prompt": "x", **fields}).encode())


@pytest.fixture
def post_json(base_url, http):
    def post(body: bytes):
        return http.post(
            f"{base_url}/images/edits", content=body, headers={"content-type": "application/json"}
        )

    return post


@pytest.mark.parametrize("value", ["\ud800", "a\udfff", "\udc80x" * 9])
@pytest.mark.parametrize("name", FIELDS)
def test_half_a_character_is_refused_in_any_field(post_json, name, value):
    assert as_json(post_json, **{name: value}).status_code == 400


def test_half_a_character_is_refused_in_names_and_addresses(post_json):
    assert as_json(post_json, **{"a\ud800": "b"}).status_code == 400
    odd = [{"image_url": "data:\ud800;base64,AAAA"}]
    assert as_json(post_json, images=odd).status_code == 400
    assert post_json(b'{"images": [{"image_url": "data:,\xed\xa0\x80"}]}').status_code == 400


@pytest.mark.parametrize("name", FIELDS)
def test_a_number_of_5000_digits_is_refused(post_json, post, name):
    body = f'{{"images": [{{"image_url": "data:,AAAA"}}], "{name}": {HUGE}}}'
    assert post_json(body.encode()).status_code == 400
    if name not in ("prompt", "user", "x", "quality", "background", "moderation",
                    "input_fidelity"):  # fmt: skip
        assert post([image_part(), mask_part()], **{name: HUGE}).status_code in (400, 404)


@pytest.mark.parametrize("value", ["1e999", "-1e999", "NaN", "-Infinity", "1e-999", "[[[[]]]]"])
def test_numbers_beyond_numbers_are_refused(post_json, value):
    body = f'{{"images": [{{"image_url": "data:,AAAA"}}], "prompt": "x", "n": {value}}}'
    assert post_json(body.encode()).status_code == 400


@pytest.mark.parametrize(
    "charset",
    ["unicode_escape", "raw_unicode_escape", "idna", "punycode", "undefined", "utf-7", "rot13",
     "hex", "utf-16", "a\0b", "x" * 5000, ""],
)  # fmt: skip
def test_texts_in_odd_encodings_are_refused(base_url, http, charset):
    body = b'--x\r\nContent-Disposition: form-data; name="prompt"\r\n\r\n\\ud800\xff\r\n--x--\r\n'
    kind = f"multipart/form-data; boundary=x; charset={charset}".replace("\0", "%00")
    answer = http.post(f"{base_url}/images/edits", content=body, headers={"content-type": kind})
    assert answer.status_code == 400


@pytest.mark.parametrize("length", [HUGE, "9" * 19, "-1", "+5", "1_0", "٣"])
def test_a_length_that_is_none_is_refused(base_url, length):
    status, _ = raw(base_url, edit_head(f"Content-Length: {length}\n"))
    assert status in (400, 413)


def test_what_is_quoted_is_cut(post):
    answer = post([image_part(), mask_part()], quality="x" * 200_000)
    assert answer.status_code == 400
    assert len(answer.content) < 5000


@pytest.mark.parametrize("depth", [900, 100_000])
def test_what_is_nested_deep_is_refused(post_json, depth):
    deep = '{"a":' * depth + "1" + "}" * depth
    body = f'{{"images": [{{"image_url": "data:,AAAA"}}], "x": {deep}}}'
    assert post_json(body.encode()).status_code == 400


def nested(depth: int, name: str) -> bytes:
    return b'{"x":' + b'{"%s":' % name.encode() * depth + b"1" + b"}" * (depth + 1)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (json.dumps({f"x{number}": 1 for number in range(201)}).encode(), "too many fields"),
        (b'{"x": [%s]}' % b",".join([b"1"] * 201), "too many fields"),
        (b"[" + b"{}," * 200_000 + b"{}]", "too many fields"),
        (nested(800, "k" * 500), "name of a field is longer"),
    ],
    ids=["fields", "items", "marks", "names"],
)
def test_row_87_json_of_many_parts_is_refused(post_json, body, words):
    answer = post_json(body)
    assert answer.status_code == 400
    assert words in answer.json()["error"]["message"]
