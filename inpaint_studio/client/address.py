"""Where a job goes and who it says it is: URLs, headers, and what counts as one's own host."""

from __future__ import annotations

from collections.abc import Mapping

import httpx

from inpaint_studio import __version__
from inpaint_studio.contract.profile import Profile
from inpaint_studio.contract.secrets import redacted_address
from inpaint_studio.errors import AuthenticationError, RequestError
from inpaint_studio.phrase import Phrase


def endpoint_url(profile: Profile, path: str, model: str = "") -> httpx.URL:
    """The URL of `path` below the profile's base; `{model}` in it stands for the model id.

    Raises:
        RequestError: the base URL is not one.
    """
    try:
        url = parse_url(profile.base_url.strip().rstrip("/") + path.replace("{model}", model))
        return url.copy_merge_params(dict(profile.query)) if profile.query else url
    except ValueError as error:
        raise _bad_address(profile) from error


def parse_url(text: str, base: httpx.URL | None = None) -> httpx.URL:
    """The http or https URL a text is, perhaps relative to a base: one that can be connected to.

    Raises:
        ValueError: it is none.
    """
    try:
        url = httpx.URL(text) if base is None else base.join(text)
        # The parts are looked at when they are asked for, and then say what is wrong with them.
        scheme, host, port = url.scheme, url.host, url.port
        url.raw_host.decode("ascii").encode("idna")
    except (httpx.InvalidURL, TypeError) as error:
        raise ValueError(str(error)) from error
    if scheme not in ("http", "https") or not host or not (port is None or 0 < port < 1 << 16):
        raise ValueError("No address of a server")
    return url


def _bad_address(profile: Profile) -> RequestError:
    message = Phrase(
        "'{address}' is not an address such as https://api.example.com/v1.",
        address=redacted_address(profile.base_url),
    )
    return RequestError("The profile's base URL is not valid", message, field="base_url")


def request_headers(profile: Profile, api_key: str | None) -> dict[str, str]:
    """All headers but those of the body; the profile's own come last and win.

    Raises:
        AuthenticationError: the key cannot be sent in a header.
        RequestError: another header cannot be sent.
    """
    headers = {
        "User-Agent": f"inpaint-studio/{__version__}",
        # A compressed answer could unpack to any size, and base64 hardly shrinks.
        "Accept-Encoding": "identity",
        **_authorization(profile, api_key),
    }
    for name, value in profile.headers.items():
        if not (_fits_header(name) and _fits_header(value)):
            message = Phrase("Correct '{name}' in the profile's extra headers.", name=name)
            raise RequestError("A header cannot be sent", message, field="headers")
    return _replace(headers, profile.headers)


def _authorization(profile: Profile, api_key: str | None) -> dict[str, str]:
    key = (api_key or "").strip()
    if not key or profile.auth == "none":
        return {}
    if not _fits_header(key):
        raise AuthenticationError(
            "The key cannot be sent", "It holds characters no key has. Copy it again, alone."
        )
    return {"api-key": key} if profile.auth == "api-key" else {"Authorization": f"Bearer {key}"}


def _fits_header(text: str) -> bool:
    return text.isascii() and text.isprintable()


def _replace(headers: Mapping[str, str], own: Mapping[str, str]) -> dict[str, str]:
    taken = {name.lower() for name in own}
    return {name: value for name, value in headers.items() if name.lower() not in taken} | {**own}


def same_origin(one: httpx.URL, other: httpx.URL) -> bool:
    """Whether both name the same scheme, host and port."""
    return _origin(one) == _origin(other)


def _origin(url: httpx.URL) -> tuple[str, str, int | None]:
    return url.scheme, url.host.lower(), url.port or {"http": 80, "https": 443}.get(url.scheme)
