"""Contract §0, §1.2: what the catalog knows, and how the person's own file changes it."""

import pytest

from inpaint_studio.contract.catalog import load_catalog
from inpaint_studio.contract.profile import LOCAL_FILL_MODEL
from inpaint_studio.errors import SettingsError

CATALOG = load_catalog()


@pytest.mark.parametrize(
    "name",
    [
        "dall-e-2", "gpt-image-1", "gpt-image-1-mini", "gpt-image-1.5", "gpt-image-2",
        "gpt-image-2-2026-04-21", "chatgpt-image-latest", "gpt-image-2.5-flare",
        "gpt-image-2.5-sunburst", "gpt-image-2.6-flare", "gpt-image-2.6-sunburst",
        LOCAL_FILL_MODEL,
    ],
)  # fmt: skip
def test_every_model_of_the_seeds_and_every_live_one_is_known(name):
    assert CATALOG.model(name).known
    assert CATALOG.model(name).label != name


def test_models_that_end_name_a_successor_that_does_not():
    ending = {name for name, model in CATALOG.models.items() if model.retires_on or model.retired}

    assert ending == {
        "dall-e-2", "gpt-image-1", "gpt-image-1-mini", "gpt-image-1.5", "chatgpt-image-latest",
    }  # fmt: skip
    for name in ending:
        assert CATALOG.models[name].successor not in ending
        assert CATALOG.models[name].successor in CATALOG.models


def test_the_embedded_fill_takes_any_size_and_no_prompt():
    fill = CATALOG.model(LOCAL_FILL_MODEL)

    assert fill.free
    assert fill.ignores_prompt
    assert fill.size_rule.free
    assert fill.streams
    assert (fill.max_partials, fill.max_n) == (3, 10)
    assert fill.qualities == ("auto", "low", "medium", "high")


@pytest.mark.parametrize(
    "name", ["openai/gpt-image-2", "a/b/gpt-image-2", "gpt-image-2-2027-01-31"]
)
def test_prefixes_and_snapshot_dates_are_seen_through(name):
    assert CATALOG.model(name).id == "gpt-image-2"


def test_an_unknown_model_is_permissive():
    model = CATALOG.model("flux-9")

    assert not model.known
    assert model.id == "flux-9"
    assert model.size_rule.free
    assert {"high", "max", "standard"} <= set(model.qualities)
    assert model.max_partials == 3
    assert model.prices is None


def test_an_entry_inherits_what_it_does_not_say():
    mini = CATALOG.model("gpt-image-1-mini")

    assert mini.size_rule == CATALOG.model("gpt-image-1.5").size_rule
    assert mini.fidelities == ("low",)


def test_retirement_is_not_inherited():
    catalog = load_catalog('{"models": {"new": {"like": "gpt-image-1"}}}')

    assert not catalog.model("new").is_retired
    assert catalog.model("new").retires_on is None
    assert catalog.model("new").label == "new"


def test_an_own_entry_is_laid_over_the_shipped_one():
    catalog = load_catalog('{"models": {"gpt-image-2": {"max_n": 2}}}')

    assert catalog.model("gpt-image-2").max_n == 2
    assert catalog.model("gpt-image-2").streams
    assert catalog.model("gpt-image-2.6-flare").max_n == 2  # it is like gpt-image-2


def test_an_own_model_and_format_are_added():
    catalog = load_catalog(
        '{"models": {"mine": {"like": "gpt-image-2", "formats": ["jxl"]}},'
        ' "formats": {"jxl": {"alpha": true}}}'
    )

    assert catalog.model("vendor/mine").formats == ("jxl",)
    assert catalog.formats["jxl"].alpha


@pytest.mark.parametrize("text", [None, "", "  \n"])
def test_without_an_own_text_the_shipped_catalog_stands(text):
    assert load_catalog(text).models == CATALOG.models


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('{\n "models": {\n  "a": {,}\n }\n}', 3),
        ("[1]", 1),
        ('{\n "models": 7}', 2),
        ('{\n "models": {\n  "a": {\n   "label": "A",\n   "max_n": "two"\n  }\n }\n}', 5),
        ('{"models": {\n  "a": {\n   "colour": 1\n  }\n }\n}', 3),
        ('{"models": {\n  "a": 5}}', 2),
        ('{"models": {\n  "a": {\n "like": "nobody"}}}', 3),
        ('{"models": {\n  "a": {"like": "b"},\n "b": {"like": "a"}}}', 2),
        ('{"models": {\n  "a": {\n "size_rule": {"min_pixels": 100, "max_edge": 5}}}}', 3),
        ('{"models": {\n  "a": {\n "size_rule": {"sizes": ["big"]}}}}', 3),
        ('{"models": {}, "formats": {\n "x": {"shiny": true}}}', 2),
        ("[" * 100_000, 1),
    ],
)
def test_a_wrong_own_catalog_is_refused_naming_the_line(text, line):
    with pytest.raises(SettingsError, match=rf"Line {line}:"):
        load_catalog(text)
