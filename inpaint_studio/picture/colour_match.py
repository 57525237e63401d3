"""The result's colours brought back to the source's, judged by a ring that should not have changed.

Models return the whole frame a little lighter, flatter or warmer than it went out. Around the sent
mask both pictures show the same things, so what differs there on the whole is that drift.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from inpaint_studio.picture.colour import Pixels

RING_PX = 32
"""Width of the ring. Models repaint a band some 40 px wide along the mask in the tones of what they
made: a ring that reached farther would match tones the seam does not have."""
MIN_RING_PIXELS = 48
"""A ring of fewer usable pixels decides nothing and leaves the result alone."""
MIN_CORRELATION = 0.5
"""A ring whose pictures go together less than this shows something else: no tone can be told."""
MIN_AGREEING_SHARE = 0.4
"""So much of the ring must fit one change of colour, for the same reason."""

_SAMPLE = 8192
_FLAT_DEVIATION = 0.01
_DARKEST, _LIGHTEST = 3, 252
_MAX_GAIN = 1.6
_MEAN_WEIGHT = 0.25
_OUTLIER_DEVIATIONS = 3.0
_LEAST_DEVIATION = 0.004
_TRIMMING_ROUNDS = 3

Linear = NDArray[np.float32]


def colour_match(
    source: Pixels, result: Pixels, sent: Pixels, blend: Pixels, *, strength: float = 1.0
) -> Pixels:
    """The result with mean and contrast of each colour as in the source's ring, in linear light.

    `source` and `result` are H×W×4 BGRA, `sent` and `blend` H×W coverage, all of one size. The ring
    lies outside `sent`, up to 48 px from what is sent or blended. Transparent and clipped pixels
    of it do not count, nor do those that were repainted. `strength` is 0–1. Alpha stays. Returns
    `result` itself where nothing is to be changed.
    """
    if strength <= 0:
        return result
    near = _near(cv2.bitwise_or(sent, blend))
    shown = np.ascontiguousarray(source[near]), np.ascontiguousarray(result[near])
    rows = np.flatnonzero(_usable(*shown, _ring(sent[near], blend[near])))
    if len(rows) < MIN_RING_PIXELS:
        return result
    rows = rows[:: -(-len(rows) // _SAMPLE)]
    fit = _fit(*(_light(pixels, rows) for pixels in shown))
    if fit is None:
        return result
    table = _table(*fit, min(strength, 1.0))
    return np.asarray(cv2.LUT(result, table[None]), np.uint8)


def _near(replaced: cv2.typing.MatLike) -> tuple[slice, slice]:
    """The part of the picture that the ring may lie in."""
    x, y, width, height = cv2.boundingRect(replaced)
    rows = slice(max(0, y - RING_PX), y + height + RING_PX)
    return rows, slice(max(0, x - RING_PX), x + width + RING_PX)


def _ring(sent: Pixels, blend: Pixels) -> NDArray[np.bool_]:
    """Pixels outside what was sent, near what is sent or blended."""
    replaced = cv2.bitwise_or(sent, blend)
    reach = (2 * RING_PX + 1, 2 * RING_PX + 1)
    touched = (replaced > 0).astype(np.float32)
    near = cv2.boxFilter(touched, -1, reach, normalize=False, borderType=cv2.BORDER_CONSTANT)
    return np.asarray((near > 0.5) & (sent == 0), np.bool_)


def _usable(source: Pixels, result: Pixels, ring: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The ring without pixels whose colour is hidden, or stopped at black or white."""
    for pixels in (source, result):
        inside = cv2.inRange(pixels, (_DARKEST,) * 3 + (255,), (_LIGHTEST,) * 3 + (255,))
        ring = ring & (inside > 0)
    return ring


def _light(pixels: Pixels, rows: NDArray[np.intp]) -> Linear:
    """The colours of some pixels in linear light, N×3."""
    return np.asarray(_TO_LINEAR[pixels.reshape(-1, 4)[rows, :3]], np.float32)


def _fit(source: Linear, result: Linear) -> tuple[Linear, Linear] | None:
    """Gain and offset of each channel that take the result's colours (N×3) to the source's."""
    if not _show_the_same(source.mean(axis=1), result.mean(axis=1)):
        return None
    # Medians first: what was repainted must not draw the first fit towards itself.
    gain, offset = _gain_and_offset(_robust(source), _robust(result), _trust(source, result))
    for _ in range(_TRIMMING_ROUNDS):
        agreeing = _agreeing(source - (result * gain + offset))
        if np.count_nonzero(agreeing) < max(MIN_AGREEING_SHARE * len(source), MIN_RING_PIXELS / 2):
            return None
        first, second = source[agreeing], result[agreeing]
        gain, offset = _gain_and_offset(_moments(first), _moments(second), _trust(first, second))
    return gain, offset


def _show_the_same(source: Linear, result: Linear) -> bool:
    """Whether light and dark lie in the same places, or nearly everything is of one lightness."""
    if min(source.std(), result.std()) < _FLAT_DEVIATION:
        return True
    return float(np.corrcoef(source, result)[0, 1]) >= MIN_CORRELATION


def _agreeing(difference: Linear) -> NDArray[np.bool_]:
    """Rows that are no outliers in any channel, by the median deviation."""
    size = np.abs(difference)
    deviation = 1.4826 * np.median(size, axis=0)
    limit = _OUTLIER_DEVIATIONS * np.maximum(deviation, _LEAST_DEVIATION)
    return np.asarray((size <= limit).all(axis=1), np.bool_)


def _robust(light: Linear) -> tuple[Linear, Linear]:
    """Median and the deviation that belongs to it."""
    middle = np.median(light, axis=0)
    return middle, np.asarray(1.4826 * np.median(np.abs(light - middle), axis=0), np.float32)


def _moments(light: Linear) -> tuple[Linear, Linear]:
    return light.mean(axis=0), light.std(axis=0)


def _trust(source: Linear, result: Linear) -> Linear:
    """How far each channel's contrast can be compared, 0–1: noise on a flat ring is no contrast."""
    first, second = (light - light.mean(axis=0) for light in (source, result))
    shared = np.square((first * second).sum(axis=0))
    powers = np.square(first).sum(axis=0) * np.square(second).sum(axis=0)
    return np.asarray(shared / np.maximum(powers, 1e-12), np.float32)


def _gain_and_offset(
    target: tuple[Linear, Linear], found: tuple[Linear, Linear], trust: Linear
) -> tuple[Linear, Linear]:
    """The ratio of spreads as far as they are to be trusted, else the ratio of means."""
    (wanted_mean, wanted_spread), (mean, spread) = target, found
    numerator = trust * wanted_spread + _MEAN_WEIGHT * wanted_mean
    gain = _bounded(numerator / np.maximum(trust * spread + _MEAN_WEIGHT * mean, 1e-4))
    return gain, np.asarray(wanted_mean - gain * mean, np.float32)


def _bounded(gain: NDArray[np.floating]) -> Linear:
    return np.asarray(gain.clip(1 / _MAX_GAIN, _MAX_GAIN), np.float32)


def _table(gain: Linear, offset: Linear, strength: float) -> Pixels:
    """What becomes of each value (256×4); alpha stays, and so does all if gain is 1, offset 0."""
    matched = _TO_LINEAR[:, None] * gain + offset
    changed = _TO_LINEAR[:, None] + strength * (matched - _TO_LINEAR[:, None])
    values = np.rint(_from_linear(changed) * 255).astype(np.uint8)
    return np.column_stack([values, np.arange(256, dtype=np.uint8)])


def _to_linear() -> Linear:
    """The 256 values of sRGB in linear light, 0–1 (IEC 61966-2-1)."""
    value = np.arange(256) / 255
    light = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    return light.astype(np.float32)


def _from_linear(light: Linear) -> Linear:
    light = light.clip(0, 1)
    value = np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    return np.asarray(value, np.float32)


_TO_LINEAR = _to_linear()
