"""Mask fixes: changes of a profile whose endpoint seems to ignore a mask, or to invert it.

The same conclusions as a test of the endpoint draws, from a result that has been paid for anyway.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from inpaint_studio.contract.profile import Profile, is_local_fill
from inpaint_studio.runs.run import Variant

Kind = Literal["invert", "uninvert", "plain", "warn"]
"""Send masks inverted, no longer inverted, as plain white on black, or warn before each run."""


@dataclass(frozen=True, slots=True)
class MaskFix:
    """A change of one profile: `before` as it is, `after` as it would be."""

    kind: Kind
    before: Profile
    after: Profile


def mask_fix_for(variant: Variant, now: Profile | None) -> MaskFix | None:
    """What would help against what the variant's result shows; `now` is its profile as it is.

    None where the mask was kept to, for Local fill, and where the profile has gone or sends masks
    otherwise since. How the profile of an earlier session's run was is not kept: its results,
    which never `started` in this one, prove nothing about the profile of today.
    """
    if not _accuses(variant) or variant.started is None:
        return None
    if now is None or is_local_fill(now) or _is_changed(variant, now):
        return None
    assert variant.placed is not None
    if variant.placed.figures.mask_seems_inverted:
        return _turned(now)
    if now.mask_convention == "alpha":
        return MaskFix("plain", now, replace(now, mask_convention="luminance"))
    if now.honours_mask is False:
        return None
    return MaskFix("warn", now, replace(now, honours_mask=False))


def is_mask_fixed(variant: Variant, now: Profile | None) -> bool:
    """Whether the same request would go out with another mask than the one that did not help."""
    if now is None or variant.started is None:
        return False
    return _accuses(variant) and _is_changed(variant, now)


def taken_back(fix: MaskFix, now: Profile) -> Profile:
    """The profile as it is by now, without what the fix changed in it."""
    before = fix.before
    return replace(now, mask_convention=before.mask_convention, honours_mask=before.honours_mask)


def _accuses(variant: Variant) -> bool:
    if variant.state != "done" or variant.placed is None or not variant.shows_result:
        return False
    figures = variant.placed.figures
    return figures.mask_seems_ignored or figures.mask_seems_inverted


def _is_changed(variant: Variant, now: Profile) -> bool:
    return now.mask_convention != variant.run.profile.mask_convention


def _turned(now: Profile) -> MaskFix:
    if now.mask_convention == "inverted":
        after = replace(now, mask_convention="alpha", honours_mask=True)
        return MaskFix("uninvert", now, after)
    return MaskFix("invert", now, replace(now, mask_convention="inverted", honours_mask=True))
