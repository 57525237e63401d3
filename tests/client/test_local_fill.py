"""The embedded server's faults never speak of money, and say where more is to be read."""

import pytest

from inpaint_studio import paths
from inpaint_studio.contract.failures import FILL_UNUSABLE
from tests.support.one_edit import edit
from tests.support.replies import error, http, partial, raw, stream

LOCAL = {"name": "Local fill", "idle_timeout_s": 0.3}
FAULTS = {
    "cut": raw(),
    "cut stream": stream(partial(0)),
    "silent": raw(10.0),
    "bug": error(500, "it broke"),
    "too slow": error(504, ""),
    "no picture": http(b'{"data": []}'),
    "unusable": error(500, "ImportError: x.so", code=FILL_UNUSABLE),
}


@pytest.mark.parametrize("name", FAULTS)
@pytest.mark.parametrize("n", [1, 2])
def test_no_fault_of_local_fill_speaks_of_charging(name, n):
    log = paths.fill_log()
    log.parent.mkdir(parents=True)
    log.write_text("what it said")
    outcome, _ = edit(*[FAULTS[name]] * n, stream=True, profile=LOCAL, n=n)
    told = [outcome.error, *(event.error for event in outcome.events if hasattr(event, "error"))]
    for each in told:
        assert "charged" not in str(each).lower()
        assert str(log) in each.message
        assert not getattr(each, "maybe_charged", False)
        assert "un again" in each.message
