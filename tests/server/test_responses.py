"""What goes back: exactly the shapes of the contract."""

import base64
import io
import json

import numpy as np
import pytest
from PIL import Image

from inpaint_studio.server.app import create_app
from inpaint_studio.server.results import KeptResults
from tests.support.embedded import running_app
from tests.support.uploads import (
    HEIGHT,
    WIDTH,
    decoded,
    frames,
    image_part,
    is_filled,
    mask_part,
    png,
    results,
    source,
    standard,
)


def test_the_plain_answer(post):
    answer = post(standard(), model="gpt-image-2", quality="high")
    body = answer.json()
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-request-id"].startswith("req_")
    assert set(body) == {
        "created", "data", "background", "engine", "output_format", "quality", "size", "usage",
    }  # fmt: skip
    assert body["engine"] in {"multiscale", "patchmatch"}
    assert isinstance(body["created"], int)
    assert (body["background"], body["output_format"]) == ("opaque", "png")
    assert (body["quality"], body["size"]) == ("high", f"{WIDTH}x{HEIGHT}")
    assert list(body["data"][0]) == ["b64_json"]
    usage = body["usage"]
    assert usage["total_tokens"] == usage["input_tokens"] + usage["output_tokens"] > 0
    assert set(usage["input_tokens_details"]) == {"text_tokens", "image_tokens"}
    assert set(usage["output_tokens_details"]) == {"text_tokens", "image_tokens"}


def test_the_local_fill_costs_nothing(post):
    assert post(standard()).json()["usage"]["total_tokens"] == 0


@pytest.mark.parametrize("partials", [0, 1, 2])
def test_the_stream(post, partials):
    answer = post(standard(), model="gpt-image-2", stream="true", partial_images=str(partials))
    assert answer.headers["content-type"].startswith("text/event-stream")
    events = frames(answer.text)
    *early, (last_name, last) = events
    assert [name for name, _ in early] == ["image_edit.partial_image"] * len(early)
    assert len(early) <= partials
    assert last_name == last["type"] == "image_edit.completed"
    common = {
        "type", "b64_json", "created_at", "size", "quality", "background", "output_format",
        "engine",
    }  # fmt: skip
    assert set(last) == common | {"usage"}
    assert "output_tokens_details" not in last["usage"]
    for index, (name, event) in enumerate(early):
        assert event["type"] == name
        assert set(event) == common | {"partial_image_index"}
        assert event["partial_image_index"] == index
    for _, event in events:
        assert is_filled(decoded(base64.b64decode(event["b64_json"])))
    assert "[DONE]" not in answer.text


def test_accept_does_not_decide(base_url, http):
    answer = http.post(
        f"{base_url}/images/edits",
        data={"prompt": "x", "stream": "true"},
        files=standard(),
        headers={"accept": "application/json"},
    )
    assert answer.headers["content-type"].startswith("text/event-stream")


def test_partials_cost_a_hundred_tokens_each(post):
    streams = [
        frames(post(standard(), model="gpt-image-2", stream="true", partial_images=wish).text)
        for wish in ("0", "1")
    ]
    tokens = [events[-1][1]["usage"]["output_tokens"] for events in streams]
    assert tokens[1] - tokens[0] == 100 * (len(streams[1]) - 1)


@pytest.mark.parametrize("output_format", ["png", "jpeg", "webp"])
def test_output_formats(post, output_format):
    body = post(standard(), output_format=output_format).json()
    content = base64.b64decode(body["data"][0]["b64_json"])
    with Image.open(io.BytesIO(content)) as image:
        assert image.format == output_format.upper()
    assert body["output_format"] == output_format


def test_compression_makes_smaller_files(post):
    sizes = [
        len(post(standard(), output_format="jpeg", output_compression=level, seed="1").content)
        for level in ("20", "100")
    ]
    assert sizes[0] < sizes[1]


def test_size_resizes_the_result(post):
    body = post(standard(), size="90x70").json()
    assert body["size"] == "90x70"
    assert results(body)[0].shape[:2] == (70, 90)


@pytest.mark.parametrize(
    ("background", "transparent"), [("auto", True), ("transparent", True), ("opaque", False)]
)
def test_background(post, background, transparent):
    alpha = np.full((HEIGHT, WIDTH), 255, np.uint8)
    alpha[:8] = 0
    files = [image_part(content=png(np.dstack([source(), alpha]))), mask_part()]
    body = post(files, background=background).json()
    assert body["background"] == ("transparent" if transparent else "opaque")
    result = results(body)[0]
    assert (result.shape[2] == 4) is transparent
    if not transparent:
        assert (result[:8] == 255).all(), "laid on white"


def test_several_variants_in_one_answer(post):
    made = results(post(standard(), n="3").json())
    assert all(is_filled(result) for result in made)
    assert not np.array_equal(made[0], made[1])


def test_results_by_url(post, http):
    body = post(standard(), response_format="url", n="2").json()
    for item in body["data"]:
        assert list(item) == ["url"]
        answer = http.get(item["url"])
        assert answer.headers["content-type"] == "image/png"
        assert is_filled(decoded(answer.content))
    gone = http.get(item["url"] + "x")
    assert gone.status_code == 404
    assert gone.json()["error"]["message"]


def test_urls_live_for_sixty_minutes_and_no_longer():
    now = 1000.0
    kept = KeptResults(clock=lambda: now)
    name = kept.keep(b"a picture", "png")
    now += 3599
    assert kept.find(name) == b"a picture"
    now += 1
    assert kept.find(name) is None
    kept.close()


def test_a_url_answers_for_sixty_minutes_and_then_is_gone(engine, http):
    now = 1000.0
    app = create_app(engine, api_key=None)
    app.state.service.kept._clock = lambda: now
    with running_app(app) as base_url:
        url = http.post(
            f"{base_url}/images/edits", data={"response_format": "url"}, files=standard()
        ).json()["data"][0]["url"]
        now += 3599
        assert is_filled(decoded(http.get(url).content))
        now += 1
        gone = http.get(url)
    assert gone.status_code == 404
    assert "60 minutes" in gone.json()["error"]["message"]


def test_names_of_results_are_never_paths():
    kept = KeptResults()
    kept.keep(b"a picture", "png")
    assert kept.find("../../etc/passwd") is None
    assert kept.find("/etc/passwd") is None
    kept.close()


def test_unknown_places_answer_in_the_contracts_shape(base_url, http):
    for answer in (http.get(f"{base_url}/nowhere"), http.get(f"{base_url}/images/edits")):
        assert answer.status_code in (404, 405)
        assert set(answer.json()["error"]) == {"message", "type", "param", "code"}
        assert json.loads(answer.text)["error"]["type"] == "invalid_request_error"
