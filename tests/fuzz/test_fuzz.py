"""A short run of the fuzzer, and proof that it would tell."""

import logging
import sys
from random import Random

import pytest

from tests.fuzz import fuzzing
from tests.fuzz.targets import Target

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the watchdog is POSIX")

INPUTS = 200


@pytest.fixture
def silent():
    """What a server says is told of; here it says a lot."""
    logging.disable()
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.parametrize("group", fuzzing.GROUPS)
def test_damaged_input_is_refused_in_words(group, silent):
    tallies = fuzzing.fuzz_group(group, INPUTS, seed=20)

    assert {name: tally.faults for name, tally in tallies.items() if tally.faults} == {}
    assert sum(tally.inputs for tally in tallies.values()) == INPUTS
    assert all(tally.refused / tally.inputs > 0.1 for tally in tallies.values())
    assert sum(tally.refused for tally in tallies.values()) < INPUTS


def test_crashes_and_hangs_are_counted(monkeypatch):
    monkeypatch.setattr(fuzzing, "HANG_S", 0.05)

    def take(data: bytes) -> None:
        while data == b"hang":
            pass
        raise KeyError(data)

    target = Target(lambda random: random.choice((b"hang", b"crash")), take)
    tally = fuzzing.fuzz("x", target, range(8), seed=0)

    words = [Random(f"0/x/{k}").choice((b"hang", b"crash")) for k in range(8)]
    assert (len(tally.hangs), len(tally.crashes)) == (words.count(b"hang"), words.count(b"crash"))
    assert tally.hangs
