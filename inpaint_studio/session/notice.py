"""What the window tells a person without stopping their hands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from inpaint_studio.errors import StudioError


@dataclass(frozen=True, slots=True)
class Notice:
    """One line of the notice bar: what happened, and what to do next."""

    kind: Literal["info", "done", "warning", "error"]
    title: str
    message: str = ""
    detail: str = ""


def notice_of(error: StudioError) -> Notice:
    """The words of an error as a notice."""
    return Notice("error", error.title, error.message, getattr(error, "detail", ""))
