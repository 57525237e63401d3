"""OpenCV while another thread is importing it: for moments `cv2` is a module without submodules."""

from __future__ import annotations

import subprocess
import sys

AS_IN_THAT_MOMENT = """
import importlib, sys, types
import cv2

seen = types.ModuleType("cv2")
seen.__dict__.update({name: value for name, value in vars(cv2).items() if name != "__path__"})
for name in [name for name in sys.modules if name.startswith("cv2")]:
    del sys.modules[name]
sys.modules["cv2"] = seen
for name in sys.argv[1:]:
    importlib.import_module(name)
"""


def test_what_servers_and_workers_import_asks_for_no_submodule() -> None:
    rooms = ("server.responses", "engine.worker", "engine.multiscale", "runs.perform",
             "export.writer")  # fmt: skip
    modules = [f"inpaint_studio.{room}" for room in rooms]
    command = [sys.executable, "-c", AS_IN_THAT_MOMENT, *modules]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
