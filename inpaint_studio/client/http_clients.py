"""The one door to the network: requests leave, responses come in, and every fault gets words."""

from __future__ import annotations

import ssl
from http.cookiejar import CookieJar
from typing import Any

import httpcore
import httpx
from socksio import SOCKSError

from inpaint_studio.client.error_mapping import connect_error, is_paid, transport_error
from inpaint_studio.client.limits import Deadline
from inpaint_studio.contract.profile import is_loopback
from inpaint_studio.errors import RequestError
from inpaint_studio.phrase import Phrase

httpcore.AsyncHTTP11Connection.READ_NUM_BYTES = 256 * 1024
"""As much as asyncio reads at once. Each read passes through some twenty functions of Python; with
the usual 64 KB the reading thread keeps the interpreter lock from the window's.
"""

_NEVER_MADE = (httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError)
_LOCATION = "location"


class HttpClients:
    """The HTTP clients: those that heed the environment's proxies, and those for loopback."""

    def __init__(self) -> None:
        self._clients: dict[tuple[bool, bool], httpx.AsyncClient] = {}

    async def aclose(self) -> None:
        """Close what connections remain."""
        for client in self._clients.values():
            await client.aclose()
        self._clients.clear()

    async def send(
        self, request: httpx.Request, deadline: Deadline, host: str = ""
    ) -> httpx.Response:
        """The response, its body not yet read. The caller closes it.

        `host` is the name of a server whose URL holds its numeric address instead.

        Raises:
            FailedAttempt: no connection was made.
            StudioError: it was lost, or the request cannot be sent at all.
        """
        host = host or request.url.host
        client = self._client_for(host, request.url.scheme)
        try:
            async with deadline.limit():
                return await client.send(request, stream=True)
        except _NEVER_MADE as error:
            raise connect_error(error, host) from error
        except (httpx.HTTPError, OSError) as error:
            raise transport_error(error, host, was_paid=is_paid(request)) from error
        except (ValueError, OverflowError, ExceptionGroup) as error:
            # A name or number that only the system refused; of several attempts, several faults.
            raise connect_error(httpx.ConnectError(str(error)), host) from error
        except (SOCKSError, AssertionError) as error:  # httpcore leaves odd words of a proxy as is
            raise connect_error(httpx.ProxyError("It does not speak SOCKS5"), host) from error

    def _client_for(self, host: str, scheme: str) -> httpx.AsyncClient:
        """The HTTP client for a host and scheme; made on first use, in the running loop."""
        kind = local, secure = is_loopback(host), scheme == "https"
        if kind not in self._clients:
            self._clients[kind] = _client(heeds_proxies=not local, secure=secure)
        return self._clients[kind]


def redirect_location(response: httpx.Response) -> str | None:
    """Where a response points to, as it says; None unless it redirects."""
    location: str | None = response.extensions.get(_LOCATION)
    return location if response.is_redirect else None


def _client(*, heeds_proxies: bool, secure: bool) -> httpx.AsyncClient:
    try:
        return httpx.AsyncClient(
            trust_env=heeds_proxies,
            follow_redirects=False,
            cookies=_NoCookies(),
            event_hooks={"response": [_set_location_aside]},
            # Reading the trusted certificates takes 40 ms, which plain http has no use for.
            verify=True if secure else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
            # A kept connection that the server closes meanwhile looks like a lost, paid run.
            limits=httpx.Limits(max_keepalive_connections=0),
        )
    except (httpx.InvalidURL, ValueError, ImportError, OSError) as error:
        message = Phrase(
            "{error}. Correct HTTPS_PROXY and ALL_PROXY (http://… or socks5://…) or SSL_CERT_FILE "
            "in the environment.",
            error=str(error).rstrip("."),
        )
        raise RequestError("The proxy or the certificates cannot be used", message) from error


class _NoCookies(CookieJar):
    """Keeps none: what one server sets would reach it from another profile."""

    def extract_cookies(self, response: Any, request: Any) -> None:
        """Let them go."""


async def _set_location_aside(response: httpx.Response) -> None:
    """Keep httpx from taking apart an address that nobody follows, and failing over it."""
    if "location" in response.headers:
        response.extensions[_LOCATION] = response.headers.pop("location")
