"""Runs as the tests need them."""

from __future__ import annotations

from typing import Any

from inpaint_studio.contract.params import EditParams
from inpaint_studio.history import NewRun


def new_run(prompt: str = "a red door", *, n: int = 1, **fields: Any) -> NewRun:
    params = EditParams(prompt=prompt, model="gpt-image-1", n=n)
    return NewRun(
        **{"params": params, "profile_name": "OpenAI", "source_name": "house.jpg", **fields}
    )
