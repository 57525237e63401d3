"""What another catalog would change: models that come and go, and what is otherwise of the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from inpaint_studio.contract.catalog import Catalog
from inpaint_studio.contract.model_info import ModelInfo
from inpaint_studio.phrase import Phrase

_PRICES = ("prices", "tokens", "free")
_END = ("retired", "retires_on", "successor")
_WORDS = ("label", "note", "dated")


def catalog_changes(now: Catalog, then: Catalog) -> Iterator[Phrase]:
    """What would change, in words: a line for each model, and for the rest."""
    for name in [*then.models, *(name for name in now.models if name not in then.models)]:
        old, new = now.models.get(name), then.models.get(name)
        if old is None:
            yield Phrase("{model} comes in", model=name)
        elif new is None:
            yield Phrase("{model} goes", model=name)
        elif old != new:
            yield _changes_of(old, new)
    if now.formats != then.formats:
        yield Phrase("What formats can do changes")
    if now.default_model != then.default_model:
        yield Phrase("{model} becomes the default", model=then.default_model)


def _changes_of(old: ModelInfo, new: ModelInfo) -> Phrase:
    changed = [f.name for f in fields(old) if getattr(old, f.name) != getattr(new, f.name)]
    if set(changed) <= set(_PRICES):
        return Phrase("{model} has other prices", model=new.id)
    if set(changed) <= set(_END):
        return Phrase("{model} ends at another time", model=new.id)
    if set(changed) <= set(_WORDS):
        return Phrase("{model} is described otherwise", model=new.id)
    return Phrase("{model} takes something else: {fields}", model=new.id, fields=", ".join(changed))
