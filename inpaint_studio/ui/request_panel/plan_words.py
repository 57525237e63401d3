"""What a click on Run does and costs, in words: the same wherever there is such a button."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from inpaint_studio.contract.cost import Cost
from inpaint_studio.contract.model_info import ModelInfo
from inpaint_studio.contract.money import price_range
from inpaint_studio.ui.style.i18n import translate


def offers() -> tuple[str, str]:
    """All that a click may do: what costs nothing, and what may."""
    return _tr("Fill locally, free"), _tr("Run")


def offer_words(info: ModelInfo) -> str:
    """What a click does with that model."""
    free, paid = offers()
    return free if info.ignores_prompt else paid


def price_words(cost: Cost | None) -> str:
    """What it will cost; None where the catalog has no price."""
    return _tr("Price unknown") if cost is None else translate(price_range(cost))


def _tr(text: str) -> str:
    return QCoreApplication.translate("RequestPlan", text)
