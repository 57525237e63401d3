"""Phrases read as English text and remember what they were made of."""

from __future__ import annotations

import copy
import json
import pickle
from pathlib import Path

from inpaint_studio.phrase import Phrase


def test_a_phrase_is_its_english_text() -> None:
    phrase = Phrase("{file} has {have:.1f} MB", file="a.png", have=2.25)
    assert phrase == "a.png has 2.2 MB"
    assert json.loads(json.dumps([phrase])) == ["a.png has 2.2 MB"]


def test_it_remembers_template_and_fields_in_copies_too() -> None:
    phrase = Phrase("{file} is empty: {reason}", file="{}.png", reason=Phrase("again"))
    for each in (phrase, copy.copy(phrase), pickle.loads(pickle.dumps(phrase))):
        assert each == "{}.png is empty: again"
        assert each.template == "{file} is empty: {reason}"
        assert each.fields["reason"].template == "again"


def test_it_keeps_no_error_and_so_no_stack_alive() -> None:
    fields = Phrase("{error} in {folder}", error=OSError("full"), folder=Path("x")).fields
    assert fields == {"error": "full", "folder": "x"}
