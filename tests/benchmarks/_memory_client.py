"""An answer in nested codings, read from stdin: prints the client's peak in megabytes."""

from __future__ import annotations

import sys

from tests.benchmarks.memory import own_peak_mb
from tests.support.one_edit import edit
from tests.support.replies import http

if __name__ == "__main__":
    body = sys.stdin.buffer.read()
    outcomes = [
        edit(http(body, content_encoding="gzip, gzip"))[0],
        edit(http(body, status=500, content_encoding="gzip, gzip"))[0],
        edit(http(b'{"data": [{"url": "/a"}]}'), http(body, content_encoding="gzip, gzip"))[0],
    ]
    assert all(outcome.error for outcome in outcomes)
    print(own_peak_mb())
