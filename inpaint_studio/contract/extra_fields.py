"""Further form fields, as a person writes them: one JSON object."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from inpaint_studio.contract.check import Problem
from inpaint_studio.contract.fields import field_names
from inpaint_studio.contract.params import further_fields
from inpaint_studio.phrase import Phrase

FIELD = "extra"
_FILES = ("image", "mask", "markup")


def read_extra(text: str) -> dict[str, Any]:
    """The fields a text describes; none for an empty one.

    Raises:
        ValueError: the text is no JSON object; the words tell where.
    """
    if not text.strip():
        return {}
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"line {error.lineno}, column {error.colno}: {error.msg}") from error
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    if not isinstance(value, dict):
        raise ValueError('it must be an object such as {"seed": 1}')
    return value


def write_extra(extra: Mapping[str, Any]) -> str:
    """The text of some fields; "" for none."""
    return json.dumps(dict(extra), ensure_ascii=False) if extra else ""


def by_hand(extra: Mapping[str, Any]) -> dict[str, Any]:
    """Those of the extra fields that are written by hand, as no control can say them."""
    said = {row.name for row in further_fields() if row.label and row.holds(extra.get(row.name))}
    return {name: value for name, value in extra.items() if name not in said}


def check_extra(text: str) -> Iterator[Problem]:
    """What is wrong with the text, and which controls it overrules."""
    try:
        extra = read_extra(text)
    except ValueError as error:
        yield Problem(
            FIELD, Phrase("The extra fields are not JSON: {error}.", error=error), is_error=True
        )
        return
    for name in extra:
        bare = name.partition("[")[0]
        if bare in _FILES:
            message = Phrase("{bare} is a picture; it cannot be an extra field.", bare=bare)
            yield Problem(FIELD, message, is_error=True)
        elif bare in field_names():
            message = Phrase(
                "The extra field {name} overrides the control of that name.", name=name
            )
            yield Problem(FIELD, message, is_error=False)
