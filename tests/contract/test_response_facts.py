"""What came back, beside what was asked for."""

from __future__ import annotations

import pytest

from inpaint_studio.contract.events import Completed
from inpaint_studio.contract.params import EditParams
from inpaint_studio.contract.response_facts import (
    ResponseFacts,
    differences,
    read_response_facts,
    response_facts_of,
)
from tests.support.replies import PNG

RIFF = b"RIFF\x00\x00\x00\x00WEBP"


def told(returned: ResponseFacts, images: int = 1, **asked) -> list[tuple[str, str, str]]:
    params = EditParams(**{"prompt": "", "model": "gpt-image-2", **asked})
    return [(each.field, each.asked, each.got) for each in differences(params, returned, images)]


def test_every_field_that_came_otherwise_is_told() -> None:
    returned = ResponseFacts(
        size="1024x1024", quality="medium", background="opaque", output_format="webp"
    )
    asked = {"size": "1536x1024", "quality": "high", "background": "transparent"}
    assert told(returned, images=2, **asked) == [
        ("size", "1536x1024", "1024x1024"),
        ("quality", "high", "medium"),
        ("background", "transparent", "opaque"),
        ("output_format", "png", "webp"),
        ("n", "1", "2"),
    ]


@pytest.mark.parametrize("words", ["auto", "", None])
def test_what_was_left_open_or_is_not_known_differs_from_nothing(words) -> None:
    assert (
        told(ResponseFacts(size="1024x1024", quality="medium"), size="auto", quality="auto") == []
    )
    said = ResponseFacts(size=words, quality=words, background=words, output_format=words)
    asked = {"size": "64x64", "quality": "high", "background": "opaque"}
    assert told(said, **asked) == []


def test_spellings_of_the_same_are_no_difference() -> None:
    returned = ResponseFacts(size="1024×768", quality="HIGH", output_format="jpg")
    assert told(returned, size="1024x768", quality="high", output_format="jpeg") == []


def test_fewer_pictures_are_failures_that_speak_for_themselves() -> None:
    assert told(ResponseFacts(), images=3, n=4) == []


def test_the_picture_itself_goes_before_what_is_said_of_it() -> None:
    event = Completed(image=RIFF, size="2x2", quality="low", output_format="png")
    assert response_facts_of(event, "3x3") == ResponseFacts(
        size="3x3", quality="low", output_format="webp"
    )
    assert response_facts_of(event, None).size == "2x2"
    unknown = Completed(image=b"?", output_format="avif")
    assert response_facts_of(unknown, None).output_format == "avif"
    assert response_facts_of(Completed(image=PNG), None).output_format == "png"


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ('{"returned": {"size": "1x1", "quality": 3, "odd": "x"}}', ResponseFacts(size="1x1")),
        ('{"refused": {}}', None),
        ('{"returned": null}', None),
        ("[1]", None),
        ("{", None),
        (None, None),
    ],
)
def test_stored_answers_are_read_as_far_as_they_can_be(stored, read) -> None:
    assert read_response_facts(stored) == read
