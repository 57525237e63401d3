"""What is asked for as the settings hold it, also what the model then does not take."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from inpaint_studio.contract.params import EditParams
from inpaint_studio.session.presets import read_params
from inpaint_studio.settings import Settings

_REST = (
    "input_fidelity", "output_compression", "moderation", "user", "response_format", "extra",
)  # fmt: skip
"""What the panel keeps under More."""


def stored_draft(wanted: EditParams) -> dict[str, Any]:
    """The settings that hold everything that is wanted, but the prompt."""
    return {
        "last_model": wanted.model,
        "last_size": wanted.size,
        "last_quality": wanted.quality,
        "last_background": wanted.background,
        "last_variants": wanted.n,
        "last_partials": wanted.partial_images,
        "last_format": wanted.output_format,
        "last_rest": json.dumps({name: getattr(wanted, name) for name in _REST}),
    }


def restored_draft(settings: Settings) -> EditParams:
    """What was wanted when the settings were written."""
    usual = EditParams(
        prompt="",
        model=settings.last_model,
        n=settings.last_variants,
        size=settings.last_size,
        quality=settings.last_quality,
        background=settings.last_background,
        output_format=settings.last_format,
        partial_images=settings.last_partials,
    )
    return replace(usual, **_rest_of(settings.last_rest))


def _rest_of(stored: str) -> dict[str, Any]:
    try:
        values = json.loads(stored or "{}")
        if not isinstance(values, Mapping):
            return {}
        rest = read_params(values, "the last request")
    except (ValueError, RecursionError):
        return {}
    return {name: getattr(rest, name) for name in _REST}
