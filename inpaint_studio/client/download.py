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

from inpaint_studio.client.address import parse_url, request_headers, same_origin
from inpaint_studio.client.error_mapping import FailedAttempt, transport_error
from inpaint_studio.client.http_clients import HttpClients, redirect_location
from inpaint_studio.client.limits import Deadline
from inpaint_studio.client.response import bounded
from inpaint_studio.contract.profile import Profile
from inpaint_studio.errors import ConnectionFailed, ProtocolError, StudioError
from inpaint_studio.phrase import Phrase

MAX_HOPS = 4
MAX_RESULT_BYTES = 256 * 1024 * 1024
_TIMEOUT = {"timeout": httpx.Timeout(30.0).as_dict()}

_GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")
"""RFC 4291, 2.4. NAT64 (64:ff9b::/96), site-local (fec0::/10) and IPv4-compatible addresses (::/96)
lie outside: a gateway or an old stack makes an address of the own network of them.
"""
_NOT_PUBLIC = tuple(
    map(
        ipaddress.ip_network,
        (
            "2002::/16",  # 6to4 and its relays (RFC 7526): an IPv6 address that is any IPv4 address
            "192.88.99.0/24",
            "192.0.0.0/24",  # of protocols: a cloud's metadata are at 192.0.0.192
            "2001::/23",
            "3fff::/20",  # documentation (RFC 9637)
        ),
    )
)
"""Besides what Python knows, some versions of which take these for public."""

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

    clients: HttpClients
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
                    return await self._body(response, deadline)
                target = redirect_location(response)
                if target is None:
                    raise self._untrusted(
                        url, Phrase("it answers HTTP {status}", status=response.status_code)
                    )
                url = self._joined(url, target)
            finally:
                await response.aclose()
        raise self._untrusted(url, Phrase("it redirects in circles"))

    def _joined(self, base: httpx.URL, address: str) -> httpx.URL:
        try:
            return parse_url(address, base)
        except ValueError as error:
            raise self._untrusted(base, Phrase("it is no address")) from error

    async def _get(self, url: httpx.URL, deadline: Deadline) -> httpx.Response:
        request = await self._request(url, deadline)
        try:
            return await self.clients.send(request, deadline, url.host)
        except FailedAttempt as failure:
            raise self._unreachable(failure.error.message) from failure
        except ConnectionFailed as fault:
            raise self._unfinished(fault) from fault

    async def _body(self, response: httpx.Response, deadline: Deadline) -> bytes:
        chunks = bounded(response, deadline, MAX_RESULT_BYTES)
        try:
            return b"".join([chunk async for chunk in chunks])
        except (ConnectionFailed, ProtocolError) as fault:
            raise self._unfinished(fault) from fault

    async def _request(self, url: httpx.URL, deadline: Deadline) -> httpx.Request:
        if same_origin(url, self.endpoint):
            headers = request_headers(self.profile, self.api_key)
            return httpx.Request("GET", url, headers=headers, extensions=_TIMEOUT)
        if url.scheme != "https" or not url.host or url.userinfo:
            raise self._untrusted(url, Phrase("only https, or the endpoint's own host, is trusted"))
        addresses = await self._addresses(url, deadline)
        if not addresses or not all(map(is_public, addresses)):
            raise self._untrusted(url, Phrase("it lies in a private network"))
        return httpx.Request(
            "GET",
            url.copy_with(host=addresses[0]),
            headers={"Host": url.netloc.decode("ascii"), "Accept-Encoding": "identity"},
            extensions=_TIMEOUT | {"sni_hostname": url.raw_host.decode("ascii")},
        )

    async def _addresses(self, url: httpx.URL, deadline: Deadline) -> list[str]:
        try:
            async with deadline.limit():
                return await self.resolve(url.host, url.port or 443)
        except TimeoutError as error:
            raise self._unfinished(transport_error(error, url.host)) from error
        except (OSError, ValueError) as error:
            raise self._unreachable(
                Phrase("The name {host} is not known.", host=url.host)
            ) from error

    @staticmethod
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

    @staticmethod
    def _unreachable(reason: str) -> ConnectionFailed:
        return ConnectionFailed(
            "The result cannot be fetched",
            Phrase("{reason} The run may have been charged.", reason=reason),
            maybe_charged=True,
        )

    def _unfinished(self, fault: StudioError) -> StudioError:
        """Not all of it came, or not as it can be read; `fault` knows nothing of a run."""
        if isinstance(fault, ConnectionFailed):
            return self._unreachable(fault.message)
        reason = Phrase("{reason} The run may have been charged.", reason=fault.message)
        return ProtocolError(fault.title, reason)


class FileDownload(Download):
    """Fetches what a person pointed at, from there: without a key, and nobody was paid for it.

    The server it is on may be any, one of their own network too; where that redirects to another,
    the rules for results hold.
    """

    @staticmethod
    def _untrusted(url: httpx.URL, reason: str) -> ProtocolError:
        return ProtocolError(
            "The picture cannot be fetched",
            Phrase(
                "It is at {scheme}://{host}, but {reason}. Save it in the browser and open the "
                "file.",
                scheme=url.scheme,
                host=url.host,
                reason=reason,
            ),
        )

    @staticmethod
    def _unreachable(reason: str) -> ConnectionFailed:
        advice = Phrase("{reason} Save it in the browser and open the file.", reason=reason)
        return ConnectionFailed("The picture cannot be fetched", advice)

    def _unfinished(self, fault: StudioError) -> StudioError:
        if isinstance(fault, ConnectionFailed):
            words = Phrase("{host} hung up or was too slow.", host=self.endpoint.host)
            return self._unreachable(words)
        reason = Phrase("{title}. Save it in the browser and open the file.", title=fault.title)
        return ProtocolError("The picture cannot be fetched", reason)


def is_public(address: str) -> bool:
    """Whether a numeric address belongs to the open internet."""
    try:
        number = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if number.is_multicast or not number.is_global:
        return False
    if number.version == 6 and number not in _GLOBAL_UNICAST:
        return False
    return not any(number in network for network in _NOT_PUBLIC)
