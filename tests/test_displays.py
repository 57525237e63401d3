"""Displays that are not there: what is said is what Qt meets, and is said before Qt aborts."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from inpaint_studio import displays, preflight, system_needs
from tests.test_preflight import COMMAND, refusal, surroundings

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="looks at Linux only"),
    pytest.mark.skipif(
        not all(need.is_there for need in system_needs.WAYLAND_NEEDS),
        reason="Qt's own verdict takes Wayland's libraries, which are not installed",
    ),
]

_START_QT = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"


def answers_as_set(monkeypatch: pytest.MonkeyPatch, **variables: str) -> None:
    """Make the process's environment one with these displays only."""
    wanted = surroundings(**variables)
    for name in set(os.environ) - set(wanted):
        monkeypatch.delenv(name)
    for name, value in wanted.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def silent(tmp_path: Path) -> Iterator[Path]:
    """A socket that takes connections and says nothing."""
    path = tmp_path / "silent"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))
        server.listen()
        yield path


@pytest.mark.parametrize(
    ("variables", "words"),
    [
        ({"DISPLAY": ":9731"}, "The display :9731 cannot be reached"),
        ({"WAYLAND_DISPLAY": "gone"}, "/gone cannot be reached (No such file"),
        ({"WAYLAND_DISPLAY": "gone", "DISPLAY": ":9731"}, "The display :9731 cannot"),
        ({"WAYLAND_DISPLAY": "gone", "XDG_RUNTIME_DIR": ""}, "XDG_RUNTIME_DIR is not set"),
        ({"QT_QPA_PLATFORM": "xcb"}, "DISPLAY is not set"),
        ({"QT_QPA_PLATFORM": "wayland"}, "/wayland-0 cannot be reached"),
        ({"QT_QPA_PLATFORM": "nonsense"}, "choose one of: eglfs,"),
        ({"QT_QPA_PLATFORM": "wayland;nonsense"}, "no platform 'nonsense'"),
        ({"QT_QPA_PLATFORM": "linuxfb:fb=/dev/null"}, "linuxfb:fb=/dev/null' does not start"),
    ],
)
def test_a_display_that_is_not_there_is_named(
    variables: dict[str, str], words: str, tmp_path: Path
) -> None:
    assert words in refusal(COMMAND, **{"XDG_RUNTIME_DIR": str(tmp_path), **variables})


@pytest.mark.parametrize(
    "variables",
    [
        {"WAYLAND_DISPLAY": "gone"},
        {"QT_QPA_PLATFORM": "nonsense"},
        {"QT_QPA_PLATFORM": "nonsense;offscreen"},
        {"QT_QPA_PLATFORM": "OffScreen"},
        {"QT_QPA_PLATFORM": "wayland;minimal"},
        {"QT_QPA_PLATFORM": "wayland-egl"},
        {"QT_QPA_PLATFORM": "minimalegl"},
        pytest.param({"DISPLAY": "", "WAYLAND_DISPLAY": ""}, marks=pytest.mark.x11),
        pytest.param({"DISPLAY": "", "WAYLAND_DISPLAY": "gone"}, marks=pytest.mark.x11),
        pytest.param({"DISPLAY": "", "XDG_SESSION_TYPE": "wayland"}, marks=pytest.mark.x11),
        pytest.param({"DISPLAY": "", "QT_QPA_PLATFORM": "wayland;XCB"}, marks=pytest.mark.x11),
    ],
    ids=str,
)
def test_the_verdict_is_qts_own(
    variables: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "DISPLAY" in variables and not os.environ.get("DISPLAY"):
        pytest.skip("there is no X display here that Qt could fall back on")
    shown = {name: value or os.environ.get(name, "") for name, value in variables.items()}
    answers_as_set(monkeypatch, XDG_RUNTIME_DIR=str(tmp_path), **shown)
    qt = subprocess.run([sys.executable, "-c", _START_QT], check=False, capture_output=True)
    assert (preflight.find_fault() is None) == (qt.returncode == 0), qt.stderr.decode()


@pytest.mark.parametrize("others", [{}, {"QT_QPA_PLATFORM": "wayland;offscreen"}], ids=str)
def test_a_compositor_that_says_nothing_is_not_waited_for_for_ever(
    silent: Path, others: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers_as_set(monkeypatch, WAYLAND_DISPLAY=str(silent), **others)
    monkeypatch.setattr(displays, "ANSWER_S", 0.2)
    fault = preflight.find_fault()
    assert fault is not None
    assert f"{silent} does not answer" in fault


def test_an_x_server_that_says_nothing_is_not_waited_for_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        display = f"127.0.0.1:{server.getsockname()[1] - 6000}"
        answers_as_set(monkeypatch, DISPLAY=display)
        monkeypatch.setattr(displays, "ANSWER_S", 0.2)
        fault = preflight.find_fault()
    assert fault is not None
    assert f"{display} does not answer" in fault


def test_a_compositor_that_is_gone_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "full"))
        server.listen()
    answers_as_set(monkeypatch, WAYLAND_DISPLAY="full", XDG_RUNTIME_DIR=str(tmp_path))
    fault = preflight.find_fault()
    assert fault is not None
    assert "Connection refused" in fault


@pytest.mark.parametrize(
    ("variables", "platforms"),
    [
        ({}, []),
        ({"DISPLAY": ":1"}, ["xcb"]),
        ({"WAYLAND_DISPLAY": "w", "DISPLAY": ":1"}, ["wayland", "xcb"]),
        ({"WAYLAND_DISPLAY": "", "DISPLAY": ""}, []),
        ({"XDG_SESSION_TYPE": "wayland"}, []),
        ({"QT_QPA_PLATFORM": "wayland;xcb", "DISPLAY": ":1"}, ["wayland", "xcb"]),
        ({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":1"}, ["offscreen"]),
    ],
    ids=str,
)
def test_what_is_tried_is_what_libraries_are_wanted_for(
    variables: dict[str, str],
    platforms: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers_as_set(monkeypatch, XDG_RUNTIME_DIR=str(tmp_path), **variables)
    assert system_needs.platforms() == platforms
    names = {need.name for need in system_needs.display_needs()}
    assert ("libxcb-cursor.so.0" in names) == ("xcb" in platforms)
    assert ("libwayland-client.so.0" in names) == ("wayland" in platforms)
