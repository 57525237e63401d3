"""OpenCV while another thread is importing it: for moments `cv2` is a module without submodules."""

from __future__ import annotations

import subprocess
import sys

import pytest

AS_IN_THAT_MOMENT = """
import importlib, sys, types
import cv2

seen = types.ModuleType("cv2")
seen.__dict__.update({name: value for name, value in vars(cv2).items() if name != "__path__"})
for name in [name for name in sys.modules if name.startswith("cv2")]:
    del sys.modules[name]
sys.modules["cv2"] = seen
importlib.import_module(sys.argv[1])
"""


@pytest.mark.parametrize(
    "module",
    ["server.responses", "engine.worker", "engine.multiscale", "runs.perform", "export.writer"],
)
def test_what_servers_and_workers_import_asks_for_no_submodule(module: str) -> None:
    command = [sys.executable, "-c", AS_IN_THAT_MOMENT, f"inpaint_studio.{module}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
