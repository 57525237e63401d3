"""What a run says of its time."""

from __future__ import annotations

import time

import pytest

from inpaint_studio.runs.run import Variant


@pytest.mark.parametrize("leap_s", [-4e8, 4e8])
def test_waiting_and_running_are_not_told_by_the_wall_clock(
    monkeypatch: pytest.MonkeyPatch, leap_s: float
) -> None:
    now = time.monotonic()
    variant = Variant("v", 0, None, "running", started=now - 5, waits_until=now + 30)
    wall = time.time() + leap_s
    monkeypatch.setattr("time.time", lambda: wall)

    assert variant.wait_s in (29, 30)
    assert 5 <= variant.elapsed_s < 10
