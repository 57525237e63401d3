"""The hand on a driven application: starts it, commands it, kills it."""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any, Self

PATIENCE_S = 360.0


class Driven:
    """One process of the application with its own or a shared home."""

    def __init__(self, home: Path, **environment: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.driven"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | {"INPAINT_STUDIO_HOME": str(home), **environment},
            text=True,
        )
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()
        self.until_ready()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        self._process.stdin.close()
        self._process.stdout.close()

    def do(self, command: str, /, **arguments: Any) -> Any:
        """Command it and wait for the answer."""
        self.begin(command, **arguments)
        return self._answer()

    def until_ready(self) -> None:
        """Wait until it has started once more."""
        assert self._answer() == "ready"

    def begin(self, command: str, /, **arguments: Any) -> None:
        """Command it without waiting."""
        self._process.stdin.write(json.dumps({"do": command, **arguments}) + "\n")
        self._process.stdin.flush()

    def kill(self) -> None:
        """As `kill -9`."""
        self._process.kill()
        self._process.wait()

    def last_answers(self) -> list[Any]:
        """What it still said after the last answer that was waited for; once it has ended."""
        return [json.loads(line) for line in iter(lambda: self._lines.get(timeout=PATIENCE_S), "")]

    def terminate(self, number: int = signal.SIGTERM) -> int:
        """Send a signal; the exit status."""
        self._process.send_signal(number)
        return self.ended()

    def ended(self, timeout_s: float = PATIENCE_S) -> int:
        """Wait for its end; the exit status."""
        return self._process.wait(timeout_s)

    def _read(self) -> None:
        for line in self._process.stdout:
            self._lines.put(line)
        self._lines.put("")

    def _answer(self) -> Any:
        line = self._lines.get(timeout=PATIENCE_S)
        if not line:
            raise EOFError("the application has ended")
        return json.loads(line)
