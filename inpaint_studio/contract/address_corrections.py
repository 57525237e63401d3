"""What may be meant by an address: with a scheme, without the path of a call, with /v1."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from inpaint_studio.contract.profile import host_of, is_loopback

_CALL = re.compile(
    r"/(images/(edits|generations|variations|inpainting)|chat/completions|completions|responses"
    r"|models)/?$"
)
_VERSION = re.compile(r"/v\d+[a-z0-9]*$")


def corrections(address: str) -> tuple[str, ...]:
    """Base URLs that an address may stand for, likeliest first, itself never among them.

    Nothing that carries a user or a password is corrected: it would be repeated.
    """
    typed = address.strip()
    if not typed or "@" in typed or any(letter.isspace() for letter in typed):
        return ()
    found = dict.fromkeys(each for whole in _with_scheme(typed) for each in _bases(whole))
    return tuple(each for each in found if each != typed and host_of(each))


def _with_scheme(address: str) -> Iterator[str]:
    if "://" in address:
        yield address
        return
    bare = address.lstrip("/")
    host = host_of(f"//{bare}")
    if is_loopback(host) or "." not in host or re.fullmatch(r"[\d.]+", host):
        yield f"http://{bare}"
    yield f"https://{bare}"


def _bases(address: str) -> Iterator[str]:
    try:
        parts = urlsplit(address)
        is_legal = parts.scheme in ("http", "https") and parts.port != 0
    except ValueError:
        return
    if not is_legal:
        return
    path = _CALL.sub("", parts.path).rstrip("/")
    base = f"{parts.scheme}://{parts.netloc}"
    if not _VERSION.search(path):
        yield f"{base}{path}/v1"
    yield f"{base}{path}"
