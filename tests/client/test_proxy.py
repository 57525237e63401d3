"""Proxies of the environment: heeded on the way out, never on the way to this machine."""

import asyncio

import pytest

from inpaint_studio.client import EditClient
from inpaint_studio.errors import ConnectionFailed
from tests.support.misbehaving import Endpoint
from tests.support.one_edit import collect, edit, request, unused_port
from tests.support.replies import answer, picture

VARIABLES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy")


@pytest.fixture
def through(monkeypatch):
    def use(address: str) -> None:
        for variable in VARIABLES:
            monkeypatch.setenv(variable, address)
        monkeypatch.delenv("NO_PROXY", raising=False)
        monkeypatch.delenv("no_proxy", raising=False)

    return use


def test_this_machine_is_reached_without_the_proxy(through):
    through(f"http://127.0.0.1:{unused_port()}")

    outcome, _ = edit(answer(picture()))

    assert outcome.images == [picture()]


def test_other_machines_are_reached_through_it(through):
    async def run():
        async with Endpoint([answer(picture())]) as proxy:
            through(f"http://127.0.0.1:{proxy.port}")
            profile = proxy.profile(base_url="http://images.test/v1", allows_plain_http=True)
            client = EditClient()
            try:
                return await collect(client, profile, request()), proxy.asked
            finally:
                await client.aclose()

    outcome, (asked,) = asyncio.run(run())

    assert outcome.images == [picture()]
    assert asked.target == "http://images.test/v1/images/edits"


def test_a_proxy_that_is_down_is_named_as_the_reason(through):
    async def run():
        through(f"http://127.0.0.1:{unused_port()}")
        profile = Endpoint().profile(base_url="https://images.test/v1", connect_timeout_s=1.0)
        client = EditClient()
        try:
            return await collect(client, profile, request())
        finally:
            await client.aclose()

    outcome = asyncio.run(run())

    assert isinstance(outcome.error, ConnectionFailed)
    assert not outcome.error.maybe_charged
