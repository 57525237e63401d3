"""A short run of the disk rounds, and proof that they would tell."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

import pytest

from tests.faults import disk

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits on file sizes are POSIX")


@pytest.mark.usefixtures("qapp")
def test_what_was_there_stays_and_what_is_refused_is_told() -> None:
    tallies = disk.refuse(24, seed=1)

    assert {kind: tally.wrong for kind, tally in tallies.items() if tally.wrong} == {}
    assert all(tally.refused > 0 for tally in tallies.values())


def test_faults_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    def half(folder: Path, random: Random) -> bool:
        assert not random, "half a file"
        return True

    monkeypatch.setattr(disk, "KINDS", {"half": half})
    tally = disk.refuse(3, seed=0)["half"]

    assert (tally.rounds, tally.refused, len(tally.wrong)) == (3, 0, 3)
