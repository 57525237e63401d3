"""The answer of `GET /models`, which few servers spell alike."""

from __future__ import annotations

from inpaint_studio.contract.foreign_json import parse_foreign_json
from inpaint_studio.errors import ProtocolError


def model_ids(body: bytes) -> list[str]:
    """The ids of a model list, in its order and without repeats.

    Raises:
        ProtocolError: it is no model list.
    """
    try:
        value = parse_foreign_json(body)
    except ValueError as error:
        raise _not_a_list() from error
    items = value.get("data", value.get("models")) if isinstance(value, dict) else value
    if not isinstance(items, list):
        raise _not_a_list()
    return list(dict.fromkeys(filter(None, map(_id, items))))


def _id(item: object) -> str:
    if isinstance(item, dict):
        item = item.get("id") or item.get("name")
    return item if isinstance(item, str) else ""


def _not_a_list() -> ProtocolError:
    return ProtocolError(
        "The endpoint lists no models", "Type the model's id; it may work all the same."
    )
