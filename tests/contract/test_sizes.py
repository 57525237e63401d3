"""Contract §5: which sizes are legal, and the nearest legal one."""

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from inpaint_studio.contract.catalog import load_catalog
from inpaint_studio.contract.sizes import SizeRule, format_size, parse_size
from inpaint_studio.errors import RequestError

MODELS = load_catalog().models
GPT_IMAGE_2 = MODELS["gpt-image-2"].size_rule
edges = st.integers(min_value=1, max_value=20_000)


@pytest.mark.parametrize("name", sorted(MODELS))
@given(width=edges, height=edges)
def test_nearest_size_is_legal_for_every_model(name, width, height):
    rule = MODELS[name].size_rule

    assert rule.allows(*rule.nearest(width, height))


@given(width=edges, height=edges)
@example(width=336, height=121)
@example(width=153, height=55)
def test_nearest_size_keeps_the_ratio_where_the_bounds_let_it(width, height):
    ratio = min(max(width / height, 1 / 3), 3)

    near_width, near_height = GPT_IMAGE_2.nearest(width, height)

    # Edges are multiples of 16 and the smallest picture is 1376x480: no better can be had there.
    assert abs(math.log(near_width / near_height / ratio)) < 0.031


@pytest.mark.parametrize(("name", "info"), sorted(MODELS.items()))
def test_suggested_sizes_are_legal(name, info):
    for text in info.sizes:
        size = parse_size(text)
        assert info.auto_size if size is None else info.size_rule.allows(*size)


@pytest.mark.parametrize(
    ("size", "legal"),
    [
        ((1024, 640), True),
        ((816, 816), True),
        ((2880, 2880), True),
        ((3840, 2160), True),
        ((1920, 1080), False),  # 1080 is no multiple of 16
        ((800, 800), False),  # below 655,360 pixels
        ((3856, 1024), False),  # longest edge
        ((3072, 1008), False),  # over 3:1
        ((2896, 2880), False),  # over 8,294,400 pixels
    ],
)
def test_the_size_rule_of_gpt_image_2(size, legal):
    assert GPT_IMAGE_2.allows(*size) is legal


def test_full_hd_becomes_1920x1088():
    assert GPT_IMAGE_2.nearest(1920, 1080) == (1920, 1088)


def test_a_legal_size_is_its_own_nearest():
    assert GPT_IMAGE_2.nearest(1536, 864) == (1536, 864)


def test_above_2560x1440_is_experimental():
    assert not GPT_IMAGE_2.is_experimental(2560, 1440)
    assert GPT_IMAGE_2.is_experimental(2576, 1440)


def test_a_closed_list_gives_the_entry_of_the_nearest_ratio():
    rule = MODELS["gpt-image-1.5"].size_rule

    assert rule.nearest(4000, 3000) == (1536, 1024)
    assert rule.nearest(900, 1000) == (1024, 1024)


def test_a_rule_without_bounds_is_free():
    assert SizeRule().free
    assert SizeRule().nearest(17, 3001) == (17, 3001)
    assert not GPT_IMAGE_2.free
    assert not SizeRule(sizes=((512, 512),)).free


def test_bounds_nothing_satisfies_are_reported():
    with pytest.raises(RequestError, match="nearer to a square"):
        SizeRule(min_pixels=10_000, max_edge=50).nearest(60, 60)


@pytest.mark.parametrize("text", ["auto", "", "1024", "0x10", "10x", "axb", "10x10x10", "-1x5"])
def test_texts_that_are_no_size(text):
    assert parse_size(text) is None


@given(width=edges, height=edges)
def test_sizes_round_trip_as_text(width, height):
    assert parse_size(format_size((width, height))) == (width, height)
