"""Fetches a picture an answer only points to, without letting the answer point anywhere it likes.

A URL on the profile's own origin is fetched with the key; any other must be https, must
resolve to public addresses only, is fetched from the very address that was checked, and gets no
key.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import httpx

from inpaint_studio.client.address import request_headers, same_origin
from inpaint_studio.client.error_mapping import connect_error, transport_error
from inpaint_studio.client.limits import Deadline
from inpaint_studio.client.response import bounded
from inpaint_studio.contract.profile import Profile
from inpaint_studio.errors import ConnectionFailed, ProtocolError
from inpaint_studio.phrase import Phrase

MAX_HOPS = 4
MAX_RESULT_BYTES = 256 * 1024 * 1024
_TIMEOUT = {"timeout": httpx.Timeout(30.0).as_dict()}

Resolve = Callable[[str, int], Awaitable[list[str]]]


async def resolve(host: str, port: int) -> list[str]:
    """The numeric addresses of a host.

    Raises:
        OSError: it is not known.
    """
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(entry[4][0]) for entry in found]


@dataclass(frozen=True, slots=True)
class Download:
    """How the results of one job are fetched; `endpoint` is the URL its request went to."""

    client_for: Callable[[httpx.URL], httpx.AsyncClient]
    profile: Profile
    endpoint: httpx.URL
    api_key: str | None
    resolve: Resolve

    async def fetch(self, address: str, deadline: Deadline) -> bytes:
        """The file behind a result URL, perhaps relative; redirects are checked like the first.

        Raises:
            ProtocolError: a forbidden address, no file there, or too large.
            ConnectionFailed: unreachable, cut off or too slow.
        """
        url = self._joined(self.endpoint, address)
        for _ in range(MAX_HOPS):
            response = await self._get(url, deadline)
            try:
                if response.is_success:
                    chunks = bounded(response, deadline, MAX_RESULT_BYTES)
                    return b"".join([chunk async for chunk in chunks])
                if not response.has_redirect_location:
                    raise _untrusted(
                        url, Phrase("it answers HTTP {status}", status=response.status_code)
                    )
                url = self._joined(url, response.headers["location"])
            finally:
                await response.aclose()
        raise _untrusted(url, Phrase("it redirects in circles"))

    @staticmethod
    def _joined(base: httpx.URL, address: str) -> httpx.URL:
        try:
            return base.join(address)
        except httpx.InvalidURL as error:
            raise _untrusted(base, Phrase("it is no address")) from error

    async def _get(self, url: httpx.URL, deadline: Deadline) -> httpx.Response:
        try:
            async with deadline.limit():
                request = await self._request(url)
                return await self.client_for(url).send(request, stream=True)
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            reason = connect_error(error, url.host).error.message
            raise _unreachable(reason) from error
        except OSError as error:
            if isinstance(error, TimeoutError):
                raise transport_error(error, url.host) from error
            raise _unreachable(Phrase("The name {host} is not known.", host=url.host)) from error
        except httpx.HTTPError as error:
            raise transport_error(error, url.host) from error

    async def _request(self, url: httpx.URL) -> httpx.Request:
        if same_origin(url, self.endpoint):
            headers = request_headers(self.profile, self.api_key)
            return httpx.Request("GET", url, headers=headers, extensions=_TIMEOUT)
        if url.scheme != "https" or not url.host or url.userinfo:
            raise _untrusted(url, Phrase("only https, or the endpoint's own host, is trusted"))
        addresses = await self.resolve(url.host, url.port or 443)
        if not addresses or not all(map(is_public, addresses)):
            raise _untrusted(url, Phrase("it lies in a private network"))
        return httpx.Request(
            "GET",
            url.copy_with(host=addresses[0]),
            headers={"Host": url.netloc.decode("ascii"), "Accept-Encoding": "identity"},
            extensions=_TIMEOUT | {"sni_hostname": url.raw_host.decode("ascii")},
        )


def is_public(address: str) -> bool:
    """Whether a numeric address belongs to the open internet."""
    try:
        number = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return number.is_global and not number.is_multicast


def _untrusted(url: httpx.URL, reason: str) -> ProtocolError:
    return ProtocolError(
        "The result cannot be fetched",
        Phrase(
            "The endpoint keeps it at {scheme}://{host}, but {reason}. Set the profile's "
            "response format to b64_json. The run may have been charged.",
            scheme=url.scheme,
            host=url.host,
            reason=reason,
        ),
    )


def _unreachable(reason: str) -> ConnectionFailed:
    return ConnectionFailed(
        "The result cannot be fetched",
        Phrase("{reason} The run may have been charged.", reason=reason),
        maybe_charged=True,
    )
