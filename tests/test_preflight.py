"""What keeps a window from opening is named truthfully, in one line that says what to do."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from inpaint_studio import preflight, system_needs
from tests.support.hiding import without_library

COMMAND = [sys.executable, "-m", "inpaint_studio"]
CANNOT_OPEN = 3
linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at Linux only")


def refusal(command: list[str], **variables: str) -> str:
    """The one line with which a command says that no window can be opened."""
    started = subprocess.run(
        command,
        env=surroundings(**variables),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert started.returncode == CANNOT_OPEN, started.stderr
    assert started.stderr.count("\n") == 1, started.stderr
    return started.stderr


def surroundings(**variables: str) -> dict[str, str]:
    """The environment without any display but those given."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM", "XDG_SESSION_TYPE")
    kept = {name: value for name, value in os.environ.items() if name not in names}
    return {**kept, **variables}


@linux_only
def test_without_a_display_the_editor_says_so_and_exits_with_3() -> None:
    words = refusal(COMMAND)
    assert "no display" in words
    assert "inpaint-studio demo" in words


@linux_only
@pytest.mark.parametrize("command", [[], ["demo"]])
def test_a_missing_library_is_named_with_the_command_that_brings_it(
    command: list[str], tmp_path: Path
) -> None:
    hidden = without_library("libGL.so.1", [*COMMAND, *command], tmp_path)
    words = refusal(hidden, QT_QPA_PLATFORM="offscreen")
    assert "library is missing (libGL.so.1)" in words
    assert "libgl1" in words or "what provides: libGL.so.1" in words


@linux_only
@pytest.mark.parametrize("command", [[], ["demo"]])
def test_a_library_that_does_not_load_is_named(command: list[str], tmp_path: Path) -> None:
    (tmp_path / "libGL.so.1").touch()  # the loader finds it first, and stops at it
    words = refusal(
        [*COMMAND, *command], QT_QPA_PLATFORM="offscreen", LD_LIBRARY_PATH=str(tmp_path)
    )
    assert "libGL.so.1" in words
    assert "libgl1" in words or "what provides: libGL.so.1" in words


@linux_only
@pytest.mark.parametrize("platform", ["xcb", "wayland"])
def test_what_a_display_needs_is_named(platform: str, tmp_path: Path) -> None:
    need = system_needs.needs_of(platform)[-1]
    hidden = without_library(need.name, COMMAND, tmp_path)
    assert need.name in refusal(hidden, QT_QPA_PLATFORM=platform)


@pytest.mark.parametrize("command", ["[]", "['demo']"])
def test_a_missing_pyside_is_named_with_the_command_that_brings_it(command: str) -> None:
    program = (
        "import sys; sys.modules['PySide6'] = None\n"
        f"from inpaint_studio.cli import main; sys.exit(main({command}))"
    )
    assert "pip install" in refusal([sys.executable, "-c", program], QT_QPA_PLATFORM="offscreen")


def test_a_pyside_in_pieces_is_named(tmp_path: Path) -> None:
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "__init__.py").touch()
    path = os.pathsep.join([str(tmp_path), *sys.path])
    words = refusal(COMMAND, QT_QPA_PLATFORM="offscreen", PYTHONPATH=path)
    assert "in pieces" in words
    assert "pip install" in words


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_the_pyside_that_crashes_here_is_refused_with_advice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(PySide6, "__version__", "6.12.0")
    fault = preflight.find_fault()
    assert fault is not None
    assert "<6.12" in fault


def test_headless_work_needs_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert preflight.find_fault() is None
