"""What keeps a window from opening is named truthfully, with one thing to do."""

from __future__ import annotations

import os
import subprocess
import sys

import PySide6
import pytest

from inpaint_studio import preflight

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at Linux only")


@linux_only
def test_without_a_display_the_editor_says_so_and_exits_with_3() -> None:
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    started = subprocess.run(
        [sys.executable, "-m", "inpaint_studio"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert started.returncode == preflight.EXIT_STATUS
    assert started.stderr.count("\n") == 1
    assert "no display" in started.stderr
    assert "inpaint-studio demo" in started.stderr


@linux_only
def test_a_display_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":9731")
    fault = preflight.find_fault()
    assert fault is not None
    assert ":9731" in fault or "libxcb" in fault


@linux_only
def test_a_missing_library_is_named_with_the_command_that_brings_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_: str) -> None:
        raise ImportError("libGL.so.1: cannot open shared object file: No such file or directory")

    monkeypatch.setattr("importlib.import_module", fail)
    fault = preflight.find_fault(needs_display=False)
    assert fault is not None
    assert "libGL.so.1" in fault
    assert "apt install" in fault


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_the_pyside_that_crashes_here_is_refused_with_advice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(PySide6, "__version__", "6.12.0")
    fault = preflight.find_fault(needs_display=False)
    assert fault is not None
    assert "pip install" in fault


def test_headless_work_needs_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert preflight.find_fault(needs_display=False) is None
