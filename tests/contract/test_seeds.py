"""Variants are sent different seeds, and never one the server would not take."""

from __future__ import annotations

from typing import Any

import pytest

from inpaint_studio.contract.params import EditParams, EditRequest
from inpaint_studio.contract.profile import Profile
from inpaint_studio.contract.seeds import seeded


def seeds(extra: dict[str, Any], n: int = 3, at_once: int = 1, **profile: Any) -> tuple[int, ...]:
    request = EditRequest(EditParams(prompt="", model="m", n=n, extra=extra), ())
    there = Profile(**{"name": "p", "base_url": "http://here", **profile})
    return seeded(request, there, at_once=at_once).seeds


@pytest.mark.parametrize("given", [7, "7", " 7 "])
def test_each_variant_counts_on_from_the_seed_that_was_given(given: object) -> None:
    assert seeds({"seed": given}) == (7, 8, 9)


def test_without_a_seed_none_is_sent() -> None:
    assert seeds({}) == ()
    assert seeds({"seed": None}) == ()


@pytest.mark.parametrize("most", [2**31, 2**32, 2**63, 2**64])
def test_a_seed_stays_within_the_width_it_was_given_in(most: int) -> None:
    assert seeds({"seed": most - 2}) == (most - 2, most - 1, 0)


@pytest.mark.parametrize(
    "given", [-1, "-1", "any", "", 1.5, True, [1], {"a": 1}, 2**64, "1" * 5000, "٣", "0x7"]
)
def test_what_is_no_number_from_0_on_is_left_as_it_is(given: object) -> None:
    assert seeds({"seed": given}) == ()


def test_the_profile_names_the_field_and_may_give_the_seed_itself() -> None:
    assert seeds({"seed": 1, "noise": 5}, seed_field="noise") == (5, 6, 7)
    assert seeds({}, fields={"seed": "4"}) == (4, 5, 6)
    assert seeds({"seed": 1}, fields={"seed": "4"}) == (1, 2, 3)
    assert seeds({"seed": 1}, seed_field="") == ()


def test_where_the_server_s_own_seed_is_fixed_one_is_drawn() -> None:
    one, other = (seeds({}, has_fixed_seed=True) for _ in range(2))

    assert one != other
    assert len(set(one)) == 3
    assert all(0 <= seed < 2**31 for seed in one)
    assert seeds({"seed": 3}, has_fixed_seed=True) == (3, 4, 5)
    assert seeds({}, has_fixed_seed=True, seed_field="") == ()


def test_variants_that_share_a_request_share_its_seed() -> None:
    assert seeds({"seed": 1}, n=5, at_once=2) == (1, 1, 3, 3, 5)


def test_seeds_that_were_sent_before_stay() -> None:
    params = EditParams(prompt="", model="m", extra={"seed": 1})
    sent = EditRequest(params, (), seeds=(9,))

    assert seeded(sent, Profile(name="p", base_url="http://here")) is sent
