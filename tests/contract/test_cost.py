"""Contract §5: tokens and prices, before and after."""

import pytest

from inpaint_studio.contract.catalog import load_catalog
from inpaint_studio.contract.cost import (
    actual,
    estimate,
    expected_usage,
    input_tokens,
    output_tokens,
)
from inpaint_studio.contract.events import Usage
from inpaint_studio.contract.model_info import TokenRule
from inpaint_studio.contract.params import EditParams
from inpaint_studio.contract.profile import LOCAL_FILL_MODEL

MODELS = load_catalog().models
GI2, GI25, GI15 = (MODELS[name] for name in ("gpt-image-2", "gpt-image-2.5-flare", "gpt-image-1.5"))
RULE, RULE25, RULE15 = (model.tokens or TokenRule() for model in (GI2, GI25, GI15))


def params(model="gpt-image-2", **fields):
    return EditParams(**{"prompt": "x" * 40, "model": model, "size": "1024x1024", **fields})


@pytest.mark.parametrize(
    ("size", "old", "new"),
    [
        ((1024, 1024), (196, 1756, 7024), (196, 439, 1756, 3122, 7024)),
        ((1536, 1024), (158, 1372, 5488), (158, 343, 1372, 2459, 5488)),
        ((2048, 2048), (397, 3568, 14272), (397, 892, 3568, 6343, 14272)),
        ((2048, 1152), (157, 1413, 5650), (157, 367, 1413, 2511, 5650)),
        ((2560, 1440), (205, 1843, 7370), (205, 478, 1843, 3276, 7370)),
        ((3840, 2160), (371, 3336, 13342), (371, 865, 3336, 5930, 13342)),
        ((2160, 3840), (371, 3336, 13342), (371, 865, 3336, 5930, 13342)),
    ],
)
def test_output_tokens_meet_the_published_table(size, old, new):
    assert tuple(output_tokens(RULE, size, q) for q in ("low", "medium", "high")) == old
    qualities = ("low", "medium", "high", "xhigh", "max")
    assert tuple(output_tokens(RULE25, size, q) for q in qualities) == new


def test_older_models_go_by_their_table():
    assert output_tokens(RULE15, (1024, 1536), "high") == 6240


def test_input_tokens():
    assert input_tokens(RULE, (1024, 1024)) == 1024
    assert input_tokens(RULE, (4000, 3000)) == 1536
    assert input_tokens(RULE15, (1024, 1024)) == 194
    assert input_tokens(RULE15, (1024, 1024), "high") == 194 + 4160
    assert input_tokens(RULE15, (1536, 1024), "high") == 65 + 2 * 129 + 6240


def test_the_guide_s_example_costs_six_cents():
    cost = estimate(params(quality="medium"), GI2, [(1024, 1024)])

    assert cost is not None
    assert cost.usd == pytest.approx(0.061, abs=0.0005)
    assert cost.is_estimate


def test_partials_and_variants_add_up():
    one = expected_usage(params(), GI2, [(64, 64)])
    four = expected_usage(params(n=4, stream=True, partial_images=3), GI2, [(64, 64)])

    assert four.output_tokens == 4 * (one.output_tokens + 300)
    assert four.input_tokens == 4 * one.input_tokens


def test_partials_without_streaming_cost_nothing():
    assert expected_usage(params(partial_images=3), GI2) == expected_usage(params(), GI2)


def test_an_automatic_quality_has_an_upper_bound():
    cost = estimate(params(), GI2)
    high = estimate(params(quality="high"), GI2)

    assert cost is not None
    assert high is not None
    assert cost.usd < cost.usd_max == pytest.approx(high.usd)
    assert high.usd == pytest.approx(high.usd_max)


def test_local_fill_is_free_and_unknown_models_have_no_price():
    free = estimate(params(LOCAL_FILL_MODEL), MODELS[LOCAL_FILL_MODEL])

    assert free is not None
    assert free.usd == 0
    assert estimate(params("flux"), load_catalog().model("flux")) is None


def test_actual_cost_follows_the_details():
    usage = Usage(
        input_tokens=1034, output_tokens=1756, total_tokens=2790, input_text_tokens=10,
        input_image_tokens=1024, output_image_tokens=1756,
    )  # fmt: skip

    cost = actual(usage, GI2)

    assert cost is not None
    assert cost.usd == pytest.approx((10 * 5 + 1024 * 8 + 1756 * 30) / 1e6)
    assert not cost.is_estimate


def test_usage_without_details_counts_as_pictures():
    cost = actual(Usage(input_tokens=1000, output_tokens=1000, total_tokens=2000), GI2)

    assert cost is not None
    assert cost.usd == pytest.approx((1000 * 8 + 1000 * 30) / 1e6)


@pytest.mark.parametrize("usage", [None, Usage()])
def test_no_usage_or_a_proxy_s_zeros_are_no_price(usage):
    assert actual(usage, GI2) is None
