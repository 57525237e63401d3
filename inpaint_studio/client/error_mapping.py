"""Error mapping: transport faults and responses that are errors, as errors with words.

Only a POST is paid for: of anything else nobody says that it may have been charged.
"""

from __future__ import annotations

import re
import ssl
from collections.abc import Iterator

import httpx

from inpaint_studio.contract.failures import api_error
from inpaint_studio.errors import (
    ApiError,
    ConnectionFailed,
    ProtocolError,
    RequestError,
    StudioError,
)
from inpaint_studio.phrase import Phrase

_REQUEST_ID_HEADERS = ("x-request-id", "apim-request-id", "x-litellm-call-id")
_MOST_SAID = 200
"""Characters of a header that are shown or kept."""

_NAME_FAULTS = re.compile(
    r"name or service not known|getaddrinfo|nodename|name resolution|no address associated",
    re.IGNORECASE,
)


class FailedAttempt(Exception):  # noqa: N818 -- an outcome inside this room, never shown
    """An attempt ended with nothing generated; `error` is what to tell if no other follows.

    `delay_s` is the wait the endpoint asks for; `may_retry` is false where waiting cannot help.
    """

    def __init__(
        self, error: StudioError, *, may_retry: bool = False, delay_s: float | None = None
    ) -> None:
        super().__init__(str(error))
        self.error = error
        self.may_retry = may_retry
        self.delay_s = delay_s


def connect_error(error: httpx.TransportError, host: str) -> FailedAttempt:
    """A connection that was never made: nothing can have been charged."""
    if reason := _certificate_text(error):
        title = Phrase("The endpoint's certificate is not trusted")
        message = Phrase("{host} cannot prove who it is ({reason}).", host=host, reason=reason)
        return FailedAttempt(
            ConnectionFailed(
                title, Phrase("{message} Check the address and the clock.", message=message)
            )
        )
    may_retry = True
    if isinstance(error, httpx.ProxyError):
        words = Phrase(
            "The proxy does not let through to {host} ({error}).", host=host, error=error
        )
    elif isinstance(error, httpx.ConnectTimeout):
        words = Phrase(
            "{host} did not answer in time. Check the address and the network.", host=host
        )
    elif any(isinstance(cause, ssl.SSLError) for cause in _causes(error)):
        may_retry = False
        words = Phrase(
            "{host} does not speak https, or an outdated one. Check the address and the port.",
            host=host,
        )
    elif _NAME_FAULTS.search(str(error)):
        words = Phrase(
            "The name {host} is not known. Check the spelling and the network.", host=host
        )
    else:
        words = Phrase("{host} refused the connection. Is the server running?", host=host)
    return FailedAttempt(
        ConnectionFailed("The endpoint cannot be reached", words), may_retry=may_retry
    )


def _causes(error: BaseException) -> Iterator[BaseException]:
    cause: BaseException | None = error
    while cause is not None:
        yield cause
        cause = cause.__cause__ or cause.__context__


def _certificate_text(error: BaseException) -> str:
    """What is wrong with a certificate; empty where it did not come to that."""
    words = (getattr(cause, "verify_message", "") for cause in _causes(error))
    return next(filter(None, words), "")


def is_paid(request: httpx.Request) -> bool:
    """Whether what comes of a request may be charged."""
    return request.method == "POST"


def transport_error(
    error: httpx.HTTPError | OSError, host: str, *, was_paid: bool = False
) -> StudioError:
    """A fault after the connection was made."""
    if isinstance(error, httpx.LocalProtocolError):
        return RequestError(
            "The request could not be sent", Phrase("It is not valid HTTP: {error}.", error=error)
        )
    if isinstance(error, httpx.WriteTimeout):
        return ConnectionFailed(
            "The upload stalled",
            Phrase("{host} stopped taking the pictures. Nothing was generated.", host=host),
        )
    if isinstance(error, httpx.TimeoutException | TimeoutError):
        title, words = (
            Phrase("The endpoint took too long"),
            Phrase("{host} was silent or too slow.", host=host),
        )
    else:
        title, words = (
            Phrase("The connection was lost"),
            Phrase("{host} hung up before the answer was there.", host=host),
        )
    if was_paid:
        words = Phrase("{words} {charged}", words=words, charged=MAYBE_CHARGED)
    return ConnectionFailed(title, words, maybe_charged=was_paid)


def compressed_error(host: str, *, was_paid: bool) -> ProtocolError:
    """An answer in a coding nobody asked for: what is small on the wire may unpack to any size."""
    words = Phrase(
        "{host} compresses answers although it is asked not to. Switch that off there, or use "
        "another address.",
        host=host,
    )
    if was_paid:
        words = Phrase("{words} {charged}", words=words, charged=MAYBE_CHARGED)
    return ProtocolError(Phrase("The answer is compressed"), words)


MAYBE_CHARGED = Phrase("It may have been charged; retry when you like.")


def ended_early(host: str, partial: bytes | None) -> ConnectionFailed:
    """A stream that was closed in order, but without its picture."""
    words = Phrase(
        "{host} ended the stream before the picture was there. {charged}",
        host=host,
        charged=MAYBE_CHARGED,
    )
    title = Phrase("The stream ended early")
    return ConnectionFailed(title, words, partial=partial, maybe_charged=True)


def redirect_error(host: str, target: str | None) -> ProtocolError:
    """A redirect, which is not followed: the key must not leave the profile's host."""
    return ProtocolError(
        "The endpoint points elsewhere",
        Phrase(
            "{host} redirects to {target}, which is not followed. If that is right, make "
            "it the profile's base URL.",
            host=host,
            target=(target or "nowhere")[:_MOST_SAID],
        ),
    )


def response_error(response: httpx.Response, body: bytes) -> ApiError:
    """The error of an answer that is neither a success nor a redirect."""
    headers = response.headers
    request_id = next(filter(None, map(headers.get, _REQUEST_ID_HEADERS)), None)
    return api_error(
        response.status_code,
        body,
        request_id=request_id and request_id[:_MOST_SAID],
        content_type=headers.get("content-type", ""),
        was_paid=is_paid(response.request),
    )
