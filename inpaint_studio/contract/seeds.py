"""Which seed each variant is sent: equal seeds bring equal pictures."""

from __future__ import annotations

import re
import secrets
from dataclasses import replace

from inpaint_studio.contract.params import EditParams, EditRequest
from inpaint_studio.contract.profile import Profile

_SPANS = (2**31, 2**32, 2**63, 2**64)
"""What servers count seeds in. A seed stays within the first of these that holds it."""

_DRAWN_BITS = 31
_WHOLE = re.compile(r"[0-9]{1,20}")


def seeded(request: EditRequest, profile: Profile, *, at_once: int = 1) -> EditRequest:
    """The request with the seed of every variant, where one is given or has to be.

    Variant k is sent the given seed + k. Variants that share a request, `at_once` of them, share
    its seed: the endpoint tells them apart. Where none is given and the endpoint would always take
    the same, one is drawn. What is no number from 0 on stays as it is, such as -1 for "any"; so do
    the seeds of a request that has them already.
    """
    first = _first(request.params, profile)
    if request.seeds or first is None:
        return request
    span = next(span for span in _SPANS if first < span)
    variants = range(max(1, request.params.n))
    return replace(request, seeds=tuple((first + k - k % at_once) % span for k in variants))


def _first(params: EditParams, profile: Profile) -> int | None:
    name = profile.seed_field
    given = params.extra.get(name, profile.fields.get(name))
    if given is None:
        return secrets.randbits(_DRAWN_BITS) if name and profile.has_fixed_seed else None
    text = str(given).strip()
    if isinstance(given, bool) or not _WHOLE.fullmatch(text):
        return None
    return int(text) if int(text) < _SPANS[-1] else None
