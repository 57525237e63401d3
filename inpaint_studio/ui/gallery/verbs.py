"""What can be done with cards, in one table: words, keys, what it needs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from inpaint_studio.ui.gallery.cards import Card

Need = Literal[
    "any",
    "one",
    "picture",
    "done",
    "prompt",
    "inputs",
    "several",
    "trashed",
    "kept",
    "live",
    "waiting",
    "preview",
]


@dataclass(frozen=True, slots=True)
class CardVerb:
    """`needs` is what the selected cards must be; verbs without words are reached by keys only.

    `menu` names the submenu it lies in, `group` draws a line above it.
    """

    id: str
    words: str
    keys: tuple[str, ...] = ()
    needs: Need = "any"
    menu: str = ""
    group: bool = False


STARS = tuple(CardVerb(f"stars_{n}", "★" * n or "None", (str(n),), menu="Rating") for n in range(6))

VERBS: tuple[CardVerb, ...] = (
    CardVerb("show", "Show on the canvas", ("Return", "Enter"), "picture"),
    CardVerb("edit", "Edit this result", ("Shift+Return",), "done"),
    CardVerb("compare", "Compare", ("C", "N"), "picture"),
    CardVerb("film", "Film strip", ("T",), "preview"),
    CardVerb("stop", "Stop", ("Ctrl+.",), "live", group=True),
    CardVerb("stop_run", "Stop the whole run", ("Alt+.",), "live"),
    CardVerb("send_now", "Send now", ("S",), "waiting"),
    *STARS,
    CardVerb("picked", "Pick", ("P",), group=True),
    CardVerb("rejected", "Reject", ("X",)),
    CardVerb("unflagged", "Neither", ("U",)),
    CardVerb("use_prompt", "Its prompt", (), "prompt", menu="Use again"),
    CardVerb("use_params", "Its settings", (), "one", menu="Use again"),
    CardVerb("use_mask", "Its mask", (), "inputs", menu="Use again"),
    CardVerb("use_frame", "Its frame", (), "inputs", menu="Use again"),
    CardVerb("use_all", "All of it, with its picture", (), "inputs", menu="Use again"),
    CardVerb("parent", "The result it was made from", (), "one", menu="Lineage"),
    CardVerb("children", "What was made from it", (), "one", menu="Lineage"),
    CardVerb("lineage", "As a tree…", ("T",), "one", menu="Lineage"),
    CardVerb("details", "Details…", ("I",), "one"),
    CardVerb("copy", "Copy picture", ("Ctrl+C",), "picture", group=True),
    CardVerb("export", "Export…", ("Ctrl+Shift+E",), "done"),
    CardVerb("export_again", "Export again", ("Ctrl+E",), "done"),
    CardVerb("export_original", "Export original bytes…", (), "done"),
    CardVerb("trash", "Move to trash", ("Del",), "kept", group=True),
    CardVerb("restore", "Restore from trash", (), "trashed"),
    CardVerb("select_all", "", ("Ctrl+A",)),
    CardVerb("undo", "", ("Ctrl+Z",)),
    CardVerb("expand", "", ("G",)),
    CardVerb("leave", "", ("Escape",)),
)


def possible(needs: Need, cards: Iterable[Card], *, in_trash: bool) -> bool:
    """Whether the selected cards are what a verb needs."""
    cards = list(cards)
    if not cards:
        return False
    first = cards[0]
    return {
        "any": True,
        "one": len(cards) == 1,
        "picture": any(card.picture is not None for card in cards),
        "done": any(card.state == "done" and not card.is_missing for card in cards),
        "prompt": bool(first.prompt),
        "inputs": len(cards) == 1 and first.has_inputs,
        "several": len(cards) > 1,
        "trashed": in_trash,
        "kept": not in_trash,
        "preview": len(cards) == 1 and first.is_preview and not first.is_missing,
        "live": any(card.is_live for card in cards),
        "waiting": any(card.wait_s is not None for card in cards),
    }[needs]
