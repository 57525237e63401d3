"""A short run of the fuzzer, and proof that it would tell."""

import sys
from random import Random

import pytest

from tests.faults import fuzz
from tests.faults.fuzz_targets import Target

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the watchdog is POSIX")

INPUTS = 1000


def test_damaged_input_is_refused_in_words():
    tallies = fuzz.fuzz_all(INPUTS, seed=20)

    assert {name: tally.faults for name, tally in tallies.items() if tally.faults} == {}
    assert sum(tally.inputs for tally in tallies.values()) == INPUTS
    for tally in tallies.values():
        assert 0.2 < tally.refused / tally.inputs < 0.99


def test_crashes_and_hangs_are_counted(monkeypatch):
    monkeypatch.setattr(fuzz, "HANG_S", 0.05)

    def take(data: bytes) -> None:
        while data == b"hang":
            pass
        raise KeyError(data)

    target = Target(lambda random: random.choice((b"hang", b"crash")), take)
    tally = fuzz.fuzz("x", target, range(8), seed=0)

    words = [Random(f"0/x/{k}").choice((b"hang", b"crash")) for k in range(8)]
    assert (len(tally.hangs), len(tally.crashes)) == (words.count(b"hang"), words.count(b"crash"))
    assert tally.hangs
