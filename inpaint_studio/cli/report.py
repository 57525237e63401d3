"""What `edit` says while it runs: paths or JSON events on stdout, the rest on stderr."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from inpaint_studio.cli.output import complain, error_event, say_beside, say_event, warn
from inpaint_studio.cli.progress import ProgressLine
from inpaint_studio.contract.events import Retrying
from inpaint_studio.contract.params import EditParams
from inpaint_studio.errors import StudioError
from inpaint_studio.runs.recording import Result


class Report:
    """The events of one run, said as they come."""

    def __init__(self, params: EditParams, *, is_json: bool) -> None:
        self._params = params
        self._run: int | None = None
        self._is_json = is_json
        self._started = time.monotonic()
        self._progress = ProgressLine(
            steps=params.n * (params.partial_images + 1), variants=params.n, stream=sys.stderr
        )

    def started(self, profile_name: str, *, run: int | None) -> None:
        """The run is sent; `run` is its number in the history. Needs a running loop."""
        params, self._run = self._params, run
        self._event(
            "started",
            profile=profile_name,
            model=params.model,
            n=params.n,
            stream=params.stream,
            run=run,
        )
        self._progress.start()

    def stopped(self) -> None:
        """Nothing more will come, for better or worse."""
        self._progress.stop()

    def retrying(self, event: Retrying) -> None:
        """The client waits before it sends again."""
        self._progress.note(f"{event.reason}, again in {event.delay_s:.0f} s")
        self._event("retrying", **asdict(event))

    def partial(self, variant: int, index: int, path: Path | None) -> None:
        """An intermediate image has come, and was written to `path` if anywhere."""
        self._progress.partial()
        where = {} if path is None else {"path": str(path)}
        self._event("partial_image", variant=variant, index=index, **where)

    def result(self, variant: int, path: Path, result: Result, *, is_composited: bool) -> None:
        """A result has come and was written."""
        usage = result.event.usage
        self._progress.result()
        if not self._is_json:
            self._progress.clear()
            say_beside(str(path))
        self._event(
            "result",
            variant=variant,
            path=str(path),
            composited=is_composited,
            seconds=self._seconds(),
            usage=asdict(usage) if usage else None,
            **result.said,
        )

    def variant_failed(self, variant: int, error: StudioError, *, is_said: bool) -> None:
        """One of several variants has failed; `is_said` where a person hears it only here."""
        if is_said:
            self.complaint(error)
        self._event(**{**error_event(error), "type": "variant_failed", "variant": variant})

    def complaint(self, error: StudioError) -> None:
        """Something went wrong that does not end the run."""
        self._progress.clear()
        complain(error)

    def note(self, text: str) -> None:
        """What was changed or left out of a result as it was put into the picture."""
        self._progress.clear()
        warn(text)

    def completed(self, paths: Sequence[Path], *, failed: int) -> None:
        """The run is over."""
        self._event(
            "completed",
            paths=[str(path) for path in paths],
            failed=failed,
            seconds=self._seconds(),
            run=self._run,
        )

    def _event(self, type: str, **fields: Any) -> None:  # noqa: A002 -- the key's own name
        if self._is_json:
            say_event({"type": type, **fields})

    def _seconds(self) -> float:
        return round(time.monotonic() - self._started, 3)
