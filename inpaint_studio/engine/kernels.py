"""The inner loops of the multi-scale fill, compiled by numba; only worker processes import this.

Every kernel takes a range of targets and releases the interpreter lock, so ranges run side by side.
Sums are integers and randomness is a hash of the target's number: neither threads nor processors
change a single byte of a search.

A picture is H×W×4 uint8: red, green, blue and texture. Targets are the pixels whose patch overlaps
the hole, in reading order; `numbers` H×W int32 maps a pixel to its target or -1. Sources are
centres of patches that are wholly usable.
"""

# numba knows no annotations, and mypy cannot see through its decorator.
# mypy: disable-error-code="no-untyped-def,no-untyped-call,untyped-decorator"

from __future__ import annotations

import numpy as np
from numba import njit

from inpaint_studio.engine.pyramid import RADIUS

_EDGE = 2 * RADIUS + 1
_ROW = 4 * _EDGE
_INDEX = np.uintp
_FAR = np.int32(2**31 - 1)


@njit(cache=True, nogil=True, error_model="numpy")
def sweep(places, found, before, cost, numbered, backward, reach, seed):
    """Better the sources of targets `numbered` from-to by their neighbours' and random ones.

    `places` are picture, valid, numbers, rows and columns of targets. `found` N×2 int32 is changed
    in place; across the range's ends `before`, a copy of it, is read, so that ranges do not depend
    on each other's progress. `cost` N int32 is computed anew. `reach` is the radius in pixels of
    the random search.
    """
    picture, valid, numbers, rows, columns = places
    start, stop = numbered
    flat = picture.reshape(-1)
    step = -1 if backward else 1
    for turn in range(stop - start):
        k = stop - 1 - turn if backward else start + turn
        here = rows[k], columns[k]
        row, column = _pair(found, k)
        best = (_distance(flat, valid, here, row, column, _FAR), row, column)
        for dy, dx in ((step, 0), (0, step)):
            other = _number(numbers, here[0] - dy, here[1] - dx)
            if other >= 0:
                row, column = _pair(found if start <= other < stop else before, other)
                best = _better(flat, valid, here, best, row + dy, column + dx)
        radius = reach
        while radius >= 1:
            noise = _hash(seed + radius, k)
            span = np.uint64(2 * radius + 1)
            row = best[1] + np.int64((noise & np.uint64(0xFFFFFFFF)) % span) - radius
            column = best[2] + np.int64((noise >> np.uint64(32)) % span) - radius
            best = _better(flat, valid, here, best, row, column)
            radius //= 2
        cost[k], found[k, 0], found[k, 1] = best


@njit(cache=True, nogil=True, inline="always")
def _pair(found, k):
    return np.int64(found[k, 0]), np.int64(found[k, 1])


@njit(cache=True, nogil=True, inline="always")
def _number(numbers, row, column):
    height, width = numbers.shape
    inside = 0 <= row < height and 0 <= column < width
    return np.int64(numbers[row, column]) if inside else np.int64(-1)


@njit(cache=True, nogil=True, inline="always")
def _better(flat, valid, here, best, row, column):
    """The better of `best` (distance, row, column) and the offered source, if that may be used."""
    height, width = valid.shape
    if row < 0 or column < 0 or row >= height or column >= width or not valid[row, column]:
        return best
    distance = _distance(flat, valid, here, row, column, best[0])
    return (distance, np.int64(row), np.int64(column)) if distance < best[0] else best


@njit(cache=True, nogil=True, error_model="numpy")
def _distance(flat, valid, here, row, column, limit):
    """Sum of squares between two patches; once it reaches `limit` the rest does not matter."""
    stride = 4 * valid.shape[1]
    one = _INDEX((here[0] - RADIUS) * stride + (here[1] - RADIUS) * 4)
    two = _INDEX((row - RADIUS) * stride + (column - RADIUS) * 4)
    total = np.int32(0)
    for _ in range(_EDGE):
        # Slices, not indexes: only those let the compiler use vector instructions.
        a = flat[one : one + _INDEX(_ROW)]
        b = flat[two : two + _INDEX(_ROW)]
        for k in range(_ROW):
            difference = np.int32(np.int32(a[k]) - np.int32(b[k]))
            total = np.int32(total + np.int32(difference * difference))
        if total >= limit:
            return total
        one += _INDEX(stride)
        two += _INDEX(stride)
    return total


@njit(cache=True, nogil=True, inline="always")
def _hash(seed, number):
    x = np.uint64(seed) * np.uint64(0x9E3779B97F4A7C15) + np.uint64(number)
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return x ^ (x >> np.uint64(31))


@njit(cache=True, nogil=True, error_model="numpy")
def vote(sources, rows, columns, start, stop, made):
    """Write to `made` N×4 float32 the mean of what the patches over each pixel say it should be.

    `sources` are picture, numbers, found and trust (float32, the weight of each target's patch).
    """
    votes = np.zeros(4, np.float32)
    for k in range(start, stop):
        weight = _gather(sources, rows[k], columns[k], votes)
        if weight > 0:
            for c in range(4):
                made[k, c] = votes[c] / weight


@njit(cache=True, nogil=True, error_model="numpy")
def _gather(sources, row, column, votes):
    """Into `votes` the sum of all votes for a pixel; returns their weight."""
    picture, numbers, found, trust = sources
    height, width = numbers.shape
    votes[:] = 0
    weight = np.float32(0)
    for y in range(max(0, row - RADIUS), min(height, row + RADIUS + 1)):
        for x in range(max(0, column - RADIUS), min(width, column + RADIUS + 1)):
            target = numbers[y, x]
            if target >= 0:
                dy, dx = y - row, x - column
                says = picture[found[target, 0] - dy, found[target, 1] - dx]
                share = trust[target]
                weight += share
                for c in range(4):
                    votes[c] += share * np.float32(says[c])
    return weight
