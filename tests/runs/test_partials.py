"""The way to a result, told from the history's rows."""

from dataclasses import replace

import pytest

from inpaint_studio.history.records import VariantRecord
from inpaint_studio.runs.partials import Still, stills_of


@pytest.fixture
def variant() -> VariantRecord:
    return VariantRecord(
        id="v", run_id="r", position=0, state="running", partials=("first", "second")
    )


def test_partials_come_in_their_order_and_the_result_last(variant: VariantRecord) -> None:
    assert stills_of(replace(variant, blob="result")) == (
        Still("first"), Still("second"), Still("result", is_result=True),
    )  # fmt: skip


def test_what_brought_no_result_has_its_partials(variant: VariantRecord) -> None:
    assert stills_of(variant) == (Still("first"), Still("second"))
