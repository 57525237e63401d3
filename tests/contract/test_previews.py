"""What some accounts only may use is warned of until the endpoint has answered to it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inpaint_studio.contract.catalog import load_catalog
from inpaint_studio.contract.params import EditParams
from inpaint_studio.contract.previews import accepted, refused
from inpaint_studio.contract.profile import Profile
from inpaint_studio.contract.profile_catalog import catalog_at, catalog_of
from inpaint_studio.contract.response_facts import ResponseFacts
from inpaint_studio.errors import AuthenticationError, RejectedError, ServerError

OWN = (
    '{"models": {"m": {"backgrounds": ["auto", "clear"], "previews": {"backgrounds": ["clear"]}}}}'
)
CATALOG = load_catalog(OWN)
MODEL = CATALOG.model("m")
ASKED = EditParams(prompt="x", model="m", background="clear")
LAB = Profile(name="Lab", base_url="https://lab.example/v1")
KEY = "m background=clear"


def told(said: str | None, narrow=catalog_of) -> list[tuple[str, bool]]:
    profile = replace(LAB, previews={KEY: said} if said else {})
    problems = narrow(profile, CATALOG).check_params(ASKED)
    return [(str(each.message), each.is_error) for each in problems if each.field == "background"]


@pytest.mark.parametrize("narrow", [catalog_of, catalog_at])
def test_an_answer_ends_the_warning_and_a_refusal_is_said_before_sending(narrow):
    ((words, is_error),) = told(None, narrow)
    assert "as a preview: some accounts may use it" in words
    assert not is_error
    assert told("accepted", narrow) == []
    assert told("no idea", narrow) == told(None, narrow)
    assert told("refused", narrow) == [
        ("This endpoint has refused background clear with m before: it is a preview.", False)
    ]


@pytest.mark.parametrize(
    ("got", "proved"),
    [(None, True), (ResponseFacts(), True), (ResponseFacts(background="clear"), True),
     (ResponseFacts(background="opaque"), False), (ResponseFacts(background="auto"), False)],
)  # fmt: skip
def test_a_result_proves_a_preview_unless_it_is_said_to_be_something_else(got, proved):
    assert accepted(ASKED, MODEL, got) == ({KEY: "accepted"} if proved else {})
    assert accepted(replace(ASKED, background="auto"), MODEL, got) == {}


@pytest.mark.parametrize(
    ("error", "proves"),
    [
        (RejectedError("no", "", status=400, param="background"), True),
        (RejectedError("no", "", status=400, detail="Transparent Background is not for you"), True),
        (AuthenticationError("no", "", status=403, param="background"), True),
        (RejectedError("no", "", status=400, param="size", detail="too large"), False),
        (AuthenticationError("no", "", status=401), False),
        (ServerError("no", "", status=500, param="background"), False),
    ],
)
def test_a_refusal_counts_where_it_names_the_field(error, proves):
    assert refused(ASKED, MODEL, error) == ({KEY: "refused"} if proves else {})
    assert refused(replace(ASKED, background="auto"), MODEL, error) == {}
