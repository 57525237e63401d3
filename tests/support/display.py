"""Journeys need a screen: the one there is or an Xvfb of their own; else they skip."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """The name of an X display with nobody's hands on it but ours."""
    if shutil.which("xdotool") is None:
        pytest.skip("xdotool is not installed: no real mouse and keys here")
    if shutil.which("Xvfb") is None:
        if name := os.environ.get("DISPLAY"):
            yield name
            return
        pytest.skip("neither a display nor Xvfb: no real window here")
    # Of our own even where a display is there: another test's window must not take our clicks.
    with virtual_display("1600x1000") as name:
        yield name


@contextmanager
def virtual_display(size: str) -> Iterator[str]:
    """The name of an X server of its own, with a screen of WIDTHxHEIGHT."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-noreset"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as announced:
        number = announced.readline().strip()
    try:
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(10)
