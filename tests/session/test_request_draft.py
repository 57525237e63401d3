"""What is asked for, without a panel: what waits, what goes out, what is kept."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from inpaint_studio.contract import retirement
from inpaint_studio.contract.catalog import load_catalog
from inpaint_studio.contract.check import Problem
from inpaint_studio.contract.params import EditParams
from inpaint_studio.contract.profile import Profile
from inpaint_studio.contract.profile_catalog import models_of
from inpaint_studio.session.request_draft import RequestDraft
from inpaint_studio.session.settings_store import SettingsStore
from inpaint_studio.settings import Settings

RICH = {
    "qualities": ["auto", "high"], "formats": ["png", "jpeg"], "compression_formats": ["jpeg"],
    "max_n": 4, "streams": True, "max_partials": 3,
}  # fmt: skip
PLAIN = {"qualities": [], "formats": ["png"], "max_n": 1, "streams": False}
CATALOG = load_catalog(json.dumps({"models": {"rich": RICH, "plain": PLAIN}}))
FAR = Profile(name="Far", base_url="https://far.example/v1")
WISH = EditParams(
    prompt="a red door", model="rich", n=4, size="frame", quality="high", output_format="jpeg",
    output_compression=70, partial_images=3, extra={"seed": 1},
)  # fmt: skip


@pytest.fixture
def store(qapp) -> SettingsStore:
    return SettingsStore(Settings())


@pytest.fixture
def draft(store: SettingsStore) -> RequestDraft:
    draft = RequestDraft(store, CATALOG)
    draft.offer(FAR, [CATALOG.model("rich"), CATALOG.model("plain")])
    draft.take(WISH)
    return draft


def heard(draft: RequestDraft) -> list[EditParams]:
    seen: list[EditParams] = []
    draft.changed.connect(lambda: seen.append(draft.params))
    return seen


def test_what_the_model_does_not_take_waits_for_one_that_does(draft: RequestDraft) -> None:
    assert draft.params == replace(WISH, stream=True)
    draft.change(model="plain")
    sent = draft.params
    assert (sent.n, sent.quality, sent.output_format, sent.output_compression) == (
        1,
        "auto",
        "png",
        None,
    )
    assert (sent.stream, sent.partial_images) == (False, 0)
    assert draft.wanted == replace(WISH, model="plain")
    draft.change(model="rich")
    assert draft.params == replace(WISH, stream=True)


def test_what_an_endpoint_is_known_to_refuse_waits_for_another(draft: RequestDraft) -> None:
    seen = heard(draft)
    draft.offer(replace(FAR, refused_fields=("quality",), max_partials=1), draft.models)
    assert (draft.params.quality, draft.params.partial_images) == ("auto", 1)
    draft.offer(FAR, draft.models)
    assert (draft.params.quality, draft.params.partial_images) == ("high", 3)
    assert len(seen) == 2


@pytest.mark.parametrize("day", ["2026-10-31", "2026-11-01", "2026-11-30", "2026-12-01"])
def test_a_model_that_ends_is_changed_by_nobody_but_its_person(
    draft: RequestDraft, day: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retirement, "today", lambda: date.fromisoformat(day))
    draft.change(model="gpt-image-1.5")
    for name in ("Far", "Other", "Third"):
        profile = Profile(name=name, base_url=f"https://{name}.example/v1")
        draft.offer(profile, models_of(profile, CATALOG))
        assert draft.model == "gpt-image-1.5"
        assert draft.params.model == "gpt-image-1.5"


def test_only_a_change_is_told(draft: RequestDraft) -> None:
    seen = heard(draft)
    draft.change(n=4)
    draft.take(WISH)
    draft.change_extra(draft.extra_text)
    assert seen == []
    draft.change(prompt="a blue door")
    assert [params.prompt for params in seen] == ["a blue door"]


def test_another_endpoint_begins_with_a_model_of_its_own_unless_it_has_the_chosen_one(
    draft: RequestDraft,
) -> None:
    other = replace(FAR, name="Other")
    draft.offer(other, [CATALOG.model("plain"), CATALOG.model("rich")])
    assert draft.params.model == "rich"
    draft.offer(FAR, [CATALOG.model("plain")])
    assert draft.params.model == "plain"


def test_an_endpoint_that_lists_more_leaves_a_typed_model_alone(draft: RequestDraft) -> None:
    draft.change(model="typed-by-hand")
    draft.offer(FAR, [CATALOG.model("plain")])
    assert draft.params.model == "typed-by-hand"


def test_where_nothing_may_be_typed_the_first_on_offer_holds_and_the_wish_waits(
    store: SettingsStore,
) -> None:
    store.change(last_model="rich")
    draft = RequestDraft(store, CATALOG)
    assert draft.info.free
    assert draft.params.model == draft.models[0].id
    draft.offer(FAR, [CATALOG.model("rich")])
    assert draft.params.model == "rich"


def test_extra_fields_that_are_no_json_are_a_problem_and_keep_what_they_held(
    draft: RequestDraft,
) -> None:
    seen = heard(draft)
    draft.change_extra('{"seed": ')
    assert draft.params.extra == {"seed": 1}
    (problem,) = draft.problems
    assert problem.is_error
    draft.change_extra('{"seed": 2}')
    assert draft.params.extra == {"seed": 2}
    assert draft.problems == ()
    assert len(seen) == 2


def test_a_fix_goes_to_the_field_or_among_the_extra_ones(draft: RequestDraft) -> None:
    draft.fix(Problem("n", "Too many.", is_error=True, fix=2))
    draft.fix(Problem("seed", "Too low.", is_error=True, fix=5))
    assert (draft.params.n, dict(draft.params.extra)) == (2, {"seed": 5})
    assert json.loads(draft.extra_text) == {"seed": 5}


def test_all_but_the_prompt_is_there_the_next_time(
    draft: RequestDraft, store: SettingsStore
) -> None:
    draft.change(model="plain")
    next_time = RequestDraft(SettingsStore(store.now), CATALOG)
    assert next_time.wanted == replace(WISH, prompt="", model="plain")
