"""Contract §1.1, §1.2 and §4: what goes over the wire, for every kind of server."""

import io

import pytest
from PIL import Image

from inpaint_studio.client.address import request_headers
from inpaint_studio.contract.params import InputImage
from inpaint_studio.contract.profile import Profile
from inpaint_studio.contract.templates import TEMPLATES
from inpaint_studio.errors import AuthenticationError, ImageError, RequestError
from tests.support.canary import CANARY
from tests.support.one_edit import edit, image, request
from tests.support.replies import answer, picture

OK = answer(picture())


def asked(**params):
    outcome, endpoint = edit(OK, **params)
    assert outcome.error is None
    return endpoint.asked[0]


def test_one_image_is_sent_as_image():
    (part,) = asked().files

    assert (part.name, part.filename, part.media_type) == ("image", "a.png", "image/png")


def test_several_images_are_sent_as_image_brackets_in_order():
    files = asked(asked=request(image("a.png"), image("b.jpg", "image/jpeg"))).files

    assert [(f.name, f.filename, f.media_type) for f in files] == [
        ("image[]", "a.png", "image/png"),
        ("image[]", "b.jpg", "image/jpeg"),
    ]


@pytest.mark.parametrize("spelling", ["image", "image[]"])
def test_the_profile_may_fix_the_image_field(spelling):
    files = asked(profile={"image_field": spelling}, asked=request(image("a"), image("b"))).files

    assert [f.name for f in files] == [spelling, spelling]


def test_text_comes_before_files_and_has_no_type():
    parts = asked(asked=request(mask=image("m.png"), markup=image("k.png"), n=2)).parts

    assert [p.name for p in parts] == ["prompt", "model", "n", "size", "image", "mask", "markup"]
    assert {p.media_type for p in parts if p.filename is None} == {None}


def test_defaults_are_left_out_but_model_prompt_and_size_are_always_sent():
    sent = asked(
        quality="auto", background="auto", output_format="png", n=1, moderation="auto",
        partial_images=3,
    )  # fmt: skip

    assert sent.fields == {"model": "gpt-image-2", "prompt": "a red door", "size": "auto"}


def test_every_choice_reaches_the_wire_under_its_own_name():
    sent = asked(
        n=2, size="1024x1024", quality="high", background="opaque", input_fidelity="high",
        output_format="webp", output_compression=0, stream=True, partial_images=3,
        moderation="low", response_format="url", user="me", profile={"max_streamed_n": 2},
    )  # fmt: skip

    assert sent.fields == {
        "model": "gpt-image-2", "prompt": "a red door", "size": "1024x1024", "n": "2",
        "quality": "high", "background": "opaque", "input_fidelity": "high",
        "output_format": "webp", "output_compression": "0", "stream": "true",
        "partial_images": "3", "moderation": "low", "response_format": "url", "user": "me",
    }  # fmt: skip


def test_extra_fields_are_spelled_as_the_official_sdks_do_and_win_over_choices():
    parts = asked(
        extra={
            "seed": 5,
            "flag": False,
            "none": None,
            "list": ["a", "b"],
            "svg": {"model": "m", "reasoning": {"effort": "low"}},
            "size": "77x77",
        }
    ).parts

    assert [(p.name, p.value.decode()) for p in parts if p.filename is None][2:] == [
        ("size", "77x77"),
        ("seed", "5"),
        ("flag", "false"),
        ("list[]", "a"),
        ("list[]", "b"),
        ("svg[model]", "m"),
        ("svg[reasoning][effort]", "low"),
    ]


def test_texts_and_names_with_every_character_arrive():
    prompt = 'Ein "rotes"\r\nTor -- 门 🚪\n--boundary'
    sent = asked(asked=request(image('q"\r\nü.png'), prompt=prompt))

    assert sent.fields["prompt"] == prompt
    assert sent.files[0].filename == "q%22%0D%0Aü.png"


def test_an_empty_prompt_is_left_out():
    assert "prompt" not in asked(prompt="").fields


def test_files_on_disk_are_sent_whole(tmp_path):
    file = tmp_path / "large.png"
    file.write_bytes(picture(size=1_000_000))

    sent = asked(asked=request(InputImage("large.png", "image/png", file)))

    assert sent.files[0].value == file.read_bytes()


def test_the_length_is_stated_and_nothing_is_chunked():
    sent = asked()

    assert int(sent.headers["content-length"]) == len(sent.body)
    assert "transfer-encoding" not in sent.headers


def test_headers():
    sent = asked()

    assert sent.headers["authorization"] == f"Bearer {CANARY}"
    assert sent.headers["accept-encoding"] == "identity"
    assert sent.headers["user-agent"].startswith("inpaint-studio/")
    assert sent.method == "POST"
    assert sent.target == "/v1/images/edits"


@pytest.mark.parametrize(
    ("auth", "header"), [("bearer", "authorization"), ("api-key", "api-key"), ("none", None)]
)
def test_auth_schemes(auth, header):
    sent = asked(profile={"auth": auth})

    assert {"authorization", "api-key"} & set(sent.headers) == ({header} if header else set())


def test_prefixed_model_ids_pass_unchanged():
    assert asked(model="openai/gpt-image-2").fields["model"] == "openai/gpt-image-2"


def test_the_profile_s_model_stands_in_for_none():
    assert asked(model="", profile={"default_model": "m"}).fields["model"] == "m"


def test_extra_headers_query_and_fields_of_the_profile():
    sent = asked(
        profile={
            "headers": {"OpenAI-Organization": "org", "authorization": "Token x"},
            "query": {"api-version": "preview"},
            "fields": {"seed": "1"},
        }
    )

    assert sent.headers["openai-organization"] == "org"
    assert sent.headers["authorization"] == "Token x"
    assert sent.target == "/v1/images/edits?api-version=preview"
    assert sent.fields["seed"] == "1"


def test_a_deployment_path_names_the_model():
    sent = asked(profile={"edits_path": "/deployments/{model}/images/edits"}, model="dep")

    assert sent.target == "/v1/deployments/dep/images/edits"


def wire_mask():
    mask = Image.new("RGBA", (4, 2), (0, 0, 0, 255))
    mask.putpixel((1, 0), (255, 255, 255, 0))
    file = io.BytesIO()
    mask.save(file, "PNG")
    return image("mask.png", "image/png", file.getvalue())


def test_the_alpha_convention_sends_the_mask_as_it_is():
    mask = wire_mask()

    assert asked(asked=request(mask=mask)).files[1].value == mask.content


@pytest.mark.parametrize("from_disk", [False, True])
def test_the_luminance_convention_sends_white_on_black(tmp_path, from_disk):
    mask = wire_mask()
    if from_disk:
        (tmp_path / "mask.png").write_bytes(mask.content)
        mask = image("mask.png", "image/png", tmp_path / "mask.png")
    profile = {"mask_convention": "luminance", "mask_field": "mask_image"}

    part = asked(profile=profile, asked=request(mask=mask)).files[1]

    sent = Image.open(io.BytesIO(part.value))
    assert (part.name, sent.mode) == ("mask_image", "RGB")
    assert [sent.getpixel((x, 0)) for x in range(3)] == [(0,) * 3, (255,) * 3, (0,) * 3]


def test_streaming_off_asks_for_no_stream_and_no_partials():
    sent = asked(profile={"streaming": "off"}, stream=True, partial_images=2)

    assert {"stream", "partial_images"}.isdisjoint(sent.fields)


@pytest.mark.parametrize(
    ("name", "path", "fields", "files"),
    [
        ("LocalAI", "/v1/images/inpainting", set(), ["image", "mask"]),
        ("SGLang", "/v1/images/edits", {"response_format", "output_format"}, ["image", "mask"]),
        ("vLLM-Omni", "/v1/images/edits", {"stream", "mask_image"}, ["image"]),
        ("stable-diffusion.cpp", "/v1/images/edits", set(), ["image[]", "mask"]),
        ("LiteLLM proxy", "/v1/images/edits", set(), ["image", "mask"]),
        ("Azure OpenAI", "/v1/images/edits?api-version=preview", {"stream"}, ["image", "mask"]),
        ("OpenAI", "/v1/images/edits", {"stream"}, ["image", "mask"]),
    ],
)
def test_ready_made_profiles_speak_their_server_s_dialect(name, path, fields, files):
    template = TEMPLATES[name].to_json()
    del template["base_url"]

    sent = asked(profile=template, asked=request(mask=wire_mask(), stream=True))

    assert sent.target == path
    assert set(sent.fields) == {"model", "prompt", "size"} | fields
    assert [f.name for f in sent.files] == files


@pytest.mark.parametrize(
    "base_url", ["", "api.example.com/v1", "ftp://a/v1", "https://", "http://a:port"]
)
def test_an_address_that_is_none_is_named(base_url):
    outcome, _ = edit(OK, profile={"base_url": base_url})

    assert isinstance(outcome.error, RequestError)
    assert outcome.error.field == "base_url"


def test_a_key_with_a_line_break_inside_is_refused():
    profile = Profile(name="a", base_url="http://b")

    with pytest.raises(AuthenticationError):
        request_headers(profile, "sk-a\nb")
    assert request_headers(profile, " sk-a\n")["Authorization"] == "Bearer sk-a"


def test_a_header_that_cannot_be_sent_is_named():
    outcome, endpoint = edit(OK, profile={"headers": {"X-A": "ü\n"}})

    assert isinstance(outcome.error, RequestError)
    assert endpoint.asked == []


def test_a_picture_that_is_gone_is_named(tmp_path):
    gone = InputImage("gone.png", "image/png", tmp_path / "gone.png")

    outcome, _ = edit(OK, asked=request(gone))

    assert isinstance(outcome.error, ImageError)
    assert "gone.png" in outcome.error.title


def test_a_mask_that_is_no_picture_is_refused_before_it_is_sent():
    outcome, endpoint = edit(
        OK, profile={"mask_convention": "luminance"}, asked=request(mask=image("m", content=b"x"))
    )

    assert isinstance(outcome.error, ImageError)
    assert endpoint.asked == []
