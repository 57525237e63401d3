"""What is known of one result, in words: how it was judged, what it took, what was asked for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import QLocale

from inpaint_studio.contract.fields import FIELDS
from inpaint_studio.history import RunRecord, VariantRecord
from inpaint_studio.phrase import Phrase
from inpaint_studio.ui.style.figures import grouped, measure, number_text, size_text, spaced_size
from inpaint_studio.ui.style.i18n import translate

Row = tuple[str, str]
_JUDGED = {"picked": Phrase("Picked"), "rejected": Phrase("Rejected")}


def result_rows(variant: VariantRecord) -> Iterator[Row]:
    """What came of it."""
    judged = ("★" * variant.stars, translate(_JUDGED.get(variant.flag, "")))
    if any(judged):
        yield translate(Phrase("Rating")), " ".join(filter(None, judged))
    if variant.accepted:
        yield translate(Phrase("Accepted")), translate(Phrase("yes"))
    if variant.seconds is not None:
        yield translate(Phrase("Took")), measure(number_text(variant.seconds, 1), "s")
    if variant.usage is not None and variant.usage.total_tokens:
        yield translate(Phrase("Tokens")), grouped(variant.usage.total_tokens)
    if variant.seed is not None:
        yield translate(Phrase("Seed")), str(variant.seed)
    if variant.trashed_at is not None:
        yield translate(Phrase("In the trash since")), _date(variant.trashed_at)


def request_rows(run: RunRecord) -> Iterator[Row]:
    """What was asked for, of whom, and when; what nobody chose is left out."""
    yield translate(Phrase("Made")), _date(run.created_at)
    yield translate(Phrase("Picture")), run.source_name
    yield translate(Phrase("Profile")), run.profile_name
    asked = run.params.to_json()
    asked |= asked.pop("extra")
    for row in FIELDS:
        value = asked.pop(row.name, None)
        if row.label and value not in (None, "", row.default):
            yield translate(row.accessible_label or row.label), spaced_size(str(value))
    for name, value in asked.items():
        if value not in (None, "", {}):
            yield name, str(value)
    if run.sent_size is not None:
        yield translate(Phrase("Sent")), size_text(run.sent_size.width, run.sent_size.height)


def _date(time_s: float) -> str:
    words: str = QLocale().toString(
        datetime.fromtimestamp(time_s),
        QLocale.FormatType.ShortFormat,  # type: ignore[call-overload]
    )
    return words
