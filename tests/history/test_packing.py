"""Row 46: runs that come with a stranger's project file do no harm."""

from __future__ import annotations

import json

import pytest

from inpaint_studio.errors import HistoryError
from inpaint_studio.history import History
from inpaint_studio.history.packing import unpack
from tests.support.new_runs import new_run


@pytest.mark.parametrize(
    "name",
    ["../../../etc/passwd", "/etc/passwd", "ab", "a" * 64, "A" * 64 + ".png", 7, "a" * 64 + ".p/g"],
)
@pytest.mark.parametrize(
    "column", ["source", "sent_image", "mask", "painted", "frame_image", "blob"]
)
def test_row_46_names_that_are_no_blobs_are_refused(
    history: History, name: object, column: str
) -> None:
    run = history.begin(new_run())
    history.fail(run.variants[0].id, title="Refused", message="")
    rows = history.packed([run])
    table = "variants" if column == "blob" else "runs"
    unpack(json.dumps(rows).encode())
    rows[table][0][column] = name
    with pytest.raises(HistoryError, match="damaged"):
        unpack(json.dumps(rows).encode())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b'{"runs": 1}',
        b'{"runs": [7], "variants": [], "partials": []}',
        b"[" * 9,
        b"[" * 100_000,
    ],
)
def test_row_46_what_is_no_packed_runs_is_refused(data: bytes) -> None:
    with pytest.raises(HistoryError, match="damaged"):
        unpack(data)
