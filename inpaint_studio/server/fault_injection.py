"""Fault injection, for tests and demonstrations: what real servers have been seen to do."""

from __future__ import annotations

import threading
from dataclasses import dataclass, fields
from typing import Any

from inpaint_studio.errors import RequestError
from inpaint_studio.server import error_responses


@dataclass(frozen=True, slots=True, kw_only=True)
class InjectedFaults:
    """What goes wrong. Times are seconds; `times` limits it to the first so many edits.

    `delay` silence before any work · `rate_limit` 429 with this retry-after · `server_error` 500 ·
    `moderation` blocked · `cut_stream` the connection ends before `completed` · `stall` silence
    instead of the result · `stream_error` an error frame instead of it · `fewer_partials` one less
    than asked · `plain_answers` JSON although a stream was asked for · `url_answers` URLs although
    base64 was · `ignored_mask` the whole picture is changed · `inverted_mask` all but the hole is ·
    `drift` pixels outside the mask move.
    """

    delay: float = 0.0
    rate_limit: float = 0.0
    server_error: bool = False
    moderation: bool = False
    cut_stream: bool = False
    stall: bool = False
    stream_error: bool = False
    fewer_partials: bool = False
    plain_answers: bool = False
    url_answers: bool = False
    ignored_mask: bool = False
    inverted_mask: bool = False
    drift: bool = False
    times: int | None = None

    def raise_error(self) -> None:
        """Raise the error asked for, if one is."""
        if self.rate_limit > 0:
            raise error_responses.rate_limited(self.rate_limit)
        if self.server_error:
            raise error_responses.server_failed()
        if self.moderation:
            raise error_responses.blocked()


NO_FAULTS = InjectedFaults()


def parse_injected_faults(text: str) -> InjectedFaults:
    """The faults a command line names: `delay=2,cut-stream,times=1`; empty text is none.

    Raises:
        RequestError: a name or number is wrong; the words list the names.
    """
    named: dict[str, Any] = {}
    for item in filter(None, (part.strip() for part in text.split(","))):
        name, _, value = item.partition("=")
        named[name.replace("-", "_")] = _value(name, value)
    return InjectedFaults(**named)


def _value(name: str, value: str) -> bool | int | float:
    kinds = {item.name.replace("_", "-"): item.type for item in fields(InjectedFaults)}
    if name not in kinds:
        raise RequestError(f"There is no fault '{name}'", f"Choose from {', '.join(kinds)}.")
    if kinds[name] == "bool" and not value:
        return True
    try:
        number = int(value) if name == "times" else float(value)
    except ValueError:
        number = -1
    if kinds[name] == "bool" or number < 0:
        example = name if kinds[name] == "bool" else f"{name}=2"
        raise RequestError(f"The fault '{name}' cannot be '{value}'", f"Write {example}.")
    return number


class FaultInjector:
    """Hands out the faults for as many edits as they are meant for."""

    def __init__(self, faults: InjectedFaults) -> None:
        self._faults = faults
        self._left = faults.times
        self._lock = threading.Lock()

    def take(self) -> InjectedFaults:
        """The faults of the next edit."""
        with self._lock:
            if self._left is None:
                return self._faults
            self._left -= 1
            return self._faults if self._left >= 0 else NO_FAULTS
