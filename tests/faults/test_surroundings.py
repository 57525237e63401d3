"""What goes on around the application: a login that ends, a crowd at its server, its children."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from inpaint_studio.secret_store import variable_of
from tests.faults.driving import PATIENCE_S, Driven
from tests.server.test_child import descendants
from tests.server.test_connections import dripping
from tests.support.scenes import write_photo

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc, calls Qt itself")

KEYS = {"OPENAI_API_KEY": "sk-environment-1", variable_of("Lab"): "sk-environment-2"}
"""Keys of one's own: a canary would be found in the environment that this test makes."""
LINE = [[30, 40], [80, 60], [130, 90]]
LOAD = 6.0
"""How much longer all takes beside other tests."""


def until(condition: Callable[[], object]) -> None:
    ends = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < ends
        time.sleep(0.02)


def environment_of(process_id: int) -> str:
    return Path(f"/proc/{process_id}/environ").read_text()


def test_a_crowd_at_the_server_children_and_the_end_of_a_login(tmp_path: Path) -> None:
    with Driven(tmp_path / "home", **KEYS) as app:
        app.do("open", path=str(write_photo(tmp_path / "photo.png")))
        app.do("stroke", points=LINE, size=30)

        with dripping(app.do("server_url"), 1000):
            app.do("run")
            longest = app.do("gaps", seconds=1.5)
            (variant,) = app.do("wait")
        assert variant["state"] == "done"
        assert longest[-1] < 0.5 * LOAD
        assert longest[len(longest) * 9 // 10] < 0.05 * LOAD

        seen = tmp_path / "environment"
        app.do(
            "start_program",
            program="/bin/sh",
            arguments=["-c", f"env >{seen}.new; mv {seen}.new {seen}"],
        )
        until(seen.exists)
        inherited = [environment_of(each) for each in descendants(app._process.pid)]
        assert len(inherited) >= 2  # the server, and the process of its fill
        assert "INPAINT_STUDIO_HOME" in seen.read_text()
        assert "sk-environment" not in seen.read_text() + "".join(inherited)

        app.do("prompt", text="a tulip")
        before = app.do("stroke", points=[[20, 100], [140, 100]], size=16, ends=False)
        assert app.do("log_out") < 2.0
        assert app.do("state")["question"] == ""
        app.kill()
    with Driven(tmp_path / "home") as app:
        after = app.do("restore")
        assert (after["picture"], after["prompt"]) == (before["picture"], "a tulip")
