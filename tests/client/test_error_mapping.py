"""Fault rows 16-35: misbehaving servers, bounded waits, and closing the socket on cancel."""

import asyncio
import contextlib
import json
import ssl
import subprocess
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inpaint_studio.client import EditClient
from inpaint_studio.contract.events import PartialImage
from inpaint_studio.contract.params import InputImage
from inpaint_studio.contract.profile import Profile
from inpaint_studio.errors import ConnectionFailed, ImageError, ProtocolError
from tests.support.canary import CANARY
from tests.support.http_server import serving
from tests.support.misbehaving import Endpoint
from tests.support.one_edit import collect, edit, request, unused_port
from tests.support.replies import (
    FOREVER_S,
    answer,
    b64,
    completed,
    error,
    http,
    partial,
    picture,
    raw,
    stream,
    write,
)

DRIP: list[bytes | float] = [b"d", 0.02]
QUICK = {"idle_timeout_s": 0.3, "total_timeout_s": 0.8}


def run(coroutine):
    return asyncio.run(coroutine)


async def attempt(profile, asked=None, **client):
    editor = EditClient(**client)
    try:
        return await collect(editor, profile, asked or request())
    finally:
        await editor.aclose()


def test_a_silent_server_meets_the_idle_deadline():
    outcome, _ = edit(raw(10.0), profile=QUICK)

    assert isinstance(outcome.error, ConnectionFailed)
    assert outcome.error.maybe_charged
    assert outcome.seconds < 0.7


def test_a_stream_that_falls_silent_keeps_its_partial():
    outcome, _ = edit(stream(partial(0), 10.0), stream=True, profile=QUICK)

    assert isinstance(outcome.error, ConnectionFailed)
    assert "too long" in outcome.error.title
    assert outcome.error.partial == picture("p0")
    assert outcome.seconds < 0.7


@pytest.mark.parametrize("pieces", [[b": ping\n\n", 0.05] * 100, [b"d", 0.05] * 100])
def test_a_drip_of_bytes_meets_the_total_deadline(pieces):
    outcome, _ = edit(stream(*pieces), stream=True, profile=QUICK)

    assert isinstance(outcome.error, ConnectionFailed)
    assert 0.7 < outcome.seconds < 1.2


def test_a_drip_of_headers_meets_the_total_deadline():
    outcome, _ = edit(raw(*DRIP * 300), profile=QUICK)

    assert isinstance(outcome.error, ConnectionFailed)
    assert outcome.seconds < 1.2


def test_an_upload_that_stalls_is_reported_as_not_generated(tmp_path):
    file = tmp_path / "large.png"
    file.write_bytes(picture(size=30_000_000))

    async def stall():
        async def ignore(reader, writer):
            await asyncio.sleep(5)

        async with serving(ignore, limit=1024) as port:
            profile = Profile(name="t", base_url=f"http://127.0.0.1:{port}/v1", idle_timeout_s=0.3)
            return await attempt(profile, request(InputImage("large.png", "image/png", file)))

    outcome = run(stall())

    assert isinstance(outcome.error, ConnectionFailed)
    assert "upload" in outcome.error.title
    assert not outcome.error.maybe_charged


def test_a_server_that_hangs_up_without_an_answer():
    outcome, endpoint = edit(raw(b""))

    assert isinstance(outcome.error, ConnectionFailed)
    assert outcome.error.maybe_charged
    assert len(endpoint.asked) == 1


@pytest.mark.parametrize("noise", [b"SSH-2.0-OpenSSH\r\n\r\n", b"\0\1\2\3" * 100])
def test_a_server_that_does_not_speak_http(noise):
    outcome, _ = edit(raw(noise))

    assert isinstance(outcome.error, ConnectionFailed)


def test_a_refused_connection_is_announced_retried_and_not_charged():
    profile = Profile(name="t", base_url=f"http://127.0.0.1:{unused_port()}/v1")

    outcome = run(attempt(profile))

    assert [event.attempt for event in outcome.events] == [1, 2]
    assert isinstance(outcome.error, ConnectionFailed)
    assert "refused" in outcome.error.message
    assert not outcome.error.maybe_charged


def test_an_unknown_name_says_so():
    outcome = run(attempt(Profile(name="t", base_url="http://no-such-host.invalid/v1")))

    assert isinstance(outcome.error, ConnectionFailed)
    assert "no-such-host.invalid is not known" in outcome.error.message


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tls")
    key, cert = folder / "key.pem", folder / "cert.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
         "/CN=results.test", "-addext", "subjectAltName=DNS:results.test",
         "-keyout", str(key), "-out", str(cert)],
        check=True, capture_output=True,
    )  # fmt: skip
    return cert, key


def test_a_certificate_nobody_vouches_for_is_not_retried(certificate):
    async def over_tls():
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*certificate)

        async def hang_up(reader, writer):
            pass

        async with serving(hang_up, ssl=context) as port:
            return await attempt(Profile(name="t", base_url=f"https://127.0.0.1:{port}/v1"))

    outcome = run(over_tls())

    assert outcome.events == []
    assert isinstance(outcome.error, ConnectionFailed)
    assert "certificate" in outcome.error.title
    assert not outcome.error.maybe_charged


@pytest.mark.parametrize(
    ("said", "words"),
    [(b"HTTP/1.1 400 Bad Request\r\n\r\n", "does not speak https"),
     (b"\x15\x03\x03\x00\x02\x02\x28", "does not speak https"), (b"\x16\x03\x03", "in time")],
)  # fmt: skip
def test_who_does_not_get_so_far_as_a_certificate_is_not_accused_of_one(said, words):
    async def without_tls(reader, writer):
        await write(writer, said, *([FOREVER_S] if words == "in time" else []))

    async def over_tls():
        async with serving(without_tls) as port:
            base_url = f"https://127.0.0.1:{port}/v1"
            patience_s = 0.2 if words == "in time" else 10.0
            return await attempt(Profile(name="t", base_url=base_url, connect_timeout_s=patience_s))

    outcome = run(over_tls())

    assert isinstance(outcome.error, ConnectionFailed)
    assert outcome.error.title == "The endpoint cannot be reached"
    assert words in outcome.error.message
    assert not outcome.error.maybe_charged


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_redirects_are_not_followed_and_both_hosts_are_named(status):
    async def redirected():
        async with (
            Endpoint([answer(picture())], host="127.0.0.2") as elsewhere,
            Endpoint([http(b"", status=status, location=elsewhere.base_url)]) as endpoint,
        ):
            return await attempt(endpoint.profile()), elsewhere

    outcome, elsewhere = run(redirected())

    assert isinstance(outcome.error, ProtocolError)
    assert "127.0.0.1" in outcome.error.message
    assert "127.0.0.2" in outcome.error.message
    assert elsewhere.asked == []


@pytest.mark.parametrize("stated", [6_000_000, 4_000_000])
def test_a_file_that_changes_while_it_is_sent_is_noticed(tmp_path, stated):
    file = tmp_path / "a.png"
    file.write_bytes(picture(size=5_000_000))

    class Changing(InputImage):
        @property
        def byte_count(self):
            return stated

    outcome, _ = edit(answer(picture()), asked=request(Changing("a.png", "image/png", file)))

    assert isinstance(outcome.error, ImageError)
    assert "changed" in outcome.error.title


def test_an_answer_before_the_upload_ends_is_heard(tmp_path):
    file = tmp_path / "a.png"
    file.write_bytes(picture(size=20_000_000))
    head = b"HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"

    async def refuse_early():
        async def refuse(reader, writer):
            await reader.readuntil(b"\r\n\r\n")
            writer.write(head)
            await writer.drain()
            while await reader.read(1 << 20):
                pass

        async with serving(refuse) as port:
            profile = Profile(name="t", base_url=f"http://127.0.0.1:{port}/v1")
            return await attempt(profile, request(InputImage("a.png", "image/png", file)))

    outcome = run(refuse_early())

    assert outcome.error is not None
    assert "too large" in outcome.error.title


WHOLE = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
    + partial(0)
    + partial(1)
    + completed()
)


@settings(max_examples=80)
@given(
    at=st.integers(0, len(WHOLE)),
    length=st.integers(0, 200),
    noise=st.binary(max_size=40)
    | st.sampled_from([b"\r\n\r\n", b"\n\n", b"data: {", b'"', b"[DONE]"]),
)
def test_an_answer_damaged_anywhere_gives_events_or_a_studio_error(at, length, noise):
    damaged = WHOLE[:at] + noise + WHOLE[at + length :]

    outcome, _ = edit(raw(damaged), stream=True, profile=QUICK)

    assert outcome.error is not None or outcome.images


async def _cancelled(reply, **params):
    """Cancel an edit once it is under way; seconds until it ended, and until the socket did."""
    loop = asyncio.get_running_loop()
    async with Endpoint([reply]) as endpoint:
        client = EditClient()
        task = loop.create_task(collect(client, endpoint.profile(), request(**params)))
        await asyncio.sleep(0.4)
        start = loop.time()
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
        ended = loop.time() - start
        await asyncio.sleep(0.1)
        await client.aclose()
        return ended, [moment - start for moment in endpoint.left], len(endpoint.asked)


@pytest.mark.parametrize(
    ("reply", "params"),
    [
        (raw(10.0), {}),
        (stream(partial(0), 10.0), {"stream": True}),
        (stream(*DRIP * 500), {"stream": True}),
    ],
)
def test_cancelling_closes_the_sockets_at_once(reply, params):
    ended, left, asked = run(_cancelled(reply, **params))

    assert ended < 0.2
    assert len(left) == asked == 1
    assert max(left) < 0.2


def test_leaving_the_iteration_closes_the_socket():
    async def leave():
        async with Endpoint([stream(partial(0), 10.0)]) as endpoint:
            client = EditClient()
            async with contextlib.aclosing(
                client.edit(endpoint.profile(), request(stream=True))
            ) as events:
                async for event in events:
                    assert isinstance(event, PartialImage)
                    break
            await asyncio.sleep(0.1)
            return endpoint.open_now

    assert run(leave()) == 0


def test_keys_are_never_logged(caplog):
    caplog.set_level("DEBUG")

    edit(stream(partial(0), completed()), stream=True)
    edit(error(401, f"bad key {CANARY}"))

    assert CANARY not in caplog.text


def test_memory_stays_small_while_sixteen_large_files_are_sent(tmp_path):
    file = tmp_path / "a.png"
    file.write_bytes(picture(size=8_000_000))
    files = [InputImage(f"{k}.png", "image/png", file) for k in range(16)]

    async def measure():
        async def swallow(reader, writer):
            head = await reader.readuntil(b"\r\n\r\n")
            # To the last byte: who answers before hangs up on a client that still sends.
            left = int(head.lower().partition(b"content-length: ")[2].split()[0])
            while left > 0:
                left -= len(await reader.read(1 << 16))
            body = json.dumps({"data": [{"b64_json": b64(picture())}]}).encode()
            head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\n\r\n".encode()
            writer.write(head + body)

        async with serving(swallow) as port:
            profile = Profile(name="t", base_url=f"http://127.0.0.1:{port}/v1")
            tracemalloc.start()
            outcome = await attempt(profile, request(*files))
            peak = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
            return outcome, peak

    outcome, peak = run(measure())

    assert outcome.images == [picture()]
    assert peak < 1.3 * 8_000_000
