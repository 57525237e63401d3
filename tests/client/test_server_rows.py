"""Contract §4 row by row: each kind of server in its own dialect, by its ready-made profile."""

import base64
import io
import json
from dataclasses import replace

import pytest
from PIL import Image

from inpaint_studio.contract.events import Completed
from inpaint_studio.contract.params import InputImage
from inpaint_studio.contract.templates import TEMPLATES
from inpaint_studio.errors import BillingError, ModerationError, RejectedError
from tests.support.canary import CANARY
from tests.support.one_edit import edit, image, request
from tests.support.replies import answer, b64, completed, error, http, partial, picture, stream


def mask() -> InputImage:
    """Right for both conventions: 2x1, the left pixel to be edited."""
    pixels = Image.new("RGBA", (2, 1), (0, 0, 0, 255))
    pixels.putpixel((0, 0), (255, 255, 255, 0))
    file = io.BytesIO()
    pixels.save(file, "PNG")
    return InputImage("mask.png", "image/png", file.getvalue())


def as_template(name: str, **more) -> dict:
    fields = TEMPLATES[name].to_json()
    del fields["base_url"]
    return fields | more


def lightness(file: bytes) -> list[int]:
    with Image.open(io.BytesIO(file)) as opened:
        return list(opened.convert("L").tobytes())


STREAMED: dict = {"stream": True, "partial_images": 1}


def run(template: str, *replies, asked=None, **profile):
    asked = asked or request(mask=mask(), **STREAMED)
    return edit(*replies, profile=as_template(template, **profile), asked=asked)


def test_openai():
    outcome, endpoint = run("OpenAI", stream(partial(0), completed()))

    (sent,) = endpoint.asked
    assert sent.target == "/v1/images/edits"
    assert sent.headers["authorization"] == f"Bearer {CANARY}"
    assert sent.fields["stream"] == "true"
    assert outcome.images == [picture("done")]


@pytest.mark.parametrize(
    ("template", "streamed", "plain"),
    [("OpenAI", 1, 10), ("LocalAI", 1, 1), ("Other gateway", 1, 10)],
)
def test_how_many_variants_one_request_may_ask_for(template, streamed, plain):
    profile = TEMPLATES[template]

    assert profile.most_at_once(stream=True) == streamed
    assert profile.most_at_once(stream=False) == plain


def test_azure_with_its_key_header_and_api_version():
    _, endpoint = run("Azure OpenAI", stream(completed()))

    (sent,) = endpoint.asked
    assert sent.target == "/v1/images/edits?api-version=preview"
    assert sent.headers["api-key"] == CANARY
    assert "authorization" not in sent.headers


def test_azure_by_deployment():
    path = "/openai/deployments/{model}/images/edits"
    version = {"api-version": "2025-04-01-preview"}

    _, endpoint = run("Azure OpenAI", stream(completed()), edits_path=path, query=version)

    assert endpoint.asked[0].target == (
        "/v1/openai/deployments/gpt-image-2/images/edits?api-version=2025-04-01-preview"
    )


def test_azure_content_filter():
    body = {"error": {"code": "contentFilter", "message": "no", "innererror": {"a": 1}}}

    outcome, _ = run("Azure OpenAI", http(json.dumps(body).encode(), status=400))

    assert isinstance(outcome.error, ModerationError)


def test_litellm_proxy_is_never_streamed_for_that_breaks_it():
    zeros = {"input_tokens": 0, "output_tokens": 0, "total_tokens": 0}
    nulls: dict = {"background": None, "quality": None, "size": None}

    outcome, endpoint = run("LiteLLM proxy", answer(picture(), usage=zeros, **nulls))

    assert {"stream", "partial_images"}.isdisjoint(endpoint.asked[0].fields)
    assert outcome.images == [picture()]
    assert (outcome.events[0].size, outcome.events[0].usage.total_tokens) == (None, 0)


def test_litellm_proxy_gets_one_spelling_of_image():
    both = request(image("a.png"), image("b.png"), mask=mask())

    _, endpoint = run("LiteLLM proxy", answer(picture()), asked=both)

    assert [file.name for file in endpoint.asked[0].files] == ["image[]", "image[]", "mask"]


def test_litellm_error_with_its_call_id_and_a_code_of_text():
    body = {"error": {"message": "litellm.BadRequestError", "type": None, "code": "400"}}
    refused = http(json.dumps(body).encode(), status=400, x_litellm_call_id="call-1")

    outcome, _ = run("LiteLLM proxy", refused)

    assert isinstance(outcome.error, RejectedError)
    assert (outcome.error.request_id, outcome.error.code) == ("call-1", "400")


def test_vllm_omni_wants_its_mask_as_a_text_white_on_black():
    several = request(image("a.png"), image("b.png"), mask=mask())

    _, endpoint = run("vLLM-Omni", answer(picture()), asked=several)

    (sent,) = endpoint.asked
    assert [file.name for file in sent.files] == ["image", "image"]
    head, _, text = sent.fields["mask_image"].partition(",")
    assert head == "data:image/png;base64"
    assert lightness(base64.b64decode(text)) == [255, 0]
    assert "authorization" not in sent.headers


def test_vllm_omni_streams_chunks_of_its_own():
    words = {"object": "image.edit.chunk", "type": "ar_delta", "delta": "A red", "index": 0}
    last = {
        "object": "image.edit.chunk", "type": "image", "size": "1024x1024",
        "data": [{"b64_json": b64(picture()), "url": None, "revised_prompt": None}],
    }  # fmt: skip
    frames = [f"data: {json.dumps(chunk)}\n\n".encode() for chunk in (words, words, last)]

    outcome, _ = run("vLLM-Omni", stream(*frames, b"data: [DONE]\n\n"))

    assert [type(event) for event in outcome.events] == [Completed]
    assert outcome.events[0].size == "1024x1024"


def test_vllm_omni_refuses_streams_of_single_stage_models():
    body = json.dumps({"detail": "stream is supported by multi-stage pipelines only"}).encode()

    outcome, endpoint = run("vLLM-Omni", http(body, status=400), answer(picture()))

    assert outcome.images == [picture()]
    assert "stream" not in endpoint.asked[1].fields


@pytest.mark.parametrize("name", ["seed", "num_inference_steps", "guidance_scale"])
def test_further_fields_of_local_servers_pass(name):
    asked = request(mask=mask(), extra={name: 7})

    _, endpoint = run("SGLang", answer(picture()), asked=asked)

    assert endpoint.asked[0].fields[name] == "7"


def test_sglang_answers_relative_urls_and_fields_of_its_own():
    body = {"id": "1", "created": 1, "data": [{"url": "/v1/files/7.png", "file_path": "/tmp/7"}]}

    outcome, endpoint = run("SGLang", http(json.dumps(body).encode()), http(picture(), "image/png"))

    assert endpoint.asked[0].fields["response_format"] == "b64_json"
    assert "stream" not in endpoint.asked[0].fields
    assert endpoint.asked[1].target == "/v1/files/7.png"
    assert outcome.images == [picture()]


def test_stable_diffusion_cpp():
    prompt = 'a door <sd_cpp_extra_args>{"steps": 9}</sd_cpp_extra_args>'
    asked = request(mask=mask(), prompt=prompt, **STREAMED)

    outcome, endpoint = run("stable-diffusion.cpp", answer(picture()), asked=asked)

    (sent,) = endpoint.asked
    assert [file.name for file in sent.files] == ["image[]", "mask"]
    assert lightness(sent.files[1].value) == [255, 0]
    assert sent.fields["prompt"] == prompt
    assert "stream" not in sent.fields
    assert outcome.images == [picture()]


def test_localai():
    body = b'{"created": 1, "data": [{"url": "/generated-images/1.png"}]}'

    outcome, endpoint = run("LocalAI", http(body), http(picture(), "image/png"))

    sent = endpoint.asked[0]
    assert sent.target == "/v1/images/inpainting"
    assert {"model", "prompt"} <= {part.name for part in sent.parts}
    assert [file.name for file in sent.files] == ["image", "mask"]
    assert lightness(sent.files[1].value) == [255, 0]
    assert outcome.images == [picture()]


def test_gateways_keep_prefixed_model_ids_and_mask_brackets():
    asked = request(image("a.png"), mask=mask(), model="openai/gpt-image-2")

    _, endpoint = run(
        "Other gateway", answer(picture()), asked=asked,
        edits_path="/openai/images/edits", image_field="image[]", mask_field="mask[]",
    )  # fmt: skip

    (sent,) = endpoint.asked
    assert sent.target == "/v1/openai/images/edits"
    assert sent.fields["model"] == "openai/gpt-image-2"
    assert [file.name for file in sent.files] == ["image[]", "mask[]"]


def test_resellers_that_answer_plain_json_to_a_stream():
    outcome, _ = run("Other gateway", answer(picture()))

    assert outcome.images == [picture()]


def test_resellers_that_invert_the_mask():
    _, endpoint = run("Other gateway", answer(picture()), mask_convention="inverted")

    (_, sent) = endpoint.asked[0].files
    with Image.open(io.BytesIO(sent.value)) as opened:
        assert opened.tobytes() == bytes([0, 0, 0, 255, 255, 255, 255, 0])


def test_resellers_that_refuse_n():
    assert replace(TEMPLATES["Other gateway"], max_n=1).most_at_once(stream=False) == 1


def test_naga_s_url_answers_elsewhere_need_https():
    body = b'{"data": [{"url": "http://127.0.0.2:1/a.png"}]}'

    outcome, endpoint = run("Other gateway", http(body))

    assert "cannot be fetched" in outcome.error.title
    assert len(endpoint.asked) == 1


def test_a_gateway_out_of_credit():
    outcome, _ = run("Other gateway", error(402, "Top up"))

    assert isinstance(outcome.error, BillingError)
