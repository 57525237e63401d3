"""What is left of the catalog behind one endpoint: models it serves, narrowed to what it proved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from inpaint_studio.contract.catalog import Catalog
from inpaint_studio.contract.fields import FIELDS
from inpaint_studio.contract.model_info import ModelInfo
from inpaint_studio.contract.profile import LOCAL_FILL_MODEL, Profile

_WITHOUT: Mapping[str, Mapping[str, Any]] = {
    **{row.name: {row.listed: ()} for row in FIELDS if row.listed},
    "output_compression": {"compression_formats": ()},
    "partial_images": {"max_partials": 0},
    "stream": {"streams": False, "max_partials": 0},
}
"""What a model no longer offers once the endpoint has refused a field."""


def catalog_of(profile: Profile, catalog: Catalog) -> Catalog:
    """The catalog as it holds behind `profile`: every model narrowed to what the profile knows."""
    return replace(catalog, gate=lambda model: narrowed(model, profile))


def narrowed(model: ModelInfo, profile: Profile) -> ModelInfo:
    """The model without what the endpoint refused or does not do."""
    less: dict[str, Any] = {}
    for name in profile.refused_fields:
        less |= _WITHOUT.get(name, {})
    if profile.streaming == "off":
        less |= _WITHOUT["stream"]
    if profile.max_partials is not None:
        most = less.get("max_partials", model.max_partials)
        less["max_partials"] = min(most, profile.max_partials)
    return replace(model, **less) if less else model


def models_of(
    profile: Profile, catalog: Catalog, listed: Iterable[str] = ()
) -> tuple[ModelInfo, ...]:
    """The models to offer for a profile, its default first.

    The embedded server offers what costs nothing; others what they list, what the profile names,
    and all of the catalog that is not retired: a list is no proof of what may be used.
    """
    if profile.default_model == LOCAL_FILL_MODEL:
        return tuple(model for model in catalog.models.values() if model.free)
    paid = [m.id for m in catalog.models.values() if not (m.free or m.retired)]
    named = [profile.default_model, *profile.models, *paid, *listed]
    return tuple(catalog.model(name) for name in dict.fromkeys(filter(None, named)))
