"""A profile narrows the catalog to what its endpoint proved."""

from dataclasses import replace

import pytest

from inpaint_studio.contract.catalog import load_catalog
from inpaint_studio.contract.params import EditParams
from inpaint_studio.contract.profile import Profile, local_fill
from inpaint_studio.contract.profile_catalog import (
    catalog_at,
    catalog_of,
    default_model_of,
    models_of,
)
from inpaint_studio.contract.templates import TEMPLATES

LAB = Profile(name="Lab", base_url="https://lab.example/v1")


@pytest.mark.parametrize(
    ("field", "attribute", "left"),
    [
        ("quality", "qualities", ()),
        ("background", "backgrounds", ()),
        ("moderation", "moderations", ()),
        ("partial_images", "max_partials", 0),
        ("stream", "streams", False),
    ],
)
def test_a_refused_field_is_no_longer_offered(field, attribute, left):
    catalog = load_catalog()
    gated = catalog_of(replace(LAB, refused_fields=(field,)), catalog)

    assert getattr(catalog.model("gpt-image-2"), attribute) != left
    assert getattr(gated.model("gpt-image-2"), attribute) == left
    assert getattr(gated.model("nobody-knows-this"), attribute) == left


def test_an_endpoint_that_does_not_stream_offers_no_partials():
    model = catalog_of(replace(LAB, streaming="off"), load_catalog()).model("gpt-image-2")

    assert (model.streams, model.max_partials) == (False, 0)


def test_partials_are_limited_to_what_arrived():
    model = catalog_of(replace(LAB, max_partials=1), load_catalog()).model("gpt-image-2")

    assert model.max_partials == 1


def test_an_untested_profile_offers_everything():
    catalog = load_catalog()
    vendor = TEMPLATES["OpenAI"]

    assert catalog_of(vendor, catalog).model("gpt-image-2") == catalog.model("gpt-image-2")


def test_another_server_may_answer_either_way_and_its_rules_are_not_the_vendor_s():
    """Seed 1 offers response_format for gpt-image-1, which its vendor refuses."""
    catalog = load_catalog()
    params = EditParams(prompt="x", model="gpt-image-1", response_format="url", size="512x512")

    def problems(profile):
        found = catalog_at(profile, catalog).check_params(params)
        return {(problem.field, problem.is_error) for problem in found} - {("model", False)}

    assert problems(TEMPLATES["OpenAI"]) == {("size", True), ("response_format", True)}
    assert problems(TEMPLATES["Azure OpenAI"]) == {("size", True), ("response_format", True)}
    assert problems(LAB) == {("size", False), ("response_format", False)}
    offered = catalog_of(LAB, catalog).model("gpt-image-1").response_formats
    assert offered == ("b64_json", "url")
    refusing = replace(LAB, refused_fields=("response_format",))
    assert catalog_of(refusing, catalog).model("gpt-image-1").response_formats == ()


@pytest.mark.parametrize(
    ("own", "listed", "default"),
    [
        ("mine", ("a",), "mine"),
        ("", (), "gpt-image-2.6-sunburst"),
        ("", ("a", "openai/gpt-image-2.6-sunburst"), "openai/gpt-image-2.6-sunburst"),
        ("", ("a", "dall-e-2", "gpt-image-2"), "gpt-image-2"),
        ("", ("a", "b"), "a"),
        ("", ("a", "local-fill-no-prompt"), "local-fill-no-prompt"),
    ],
)
def test_one_rule_says_which_model_is_asked_for_unless_one_is_named(own, listed, default):
    catalog, profile = load_catalog(), replace(LAB, default_model=own)

    assert default_model_of(profile, catalog, listed) == default
    offered = models_of(profile, catalog, listed)[0].id
    assert offered == default


def test_listed_models_go_by_their_own_ids_and_dated_ones_stand_behind():
    listed = ["openai/gpt-image-2", "gpt-image-2-2027-01-31", "gpt-image-2-2026-04-21"]
    offered = {model.id: model for model in models_of(LAB, load_catalog(), listed)}

    assert "openai/gpt-image-2" in offered
    assert not any(name.startswith("gpt-image-2-") for name in offered)
    assert offered["gpt-image-2"].dated == ("gpt-image-2-2026-04-21", "gpt-image-2-2027-01-31")
    dated = replace(LAB, default_model="gpt-image-2-2026-04-21")
    assert models_of(dated, load_catalog())[0].id == "gpt-image-2-2026-04-21"


def test_a_remote_profile_offers_its_own_the_known_and_the_listed_models():
    profile = replace(LAB, default_model="mine", models=("other",))
    offered = [model.id for model in models_of(profile, load_catalog(), ["listed", "gpt-image-2"])]

    assert offered[:2] == ["mine", "other"]
    assert "gpt-image-2" in offered
    assert offered[-1] == "listed"
    assert "local-fill-no-prompt" not in offered
    assert "dall-e-2" not in offered
    assert len(offered) == len(set(offered))


def test_local_fill_offers_what_costs_nothing():
    assert all(model.free for model in models_of(local_fill(""), load_catalog()))
