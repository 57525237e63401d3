"""`inpaint-studio edit`: one run without a window."""

from __future__ import annotations

import argparse
import asyncio
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path

from inpaint_studio import paths
from inpaint_studio.cli.endpoint import Endpoint, choose, default_model, reached
from inpaint_studio.cli.inputs import EditJob, prepare
from inpaint_studio.cli.output import Exit, complain, error_event, say_json, warn
from inpaint_studio.cli.recording import Recording, recording
from inpaint_studio.cli.report import Report
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
from inpaint_studio.contract.seeds import seeded
from inpaint_studio.errors import (
    ExportError,
    ImageError,
    ProtocolError,
    SettingsError,
    StudioError,
)
from inpaint_studio.runs.recording import Result


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
    job, profile = prepare(arguments, model, catalog), endpoint.profile
    at_once = profile.most_at_once(stream=job.request.params.stream)
    return replace(job, request=seeded(job.request, profile, at_once=at_once)), endpoint


def _catalog() -> Catalog:
    own = paths.config_folder() / "catalog.json"
    try:
        text = own.read_bytes().decode("utf-8", "replace") if own.is_file() else None
        return load_catalog(text)
    except SettingsError as error:
        complain(error)
    except OSError as fault:
        warn(f"{own} cannot be read ({fault.strerror or fault}); the shipped catalog is used.")
    return load_catalog()


class _Run:
    """Follows the events of one request: each is recorded, then written to a file, then said."""

    def __init__(self, job: EditJob, record: Recording, arguments: argparse.Namespace) -> None:
        self._job = job
        self._record = record
        self._files = ResultFiles(job, Path(arguments.output), is_raw=arguments.raw)
        self._report = Report(job.request.params, run=record.number, is_json=arguments.json)
        self._saves_partials: bool = arguments.save_partials
        self._paths: list[Path] = []
        self._errors: list[StudioError] = []

    async def follow(self, endpoint: Endpoint) -> int:
        """Send the request and take in everything that comes.

        Raises:
            StudioError: there is no result.
        """
        client = EditClient()
        self._report.started(endpoint.profile.name)
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
            self._report.stopped()
            await client.aclose()
        self._report.completed(self._paths, failed=len(self._errors))
        return Exit.FAILED if self._errors else Exit.DONE

    async def _take(self, event: EditEvent) -> None:
        match event:
            case PartialImage():
                self._record.partial(event)
                self._report.partial(event, await self._written_partial(event))
            case Completed():
                self._record.keep(event)
                result = await asyncio.to_thread(self._files.look_into, event)
                self._record.result(result)
                await self._take_result(result)
            case Retrying():
                self._report.retrying(event)
            case VariantFailed():
                self._record.variant_failed(event.variant, event.error)
                self._take_failure(event.variant, event.error)

    async def _written_partial(self, event: PartialImage) -> Path | None:
        """Where it went; None if nowhere: a partial must not cost the result."""
        if not self._saves_partials:
            return None
        try:
            return await asyncio.to_thread(
                self._files.write_partial, event.image, variant=event.variant, index=event.index
            )
        except ExportError as error:
            self._report.complaint(error)
            return None

    async def _take_result(self, result: Result) -> None:
        event = result.event
        try:
            path = await asyncio.to_thread(self._files.write_result, result)
        except (ExportError, ImageError) as error:
            self._take_failure(event.variant, self._with_whereabouts(error))
            return
        self._paths.append(path)
        self._report.result(event, path, is_composited=self._files.composites)

    def _with_whereabouts(self, error: StudioError) -> StudioError:
        """The error, with how to get at the bytes, which may have been paid for."""
        number = self._record.number
        kept = f" It is kept: inpaint-studio history export --raw {number}" if number else ""
        return ExportError(error.title, error.message + kept)

    def _take_failure(self, variant: int, error: StudioError) -> None:
        self._errors.append(error)
        if self._job.request.params.n > 1:  # a single one's error is raised in the end
            self._report.variant_failed(variant, error)

    def _check_complete(self) -> None:
        if not self._paths:
            nothing = ProtocolError("No result came", "The endpoint ended without an image.")
            raise self._errors[0] if self._errors else nothing
        missing = self._job.request.params.n - len(self._paths) - len(self._errors)
        if missing > 0:
            error = ProtocolError(f"{missing} variants did not come", "The endpoint made fewer.")
            self._record.failed(error)
            self._report.complaint(error)
