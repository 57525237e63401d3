"""What one card of the gallery shows, as plain data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from inpaint_studio.phrase import Phrase
from inpaint_studio.ui.style.figures import in_order, measure, number_text
from inpaint_studio.ui.style.i18n import in_one_line, translate

if TYPE_CHECKING:  # SQLite comes after the first paint
    from inpaint_studio.contract.events import Usage
    from inpaint_studio.history.records import Flag, RunRecord, State, VariantRecord


@dataclass(frozen=True, slots=True)
class Live:
    """What only the running application knows of a variant; nothing of it is stored.

    `wait_s` are the seconds until it is sent again, `reason` why it was refused. `draft` names the
    thumbnail of its run's draft. `elapsed_s` is since its request left, `typical_s` how long
    results of its model and profile took lately.
    """

    wait_s: int | None = None
    elapsed_s: int = 0
    typical_s: float | None = None
    reason: str = ""
    draft: str | None = None


LiveOf = Callable[[str], Live]
"""Says of a variant that waits or runs how it stands right now."""

Price = Callable[[str, "Usage | None"], str]
"""Words what a result of a model cost, "" where that is nothing or not known."""

_STATE_WORDS: dict[str, str] = {
    "queued": Phrase("Waiting"),
    "running": Phrase("Running"),
    "failed": Phrase("Failed"),
    "stopped": Phrase("Stopped"),
    "interrupted": Phrase("Cut off, maybe charged"),
}
_FAULTS: dict[str, str] = {
    "key": Phrase("Key refused"),
    "rate": Phrase("Rate limit"),
    "billing": Phrase("Spending limit"),
    "blocked": Phrase("Blocked"),
    "refused": Phrase("Request refused"),
    "server": Phrase("Server failed"),
}
"""The class of a failure in few words; the tool tip has the whole."""

_MOST_GUESSED = 0.9
"""What time alone says of progress: only a result makes it whole."""


@dataclass(frozen=True, slots=True)
class Card:
    """One variant. `picture` names the blob of the newest image there is.

    `number` is the variant's in listings; `title` heads the block of its run.
    """

    variant_id: str
    run_id: str
    state: State
    picture: str | None
    title: str
    number: int = 0
    words: str = ""
    detail: str = ""
    prompt: str = ""
    accepted: bool = False
    stars: int = 0
    flag: Flag = ""
    is_missing: bool = False
    has_inputs: bool = False
    """Whether mask and frame were kept, to be used again."""
    is_preview: bool = True
    """Whether `picture` came from the run; false for what was sent, while nothing has come."""
    progress: float = 0.0
    """Share of the expected images, or of the usual time, that has come; 0 unless running."""
    wait_s: int | None = None
    """Seconds until it is sent again, where the endpoint asked to wait."""
    seed: int | None = None
    """What its request was sent."""
    revised_prompt: str = ""
    """What the endpoint made of the prompt, where it says that it is another."""

    @property
    def is_live(self) -> bool:
        """Whether it waits or runs, so that it can be stopped."""
        return self.state in ("queued", "running")

    @property
    def tip(self) -> str:
        """What is told to who points at it: its caption, the fault or the prompt, and the seed."""
        seed = "" if self.seed is None else translate(Phrase("Seed {seed}", seed=self.seed))
        revised = self.revised_prompt and translate(
            Phrase("Revised: {prompt}", prompt=self.revised_prompt)
        )
        parts = (self.words, self.detail or self.prompt, revised, seed)
        return "\n".join(part for part in parts if part)

    @property
    def accessible_text(self) -> str:
        """What a screen reader says."""
        stars = translate(Phrase("{count} stars", count=self.stars)) if self.stars else ""
        accepted = translate(Phrase("accepted")) if self.accepted else ""
        words = self.words.strip("★ ")
        return ", ".join(part for part in (self.prompt, stars, self.flag, accepted, words) if part)


def cards_of(
    run: RunRecord,
    price_of: Price = lambda _model, _usage: "",
    live_of: LiveOf = lambda _variant_id: Live(),
) -> list[Card]:
    """The cards of one run, in the order of its variants; `price_of` words what one cost."""
    return [
        _card(run, variant, price_of, live_of(variant.id) if _is_live(variant) else Live())
        for variant in run.variants
    ]


def picture_of(run: RunRecord, variant: VariantRecord) -> str | None:
    """The blob that shows a variant: the newest image there is, or what was sent."""
    return None if variant.is_missing else variant.newest or run.sent_image


def _is_live(variant: VariantRecord) -> bool:
    return variant.state in ("queued", "running")


def _card(run: RunRecord, variant: VariantRecord, price_of: Price, live: Live) -> Card:
    newest = variant.newest or live.draft
    return Card(
        variant_id=variant.id,
        run_id=run.id,
        number=variant.number,
        state=variant.state,
        picture=None if variant.is_missing else newest or run.sent_image,
        is_missing=variant.is_missing,
        is_preview=newest is not None,
        words=_text_of(run, variant, price_of, live),
        detail=live.reason or _detail(variant),
        prompt=run.prompt,
        title=" ".join(run.prompt.split()) or run.source_name or run.model,
        accepted=variant.accepted,
        stars=variant.stars,
        flag=variant.flag,
        has_inputs=run.mask is not None and run.frame is not None,
        progress=_progress(run, variant, live),
        wait_s=live.wait_s,
        seed=variant.seed,
        revised_prompt=_revised(run, variant),
    )


def _revised(run: RunRecord, variant: VariantRecord) -> str:
    from inpaint_studio.contract.response_facts import read_revised_prompt

    revised = read_revised_prompt(variant.answer_json)
    return "" if revised.split() == run.prompt.split() else revised


def _text_of(run: RunRecord, variant: VariantRecord, price_of: Price, live: Live) -> str:
    if variant.is_missing:
        return translate(Phrase("File missing"))
    if live.wait_s is not None:
        return translate(Phrase("Sent again in {delay}", delay=measure(str(live.wait_s), "s")))
    if variant.state == "done":
        stars = "★" * variant.stars
        figures = (price_of(run.model, variant.usage), _seconds(variant))
        return "  ".join(part for part in (stars, " · ".join(filter(None, figures))) if part)
    if variant.state == "running":
        return " · ".join(filter(None, (_time_of(live), _on_the_way(run, variant, live))))
    if live.draft and not variant.partials:
        return translate(Phrase("Draft"))
    if variant.state == "stopped" and variant.partials:
        return translate(Phrase("Stopped at partial {number}", number=len(variant.partials)))
    if variant.state == "failed":
        return _fault(variant)
    return translate(_STATE_WORDS[variant.state])


def _fault(variant: VariantRecord) -> str:
    from inpaint_studio.history.details import error_kind

    words = _FAULTS.get(error_kind(variant), variant.title or _STATE_WORDS["failed"])
    return translate(words)


def _on_the_way(run: RunRecord, variant: VariantRecord, live: Live) -> str:
    if variant.partials:
        got, asked = len(variant.partials), run.params.partial_images
        if live.typical_s is not None:  # there is room for one of the two in full
            return in_order(f"{got}/{asked}")
        return translate(Phrase("Partial {got} of {asked}", got=got, asked=asked))
    return translate(Phrase("Draft") if live.draft else Phrase("Running"))


def _time_of(live: Live) -> str:
    """How long it has run, beside how long that usually takes."""
    if not live.elapsed_s:
        return ""
    elapsed = measure(str(live.elapsed_s), "s")
    if live.typical_s is None:
        return elapsed
    usual = measure(f"{live.typical_s:.0f}", "s")
    return translate(Phrase("{elapsed} of ≈ {usual}", elapsed=elapsed, usual=usual))


def _seconds(variant: VariantRecord) -> str:
    return "" if variant.seconds is None else measure(number_text(variant.seconds, 1), "s")


def _detail(variant: VariantRecord) -> str:
    if variant.is_missing:
        return translate(
            Phrase(
                "The file of this result has gone. Restore it from a backup, or put it in the "
                "trash."
            )
        )
    return in_one_line(variant.title, variant.message)


def _progress(run: RunRecord, variant: VariantRecord, live: Live) -> float:
    if variant.state != "running":
        return 0.0
    arrived = len(variant.partials) / (run.params.partial_images + 1)
    passed = live.elapsed_s / live.typical_s if live.typical_s else 0.0
    return max(0.06, arrived, min(passed, _MOST_GUESSED))


def day_text(day: date) -> str:
    """A day as people call it: today, a weekday of the last week, or its date."""
    days_ago = (date.today() - day).days
    locale, qdate = QLocale(), QDate(day.year, day.month, day.day)
    plain = locale.toString(qdate, "d MMMM yyyy")
    if days_ago in (0, 1):
        near = Phrase("Today") if days_ago == 0 else Phrase("Yesterday")
        return f"{translate(near)} · {plain}"
    return f"{locale.toString(qdate, 'dddd')} · {plain}" if days_ago < 7 else plain
