"""The embedded endpoint as a process of its own, which ends with the one that started it."""

from __future__ import annotations

import contextlib
import os
import secrets
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from typing import IO

from inpaint_studio import paths
from inpaint_studio.durable import make_file, make_private_folder
from inpaint_studio.errors import StudioError
from inpaint_studio.secret_store import without_keys

TOKEN_VARIABLE = "INPAINT_STUDIO_SERVER_TOKEN"
"""The key of a server that belongs to a parent process; such a server ends with its stdin."""

MOST_LOG_BYTES = 1_000_000
"""Above this a log is put aside, in place of the one before."""

STOP_PATIENCE_S = 2.0
_FIRST_WORD = "Serving "
_STDERR_SHOWN = 2000


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """Where the child listens (`http://127.0.0.1:PORT/v1`) and the key it takes."""

    base_url: str
    token: str


class ServerChild:
    """Starts and stops one server process; blocking, for a worker thread. Not thread-safe."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None

    @property
    def is_alive(self) -> bool:
        """Whether the process runs."""
        return self._process is not None and self._process.poll() is None

    def start(self, timeout_s: float = 20.0) -> ServerAddress:
        """Start a new process, ending an old one, and wait until it accepts connections.

        Raises:
            StudioError: it did not start in time; the message holds what it wrote to stderr.
        """
        self.stop()
        token = secrets.token_urlsafe(32)
        with _log() as complaints:
            earlier = complaints.seek(0, os.SEEK_END)
            self._process = _spawn(token, complaints)
            line = _first_line(self._process, timeout_s)
            if not line.startswith(_FIRST_WORD):
                self.stop()
                complaints.seek(earlier)
                raise _did_not_start(complaints.read())
        return ServerAddress(line.removeprefix(_FIRST_WORD).strip(), token)

    def stop(self) -> None:
        """End the process and wait until it is gone; at once where it does not want to."""
        process, self._process = self._process, None
        if process is None:
            return
        with contextlib.suppress(OSError):
            _pipe(process.stdin).close()
        try:
            process.wait(STOP_PATIENCE_S if process.poll() is None else None)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        _pipe(process.stdout).close()


def _log() -> IO[str]:
    """The log, which the child goes on writing to; a file for now where there can be none."""
    path = paths.fill_log()
    try:
        make_private_folder(path.parent)
        if path.exists() and path.stat().st_size > MOST_LOG_BYTES:
            path.replace(path.with_suffix(".1.log"))
        with contextlib.suppress(FileExistsError):
            make_file(path)
        return path.open("a+", encoding="utf-8", errors="replace")
    except OSError:
        return tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace")


def _spawn(token: str, complaints: IO[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=complaints,
        env=without_keys(os.environ) | {TOKEN_VARIABLE: token},
        text=True,
        encoding="utf-8",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _command() -> list[str]:
    """A frozen application has no `-m`; it is its own command line."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "serve", "--port", "0"]
    return [sys.executable, "-m", "inpaint_studio.server"]


def _first_line(process: subprocess.Popen[str], timeout_s: float) -> str:
    """What the process says first; empty when it ends or stays silent."""
    lines: list[str] = []
    reader = threading.Thread(
        target=lambda: lines.append(_pipe(process.stdout).readline()), daemon=True
    )
    reader.start()
    reader.join(timeout_s)
    if not lines:
        process.kill()  # ends the reader too
        reader.join()
        return ""
    return lines[0]


def _did_not_start(complaints: str) -> StudioError:
    said = complaints.strip()[-_STDERR_SHOWN:]
    advice = "Try again; if it keeps failing, reinstall the program."
    return StudioError("Local fill did not start", f"{said}\n{advice}".strip())


def _pipe(stream: IO[str] | None) -> IO[str]:
    if stream is None:
        raise TypeError("the child is always started with pipes")
    return stream
