"""What is asked for as the settings hold it, also what the model then does not take."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

from inpaint_studio.contract.params import EditParams
from inpaint_studio.settings import Settings
from inpaint_studio.typed_values import parse_json

_OF_THEIR_OWN = {
    "model": "last_model",
    "size": "last_size",
    "quality": "last_quality",
    "background": "last_background",
    "n": "last_variants",
    "partial_images": "last_partials",
    "output_format": "last_format",
}
"""Fields and the settings that hold them; `last_rest` holds the others."""
_NEVER = ("prompt", "stream")


def stored_draft(params: EditParams) -> dict[str, Any]:
    """The settings that hold everything that is wanted, but the prompt."""
    values = params.to_json()
    own = {setting: values.pop(name) for name, setting in _OF_THEIR_OWN.items()}
    rest = {name: value for name, value in values.items() if name not in _NEVER}
    return {**own, "last_rest": json.dumps(rest)}


def restored_draft(settings: Settings) -> EditParams:
    """What was wanted when the settings were written."""
    own = {name: getattr(settings, setting) for name, setting in _OF_THEIR_OWN.items()}
    rest = _rest_of(settings.last_rest).to_json()
    return EditParams(**{**rest, **own, "prompt": "", "stream": False})


def _rest_of(stored: str) -> EditParams:
    with suppress(ValueError):
        return EditParams.from_json(parse_json(stored or "{}"))
    return EditParams(prompt="", model="")
