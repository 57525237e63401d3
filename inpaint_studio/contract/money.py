"""Amounts of money as people read them."""

from __future__ import annotations

from inpaint_studio.contract.cost import Cost
from inpaint_studio.phrase import Amount, Phrase

_CENT = 0.01


def dollars(usd: float) -> Amount:
    """US dollars: cents, and a third digit below ten cents, where cents say too little."""
    if 0 < usd < _CENT / 10:
        return Amount("< $0.001")
    return Amount(f"${usd:.3f}" if 0 < usd < 10 * _CENT else f"${usd:,.2f}")


def price_range(cost: Cost) -> str:
    """An estimate such as "≈ $0.18 – 0.24"; an actual cost without the sign."""
    if not cost.usd_max:
        return Phrase("Free")
    least, most = dollars(cost.usd), dollars(cost.usd_max)
    words = least if least == most else f"{least}\u2009–\u2009{most.removeprefix('$')}"
    return Amount(f"≈\u202f{words}" if cost.is_estimate else words)
