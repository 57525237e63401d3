"""Threads that compute stand back behind the one that follows the hand."""

import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from inpaint_studio.runs.lower_priority import lower_own_priority


def _niceness() -> int:
    return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())


@pytest.mark.skipif(sys.platform != "linux", reason="threads have no priority of their own")
def test_a_thread_that_gives_way_leaves_the_others_as_they_are() -> None:
    before = _niceness()

    with ThreadPoolExecutor(1, initializer=lower_own_priority) as workers:
        assert workers.submit(_niceness).result() > before

    assert _niceness() == before
