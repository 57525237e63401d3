"""The catalog knows the date: models that end are told of in time, and stay sendable."""

from datetime import date

import pytest

from inpaint_studio.contract import retirement
from inpaint_studio.contract.catalog import load_catalog
from inpaint_studio.contract.params import EditParams
from inpaint_studio.contract.profile import Profile
from inpaint_studio.contract.profile_catalog import models_of

CATALOG = load_catalog()
ENDING = ("gpt-image-1.5", "gpt-image-1-mini", "chatgpt-image-latest")
FAR = Profile(name="Far", base_url="https://api.openai.com/v1")


@pytest.fixture
def on(monkeypatch):
    """Call it with a date of 2026-11 or -12 as "MM-DD": it is that day."""

    def set_clock(day: str) -> None:
        monkeypatch.setattr(retirement, "today", lambda: date.fromisoformat(f"2026-{day}"))

    return set_clock


def told(model: str) -> list[tuple[str, bool, object]]:
    problems = CATALOG.check_params(EditParams(prompt="x", model=model))
    return [(str(each.message), each.is_error, each.fix) for each in problems]


@pytest.mark.parametrize("model", ENDING)
def test_thirty_days_before_its_end_and_no_sooner_a_successor_is_offered(on, model):
    on("10-31")
    assert told(model) == []
    for day in ("11-01", "11-29", "11-30"):
        on(day)
        ((words, is_error, fix),) = told(model)
        assert "stops on 2026-12-01" in words
        assert (is_error, fix) == (False, "gpt-image-2")


@pytest.mark.parametrize("model", ENDING)
def test_from_its_last_day_it_is_retired_and_can_still_be_sent(on, model):
    on("11-30")
    assert model in {each.id for each in models_of(FAR, CATALOG)}
    on("12-01")
    assert model not in {each.id for each in models_of(FAR, CATALOG)}
    ((words, is_error, fix),) = told(model)
    assert "was retired on 2026-12-01" in words
    assert (is_error, fix) == (False, "gpt-image-2")


def test_the_default_that_ends_gives_way_to_its_successor(on):
    catalog = load_catalog('{"default_model": "gpt-image-1.5"}')

    on("11-30")
    assert catalog.default.id == "gpt-image-1.5"
    on("12-01")
    assert catalog.default.id == "gpt-image-2"


def test_a_default_whose_successors_run_in_a_circle_stays(on):
    catalog = load_catalog(
        '{"default_model": "a", "models": {"a": {"retired": true, "successor": "b"},'
        ' "b": {"retired": true, "successor": "a"}}}'
    )
    assert catalog.default.id == "b"


def test_a_date_of_the_own_catalog_counts_and_a_wrong_one_is_refused_naming_the_line(on):
    on("11-29")
    catalog = load_catalog('{"models": {"mine": {"retires_on": "2026-11-29"}}}')
    assert catalog.model("mine").is_retired
    with pytest.raises(Exception, match=r"Line 2: mine: retires_on: must be a date"):
        load_catalog('{"models": {"mine": {\n"retires_on": "1 December"}}}')
