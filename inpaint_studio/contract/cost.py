"""What an edit takes in tokens and dollars: estimated before, reckoned from `usage` after.

The area formula is inferred from OpenAI's published prices for gpt-image-2 and 2.5 and meets all of
them to the token; the tile formula is the guide's for the older models. Show estimates as "≈".
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from inpaint_studio.contract.events import Usage
from inpaint_studio.contract.model_info import ModelInfo, Prices, TokenRule
from inpaint_studio.contract.params import EditParams
from inpaint_studio.contract.sizes import parse_size
from inpaint_studio.errors import RequestError

CHARACTERS_PER_TOKEN = 4
"""English prose; an estimate needs no better."""

_ASSUMED_SIZE = (1024, 1024)
_PATCH_BOUNDS = (1024, 1536)
_TILE_BASE, _TILE_TOKENS, _TILE_EDGE = 65, 129, 512
_FIDELITY_SQUARE, _FIDELITY_OBLONG = 4160, 6240


@dataclass(frozen=True, slots=True)
class Cost:
    """US dollars for all variants together, and the tokens they come from.

    `usd_max` is above `usd` only where the model is left to choose the quality.
    """

    usd: float
    usd_max: float
    usage: Usage
    is_estimate: bool


def estimate(
    params: EditParams, model: ModelInfo, image_sizes: Sequence[tuple[int, int]] = ()
) -> Cost | None:
    """What a run of `params.n` variants will cost; None where the catalog has no prices.

    `image_sizes` are the input pictures' widths and heights in pixels.
    """
    usage = expected_usage(params, model, image_sizes)
    if model.free:
        return Cost(0.0, 0.0, usage, is_estimate=True)
    if model.prices is None or model.tokens is None:
        return None
    dearest = expected_usage(params, model, image_sizes, assume=_dearest(model.tokens))
    least, most = _dollars(usage, model.prices), _dollars(dearest, model.prices)
    return Cost(least, max(least, most), usage, is_estimate=True)


def actual(usage: Usage | None, model: ModelInfo) -> Cost | None:
    """What an answer's `usage` comes to; None where there is none, or no price.

    All zeros count as none: some proxies answer so for pictures that were paid for.
    """
    if usage is None or (not usage.input_tokens and not usage.output_tokens and not model.free):
        return None
    if model.free:
        return Cost(0.0, 0.0, usage, is_estimate=False)
    if model.prices is None:
        return None
    usd = _dollars(_detailed(usage), model.prices)
    return Cost(usd, usd, usage, is_estimate=False)


def expected_usage(
    params: EditParams,
    model: ModelInfo,
    image_sizes: Sequence[tuple[int, int]] = (),
    *,
    assume: str | None = None,
) -> Usage:
    """The usage of all `n` variants by the formulas; zeros for a model without a token rule.

    Every variant is billed for the inputs: streamed variants are requests of their own. `assume`
    is the quality "auto" stands for.
    """
    rule = model.tokens
    if rule is None:
        return Usage()
    size = parse_size(params.size) or (image_sizes[0] if image_sizes else _ASSUMED_SIZE)
    quality = params.quality if params.quality != "auto" else assume or rule.assumed_quality
    out = output_tokens(rule, _made_size(model, size), quality)
    out += rule.per_partial * (params.partial_images if params.stream else 0)
    text = math.ceil(len(params.prompt) / CHARACTERS_PER_TOKEN)
    images = sum(input_tokens(rule, item, params.input_fidelity) for item in image_sizes)
    return _usage(params.n * text, params.n * images, params.n * out)


def output_tokens(rule: TokenRule, size: tuple[int, int], quality: str) -> int:
    """Tokens of one output picture; an unknown quality counts as the assumed one."""
    if rule.area_factors:
        factor = rule.area_factors.get(quality, rule.area_factors.get(rule.assumed_quality, 0))
        long, short = max(size), min(size)
        rows = math.floor(factor * short / long + 0.5)
        return -(-factor * rows * (2_000_000 + size[0] * size[1]) // 4_000_000)
    row = rule.table.get(f"{size[0]}x{size[1]}", {})
    return row.get(quality, row.get(rule.assumed_quality, 0))


def input_tokens(rule: TokenRule, size: tuple[int, int], fidelity: str | None = None) -> int:
    """Tokens of one input picture."""
    width, height = size
    if rule.image_in == "patches":
        low, high = _PATCH_BOUNDS
        return min(max(math.ceil(width / 32) * math.ceil(height / 32), low), high)
    scale = min(1.0, _TILE_EDGE / min(size))
    tiles = math.ceil(width * scale / _TILE_EDGE) * math.ceil(height * scale / _TILE_EDGE)
    extra = _FIDELITY_SQUARE if width == height else _FIDELITY_OBLONG
    return _TILE_BASE + _TILE_TOKENS * tiles + (extra if fidelity == "high" else 0)


def _made_size(model: ModelInfo, size: tuple[int, int]) -> tuple[int, int]:
    try:
        return model.size_rule.nearest(*size)
    except RequestError:
        return size  # it will be refused: what it would cost is of no matter


def _dearest(rule: TokenRule) -> str:
    factors = rule.area_factors or next(iter(rule.table.values()), {})
    return max(factors, key=lambda quality: factors[quality], default=rule.assumed_quality)


def _usage(text: int, images: int, out: int) -> Usage:
    return Usage(
        input_tokens=text + images,
        output_tokens=out,
        total_tokens=text + images + out,
        input_text_tokens=text,
        input_image_tokens=images,
        output_image_tokens=out,
    )


def _detailed(usage: Usage) -> Usage:
    """The usage with what the details leave open counted as picture tokens, the dearer kind."""
    return Usage(
        input_tokens=usage.input_tokens,
        output_tokens=usage.output_tokens,
        total_tokens=usage.total_tokens,
        input_text_tokens=usage.input_text_tokens,
        input_image_tokens=max(0, usage.input_tokens - usage.input_text_tokens),
        output_text_tokens=usage.output_text_tokens,
        output_image_tokens=max(0, usage.output_tokens - usage.output_text_tokens),
    )


def _dollars(usage: Usage, prices: Prices) -> float:
    priced = (
        (usage.input_text_tokens, prices.text_in),
        (usage.input_image_tokens, prices.image_in),
        (usage.output_image_tokens, prices.image_out),
        (usage.output_text_tokens, prices.text_out),
    )
    return sum(tokens * (price or 0.0) for tokens, price in priced) / 1_000_000
