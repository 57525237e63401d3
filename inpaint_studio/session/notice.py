"""What the window tells a person without stopping their hands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from inpaint_studio.errors import StudioError


@dataclass(frozen=True, slots=True)
class Notice:
    """One line of the notice bar: what happened, and what to do next.

    One that `stays` is of a loss that no later start tells again: only a person takes it away.
    What is `about` a run, cards or references leaves when that is no longer what is looked at.
    """

    kind: Literal["info", "done", "warning", "error"]
    title: str
    message: str = ""
    detail: str = ""
    stays: bool = False
    about: Literal["", "run", "cards", "references"] = ""


def notice_of(error: StudioError) -> Notice:
    """The words of an error as a notice."""
    return Notice("error", error.title, error.message, getattr(error, "detail", ""))


class Telling:
    """A `with` block whose StudioErrors are told to a person; what comes after it goes on."""

    def __init__(self, tell: Callable[[StudioError], None]) -> None:
        self._tell = tell

    def __enter__(self) -> None:
        """Nothing has to be prepared."""

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        """Tell, and hold up what a person can do something about; all else is a bug."""
        if isinstance(error, StudioError):
            self._tell(error)
            return True
        return False
