"""Cards of runs that are not in the history yet: their pictures are still being encoded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from inpaint_studio.history import Listing
from inpaint_studio.phrase import Phrase
from inpaint_studio.session.runs import PreparedRun
from inpaint_studio.ui.gallery.cards import Card
from inpaint_studio.ui.style.i18n import translate

_FIRST_NUMBER = 1 << 60
"""Numbers of runs from here on are no history's: these stand before all it lists."""
_MOST_CARDS = 1 << 8


class PreparingCards:
    """Cards by the numbers of their runs, the newest first, as a listing has them."""

    def __init__(self) -> None:
        self._cards: dict[int, dict[int, Card]] = {}
        self.listing = Listing()

    def show(self, runs: Sequence[PreparedRun]) -> None:
        """Have cards of these runs and no others."""
        self._cards, self.listing = {}, Listing()
        for run in sorted(runs, key=lambda each: -each.number):
            number = _FIRST_NUMBER + run.number
            self._cards[number] = {card.number: card for card in _cards_of(run)}
            self.listing.variants.extend(self._cards[number])
            self.listing.runs.extend([number] * len(self._cards[number]))
            self.listing.created.extend([int(run.created_at)] * len(self._cards[number]))

    def __contains__(self, number: int) -> bool:
        return number in self._cards

    def card(self, number: int, variant: int) -> Card | None:
        """The card of a variant of the run of that number."""
        return self._cards[number].get(variant)


def _cards_of(run: PreparedRun) -> Iterable[Card]:
    params = run.params
    for position in range(params.n):
        yield Card(
            variant_id=run.id,
            run_id=run.id,
            number=-(run.number * _MOST_CARDS + position + 1),
            state="queued",
            picture=None,
            title=" ".join(params.prompt.split()) or run.source_name,
            words=translate(Phrase("Preparing")),
            prompt=params.prompt,
            is_preview=False,
        )
