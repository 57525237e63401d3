"""Contract §0.5: n variants while streaming are n requests of one; what is learned is kept."""

import asyncio
import json

import pytest

from inpaint_studio.client import EditClient
from inpaint_studio.contract.events import Completed, PartialImage, Retrying, VariantFailed
from inpaint_studio.contract.params import EditParams, EditRequest
from inpaint_studio.errors import AuthenticationError, ProtocolError, RequestError, ServerError
from tests.canary import CANARY
from tests.faults.misbehaving import Endpoint
from tests.faults.replies import answer, completed, error, http, partial, picture, stream

from .endpoint import collect, edit, request


def numbered(*pieces):
    """A reply whose images differ from request to request."""
    count = iter(range(100))

    async def reply(asked, writer):
        k = next(count)
        await stream(partial(0, picture(f"p{k}")), *pieces, completed(picture(k)))(asked, writer)

    return reply


def test_streamed_variants_are_requests_of_one():
    outcome, endpoint = edit(numbered(0.05), stream=True, n=3)

    assert len(endpoint.asked) == 3
    assert all("n" not in asked.fields for asked in endpoint.asked)
    assert sorted(event.variant for event in outcome.of(Completed)) == [0, 1, 2]
    assert sorted(outcome.images) == [picture(k) for k in range(3)]


def test_each_variant_gets_its_own_partials():
    outcome, _ = edit(numbered(0.05), stream=True, n=3)

    by_variant = {event.variant: event.image for event in outcome.of(PartialImage)}
    finals = {event.variant: event.image for event in outcome.of(Completed)}
    for variant, image in finals.items():
        assert by_variant[variant] == picture("p" + image.decode("latin-1")[8:])


@pytest.mark.parametrize("parallel", [1, 4])
def test_so_many_run_at_once(parallel):
    outcome, endpoint = edit(numbered(0.05), stream=True, n=10, client={"parallel": parallel})

    assert len(outcome.images) == 10
    assert endpoint.most_open == parallel


def sent_seeds(endpoint) -> list[str | None]:
    return sorted(asked.fields.get("seed") for asked in endpoint.asked)


def test_variants_of_requests_of_their_own_are_sent_seeds_of_their_own():
    _, endpoint = edit(numbered(), stream=True, n=3, extra={"seed": 1})

    assert sent_seeds(endpoint) == ["1", "2", "3"]


def test_a_request_for_several_variants_is_sent_the_seed_of_its_first():
    replies = [answer(picture(0), picture(1)), answer(picture(2), picture(3))]
    _, endpoint = edit(*replies, n=4, extra={"seed": 1}, profile={"max_n": 2})

    assert sent_seeds(endpoint) == ["1", "3"]


def test_an_endpoint_whose_seed_is_fixed_is_sent_a_drawn_one_under_its_own_name():
    profile = {"has_fixed_seed": True, "seed_field": "noise"}
    _, endpoint = edit(numbered(), stream=True, n=3, profile=profile)

    assert len({asked.fields["noise"] for asked in endpoint.asked}) == 3


def test_a_request_that_is_sent_again_keeps_its_seed():
    busy = error(429, headers={"retry_after_ms": "1"}.items(), code="rate_limit_exceeded")
    _, endpoint = edit(busy, answer(picture()), profile={"has_fixed_seed": True})

    first, again = (asked.fields["seed"] for asked in endpoint.asked)
    assert first == again


def test_plain_variants_are_one_request():
    outcome, endpoint = edit(answer(*(picture(k) for k in range(4))), n=4)

    assert [asked.fields["n"] for asked in endpoint.asked] == ["4"]
    assert len(outcome.images) == 4


def test_a_server_of_max_n_gets_several_requests():
    outcome, endpoint = edit(
        answer(picture(0), picture(1)), answer(picture(2), picture(3)), answer(picture(4)),
        n=5, profile={"max_n": 2}, client={"parallel": 1},
    )  # fmt: skip

    assert [asked.fields.get("n") for asked in endpoint.asked] == ["2", "2", None]
    assert [event.variant for event in outcome.events] == [0, 1, 2, 3, 4]


def test_a_variant_that_fails_leaves_the_others_alone():
    outcome, _ = edit(
        stream(completed(picture(0))), error(500), stream(completed(picture(2))),
        stream=True, n=3, client={"parallel": 1},
    )  # fmt: skip

    (failed,) = outcome.of(VariantFailed)
    assert (failed.variant, type(failed.error)) == (1, ServerError)
    assert outcome.images == [picture(0), picture(2)]
    assert outcome.error is None


def test_a_failed_request_of_several_names_each_variant_it_still_owes():
    outcome, _ = edit(
        answer(picture(0), picture(1)), stream(completed(picture(2)), b"data: {"), error(500),
        n=6, profile={"max_n": 2}, client={"parallel": 1},
    )  # fmt: skip

    assert [event.variant for event in outcome.of(Completed)] == [0, 1, 2]
    assert [event.variant for event in outcome.of(VariantFailed)] == [4, 5]


def test_when_all_fail_the_first_error_is_raised():
    outcome, endpoint = edit(error(500), stream=True, n=2)

    assert isinstance(outcome.error, ServerError)
    assert len(outcome.of(VariantFailed)) == 2
    assert len(endpoint.asked) == 2


def test_after_a_hopeless_refusal_the_waiting_ones_are_not_sent():
    outcome, endpoint = edit(error(401), stream=True, n=10, client={"parallel": 2})

    assert isinstance(outcome.error, AuthenticationError)
    assert len(endpoint.asked) == 2
    assert len(outcome.of(VariantFailed)) == 10


def test_waits_name_their_variant():
    limited = error(429, headers={"retry_after": "0.01"}.items(), code="rate_limit_exceeded")

    outcome, _ = edit(
        stream(completed(picture(0))), limited, stream(completed(picture(1))),
        stream=True, n=2, client={"parallel": 1},
    )  # fmt: skip

    assert [event.variant for event in outcome.of(Retrying)] == [1]
    assert len(outcome.images) == 2


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


def test_images_nobody_asked_for_get_numbers_after_all_variants():
    outcome, _ = edit(
        answer(picture(0), picture("extra")), answer(picture(1)),
        stream=True, n=2, client={"parallel": 1},
    )  # fmt: skip

    assert {event.image: event.variant for event in outcome.events} == {
        picture(0): 0, picture("extra"): 2, picture(1): 1,
    }  # fmt: skip


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
