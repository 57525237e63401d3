import pytest

from inpaint_studio.contract.cost import Cost
from inpaint_studio.contract.events import Usage
from inpaint_studio.contract.money import dollars, price_range


@pytest.mark.parametrize(
    ("usd", "words"),
    [(0, "$0.00"), (0.0004, "< $0.001"), (0.041, "$0.041"), (0.18, "$0.18"), (1234.5, "$1,234.50")],
)
def test_dollars_have_as_many_digits_as_say_something(usd, words):
    assert dollars(usd) == words


@pytest.mark.parametrize(
    ("least", "most", "estimated", "words"),
    [
        (0.18, 0.24, True, "≈\u202f$0.18\u2009–\u20090.24"), (0.18, 0.18, True, "≈\u202f$0.18"),
        (0.18, 0.18, False, "$0.18"), (0, 0, True, "Free"),
    ],
)  # fmt: skip
def test_estimates_carry_their_sign(least, most, estimated, words):
    assert price_range(Cost(least, most, Usage(), is_estimate=estimated)) == words
