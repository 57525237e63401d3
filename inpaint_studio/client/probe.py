"""Tests one endpoint with a tiny picture and says what each answer proves.

One edit is enough for most endpoints. Refused fields are left out one by one, which costs nothing,
and a second picture is asked for only where the mask had no effect.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass, replace

from inpaint_studio.client.edit_client import EditClient
from inpaint_studio.client.probe_picture import PROMPT, MaskEvidence, compare, pictures
from inpaint_studio.client.probe_report import (
    OPTIONAL,
    PLAIN,
    Check,
    CheckResult,
    Outcome,
    of_error,
    of_mask,
    of_outcome,
    of_response,
)
from inpaint_studio.contract.cost import Cost, estimate
from inpaint_studio.contract.events import Completed, PartialImage
from inpaint_studio.contract.model_info import ModelInfo
from inpaint_studio.contract.params import EditParams, EditRequest
from inpaint_studio.contract.profile import Profile
from inpaint_studio.errors import (
    ApiError,
    AuthenticationError,
    ConnectionFailed,
    RejectedError,
    StudioError,
)
from inpaint_studio.picture.geometry import Size
from inpaint_studio.picture.image_file import decode_result

_SMALL = 256


def probe_params(model: ModelInfo) -> EditParams:
    """The smallest and cheapest edit of a model that still shows what its endpoint does."""
    size = Size(*model.size_rule.nearest(_SMALL, _SMALL))
    return EditParams(
        prompt=PROMPT,
        model=model.id,
        size=str(size),
        quality="low" if "low" in model.qualities else "auto",
        background="opaque" if "opaque" in model.backgrounds else "auto",
        moderation="low" if "low" in model.moderations else "auto",
        output_format="jpeg" if "jpeg" in model.formats else "png",
        stream=model.streams,
        partial_images=min(2, model.max_partials),
    )


def probe_cost(model: ModelInfo) -> Cost | None:
    """What one test picture is expected to cost; None where the catalog has no prices."""
    params = probe_params(model)
    return estimate(params, model, [_size(params)])


async def probe(
    profile: Profile, model: ModelInfo, api_key: str | None
) -> AsyncGenerator[CheckResult, None]:
    """Test the endpoint; results as they are proved, each check at most once.

    Belongs on the loop that does network work. Ending the iteration closes the connections.
    """
    client = EditClient()
    reported: set[Check] = set()
    try:
        async with aclosing(_check_results(client, profile, model, api_key)) as checks:
            async for checked in checks:
                if checked.check not in reported:
                    reported.add(checked.check)
                    yield checked
    finally:
        await client.aclose()


async def _check_results(
    client: EditClient, profile: Profile, model: ModelInfo, api_key: str | None
) -> AsyncGenerator[CheckResult, None]:
    greeting = await _greet(client, profile, api_key)
    for checked in greeting:
        yield checked
    if any(checked.verdict == "no" for checked in greeting):
        return
    ask = _Asking(client, profile, api_key)
    params, refused, outcome = await _accepted(ask, probe_params(model))
    for checked in of_outcome(outcome, api_key):
        yield checked
    result = outcome.result
    if result is None:
        return
    plain = client.is_plain(profile, params.model)
    for checked in of_response(profile, params, refused, outcome, result, plain=plain):
        yield checked
    profile, evidence = await _mask_evidence(ask, params, result)
    for checked in of_mask(profile, evidence):
        yield checked


@dataclass(frozen=True, slots=True)
class _Asking:
    client: EditClient
    profile: Profile
    api_key: str | None


async def _greet(client: EditClient, profile: Profile, api_key: str | None) -> list[CheckResult]:
    started = time.monotonic()
    try:
        count = len(await client.models(profile, api_key))
    except ConnectionFailed as error:
        return [of_error("reachable", "no", error)]
    except AuthenticationError as error:
        return [
            CheckResult("reachable", "yes", "It answered in {ms} ms.", {"ms": _ms(started)}),
            of_error("key", "no", error),
        ]
    except ApiError:
        words = "It answered in {ms} ms; it lists no models."
        return [CheckResult("reachable", "yes", words, {"ms": _ms(started)})]
    except StudioError as error:
        return [of_error("reachable", "no", error)] if _is_address(error) else []
    words = "It answered in {ms} ms and lists {count} models."
    return [CheckResult("reachable", "yes", words, {"ms": _ms(started), "count": str(count)})]


async def _accepted(
    ask: _Asking, params: EditParams
) -> tuple[EditParams, tuple[str, ...], Outcome]:
    """Edit, leaving out one field after the other as long as the endpoint names one."""
    refused: tuple[str, ...] = ()
    while True:
        outcome = await _edit(ask, params)
        name = _refused_field(outcome.error, params)
        if name is None:
            return params, refused, outcome
        refused = (*refused, name)
        params = EditParams.from_json(params.to_json() | {name: getattr(PLAIN, name)})


async def _edit(ask: _Asking, params: EditParams) -> Outcome:
    image, mask = await asyncio.to_thread(pictures, _size(params))
    request = EditRequest(params, (image,), mask)
    partials, result, error, first = 0, None, None, 0.0
    started = time.monotonic()
    try:
        async with aclosing(ask.client.edit(ask.profile, request, ask.api_key)) as events:
            async for event in events:
                first = first or time.monotonic() - started
                if isinstance(event, PartialImage):
                    partials += 1
                elif isinstance(event, Completed):
                    result = event
    except StudioError as fault:
        error = fault
    return Outcome(partials, result, error, first, time.monotonic() - started)


def _refused_field(error: StudioError | None, params: EditParams) -> str | None:
    """The optional field an error names, where leaving it out may help."""
    if not isinstance(error, RejectedError):
        return None
    sent = [name for name in OPTIONAL if getattr(params, name) != getattr(PLAIN, name)]
    if error.field in sent:
        return error.field
    # Some gateways name the field in their words only.
    return next((name for name in sent if name in error.detail), None)


async def _mask_evidence(
    ask: _Asking, params: EditParams, result: Completed
) -> tuple[Profile, MaskEvidence]:
    """What the picture shows; where a mask did nothing, what a plainer one does."""
    evidence = await _compared(params, result)
    if evidence.verdict != "nothing" or ask.profile.mask_convention != "alpha":
        return ask.profile, evidence
    plainer = replace(ask.profile, mask_convention="luminance")
    second = await _edit(replace(ask, profile=plainer), params)
    if second.result is None:
        return ask.profile, evidence
    seen = await _compared(params, second.result)
    return (plainer, seen) if seen.verdict == "honoured" else (ask.profile, evidence)


async def _compared(params: EditParams, result: Completed) -> MaskEvidence:
    def look() -> MaskEvidence:
        return compare(_size(params), decode_result(result.image))

    try:
        return await asyncio.to_thread(look)
    except StudioError:
        return MaskEvidence(0.0, 0.0)


def _is_address(error: StudioError) -> bool:
    return getattr(error, "field", None) in ("base_url", "headers")


def _size(params: EditParams) -> Size:
    width, _, height = params.size.partition("x")
    return Size(int(width), int(height))


def _ms(started: float) -> str:
    return f"{(time.monotonic() - started) * 1000:.0f}"
