"""Results as files: composited onto the source, or as the endpoint sent them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from inpaint_studio.cli.inputs import EditJob
from inpaint_studio.cli.metadata import without_metadata
from inpaint_studio.cli.output import warn
from inpaint_studio.contract.media import sniff, suffix
from inpaint_studio.errors import ExportError, StudioError
from inpaint_studio.export.formats import flat_names, format_named
from inpaint_studio.export.naming import NameFields
from inpaint_studio.export.writer import ExportOptions, export_original, export_picture
from inpaint_studio.runs.recording import UNKNOWN_TYPE, Result
from inpaint_studio.runs.stored_results import Original

_PARTIAL_TEMPLATE = "{source}-partial-{n:02}"


class ResultFiles:
    """Writes what comes back for one job into one folder; its verbs suit a worker thread."""

    def __init__(
        self, job: EditJob, folder: Path, *, is_raw: bool, keeps_metadata: bool = True
    ) -> None:
        self._job = job
        self._folder = folder
        params = job.request.params
        options = ExportOptions(
            file_format=params.output_format if params.output_format in flat_names() else "png",
            quality=95 if params.output_compression is None else params.output_compression,
            png_level=1,  # someone waits; at 12 megapixels 6 takes 5 s longer
            told=warn,
        )
        self._keeps_metadata = keeps_metadata
        self._options = options if keeps_metadata else options.without_metadata()
        self._original = Original(job.source, job.snapshot.site)
        self.composites = job.snapshot.is_masked and not is_raw
        self.have_recipe = keeps_metadata and format_named(options.file_format).embeds_recipe

    def write_result(self, result: Result) -> Path:
        """Write a result to the next free `<stem>-edit-01`; returns where.

        Raises:
            ExportError: the endpoint sent no picture, or none that fits and is to be put in, or
                the picture could not be written; its bytes are, wherever anything can be.
        """
        if result.problem is not None and (self.composites or result.decoded is None):
            raise self._kept(result, result.problem)
        if not self.composites:
            return self._as_it_came(result.event.image, self._options)
        assert result.placed is not None
        params = self._job.request.params
        recipe = {"model": params.model, "prompt": params.prompt, "quality": params.quality}
        try:
            return export_picture(
                self._original.with_result(result.placed).pixels,
                self._folder,
                self._name(""),
                self._options,
                source=self._job.source,
                recipe=recipe,
            )
        except ExportError as error:
            raise self._kept(result, error) from error

    def write_partial(self, image: bytes, *, variant: int, index: int) -> Path:
        """Write an intermediate image as it came to `<stem>-edit-01-partial-01`.

        Raises:
            ExportError: the file could not be written.
        """
        options = replace(self._options, template=_PARTIAL_TEMPLATE)
        return self._as_it_came(image, options, f"-edit-{variant + 1:02}", n=index + 1)

    def _kept(self, result: Result, problem: StudioError) -> ExportError:
        """Why it is not in the picture; it may have been paid for, and so is written as it came."""
        try:
            path = self._as_it_came(result.event.image, self._options)
        except ExportError:
            return ExportError(problem.title, problem.message)
        return ExportError(problem.title, f"{problem.message} It was written as it came: {path}")

    def _as_it_came(
        self, image: bytes, options: ExportOptions, addition: str = "", n: int = 1
    ) -> Path:
        if not self._keeps_metadata:
            image = without_metadata(image)
        extension = f".{suffix(sniff(image) or UNKNOWN_TYPE)}"
        return export_original(image, self._folder, self._name(addition, n), extension, options)

    def _name(self, addition: str, n: int = 1) -> NameFields:
        return NameFields(source=self._job.stem + addition, n=n)
