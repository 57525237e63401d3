"""One line on a terminal that tells how far the variants are."""

from __future__ import annotations

import asyncio
import time
from typing import TextIO

from inpaint_studio.visible_text import visible

_WIDTH = 24
_TICK_S = 0.25
_CLEAR_LINE = "\r\x1b[2K"


class ProgressLine:
    """Counts the steps of a run, each partial and each result one; silent without a terminal."""

    def __init__(self, *, steps: int, variants: int, stream: TextIO | None) -> None:
        self._stream = stream if stream is not None and stream.isatty() else None
        self._steps = max(1, steps)
        self._variants = variants
        self._seen = 0
        self._finished = 0
        self._note = ""
        self._started = time.monotonic()
        self._tick: asyncio.TimerHandle | None = None

    def start(self) -> None:
        """Show the line and keep its clock going; needs a running loop."""
        if self._stream is not None:
            self._draw()
            self._tick = asyncio.get_running_loop().call_later(_TICK_S, self.start)

    def partial(self) -> None:
        """One more intermediate image."""
        self._advance(finished=0)

    def result(self) -> None:
        """One more result."""
        self._advance(finished=1)

    def note(self, text: str) -> None:
        """Something worth knowing, until the next image."""
        self._note = text
        self._draw()

    def clear(self) -> None:
        """Take the line away, before something else is written."""
        if self._stream is not None:
            self._stream.write(_CLEAR_LINE)
            self._stream.flush()

    def stop(self) -> None:
        """Take the line away for good."""
        if self._tick is not None:
            self._tick.cancel()
        self.clear()

    def _advance(self, *, finished: int) -> None:
        self._seen = min(self._seen + 1, self._steps)
        self._finished += finished
        self._note = ""
        self._draw()

    def _draw(self) -> None:
        if self._stream is None:
            return
        share = 1.0 if self._finished >= self._variants else self._seen / self._steps
        filled = round(share * _WIDTH)
        bar = "#" * filled + "." * (_WIDTH - filled)
        seconds = time.monotonic() - self._started
        words = f"{self._finished}/{self._variants} done  {seconds:.0f} s  {visible(self._note)}"
        self._stream.write(f"{_CLEAR_LINE}[{bar}] {words}")
        self._stream.flush()
