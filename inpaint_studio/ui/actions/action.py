"""What a row of the table of actions says, and where its keys work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

Scope = Literal["window", "canvas", "drawing", "gallery", "loupe", "compare", "film", "references"]
SCOPES: dict[Scope, str] = {
    "window": "Tools",
    "canvas": "On the canvas",
    "drawing": "While drawing or adjusting",
    "gallery": "On the cards of the history",
    "loupe": "While one result is large",
    "compare": "In the comparison",
    "film": "In the film strip",
    "references": "On a reference",
}
"""Where keys work, in words. All but the window's go before the window's, where they are."""

Need = Literal[
    "",
    # of the window
    "document",
    "several",
    "canvas",
    "shown document",
    "mask",
    "undo",
    "redo",
    "pending",
    "streaming",
    "streaming run",
    "staged",
    "picture of it",
    "result",
    "partial",
    # of the selected cards
    "one",
    "picture",
    "done",
    "prompt",
    "inputs",
    "trashed",
    "kept",
    "live",
    "waiting",
    "preview",
]

NEEDS: dict[Need, str] = {
    "document": "Open a picture first",
    "several": "Open another picture first",
    "canvas": "Go back to the picture first",
    "shown document": "Needs a picture in view",
    "mask": "Paint a mask first",
    "undo": "Nothing to undo",
    "redo": "Nothing to redo",
    "pending": "Nothing is running",
    "streaming": "The shown variant is not running",
    "streaming run": "The shown run is not running",
    "staged": "No result is shown",
    "picture of it": "No result is shown",
    "result": "No finished result is shown",
    "partial": "No partial is shown",
    "one": "Select one card first",
    "picture": "Select a card with a picture first",
    "done": "Select a finished result first",
    "prompt": "Select a card with a prompt first",
    "inputs": "Select one card that kept its inputs",
    "trashed": "Select a card in the trash first",
    "kept": "Select a card first",
    "live": "Select a running card first",
    "waiting": "Select a waiting card first",
    "preview": "Select one card with partials first",
}
"""What to do first where an action's need is not there."""

_ANY_CARD = NEEDS["kept"]

CARD_MENU = "Card"
"""The menu over a card; its other menus lie in it."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that can be done.

    `menu` names the menu it lies in, `group` draws a line above it there, a `head` is said there.
    `needs` says what must be there for it. `holds` lasts as long as its key is held. Actions of one
    `series` are told as one.
    """

    id: str
    menu: str
    words: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: Need = ""
    checkable: bool = False
    group: bool = False
    scope: Scope = "window"
    holds: bool = False
    series: str = ""
    head: str = ""

    @property
    def name(self) -> str:
        """What settings and presets call it; window and canvas share one space of names."""
        return self.id if self.scope in ("window", "canvas") else f"{self.scope}.{self.id}"

    @property
    def text(self) -> str:
        """Its words in the window's language, as menus show them."""
        return _tr(self.words)

    @property
    def title(self) -> str:
        """Its words where they stand alone."""
        words = self.text.rstrip("…")
        is_in_card_menu = self.scope in ("gallery", "compare") and self.menu not in ("", CARD_MENU)
        return f"{self.menu_title}: {words}" if is_in_card_menu else words

    @property
    def heading(self) -> str:
        """What it stands under in a list of all."""
        if self.scope == "window" and self.menu:
            return QCoreApplication.translate("MainWindow", self.menu)
        return _tr(SCOPES[self.scope])

    @property
    def head_text(self) -> str:
        """What is said above it in its menu."""
        return _tr(self.head)

    @property
    def series_title(self) -> str:
        """The words for all of its series."""
        return _tr(self.series)

    @property
    def missing(self) -> str:
        """What to do first where its need is not there."""
        return _tr(NEEDS[self.needs] if self.needs else _ANY_CARD)

    @property
    def menu_title(self) -> str:
        """What its menu over a card is called."""
        return _tr(self.menu)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Action", text)
