"""What a command says: results on stdout, everything else on stderr; the one door to a terminal.

Whatever a file, an endpoint or the history put into the words, nothing of it acts there.
"""

from __future__ import annotations

import io
import json
import os
import sys
from contextlib import suppress
from enum import IntEnum
from typing import Any

from inpaint_studio.contract.failures import shorten
from inpaint_studio.errors import ApiError, RequestError, StudioError
from inpaint_studio.phrase import Phrase
from inpaint_studio.visible_text import isolated, visible


class Exit(IntEnum):
    """Exit statuses, part of the command line's fixed interface."""

    DONE = 0
    FAILED = 1
    INVALID = 2
    CANNOT_OPEN = 3
    INTERRUPTED = 130


def say_anything() -> None:
    """Let names and prompts that the terminal's encoding lacks come out escaped, not as a crash."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(line: str) -> None:
    """One line of the result.

    Raises:
        OSError: nobody can read it any more.
    """
    _print(visible(line))


def _print(line: str) -> None:
    if sys.stdout is None:
        raise BrokenPipeError
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def say_beside(line: str) -> None:
    """One line about work that is paid for: a reader that has gone or a full disk ends nothing."""
    try:
        say(line)
    except (OSError, ValueError) as fault:
        if not isinstance(fault, BrokenPipeError):
            warn(f"What was done cannot be written to standard output ({fault}).")
        hush()


def hush() -> None:
    """Say nothing more on stdout; Python would complain once more when it ends."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if sys.stdout is None:
        sys.stdout = io.StringIO()


def say_json(event: dict[str, Any]) -> None:
    """One object on a line of its own, exact, and in ASCII."""
    _print(json.dumps(event))


def say_event(event: dict[str, Any]) -> None:
    """The same, about work that is paid for."""
    say_beside(json.dumps(event))


def warn(text: str) -> None:
    """One line that is not the result."""
    with suppress(OSError, ValueError, AttributeError):  # what is paid for outlives its terminal
        sys.stderr.write(f"inpaint-studio: {visible(' '.join(text.splitlines()))}\n")
        sys.stderr.flush()


def complain(error: StudioError) -> None:
    """What went wrong and what to do, with the endpoint's own words and request id."""
    warn(f"{_in_order(error.title)}. {_in_order(error.message)}".rstrip())
    if isinstance(error, ApiError):
        said = shorten(" ".join(error.detail.split()))
        if said and said not in " ".join(error.message.split()):
            warn(said)
        if error.request_id:
            warn(f"Request id: {isolated(error.request_id)}")


def _in_order(text: str) -> str:
    """Words whose pieces from outside stay in their places."""
    return text.with_fields(isolated) if isinstance(text, Phrase) else text


def error_event(error: StudioError) -> dict[str, Any]:
    """The error as the last JSON event of a command that failed."""
    event: dict[str, Any] = {"type": "error", "title": error.title, "message": error.message}
    if isinstance(error, ApiError):
        names = ("status", "code", "param", "request_id", "detail")
        event |= {name: getattr(error, name) for name in names}
    elif isinstance(error, RequestError):
        event["param"] = error.field
    return event
