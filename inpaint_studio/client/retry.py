"""When to send again: only where nothing can have been generated, for every edit is billed.

That is a connection never made, a 429, and a 503 that says when to come back. Never spending
limits, and never once a 200 has begun.
"""

from __future__ import annotations

import asyncio
import datetime
import email.utils
import random
import re
import time
from collections.abc import Mapping
from contextlib import suppress

import httpx

from inpaint_studio.client.error_mapping import FailedAttempt
from inpaint_studio.errors import ApiError, RateLimitError

MAX_DELAY_S = 120.0
"""A longer wait is the person's decision; the official SDKs draw the same line."""

MAX_RETRIES = 2
MAX_RATE_RETRIES = 5
"""Limits are counted per minute, and a run of many variants meets them more than once."""

_TEXT_DELAY = re.compile(
    r"try again in (?:(\d{1,6})m)?(\d{1,9}(?:\.\d{1,9})?)(ms|s)", re.IGNORECASE
)


def failed_attempt(error: ApiError, response: httpx.Response) -> FailedAttempt:
    """What an error response ends, with the endpoint's own delay where it gave one."""
    headers = response.headers
    delay = stated_delay(headers)
    if isinstance(error, RateLimitError):
        delay = _text_delay(error.detail) if delay is None else delay
        error.retry_after_s = delay
        may_retry = True
    else:
        may_retry = response.status_code == 503 and delay is not None
    if headers.get("x-should-retry", "").lower() == "false":
        may_retry = False
    return FailedAttempt(error, may_retry=may_retry, delay_s=delay)


def retry_delay(failure: FailedAttempt, attempt: int) -> float | None:
    """Seconds to wait before attempt number `attempt` + 1; None to give up."""
    limited = isinstance(failure.error, RateLimitError)
    if not failure.may_retry or attempt > (MAX_RATE_RETRIES if limited else MAX_RETRIES):
        return None
    if failure.delay_s is None:
        return _backoff(attempt)
    return failure.delay_s if failure.delay_s <= MAX_DELAY_S else None


async def wait(delay_s: float, skip_wait: asyncio.Event | None) -> None:
    """Wait that long, or until `skip_wait` is set; what was set before does not count."""
    if skip_wait is None:
        await asyncio.sleep(delay_s)
        return
    skip_wait.clear()
    with suppress(TimeoutError):
        await asyncio.wait_for(skip_wait.wait(), delay_s)


def stated_delay(headers: Mapping[str, str]) -> float | None:
    """Seconds from `retry-after-ms` or `retry-after` (seconds or a date); None for nonsense.

    A date is by the endpoint's clock, and so is what it is compared with where its answer says.
    """
    milliseconds = _seconds(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    stated = headers.get("retry-after")
    seconds = _seconds(stated)
    if seconds is not None or stated is None:
        return seconds
    moment, sent_at = _moment(stated), _moment(headers.get("date", ""))
    return None if moment is None else max(0.0, moment - (sent_at or time.time()))


def _seconds(text: str | None) -> float | None:
    try:
        seconds = float(text or "")
    except ValueError:
        return None
    return seconds if 0 <= seconds < float("inf") else None


def _moment(date: str) -> float | None:
    """Seconds since 1970."""
    try:
        moment = email.utils.parsedate_to_datetime(date)
        return (moment if moment.tzinfo else moment.replace(tzinfo=datetime.UTC)).timestamp()
    except (ValueError, OverflowError, TypeError, IndexError):  # what it raises on odd dates
        return None


def _text_delay(text: str) -> float | None:
    found = _TEXT_DELAY.search(text)
    if found is None:
        return None
    minutes, amount, unit = found.groups()
    return int(minutes or 0) * 60 + float(amount) / (1000 if unit.lower() == "ms" else 1)


def _backoff(attempt: int) -> float:
    return min(0.5 * 2.0 ** (attempt - 1), 8.0) * random.uniform(0.75, 1.0)
