"""Secrets of a job, and how they are kept out of words: an endpoint may say back what it was told.

Servers echo a key in their messages, ids and addresses: whole, cut, or spelled otherwise. What they
said is searched where it leaves the client, before anybody shows, logs or keeps it.
"""

from __future__ import annotations

import base64
import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, quote, unquote

from inpaint_studio.phrase import Phrase

if TYPE_CHECKING:
    from inpaint_studio.contract.events import EditEvent
    from inpaint_studio.contract.profile import Profile

REDACTED = "REDACTED"
MARK = "[key]"
"""Stands in the place of a secret."""

_TELLING = re.compile(
    r"secret|password|passwd|passphrase|credential|signature|authori[sz]|authenti|cookie|bearer"
    r"|session.?id|(?:keys?|token|auth|pass|pwd)(?![a-z])"
    r"|(?<![a-z])(?:sig|sid|pw|creds?|jwt)(?![a-z])|^code$",
    re.IGNORECASE,
)
_LOOKS_SECRET = re.compile(
    r"(?:bearer|basic|token)\s+[\w+/=.-]{8,}|sk-[\w-]{8,}|eyJ[\w.-]{16,}", re.IGNORECASE
)
_PUBLIC = frozenset({
    "accept", "accept-language", "api-version", "content-type", "http-referer", "openai-beta",
    "referer", "user-agent", "x-title",
})  # fmt: skip
"""Headers and parameters whose values are no secret, and stand in messages that name them."""

_CUT = 8
"""Characters of a secret that are taken for it: servers cut what they echo."""
_LEAST_PASSWORD = 4
_RANDOM = re.compile(r"(?=.*[0-9])(?=.*[a-z]).{16,}", re.IGNORECASE)
_SCHEME = re.compile(r"(bearer|basic|token|digest)\s+(?=\S)", re.IGNORECASE)
_LOWER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}
_USER_INFO = re.compile(r"(?<=://)(?:[^/?#]*|[^/?#@:]+:(?!\d+/)[^@]*)@")
"""Up to the host; passwords with a slash are no address, and must not be shown for that."""


@dataclass(frozen=True, slots=True)
class _Needles:
    """What to look for: pieces of `_CUT` characters, and expressions for what is found whole."""

    pieces: frozenset[str]
    whole: re.Pattern[str] | None


class Secrets:
    """What a job must not find its way into words with.

    `cut` are found from `_CUT` characters on; of shorter ones, and of `whole`, all there is must
    stand in the text.
    """

    def __init__(self, cut: Iterable[str], whole: Iterable[str] = ()) -> None:
        self._cut = {text for text in cut if len(text) >= _CUT}
        self._words = {text for text in cut if _LEAST_PASSWORD <= len(text) < _CUT}
        self._whole = {text for text in whole if len(text) >= _CUT}

    @classmethod
    def of(
        cls,
        profile: Profile,
        api_key: str | None,
        *,
        further: Mapping[str, object] | None = None,
        proxies: Iterable[str] = (),
    ) -> Secrets:
        """Those of a job: its key, what its profile sends along, passwords in addresses.

        `further` are form fields, of which those are secret whose name says so.
        """
        key = (api_key or "").strip()
        sent = [*profile.headers.items(), *profile.query.items()]
        addresses = [profile.base_url, profile.edits_path, *proxies]
        for address in addresses:
            sent += parse_qsl(address.partition("?")[2].partition("#")[0])
        form = {**profile.fields, **(further or {})}
        cut = [key] if len(key) >= _CUT else []  # what a local server takes, "x", is in any text
        cut += [part for address in addresses for part in _user_info(address)]
        named = [(name, value) for name, value in sent if tells_of_secret(name, value)]
        named += [(name, str(value)) for name, value in form.items() if tells_of_secret(name)]
        cut += [part for _, value in named for part in _parts(value)]
        others = [pair for pair in sent if pair not in named and pair[0].lower() not in _PUBLIC]
        return cls(cut, (part for _, value in others for part in _parts(value)))

    def scrub(self, text: str) -> str:
        """The text with a mark in the place of each secret; a phrase stays one."""
        if isinstance(text, Phrase):
            phrase = text.with_fields(self.scrub)
            return phrase if self._scrubbed(phrase) == phrase else self._scrubbed(phrase)
        return self._scrubbed(text)

    def cleanse(self, error: BaseException) -> None:
        """Scrub all an error says, and what it came from: a traceback would show that, too."""
        seen: set[int] = set()
        waiting: list[BaseException | None] = [error]
        while waiting:
            each = waiting.pop()
            if each is None or id(each) in seen:
                continue
            seen.add(id(each))
            each.args = tuple(self._cleansed(value) for value in each.args)
            for name, value in list(vars(each).items()):
                setattr(each, name, self._cleansed(value))
            waiting += [each.__cause__, each.__context__, *getattr(each, "exceptions", ())]

    def of_event(self, event: EditEvent) -> EditEvent:
        """The event with its words scrubbed; the picture is what it is."""
        said = {each.name: getattr(event, each.name) for each in fields(event)}
        clean = {name: self.scrub(text) for name, text in said.items() if isinstance(text, str)}
        changed: dict[str, Any] = {name: text for name, text in clean.items() if text != said[name]}
        return replace(event, **changed) if changed else event

    def _cleansed(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.scrub(value)
        is_words = isinstance(value, tuple) and all(isinstance(each, str) for each in value)
        return tuple(map(self.scrub, value)) if is_words else value

    def _scrubbed(self, text: str) -> str:
        needles = self._needles
        whole = needles.whole
        if whole is not None:
            text = whole.sub(MARK, text)
        return _without_pieces(text, needles.pieces) if needles.pieces else str(text)

    @cached_property
    def _needles(self) -> _Needles:
        pieces = {
            spelling[start : start + _CUT]
            for text in {*self._cut, *filter(_RANDOM.fullmatch, self._whole)}
            for spelling in _spellings(text)
            for start in range(len(spelling) - _CUT + 1)
        }
        whole = [re.escape(each) for text in self._whole for each in _spellings(text)]
        words = [rf"(?<![0-9a-z]){re.escape(text)}(?![0-9a-z])" for text in self._words]
        found = sorted({*whole, *words}, key=len, reverse=True)
        return _Needles(frozenset(pieces), re.compile("|".join(found), re.I) if found else None)


def tells_of_secret(name: str, value: str = "") -> bool:
    """Whether a header, parameter or field is a secret, by its name or by what it looks like."""
    apart = re.sub("(?<=[a-z0-9])(?=[A-Z])", "-", name)
    return bool(_TELLING.search(apart) or _LOOKS_SECRET.fullmatch(value))


def redacted(values: Mapping[str, str]) -> dict[str, str]:
    """Headers or query parameters with those blacked out that are secrets."""
    return {
        name: REDACTED if tells_of_secret(name, value) else value for name, value in values.items()
    }


def redacted_address(address: str) -> str:
    """The address with the user it names, and secrets in its query, blacked out."""
    scheme = "" if "://" in address else "://"
    address = _USER_INFO.sub(f"{REDACTED}@", scheme + address, count=1).removeprefix(scheme)
    start, mark, query = address.partition("?")
    return start + mark + "&".join(map(_redacted_part, query.split("&")))


def _redacted_part(part: str) -> str:
    name, equals, value = part.partition("=")
    is_secret = tells_of_secret(unquote(name), unquote(value))
    return f"{name}={REDACTED}" if equals and is_secret else part


def _user_info(address: str) -> Iterator[str]:
    """User and password of an address, each by itself and as they are sent; it need not be one."""
    for found in _USER_INFO.findall(address if "://" in address else "://" + address):
        for spelling in {found[:-1], unquote(found[:-1])}:
            yield spelling
            yield from spelling.split(":", 1)


def _parts(value: str) -> Iterator[str]:
    """The secrets in the value of a header: schemes, lists and pairs are taken apart."""
    scheme = _SCHEME.match(value)
    for word in (value[scheme.end() :] if scheme else value).split():
        yield word
        yield from (part for part in re.split(r"[;,]|(?<=\w)=(?=.)", word) if part != word)
        if scheme and scheme[1].lower() == "basic":
            with suppress(ValueError):
                text = base64.b64decode(word).decode("utf-8", "replace")
                yield from (text, *text.split(":", 1))


def _spellings(text: str) -> set[str]:
    """How a secret may be written, in lower case."""
    data = text.encode("utf-8", "replace")
    spelled = {
        text,
        quote(text, safe=""),
        quote(quote(text, safe=""), safe=""),
        "".join(f"%{byte:02x}" for byte in data),
        json.dumps(text)[1:-1],
        text.replace("/", "\\/"),
        "".join(f"\\u{ord(each):04x}" for each in text),
        html.escape(text),
        "".join(f"&#{ord(each)};" for each in text),
        "".join(f"&#x{ord(each):x};" for each in text),
        data.hex(),
        *_in_base64(data),
    }
    return {each.translate(_LOWER) for each in spelled if len(each) >= _CUT}


def _in_base64(data: bytes) -> Iterator[str]:
    """The characters that stand for these bytes alone, wherever they begin in what is encoded."""
    for before in range(3):
        encoded = base64.b64encode(bytes(before) + data).decode()
        own = encoded[-(-before * 8 // 6) : (before + len(data)) * 8 // 6]
        yield own
        yield own.replace("+", "-").replace("/", "_")


def _without_pieces(text: str, pieces: frozenset[str]) -> str:
    """Mark each run made of pieces, also where white space or invisible characters break it."""
    places = [place for place, each in enumerate(text) if each.isprintable() and each != " "]
    dense = "".join(text[place] for place in places).translate(_LOWER)
    runs: list[list[int]] = []
    for start in range(len(dense) - _CUT + 1):
        if dense[start : start + _CUT] not in pieces:
            continue
        first, last = places[start], places[start + _CUT - 1] + 1
        if runs and first <= runs[-1][1]:
            runs[-1][1] = last
        else:
            runs.append([first, last])
    for first, last in reversed(runs):
        text = text[:first] + MARK + text[last:]
    return str(text)
