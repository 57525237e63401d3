"""A correction is offered once it has answered, and nothing secret is asked along with it."""

from __future__ import annotations

import asyncio
from functools import partial

import pytest

from inpaint_studio.client import EditClient, address_probe
from inpaint_studio.client.address_probe import answering_correction
from inpaint_studio.contract.profile import Profile
from tests.support import replies
from tests.support.misbehaving import misbehaving
from tests.support.one_edit import unused_port
from tests.support.proper import models


def found(address: str) -> str | None:
    async def look() -> str | None:
        client = EditClient()
        try:
            return await answering_correction(client, address)
        finally:
            await client.aclose()

    return asyncio.run(look())


def answering_at(path: str, answer: bytes):
    """Answers at one path, and knows no other."""

    async def reply(asked, writer) -> None:
        at_path = asked.method == "GET" and asked.target == path
        await replies.write(writer, answer if at_path else replies.http_bytes(b"", status=404))

    return misbehaving(reply)


WRITTEN = (
    "127.0.0.1:{port}",
    "127.0.0.1:{port}/v1",
    "http://127.0.0.1:{port}",
    "http://127.0.0.1:{port}/",
    "http://127.0.0.1:{port}/v1/images/edits",
    "127.0.0.1:{port}/v1/models",
)
REFUSED = replies.http_bytes(b'{"error": {"message": "no key"}}', status=401)


@pytest.mark.parametrize("answer", [models(), REFUSED], ids=["lists", "wants a key"])
@pytest.mark.parametrize("written", WRITTEN)
def test_the_corrected_address_that_answers_is_found(written, answer):
    with answering_at("/v1/models", answer) as there:
        assert found(written.format(port=there.port)) == there.base_url
    assert not any("authorization" in asked.headers for asked in there.asked)


@pytest.mark.parametrize("written", WRITTEN)
def test_a_server_that_wants_a_key_for_every_path_tells_nothing_of_the_path(written):
    with misbehaving(replies.error(401)) as there:
        needed = written != "http://127.0.0.1:{port}/v1"
        assert found(written.format(port=there.port)) == (there.base_url if needed else None)


def test_an_address_that_answers_is_left_alone():
    with answering_at("/models", models()) as there:
        assert found(f"http://127.0.0.1:{there.port}") is None
    with answering_at("/v1/models", models()) as there:
        assert found(there.base_url) is None
    assert there.asked == []


def test_nothing_is_offered_that_does_not_answer_or_is_no_endpoint(monkeypatch):
    # Who does not encrypt may wait for more of what was a greeting.
    monkeypatch.setattr(address_probe, "Profile", partial(Profile, connect_timeout_s=1.0))
    assert found(f"localhost:{unused_port()}") is None
    with misbehaving(replies.http(b"<html>welcome</html>", "text/html")) as there:
        assert found(f"127.0.0.1:{there.port}") is None
