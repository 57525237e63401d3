"""Fault row 69: proxies of the environment, on the way out and never on that to this machine."""

import asyncio
import gc

import pytest

from inpaint_studio.client import EditClient, retry
from inpaint_studio.errors import ConnectionFailed, RequestError
from tests.support.http_server import serving
from tests.support.misbehaving import Endpoint
from tests.support.one_edit import collect, edit, request, unused_port
from tests.support.replies import answer, picture

# httpcore and asyncio leave a socket to the garbage collector where they did not expect the fault.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")

VARIABLES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy")


@pytest.fixture
def through(monkeypatch):
    async def at_once(*_) -> None:
        """Between two attempts."""

    monkeypatch.setattr(retry, "wait", at_once)

    def use(address: str) -> None:
        for variable in VARIABLES:
            monkeypatch.setenv(variable, address)
        monkeypatch.delenv("NO_PROXY", raising=False)
        monkeypatch.delenv("no_proxy", raising=False)

    yield use
    gc.collect()


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


def asked_through(through, proxy: str, serve=None):
    """What becomes of an edit of another machine through `proxy`, which `serve` serves."""

    async def run():
        async with serving(serve or nothing) as port:
            through(proxy.replace("PORT", str(port)))
            profile = Endpoint().profile(
                base_url="http://images.test/v1", allows_plain_http=True, total_timeout_s=3.0
            )
            client = EditClient()
            try:
                return await collect(client, profile, request())
            finally:
                await client.aclose()

    return asyncio.run(run())


async def nothing(reader, writer):
    await reader.read(100)


@pytest.mark.parametrize("scheme", ["socks5", "socks5h"])
def test_a_socks_proxy_is_heeded_and_looks_up_the_name(through, scheme):
    asked = []

    async def serve(reader, writer):
        version, count = await reader.readexactly(2)
        await reader.readexactly(count)
        writer.write(bytes([version, 0]))
        _, command, _, kind, length = await reader.readexactly(5)
        name = await reader.readexactly(length)
        port = int.from_bytes(await reader.readexactly(2), "big")
        asked.append((command, kind, name, port))
        writer.write(bytes([5, 0, 0, 1, 127, 0, 0, 1, 0, 80]))
        await Endpoint([answer(picture())]).serve(reader, writer)

    outcome = asked_through(through, f"{scheme}://127.0.0.1:PORT", serve)

    assert outcome.images == [picture()]
    assert asked == [(1, 3, b"images.test", 80)]


@pytest.mark.parametrize(
    "said", [b"", b"HTTP/1.1 400 Bad\r\n\r\n", b"\x05", b"\x05\xff", b"\x04\x00"]
)
def test_a_proxy_that_does_not_speak_socks_is_named_as_the_reason(through, said):
    async def serve(reader, writer):
        await reader.read(100)
        writer.write(said)

    outcome = asked_through(through, "socks5://127.0.0.1:PORT", serve)

    assert isinstance(outcome.error, ConnectionFailed)
    assert outcome.error.title == "The endpoint cannot be reached", repr(outcome.error.__cause__)
    assert not outcome.error.maybe_charged


@pytest.mark.parametrize("proxy", ["socks://127.0.0.1:PORT", "ftp://127.0.0.1:PORT", "http://[::1"])
def test_a_proxy_that_cannot_be_used_is_told_with_the_variable_to_correct(through, proxy):
    outcome = asked_through(through, proxy)

    assert isinstance(outcome.error, RequestError)
    assert "ALL_PROXY" in outcome.error.message


@pytest.mark.parametrize("proxy", ["http://127.0.0.1:99999", "socks5://a..b:1080", "http://xn--/"])
def test_a_proxy_nobody_can_reach_is_an_error_before_anything_is_sent(through, proxy):
    outcome = asked_through(through, proxy)

    assert isinstance(outcome.error, ConnectionFailed | RequestError)
    assert not getattr(outcome.error, "maybe_charged", False)


def test_certificates_that_are_not_there_are_told(through, monkeypatch, tmp_path):
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none.pem"))

    async def run():
        client = EditClient()
        try:
            return await collect(client, Endpoint().profile(base_url="https://a.test"), request())
        finally:
            await client.aclose()

    assert isinstance(asyncio.run(run()).error, RequestError)
