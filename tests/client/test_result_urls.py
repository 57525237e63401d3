"""Fault rows 25 and 26: where a result may be fetched from, and what goes along."""

import asyncio
import json
import ssl

import pytest

from inpaint_studio.client import EditClient
from inpaint_studio.client.download import is_public, resolve
from inpaint_studio.contract.profile import Profile
from inpaint_studio.errors import ConnectionFailed, ProtocolError
from tests.support.canary import CANARY
from tests.support.http_server import serving
from tests.support.misbehaving import Endpoint
from tests.support.one_edit import collect, edit, request
from tests.support.replies import http, picture

from .test_error_mapping import certificate as certificate

DONE = picture("done")


def points_to(url):
    return http(json.dumps({"created": 1, "data": [{"url": url}]}).encode())


@pytest.mark.parametrize("url", ["/files/1.png", "1.png", "../files/1.png"])
def test_a_relative_url_is_fetched_from_the_endpoint_with_the_key(url):
    outcome, endpoint = edit(points_to(url), http(DONE, "image/png"))

    assert outcome.images == [DONE]
    assert endpoint.asked[1].method == "GET"
    assert endpoint.asked[1].headers["authorization"] == f"Bearer {CANARY}"


def test_an_absolute_url_on_the_endpoint_s_own_origin_is_fetched():
    async def run():
        async with Endpoint([]) as endpoint:
            endpoint.replies = [
                points_to(f"http://127.0.0.1:{endpoint.port}/a.png"),
                http(DONE, "image/png"),
            ]
            client = EditClient()
            outcome = await collect(client, endpoint.profile(), request())
            await client.aclose()
            return outcome

    assert asyncio.run(run()).images == [DONE]


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "http://example.com/a.png",
        "ftp://example.com/a.png",
        "https://127.0.0.1/a.png",
        "https://127.0.0.1:8443/a.png",
        "https://localhost/a.png",
        "https://[::1]/a.png",
        "https://[::ffff:127.0.0.1]/a.png",
        "https://169.254.169.254/latest/meta-data",
        "https://10.0.0.5/a.png",
        "https://192.168.1.1/a.png",
        "https://2130706433/a.png",
        "https://0x7f.1/a.png",
        "https://user:pw@93.184.216.34/a.png",
        "https://224.0.0.1/a.png",
        "http://127.0.0.1:1/a.png",
        "https://a:port/x.png",
    ],
)
def test_addresses_that_are_refused(url):
    outcome, endpoint = edit(points_to(url))

    assert isinstance(outcome.error, ProtocolError)
    assert "cannot be fetched" in outcome.error.title
    assert len(endpoint.asked) == 1


def test_a_name_with_one_private_address_is_refused():
    async def one_private(host, port):
        return ["93.184.216.34", "10.0.0.1"]

    outcome, _ = edit(points_to("https://results.test/a.png"), client={"resolve": one_private})

    assert isinstance(outcome.error, ProtocolError)


def test_a_name_nobody_knows():
    outcome, _ = edit(points_to("https://no-such-host.invalid/a.png"))

    assert isinstance(outcome.error, ConnectionFailed)
    assert outcome.error.maybe_charged


def test_a_redirect_to_a_private_address_is_refused():
    outcome, endpoint = edit(
        points_to("/a.png"), http(b"", status=302, location="http://169.254.169.254/")
    )

    assert isinstance(outcome.error, ProtocolError)
    assert len(endpoint.asked) == 2


def test_a_redirect_on_the_endpoint_s_own_origin_is_followed():
    outcome, _ = edit(
        points_to("/a.png"), http(b"", status=302, location="/b.png"), http(DONE, "image/png")
    )

    assert outcome.images == [DONE]


def test_redirects_in_circles_end():
    outcome, endpoint = edit(points_to("/a.png"), http(b"", status=302, location="/a.png"))

    assert isinstance(outcome.error, ProtocolError)
    assert len(endpoint.asked) < 8


def test_a_result_that_is_not_there():
    outcome, _ = edit(points_to("/a.png"), http(b"gone", status=404))

    assert isinstance(outcome.error, ProtocolError)


def test_what_lies_there_is_handed_on_whatever_it_is():
    """It may have been paid for; whoever looks at it says that it is no picture."""
    outcome, _ = edit(points_to("/a.png"), http(b"<html>", "text/html"))

    assert outcome.error is None
    assert outcome.images == [b"<html>"]


def test_another_host_is_reached_at_the_checked_address_by_its_own_name_without_the_key(
    certificate, monkeypatch
):
    """The name resolves to loopback here, which the test alone declares to be public."""
    monkeypatch.setattr("inpaint_studio.client.download.is_public", lambda address: True)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    seen = []

    async def nearby(host, port):
        seen.append((host, port))
        return ["127.0.0.3"]

    async def run():
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*certificate)
        results = Endpoint([http(DONE, "image/png")], host="127.0.0.3")
        async with (
            serving(results.serve, "127.0.0.3", ssl=context) as port,
            Endpoint([points_to(f"https://results.test:{port}/a.png")]) as endpoint,
        ):
            client = EditClient(resolve=nearby)
            profile = Profile(name="t", base_url=endpoint.base_url)
            outcome = await collect(client, profile, request())
            await client.aclose()
            return outcome, results, port

    outcome, results, port = asyncio.run(run())

    assert outcome.images == [DONE]
    assert seen == [("results.test", port)]
    assert results.asked[0].headers["host"] == f"results.test:{port}"
    assert "authorization" not in results.asked[0].headers


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("127.0.0.1", False),
        ("0.0.0.0", False),
        ("100.64.0.1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("64:ff9b::7f00:1", False),  # NAT64 of 127.0.0.1
        ("64:ff9b::5db8:d822", False),  # and of a public address: who knows which gateway
        ("64:ff9b:1::a00:1", False),
        ("2002:7f00:1::", False),  # 6to4 of 127.0.0.1
        ("2002:a00:1::1", False),
        ("192.88.99.1", False),
        ("192.0.0.192", False),  # a cloud's metadata, among addresses of protocols
        ("192.0.0.9", False),
        ("2001:1ff::1", False),
        ("3fff::1", False),  # documentation
        ("fec0::1", False),  # site-local
        ("::7f00:1", False),  # IPv4-compatible
        ("::93.184.216.34", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:0:7f00:1", False),  # IPv4-translated
        ("2001::1", False),  # Teredo
        ("2001:db8::1", False),
        ("::", False),
        ("ff0e::1", False),
        ("4000::1", False),
        ("nonsense", False),
    ],
)
def test_public_addresses(address, public):
    assert is_public(address) is public


def test_decimal_addresses_resolve_to_what_they_mean():
    assert asyncio.run(resolve("2130706433", 443)) == ["127.0.0.1"]
