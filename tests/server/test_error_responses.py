"""What the contract forbids, refused in the vendor's words."""

import numpy as np
import pytest

from tests.support.uploads import alpha_mask, image_part, mask_part, png, source, standard

GPT: dict[str, str] = {"model": "gpt-image-2"}
USER = "image_generation_user_error"
INVALID = "invalid_request_error"

BY_FIELD: dict[str, tuple[dict, str, str | None, str | None]] = {
    "n too large": ({"n": "11"}, INVALID, "n", "integer_above_max_value"),
    "n zero": ({"n": "0"}, INVALID, "n", "integer_below_min_value"),
    "n no number": ({"n": "two"}, INVALID, "n", "invalid_type"),
    "n with stream": ({"n": "2", "stream": "true"}, INVALID, None, None),
    "stream no flag": ({"stream": "perhaps"}, INVALID, "stream", "invalid_type"),
    "four partials": (
        {"stream": "true", "partial_images": "4"}, INVALID, "partial_images",
        "integer_above_max_value",
    ),
    "compression": ({"output_compression": "101"}, INVALID, "output_compression",
                    "integer_above_max_value"),
    "no prompt": ({**GPT, "prompt": None}, INVALID, "prompt", "missing_required_parameter"),
    "prompt too long": ({**GPT, "prompt": "x" * 32_001}, INVALID, "prompt",
                        "string_above_max_length"),
    "dall-e-2's prompt": ({"model": "dall-e-2", "prompt": "x" * 1001}, INVALID, "prompt",
                          "string_above_max_length"),
    "unknown model": ({"model": "no-such-model"}, INVALID, "model", "model_not_found"),
    "size no size": ({"size": "big"}, USER, "size", "invalid_value"),
    "size of the model": ({**GPT, "size": "1000x1000"}, USER, "size", "invalid_value"),
    "size beyond reason": ({"size": "90000x90000"}, USER, "size", "invalid_value"),
    "quality": ({**GPT, "quality": "superb"}, INVALID, "quality", "invalid_value"),
    "quality of another model": ({**GPT, "quality": "max"}, INVALID, "quality", "invalid_value"),
    "background": ({"background": "pink"}, INVALID, "background", "invalid_value"),
    "transparent jpeg": ({"background": "transparent", "output_format": "jpeg"}, INVALID,
                         "output_format", "invalid_value"),
    "format": ({"output_format": "bmp"}, INVALID, "output_format", "invalid_value"),
    "moderation": ({"moderation": "none"}, INVALID, "moderation", "invalid_value"),
    "response format": ({"response_format": "ftp"}, INVALID, "response_format", "invalid_value"),
    "fidelity": ({**GPT, "input_fidelity": "high"}, USER, "input_fidelity",
                 "invalid_input_fidelity_model"),
}  # fmt: skip


@pytest.mark.parametrize("name", BY_FIELD)
def test_forbidden_fields(post, name):
    fields, kind, param, code = BY_FIELD[name]
    answer = post(standard(), **fields)
    assert answer.status_code == (404 if code == "model_not_found" else 400), answer.text
    assert answer.headers["x-request-id"]
    error = answer.json()["error"]
    assert set(error) == {"message", "type", "param", "code"}
    assert (error["type"], error["param"], error["code"]) == (kind, param, code)


def test_the_vendors_words(post):
    def message(**fields):
        return post(standard(), **fields).json()["error"]["message"]

    assert message(n="2", stream="true") == "Streaming is only supported with n=1."
    assert message(**GPT, input_fidelity="high") == (
        "The model 'gpt-image-2' does not support the 'input_fidelity' parameter."
    )
    assert message(model="nope") == "The requested model 'nope' does not exist."


SMALL = np.zeros((8, 8, 4), np.uint8)
BY_FILE = {
    "no image": ([mask_part()], INVALID, "image", "missing_required_parameter"),
    "an image of text": (
        [("image", ("a.txt", b"Example data", "text/plain"))], INVALID, "image", None,
    ),
    "a broken image": (
        [image_part(content=png(source())[:200]), mask_part()], USER, "image",
        "invalid_image_file",
    ),
    "a mask of another size": (
        [image_part(), mask_part(content=png(SMALL))], USER, "mask", "invalid_mask_image_format",
    ),
    "a broken mask": (
        [image_part(), mask_part(content=alpha_mask()[:100])], USER, "mask",
        "invalid_mask_image_format",
    ),
    "neither mask nor transparency": (
        [image_part()], INVALID, "mask", "missing_required_parameter",
    ),
    "too many images": (
        [image_part("image[]")] * 17 + [mask_part()], INVALID, "image", "invalid_value",
    ),
    "markup the model cannot read": (
        [image_part(), mask_part("markup")], INVALID, "markup", "invalid_value",
    ),
    "mask and markup": (
        [*standard(), mask_part("markup")], INVALID, "markup", "invalid_value",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BY_FILE)
def test_forbidden_files(post, name):
    files, kind, param, code = BY_FILE[name]
    answer = post(files)
    assert answer.status_code == 400, answer.text
    error = answer.json()["error"]
    assert (error["type"], error["param"], error["code"]) == (kind, param, code)


def test_octet_stream_of_no_picture_names_its_type(post):
    files = [("image", ("upload", b"Example data", "application/octet-stream"))]
    assert (
        post(files)
        .json()["error"]["message"]
        .startswith("Invalid file 'image': unsupported mimetype ('application/octet-stream').")
    )


def test_text_where_a_file_should_be(base_url, http):
    answer = http.post(
        f"{base_url}/images/edits",
        data={"image[]": "https://example.org/a.png", "prompt": "x"},
        files=[mask_part()],
    )
    assert answer.json()["error"]["message"] == (
        "Invalid type for 'image[0]': expected a file, but got a string instead."
    )


def test_a_picture_bomb_is_refused_from_its_header(post):
    header = bytearray(png(np.zeros((4, 4), np.uint8)))
    header[16:24] = (65535).to_bytes(4, "big") * 2
    crc = __import__("zlib").crc32(bytes(header[12:29]))
    header[29:33] = crc.to_bytes(4, "big")
    error = post([image_part(content=bytes(header)), mask_part()]).json()["error"]
    assert error["code"] == "invalid_image_file"
    assert "too large" in error["message"]


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("text/plain", b"hello"),
        ("application/json", b"{"),
        ("application/json", b"[1]"),
        ("application/json", b'{"images": "no"}'),
        ("application/json", b'{"images": [{"file_id": "file-1"}]}'),
        ("application/json", b'{"images": [{"image_url": "https://example.org/a.png"}]}'),
        ("application/json", b'{"images": [{"image_url": "data:image/png;base64,@@"}]}'),
        ("multipart/form-data", b"no boundary"),
        ("multipart/form-data; boundary=x", b"--y\r\nnonsense"),
        ("multipart/form-data; boundary=x", b"--x\r\nno colon\r\n\r\n\r\n--x--\r\n"),
        ("multipart/form-data; boundary=x", b"--x\r\nA: b\r\n\r\nno name\r\n--x--\r\n"),
        ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="a"\r'),
        (
            "multipart/form-data; boundary=x; charset=nonsense",
            b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n',
        ),
    ],
)
def test_broken_bodies(base_url, http, kind, body):
    answer = http.post(f"{base_url}/images/edits", content=body, headers={"content-type": kind})
    assert answer.status_code == 400, answer.text
    assert answer.json()["error"]["type"] == "invalid_request_error"
