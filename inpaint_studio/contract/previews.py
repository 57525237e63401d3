"""Previews: values some accounts only may use, and what an endpoint said to them.

A profile keeps it under `MODEL FIELD=VALUE`, as the catalog calls the model.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from inpaint_studio.contract.fields import ENUMS, RequestField
from inpaint_studio.contract.model_info import ModelInfo
from inpaint_studio.contract.params import EditParams
from inpaint_studio.contract.profile import Profile
from inpaint_studio.contract.response_facts import ResponseFacts
from inpaint_studio.errors import ApiError, AuthenticationError, RejectedError, StudioError

ACCEPTED, REFUSED = "accepted", "refused"


def remembered(model: ModelInfo, profile: Profile) -> ModelInfo:
    """The model's previews without those the endpoint has answered to, and those it refused."""
    open_, refused = dict(model.previews), dict[str, tuple[str, ...]]()
    for row, value in _all_of(model):
        said = profile.previews.get(_key(model, row, value))
        if said in (ACCEPTED, REFUSED):
            open_[row.listed] = tuple(word for word in open_[row.listed] if word != value)
        if said == REFUSED:
            refused[row.listed] = (*refused.get(row.listed, ()), value)
    return replace(model, previews=open_, refused_previews=refused)


def accepted(params: EditParams, model: ModelInfo, got: ResponseFacts | None) -> Mapping[str, str]:
    """What a result proves of the previews that were asked for, as a profile keeps it.

    One that came back as something else, by the endpoint's own word, is none.
    """
    asked = {row: value for row, value in _all_of(model) if getattr(params, row.name) == value}
    return {
        _key(model, row, value): ACCEPTED
        for row, value in asked.items()
        if getattr(got, row.name, None) in (None, value)
    }


def refused(params: EditParams, model: ModelInfo, error: StudioError) -> Mapping[str, str]:
    """What a refusal proves of the previews that were asked for: those it names."""
    if not isinstance(error, ApiError) or not isinstance(
        error, RejectedError | AuthenticationError
    ):
        return {}
    return {
        _key(model, row, value): REFUSED
        for row, value in _all_of(model)
        if getattr(params, row.name) == value
        and (error.param == row.name or row.name in error.detail.lower())
    }


def _all_of(model: ModelInfo) -> Iterator[tuple[RequestField, Any]]:
    return ((row, value) for row in ENUMS for value in model.previews.get(row.listed, ()))


def _key(model: ModelInfo, row: RequestField, value: str) -> str:
    return f"{model.id} {row.name}={value}"
