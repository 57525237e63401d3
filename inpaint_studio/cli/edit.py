"""`inpaint-studio edit`: one run without a window."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Coroutine, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from inpaint_studio.cli.endpoint import choose, default_model, reached, remember_previews
from inpaint_studio.cli.inputs import EditJob, prepare
from inpaint_studio.cli.metadata import say_what_goes_along
from inpaint_studio.cli.output import Exit, complain, error_event, say_event, warn
from inpaint_studio.cli.recording import CommandLedger
from inpaint_studio.cli.report import Report
from inpaint_studio.cli.results import ResultFiles
from inpaint_studio.client import EditClient
from inpaint_studio.contract.catalog import Catalog
from inpaint_studio.contract.events import Completed, PartialImage, Retrying
from inpaint_studio.contract.model_info import ModelInfo
from inpaint_studio.contract.profile_catalog import catalog_at
from inpaint_studio.errors import ExportError, HistoryError, ImageError, StudioError
from inpaint_studio.runs.event_intake import EventIntake
from inpaint_studio.runs.perform import Means, perform
from inpaint_studio.runs.recording import Result
from inpaint_studio.runs.run import Endpoint, PreparedEvent, Run, Variant
from inpaint_studio.stored_catalog import load_stored_catalog

_REQUESTS_AT_ONCE = 4
_RAW_COLOURS = (
    "What comes back is written as it comes: its numbers are meant in the picture's colour profile,"
    " whatever it says. `history export --raw --format png` writes it with that profile."
)


def run(arguments: argparse.Namespace) -> int:
    """Edit, and return the exit status.

    Raises:
        StudioError: the input is invalid, or the endpoint cannot be asked.
        KeyboardInterrupt: the person has stopped it; the history knows.
    """
    try:
        endpoint, whole_catalog = choose(arguments), _catalog()
        catalog = catalog_at(endpoint.profile, whole_catalog)
        model = arguments.model or default_model(endpoint, catalog)
        job = prepare(arguments, model, catalog)
        with (
            closing(CommandLedger(is_wanted=not arguments.no_history)) as ledger,
            reached(endpoint) as running,
        ):
            command = _Command(job, ledger, arguments)
            try:
                return asyncio.run(command.follow(running))
            finally:
                said = command.said_of_previews(whole_catalog.model(model))
                remember_previews(endpoint.profile, said)
    except StudioError as error:
        if arguments.json:
            say_event(error_event(error))
        raise


def _catalog() -> Catalog:
    catalog, faults = load_stored_catalog()
    for fault in faults:
        complain(fault)
    return catalog


class _Command:
    """Observes the run: what comes of it is written to files and said, one after the other."""

    def __init__(self, job: EditJob, ledger: CommandLedger, arguments: argparse.Namespace) -> None:
        self._job = job
        self._ledger = ledger
        keeps = not arguments.no_metadata
        self._files = ResultFiles(
            job, Path(arguments.output), is_raw=arguments.raw, keeps_metadata=keeps
        )
        if self._files.composites and keeps:
            say_what_goes_along(job.source, has_recipe=self._files.have_recipe)
        elif job.source.icc_profile is not None and not self._files.composites:
            warn(_RAW_COLOURS)
        self._report = Report(job.request.params, is_json=arguments.json)
        self._saves_partials: bool = arguments.save_partials
        self._is_sent = False
        self._run: Run | None = None
        self._tasks: set[asyncio.Task[Any]] = set()
        self._paths: list[Path] = []
        self._errors: list[StudioError] = []
        self._news: asyncio.Queue[Coroutine[Any, Any, None] | None] = asyncio.Queue()

    async def follow(self, endpoint: Endpoint) -> int:
        """Perform the run, as large requests as the endpoint takes.

        Raises:
            StudioError: there is no result.
        """

        async def reached_already() -> Endpoint:
            return endpoint

        job, client = self._job, EditClient()
        intake = EventIntake(self._ledger, self._ledger.backlog, shows=False)
        means = Means.of_this_loop(self._ledger, client, intake, requests=_REQUESTS_AT_ONCE)
        at_once = endpoint.profile.most_at_once(stream=job.request.params.stream)
        telling = means.start(self._tell())
        try:
            args = (job.snapshot, job.request, reached_already, means, self)
            await perform(*args, at_once=at_once)
            for task in self._tasks:
                task.result()  # a bug surfaces, though its variants have ended
        finally:
            # What has come by the time of an interrupt is written, too.
            self._news.put_nowait(None)
            await telling
            self._report.stopped()
            await client.aclose()
            intake.close()
        if not self._paths:
            raise self._errors[-1]
        self._report.completed(self._paths, failed=len(self._errors))
        return Exit.FAILED if self._errors else Exit.DONE

    def said_of_previews(self, model: ModelInfo) -> Mapping[str, str]:
        """What the endpoint has proved of previews that were asked for."""
        said: dict[str, str] = {}
        for variant in self._run.variants if self._run is not None else ():
            said |= variant.said_of_previews(model)
        return said

    def began(self, run: Run) -> None:
        """The run is written down; of its first request that leaves is told below."""
        self._run = run
        self._tasks = {variant.task for variant in run.variants if variant.task is not None}

    def came(self, variant: Variant, arrived: PreparedEvent) -> None:
        """An image, or word that there will be another try."""
        match arrived.event:
            case PartialImage() as event:
                self._news.put_nowait(self._take_partial(event, variant.position))
            case Completed():
                assert arrived.result is not None
                self._news.put_nowait(self._take_result(arrived.result, variant.position))
            case Retrying() as event:
                self._report.retrying(replace(event, variant=variant.position))

    def changed(self, variant: Variant) -> None:
        """What a card would show is not said."""

    def changed_state(self, variant: Variant) -> None:
        """A variant has begun or failed."""
        error, run = variant.error, variant.run
        if variant.state == "running" and not self._is_sent:
            self._is_sent = True
            self._report.started(run.profile.name, run=self._ledger.number)
        if error is not None:
            goes_on = any(each.is_pending or each.state == "done" for each in run.variants)
            self._news.put_nowait(self._take_failure(error, variant.position, goes_on=goes_on))

    def complained(self, error: StudioError) -> None:
        """Something beside the variants' own ends; a picture that does not fit tells by itself."""
        if isinstance(error, HistoryError):
            self._ledger.complain(error)
        elif not isinstance(error, ImageError):
            self._report.complaint(error)

    async def _tell(self) -> None:
        while (news := await self._news.get()) is not None:
            await news

    async def _take_partial(self, event: PartialImage, position: int) -> None:
        """A partial that cannot be written must not cost the result."""
        path = None
        if self._saves_partials:
            write = self._files.write_partial
            try:
                path = await asyncio.to_thread(
                    write, event.image, variant=position, index=event.index
                )
            except ExportError as error:
                self._report.complaint(error)
        self._report.partial(position, event.index, path)

    async def _take_result(self, result: Result, position: int) -> None:
        try:
            path = await asyncio.to_thread(self._files.write_result, result)
        except ExportError as error:
            await self._take_failure(self._with_whereabouts(error), position, goes_on=True)
            return
        self._paths.append(path)
        is_composited = self._files.composites
        for words in result.notices if is_composited else ():
            self._report.note(words)
        self._report.result(position, path, result, is_composited=is_composited)

    def _with_whereabouts(self, error: StudioError) -> StudioError:
        """The error, with how to get at the bytes, which may have been paid for."""
        number = self._ledger.number
        kept = f" It is kept: inpaint-studio history export --raw {number}" if number else ""
        return ExportError(error.title, error.message + kept)

    async def _take_failure(self, error: StudioError, position: int, *, goes_on: bool) -> None:
        """Say what became of one of several, unless it `goes_on` no more: that ends the command."""
        is_news = error not in self._errors
        self._errors.append(error)
        if self._job.request.params.n > 1:
            self._report.variant_failed(position, error, is_said=goes_on and is_news)
