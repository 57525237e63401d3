"""The probe report: what a test of an endpoint proved, and the words for each check.

The words are templates, so that the window can say them in another language.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from inpaint_studio.client.probe_picture import MaskEvidence
from inpaint_studio.contract.events import Completed
from inpaint_studio.contract.media import sniff
from inpaint_studio.contract.params import EditParams
from inpaint_studio.contract.profile import Profile
from inpaint_studio.errors import AuthenticationError, ConnectionFailed, StudioError
from inpaint_studio.picture.image_file import decode_result

Check = Literal["reachable", "key", "fields", "streams", "partials", "size", "mask", "polarity"]
Verdict = Literal["yes", "no", "partly", "unknown"]

CHECKS: tuple[Check, ...] = (
    "reachable", "key", "fields", "streams", "partials", "size", "mask", "polarity"
)  # fmt: skip

OPTIONAL = ("quality", "background", "moderation", "output_format", "partial_images")
"""Fields a test sends although it could do without."""

PLAIN = EditParams(prompt="", model="")
"""The values at which those fields are not sent."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What one check proved: `words` with `values` put in is the evidence.

    `learned` holds fields of the profile and what they should be from now on.
    """

    check: Check
    verdict: Verdict
    words: str
    values: Mapping[str, str] = field(default_factory=dict)
    learned: Mapping[str, Any] = field(default_factory=dict)

    @property
    def evidence(self) -> str:
        """The evidence in English."""
        return self.words.format(**self.values)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one edit brought; seconds until its first image and until its end."""

    partials: int
    result: Completed | None
    error: StudioError | None
    first_s: float
    total_s: float


def of_outcome(outcome: Outcome, api_key: str | None) -> Iterator[CheckResult]:
    """What an edit says of address and key, whether it brought a picture or not."""
    error = outcome.error
    if isinstance(error, ConnectionFailed) and not outcome.partials:
        yield of_error("reachable", "no", error)
    elif isinstance(error, AuthenticationError):
        yield of_error("key", "no", error)
    elif error is None:
        yield CheckResult("reachable", "yes", "It answered.")
        yield _key_result(api_key)
    if error is not None:
        for check in CHECKS:
            yield of_error(check, "unknown", error)


def _key_result(api_key: str | None) -> CheckResult:
    if api_key:
        return CheckResult("key", "yes", "An edit was accepted with this key.")
    return CheckResult("key", "yes", "An edit was accepted without a key.")


def of_response(
    profile: Profile,
    params: EditParams,
    refused: tuple[str, ...],
    outcome: Outcome,
    result: Completed,
    *,
    plain: bool,
) -> Iterator[CheckResult]:
    """What an edit that brought a picture says; `plain` where no stream came."""
    yield _fields_result(params, refused, result)
    yield from _stream_results(plain, profile, params, outcome)
    yield _size_result(params, result)


def _fields_result(params: EditParams, refused: tuple[str, ...], result: Completed) -> CheckResult:
    learned = {"refused_fields": refused}
    if refused:
        words = "Refused: {fields}. The edit was accepted without."
        return CheckResult("fields", "no", words, {"fields": ", ".join(refused)}, learned)
    got = (sniff(result.image) or "").rpartition("/")[2]
    if got != params.output_format:
        values = {"wanted": params.output_format, "got": got or "?"}
        words = "None was refused, but {wanted} was asked for and {got} came."
        return CheckResult("fields", "partly", words, values, learned)
    sent = [name for name in OPTIONAL if getattr(params, name) != getattr(PLAIN, name)]
    values = {"fields": ", ".join(sent) or "–"}
    return CheckResult("fields", "yes", "All were taken: {fields}.", values, learned)


def _stream_results(
    plain: bool, profile: Profile, params: EditParams, outcome: Outcome
) -> Iterator[CheckResult]:
    if not params.stream or profile.streaming == "off":
        words = "Streaming is off in this profile, so it was not asked for."
        yield CheckResult("streams", "unknown", words)
        yield CheckResult("partials", "unknown", words)
        return
    seconds = {"seconds": f"{outcome.total_s:.1f}"}
    if plain:
        words = "A stream was asked for; one answer came after {seconds} s."
        yield CheckResult("streams", "no", words, seconds, {"streaming": "off"})
        yield CheckResult(
            "partials", "no", "Partial images need a stream.", {}, {"max_partials": 0}
        )
        return
    words = "Events came as a stream, the last after {seconds} s."
    yield CheckResult("streams", "yes", words, seconds)
    yield _partials_result(params.partial_images, outcome)


def _partials_result(asked: int, outcome: Outcome) -> CheckResult:
    values = {
        "got": str(outcome.partials),
        "asked": str(asked),
        "seconds": f"{outcome.first_s:.1f}",
    }
    if not outcome.partials:
        words = "None of {asked} asked for came."
        return CheckResult("partials", "no", words, values, {"max_partials": 0})
    words = "{got} of {asked} asked for came, the first after {seconds} s."
    # Fewer is no limit: a picture that is done early needs no further partials.
    verdict: Verdict = "yes" if outcome.partials >= asked else "partly"
    return CheckResult("partials", verdict, words, values, {"max_partials": None})


def _size_result(params: EditParams, result: Completed) -> CheckResult:
    try:
        height, width = decode_result(result.image).shape[:2]
    except StudioError as error:
        return of_error("size", "no", error)
    values = {"asked": params.size, "got": f"{width}x{height}"}
    if values["got"] == params.size:
        learned = {"honours_size": True}
        return CheckResult("size", "yes", "{asked} was asked for and came.", values, learned)
    words = "{asked} was asked for, {got} came. Results are scaled to fit."
    return CheckResult("size", "no", words, values, {"honours_size": False})


def of_mask(profile: Profile, evidence: MaskEvidence) -> Iterator[CheckResult]:
    """What a comparison says of the mask that was sent in the profile's convention."""
    values = {"inside": f"{evidence.inside:.0%}", "outside": f"{evidence.outside:.0%}"}
    shares = "{inside} of the masked pixels changed and {outside} of the others."
    convention = profile.mask_convention
    match evidence.verdict:
        case "honoured":
            learned: dict[str, Any] = {"honours_mask": True, "mask_convention": convention}
            yield CheckResult("mask", "yes", shares, values, learned)
            yield CheckResult("polarity", "yes", _POLARITY[convention], {})
        case "inverted":
            turned = "alpha" if convention == "inverted" else "inverted"
            learned = {"honours_mask": True, "mask_convention": turned}
            yield CheckResult("mask", "partly", shares, values, learned)
            words = "It changes what should be kept; masks are sent inverted from now on."
            yield CheckResult("polarity", "no", words)
        case "ignored":
            yield CheckResult("mask", "no", shares, values, {"honours_mask": False})
            yield CheckResult("polarity", "unknown", "A mask without effect has no polarity.")
        case "nothing":
            yield CheckResult("mask", "unknown", shares, values, {"honours_mask": None})
            yield CheckResult("polarity", "unknown", "Nothing changed, so nothing is proved.")


_POLARITY: Mapping[str, str] = {
    "alpha": "The mask as it is sent, transparent and white = edit, is read right.",
    "luminance": "Plain white = edit is read right; a mask with transparency had no effect.",
    "inverted": "The inverted mask is read right.",
}


def of_error(check: Check, verdict: Verdict, error: StudioError) -> CheckResult:
    """A check that ended in an error, with the endpoint's own words as evidence."""
    detail = getattr(error, "detail", "") or error.message
    return CheckResult(
        check, verdict, "{title}. {detail}", {"title": error.title, "detail": detail}
    )
