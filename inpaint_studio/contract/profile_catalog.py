"""What is left of the catalog behind one endpoint: models it serves, narrowed to what it proved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from inpaint_studio.contract.catalog import Catalog, without_date
from inpaint_studio.contract.fields import FIELDS, field_named
from inpaint_studio.contract.model_info import ModelInfo
from inpaint_studio.contract.previews import remembered
from inpaint_studio.contract.profile import Profile, is_local_fill, is_vendor

_WITHOUT: Mapping[str, Mapping[str, Any]] = {
    **{row.name: {row.listed: ()} for row in FIELDS if row.listed},
    "output_compression": {"compression_formats": ()},
    "partial_images": {"max_partials": 0},
    "stream": {"streams": False, "max_partials": 0},
}
"""What a model no longer offers once the endpoint has refused a field."""


def catalog_of(profile: Profile, catalog: Catalog) -> Catalog:
    """The catalog as it holds behind `profile`: every model narrowed to what the profile knows."""
    return replace(catalog_at(profile, catalog), gate=lambda model: narrowed(model, profile))


def catalog_at(profile: Profile, catalog: Catalog) -> Catalog:
    """The whole catalog, whose rules bind where the models' vendor or the own server answers.

    What the endpoint said to previews is known.
    """
    return replace(
        catalog,
        is_binding=is_vendor(profile) or is_local_fill(profile),
        gate=lambda model: remembered(model, profile),
    )


def narrowed(model: ModelInfo, profile: Profile) -> ModelInfo:
    """The model without what the endpoint refused or does not do.

    How answers come is the endpoint's affair: where it is not the vendor's, both ways are offered.
    """
    model, less = remembered(model, profile), dict[str, Any]()
    if not model.response_formats and not is_vendor(profile):
        less["response_formats"] = field_named("response_format").values
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
    """The models to offer for a profile, the one to take where nobody chooses first.

    The embedded server offers what costs nothing; others what they list, what the profile names,
    and all of the catalog that is not retired: a list is no proof of what may be used. Each has the
    id it goes by there. Dated ids that are listed stand behind the model they are snapshots of.
    """
    listed = tuple(listed)
    if profile.default_model and catalog.model(profile.default_model).free:
        return tuple(model for model in catalog.models.values() if model.free)
    paid = [m.id for m in catalog.models.values() if not (m.free or m.is_retired)]
    named = [default_model_of(profile, catalog, listed), *profile.models, *paid]
    offered = {name: _as_named(name, catalog) for name in filter(None, named)}
    for name in listed:
        plain = offered.get(without_date(name))
        if plain is None:
            offered[name] = _as_named(name, catalog)
        elif name not in (plain.id, *plain.dated):
            offered[plain.id] = replace(plain, dated=(*plain.dated, name))
    return tuple(offered.values())


def _as_named(name: str, catalog: Catalog) -> ModelInfo:
    """What is known of a model under the id it goes by, which may have a prefix or a date."""
    model = catalog.model(name)
    return model if model.id == name else replace(model, id=name, label=name)


def default_model_of(profile: Profile, catalog: Catalog, listed: Iterable[str] = ()) -> str:
    """The id to ask for where nobody names a model.

    The profile's own; of what the endpoint lists, what costs nothing, else the catalog's default,
    another the catalog knows, or the first; the catalog's where nothing is listed.
    """
    if profile.default_model:
        return profile.default_model
    listed, default = tuple(listed), catalog.default.id
    models = {name: catalog.model(name) for name in listed}
    ranks = (
        (name for name, model in models.items() if model.free),
        (name for name, model in models.items() if model.id == default),
        (name for name, model in models.items() if model.known and not model.is_retired),
        iter(listed),
    )
    return next((name for rank in ranks for name in rank), default)
