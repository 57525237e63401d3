"""Log lines from WARNING on that no test has announced."""

from __future__ import annotations

import logging
import re

from tests.support.canary import holds_canary

_WORDS = logging.Formatter("%(name)s %(levelname)s: %(message)s")


class LogWatch(logging.Handler):
    """Collects what is logged; `expect` says which lines a test brings about on purpose."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.setFormatter(_WORDS)
        self._lines: list[str] = []
        self._expected: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self._lines.append(self.format(record))

    def expect(self, pattern: str) -> None:
        """At least one line that matches `pattern` has to come; it is no fault."""
        self._expected.append(pattern)

    def complaint(self) -> str:
        """What is wrong with the log of this test; empty if nothing is."""
        unexpected = [
            line for line in self._lines if not any(re.search(p, line) for p in self._expected)
        ]
        absent = [p for p in self._expected if not any(re.search(p, s) for s in self._lines)]
        faults = [f"unexpected log line: {line}" for line in unexpected]
        faults += [f"expected log line did not come: {pattern}" for pattern in absent]
        faults += ["a key was logged"] * holds_canary("\n".join(self._lines))
        return "\n".join(faults)
