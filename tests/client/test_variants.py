"""Contract §0.5: one request for several variants; what is learned of an endpoint is kept."""

import asyncio
import json
from dataclasses import replace

import pytest

from inpaint_studio.client import EditClient
from inpaint_studio.contract.events import Completed
from inpaint_studio.contract.params import EditParams, EditRequest
from inpaint_studio.errors import AuthenticationError, ProtocolError, RequestError
from tests.support.canary import CANARY
from tests.support.misbehaving import Endpoint
from tests.support.one_edit import collect, edit, request
from tests.support.replies import answer, error, http, picture


def test_plain_variants_are_one_request():
    outcome, endpoint = edit(answer(*(picture(k) for k in range(4))), n=4)

    assert [asked.fields["n"] for asked in endpoint.asked] == ["4"]
    assert len(outcome.images) == 4


@pytest.mark.parametrize(
    "first", [answer(picture()), error(400, "Streaming is not supported by this model")]
)
def test_a_server_that_does_not_stream_is_asked_plainly_next_time(first):
    async def twice():
        async with Endpoint([first, answer(picture("b"), picture("c"))]) as endpoint:
            client = EditClient()
            await collect(client, endpoint.profile(), request(stream=True))
            endpoint.asked.clear()
            endpoint.replies = [answer(picture("d"), picture("e"))]
            outcome = await collect(client, endpoint.profile(), request(stream=True, n=2))
            other = await collect(client, endpoint.profile(), request(stream=True, model="another"))
            await client.aclose()
            return outcome, other, endpoint

    outcome, _, endpoint = asyncio.run(twice())

    assert len(outcome.images) == 2
    assert "stream" not in endpoint.asked[0].fields
    assert endpoint.asked[0].fields["n"] == "2"
    assert endpoint.asked[1].fields["stream"] == "true"  # it is remembered per model


def test_a_request_is_sent_its_first_seed_under_the_name_the_endpoint_has_for_it():
    asked = replace(request(n=2), seeds=(7, 7))
    _, endpoint = edit(answer(picture(0), picture(1)), asked=asked, profile={"seed_field": "noise"})

    assert endpoint.asked[0].fields["noise"] == "7"


def test_images_nobody_asked_for_get_numbers_after_the_others():
    outcome, _ = edit(answer(picture(0), picture("extra")), stream=True)

    assert [event.variant for event in outcome.of(Completed)] == [0, 1]


def test_a_request_without_a_picture_is_not_sent():
    outcome, endpoint = edit(
        answer(picture()), asked=EditRequest(EditParams(prompt="p", model="m"), ())
    )

    assert isinstance(outcome.error, RequestError)
    assert endpoint.asked == []


@pytest.mark.parametrize(
    ("body", "ids"),
    [
        ({"object": "list", "data": [{"id": "a"}, {"id": "b"}, {"id": "a"}]}, ["a", "b"]),
        ({"models": [{"name": "x"}]}, ["x"]),
        (["p", "q"], ["p", "q"]),
        ({"data": []}, []),
    ],
)
def test_model_lists_as_servers_spell_them(body, ids):
    async def ask():
        async with Endpoint([http(json.dumps(body).encode())]) as endpoint:
            client = EditClient()
            found = await client.models(endpoint.profile(), CANARY)
            await client.aclose()
            return found, endpoint.asked[0]

    found, asked = asyncio.run(ask())

    assert found == ids
    assert (asked.method, asked.target) == ("GET", "/v1/models")
    assert asked.headers["authorization"] == f"Bearer {CANARY}"


@pytest.mark.parametrize(
    ("reply", "failure"),
    [(error(401), AuthenticationError), (http(b"<html>", "text/html"), ProtocolError)],
)
def test_a_model_list_that_is_none(reply, failure):
    async def ask():
        async with Endpoint([reply]) as endpoint:
            client = EditClient()
            try:
                await client.models(endpoint.profile(), CANARY)
            finally:
                await client.aclose()

    with pytest.raises(failure):
        asyncio.run(ask())
