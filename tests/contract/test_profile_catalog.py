"""A profile narrows the catalog to what its endpoint proved."""

from dataclasses import replace

import pytest

from inpaint_studio.contract.catalog import load_catalog
from inpaint_studio.contract.profile import Profile, local_fill
from inpaint_studio.contract.profile_catalog import catalog_of, models_of

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

    assert catalog_of(LAB, catalog).model("gpt-image-2") == catalog.model("gpt-image-2")


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
