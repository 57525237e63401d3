"""The largest pictures the embedded fill takes, 100 megapixels: that it ends, and within what."""

from __future__ import annotations

from tests.benchmarks._fill_peak import measured
from tests.benchmarks.report import Row, at_least, at_most

WIDTH = 13_333
HOLES = {"5 %": 0.05, "60 %": 0.6}


def rows() -> list[Row]:
    """Fill each once; some five minutes."""
    found = []
    for name, share in HOLES.items():
        took = measured(WIDTH, share)
        found += [
            at_least(f"100 MP, hole of {name}: known pixels kept", float(took.kept), "", 1.0, 1.0),
            at_most(f"100 MP, hole of {name}: CPU", took.seconds, "s", 120.0, 1.0),
            at_most(f"100 MP, hole of {name}: peak memory", took.peak_gb, "GB", 6.0, 1.0),
        ]
    return found
