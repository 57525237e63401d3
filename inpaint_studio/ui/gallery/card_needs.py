"""Whether selected cards are what an action needs."""

from __future__ import annotations

from collections.abc import Iterable

from inpaint_studio.ui.actions.action import Need
from inpaint_studio.ui.gallery.cards import Card


def possible(needs: Need, cards: Iterable[Card], *, in_trash: bool) -> bool:
    """Whether the selected cards are what an action needs."""
    cards = list(cards)
    if not cards:
        return False
    first = cards[0]
    return {
        "": True,
        "one": len(cards) == 1,
        "picture": any(card.picture is not None for card in cards),
        "done": any(card.state == "done" and not card.is_missing for card in cards),
        "prompt": bool(first.prompt),
        "inputs": len(cards) == 1 and first.has_inputs,
        "trashed": in_trash,
        "kept": not in_trash,
        "preview": len(cards) == 1 and first.is_preview and not first.is_missing,
        "live": any(card.is_live for card in cards),
        "waiting": any(card.wait_s is not None for card in cards),
    }[needs]
