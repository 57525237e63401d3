"""How much and how long: no server can make the client hold or wait for more."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from inpaint_studio.contract.sse import MAX_EVENT_BYTES


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds of one answer, in bytes and seconds.

    `response_bytes` fits ten 3840x2160 PNGs as base64. `grace_s` is how long a stream may still
    talk after its last expected image; some servers never close it.
    """

    event_bytes: int = MAX_EVENT_BYTES
    response_bytes: int = 512 * 1024 * 1024
    error_bytes: int = 256 * 1024
    grace_s: float = 2.0


class Deadline:
    """A moment of the running loop's clock by which something must have ended."""

    def __init__(self, seconds: float) -> None:
        self._at = _now() + seconds

    def limit(self) -> asyncio.Timeout:
        """A context that raises TimeoutError at that moment."""
        return asyncio.timeout_at(self._at)

    def shorten(self, seconds: float) -> None:
        """Move the moment to `seconds` from now, never later."""
        self._at = min(self._at, _now() + seconds)


def _now() -> float:
    return asyncio.get_running_loop().time()
