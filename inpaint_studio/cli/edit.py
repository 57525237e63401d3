"""`inpaint-studio edit`: one run without a window."""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from contextlib import aclosing
from dataclasses import asdict
from pathlib import Path
from typing import Any

from inpaint_studio import paths
from inpaint_studio.cli.endpoint import Endpoint, choose, default_model, reached
from inpaint_studio.cli.inputs import EditJob, prepare
from inpaint_studio.cli.output import Exit, complain, error_event, say, say_json
from inpaint_studio.cli.progress import Progress
from inpaint_studio.cli.recording import Recording, recording
from inpaint_studio.cli.results import ResultFiles
from inpaint_studio.client import EditClient
from inpaint_studio.contract.catalog import Catalog, load_catalog
from inpaint_studio.contract.events import (
    Completed,
    EditEvent,
    PartialImage,
    Retrying,
    VariantFailed,
)
from inpaint_studio.errors import ExportError, ProtocolError, SettingsError, StudioError


def run(arguments: argparse.Namespace) -> int:
    """Edit, and return the exit status.

    Raises:
        StudioError: the input is invalid, or the endpoint cannot be asked.
        KeyboardInterrupt: the person has stopped it; the history knows.
    """
    try:
        job, endpoint = _prepared(arguments)
        with (
            recording(job, endpoint.profile.name, is_wanted=not arguments.no_history) as record,
            reached(endpoint) as running,
        ):
            return asyncio.run(_Run(job, record, arguments).follow(running))
    except StudioError as error:
        if arguments.json:
            say_json(error_event(error))
        raise


def _prepared(arguments: argparse.Namespace) -> tuple[EditJob, Endpoint]:
    endpoint = choose(arguments)
    catalog = _catalog()
    model = arguments.model or default_model(endpoint, catalog)
    return prepare(arguments, model, catalog), endpoint


def _catalog() -> Catalog:
    own = paths.config_folder() / "catalog.json"
    try:
        return load_catalog(own.read_text("utf-8") if own.is_file() else None)
    except SettingsError as error:
        complain(error)
        return load_catalog()


class _Run:
    """Follows the events of one request, and keeps and says what they bring."""

    def __init__(self, job: EditJob, record: Recording, arguments: argparse.Namespace) -> None:
        params = job.request.params
        self._job = job
        self._record = record
        self._files = ResultFiles(job, Path(arguments.output), is_raw=arguments.raw)
        self._saves_partials: bool = arguments.save_partials
        self._is_json: bool = arguments.json
        self._paths: list[Path] = []
        self._failures = 0
        self._started = time.monotonic()
        self._progress = Progress(
            steps=params.n * (params.partial_images + 1), variants=params.n, stream=sys.stderr
        )

    async def follow(self, endpoint: Endpoint) -> int:
        """Send the request and take in everything that comes.

        Raises:
            StudioError: it failed; results that had come are kept.
        """
        client = EditClient()
        self._say_started(endpoint)
        self._progress.start()
        self._record.start()
        try:
            events = client.edit(endpoint.profile, self._job.request, endpoint.api_key)
            async with aclosing(events):
                async for event in events:
                    await self._take(event)
            self._check_complete()
        except StudioError as error:
            self._record.failed(error)
            raise
        except (asyncio.CancelledError, KeyboardInterrupt):
            self._record.stopped()
            raise
        finally:
            self._progress.stop()
            await client.aclose()
        self._say_completed()
        return Exit.FAILED if self._failures else Exit.DONE

    async def _take(self, event: EditEvent) -> None:
        match event:
            case PartialImage():
                await self._take_partial(event)
            case Completed():
                await self._take_result(event)
            case Retrying():
                self._progress.note(f"{event.reason}, again in {event.delay_s:.0f} s")
                self._say_event({"type": "retrying", **asdict(event)})
            case VariantFailed():
                self._take_failure(event)

    async def _take_partial(self, event: PartialImage) -> None:
        self._record.partial(event)
        self._progress.partial()
        said: dict[str, Any] = {
            "type": "partial_image",
            "variant": event.variant,
            "index": event.index,
        }
        if self._saves_partials:
            path = await asyncio.to_thread(
                self._files.write_partial, event.image, variant=event.variant, index=event.index
            )
            said["path"] = str(path)
        self._say_event(said)

    async def _take_result(self, event: Completed) -> None:
        self._record.result(event)
        path = await self._written(event.image)
        self._paths.append(path)
        self._progress.result()
        self._say_event(
            {
                "type": "result",
                "variant": event.variant,
                "path": str(path),
                "composited": self._files.composites,
                "seconds": self._seconds(),
                "usage": asdict(event.usage) if event.usage else None,
            }
        )
        if not self._is_json:
            self._progress.clear()
            say(str(path))

    async def _written(self, image: bytes) -> Path:
        try:
            return await asyncio.to_thread(self._files.write_result, image)
        except ExportError as error:
            if self._record.number is None:
                raise
            kept = f"It is kept: inpaint-studio history export {self._record.number}"
            raise ExportError(error.title, f"{error.message} {kept}") from error

    def _take_failure(self, event: VariantFailed) -> None:
        self._failures += 1
        self._record.variant_failed(event.variant, event.error)
        self._progress.clear()
        complain(event.error)
        self._say_event(
            {**error_event(event.error), "type": "variant_failed", "variant": event.variant}
        )

    def _check_complete(self) -> None:
        if not self._paths:
            raise ProtocolError("No result came", "The endpoint ended without an image.")
        missing = self._job.request.params.n - len(self._paths) - self._failures
        if missing > 0:
            error = ProtocolError(f"{missing} variants did not come", "The endpoint made fewer.")
            self._record.failed(error)
            self._progress.clear()
            complain(error)

    def _say_started(self, endpoint: Endpoint) -> None:
        params = self._job.request.params
        self._say_event(
            {
                "type": "started",
                "profile": endpoint.profile.name,
                "model": params.model,
                "n": params.n,
                "stream": params.stream,
                "run": self._record.number,
            }
        )

    def _say_completed(self) -> None:
        self._say_event(
            {
                "type": "completed",
                "paths": [str(path) for path in self._paths],
                "failed": self._failures,
                "seconds": self._seconds(),
                "run": self._record.number,
            }
        )

    def _say_event(self, event: dict[str, Any]) -> None:
        if self._is_json:
            say_json(event)

    def _seconds(self) -> float:
        return round(time.monotonic() - self._started, 3)
