"""The vendor's own Python package, in strict mode, against this endpoint."""

import base64
import io

import pytest

from tests.server.conftest import running
from tests.server.pictures import alpha_mask, decoded, is_filled, png, source

openai = pytest.importorskip("openai")


@pytest.fixture(scope="module")
def client(engine):
    with running(engine, api_key="sk-test") as url, strict(url, "sk-test") as client:
        yield client


def strict(url: str, key: str):
    return openai.OpenAI(base_url=url, api_key=key, _strict_response_validation=True, max_retries=0)


def named(content: bytes, name: str) -> io.BytesIO:
    file = io.BytesIO(content)
    file.name = name
    return file


def pictures() -> dict:
    return {"image": named(png(source()), "a.png"), "mask": named(alpha_mask(), "m.png")}


def picture(b64_json: str):
    return decoded(base64.b64decode(b64_json))


def test_plain(client):
    answer = client.images.edit(
        **pictures(), prompt="a meadow", model="gpt-image-2", n=2, quality="low", size="auto"
    )
    assert all(is_filled(picture(item.b64_json)) for item in answer.data)
    assert len(answer.data) == 2
    assert answer.usage.total_tokens > 0
    assert (answer.quality, answer.background) == ("low", "opaque")
    assert answer._request_id.startswith("req_")


def test_stream(client):
    events = list(
        client.images.edit(
            **pictures(), prompt="a meadow", model="gpt-image-2", stream=True, partial_images=2
        )
    )
    *partials, completed = events
    assert completed.type == "image_edit.completed"
    assert [event.partial_image_index for event in partials] == list(range(len(partials)))
    assert is_filled(picture(completed.b64_json))
    assert completed.usage.input_tokens_details.image_tokens > 0


def test_several_images_of_bare_bytes(client):
    answer = client.images.edit(
        image=[png(source()), png(source())], mask=alpha_mask(), prompt="x", model="gpt-image-2"
    )
    assert is_filled(picture(answer.data[0].b64_json))


def test_url(client, http):
    answer = client.images.edit(
        **pictures(), prompt="x", model="gpt-image-2", response_format="url"
    )
    assert is_filled(decoded(http.get(answer.data[0].url).content))


def test_models(client):
    assert "gpt-image-2" in {model.id for model in client.models.list()}
    assert client.models.retrieve("gpt-image-2").owned_by == "inpaint-studio"


def test_errors(client):
    with pytest.raises(openai.BadRequestError) as refused:
        client.images.edit(**pictures(), prompt="x", model="gpt-image-2", stream=True, n=2)
    assert refused.value.body["message"] == "Streaming is only supported with n=1."
    with pytest.raises(openai.NotFoundError) as refused:
        client.images.edit(**pictures(), prompt="x", model="nope")
    assert refused.value.code == "model_not_found"
    with pytest.raises(openai.BadRequestError) as refused:
        client.images.edit(image=b"Example data", prompt="x", model="gpt-image-2")
    assert refused.value.type == "invalid_request_error"


def test_a_wrong_key(client):
    with (
        strict(str(client.base_url), "sk-wrong") as stranger,
        pytest.raises(openai.AuthenticationError) as refused,
    ):
        stranger.models.list()
    assert refused.value.code == "invalid_api_key"
