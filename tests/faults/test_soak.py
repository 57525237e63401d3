"""A minute of randomised use, kills and faults; `python -m tests.faults.soak` does longer ones."""

from __future__ import annotations

import pytest

from tests.faults.soak import figures, soak


@pytest.mark.soak
def test_a_minute_of_use_kills_and_faults_loses_nothing() -> None:
    ledger = soak(1.0, seed=11)
    assert ledger.wrong == [], "\n".join(figures(ledger))
    assert ledger.done["kill"] >= 2
    assert ledger.done["restore"] >= 1
