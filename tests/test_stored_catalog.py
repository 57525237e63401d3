"""A catalog update: checked, compared, in force where it is newer, and taken back."""

from __future__ import annotations

import json

import pytest

from inpaint_studio import paths, stored_catalog
from inpaint_studio.contract.catalog import load_catalog
from inpaint_studio.contract.catalog_changes import catalog_changes
from inpaint_studio.errors import SettingsError

SHIPPED = json.loads(paths.resource("catalog.json").read_text("utf-8"))


def update(day: str = "2027-01-02", **models) -> str:
    """The shipped catalog at a later date, with some models otherwise; None takes one away."""
    kept = {name: entry for name, entry in {**SHIPPED["models"], **models}.items() if entry}
    return json.dumps({**SHIPPED, "date": day, "models": kept}, indent=1)


def changes(text: str) -> list[str]:
    return [str(each) for each in catalog_changes(load_catalog(), load_catalog(update=text))]


def test_what_would_change_is_said_model_by_model():
    two = SHIPPED["models"]["gpt-image-2"]
    assert changes(update()) == []
    assert changes(update(fresh={"label": "Fresh"})) == ["fresh comes in"]
    assert changes(update(**{"dall-e-2": None})) == ["dall-e-2 goes"]
    ending = {**SHIPPED["models"]["gpt-image-1.5"], "retires_on": "2027-06-01"}
    assert changes(update(**{"gpt-image-1.5": ending})) == ["gpt-image-1.5 ends at another time"]
    limited = changes(update(**{"gpt-image-2": {**two, "max_n": 4}}))
    assert "gpt-image-2 takes something else: max_n" in limited
    dearer = changes(update(**{"gpt-image-2": {**two, "prices": {"image_out": 99}}}))
    assert "gpt-image-2 has other prices" in dearer


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "Line 1"),
        ("[]", "must be an object"),
        (update("soon"), "date: must be a date"),
        (update(**{"local-fill-no-prompt": None}), "local-fill-no-prompt is missing"),
        (update(fresh={"max_n": "many"}), "fresh: max_n"),
        (json.dumps({**SHIPPED, "default_model": "nobody"}), "must name a model"),
        (json.dumps({"date": "2027-01-01", "models": SHIPPED["models"]}), "default_model"),
    ],
)
def test_what_is_no_catalog_is_refused_in_words(text, words):
    with pytest.raises(SettingsError, match="The catalog update cannot be used") as refused:
        stored_catalog.with_update(text)
    assert words in str(refused.value.message)


def test_an_update_holds_until_it_is_reverted_and_the_former_stays():
    first, second = update("2027-01-02", one={"label": "One"}), update(two={"label": "Two"})
    stored_catalog.keep_update(first)
    stored_catalog.keep_update(second)
    assert "two" in stored_catalog.load_stored_catalog()[0].models
    assert stored_catalog.revert_update()
    catalog, faults = stored_catalog.load_stored_catalog()
    assert ("one" in catalog.models, "two" in catalog.models, faults) == (True, False, ())
    assert stored_catalog.revert_update()
    assert stored_catalog.load_stored_catalog()[0].date == SHIPPED["date"]
    assert not stored_catalog.revert_update()


def test_an_older_update_gives_way_to_the_shipped_catalog():
    stored_catalog.keep_update(update("2020-01-01", one={"label": "One"}))
    assert "one" not in stored_catalog.load_stored_catalog()[0].models


def test_the_person_s_own_lies_over_an_update_and_what_is_broken_is_left_out():
    stored_catalog.keep_update(update(one={"label": "One"}))
    own = paths.config_folder() / "catalog.json"
    own.write_text('{"models": {"one": {"label": "Mine"}}}')
    assert stored_catalog.load_stored_catalog()[0].model("one").label == "Mine"
    (paths.config_folder() / "catalog-update.json").write_bytes(b"\xff")
    own.write_text("{")
    catalog, faults = stored_catalog.load_stored_catalog()
    assert len(faults) == 2
    assert catalog == load_catalog()
