"""What an export writes: the document, or results of the history in one of three shapes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from inpaint_studio.contract.media import suffix
from inpaint_studio.errors import ExportError
from inpaint_studio.export.batch import ExportJob
from inpaint_studio.export.formats import format_named
from inpaint_studio.export.naming import NameFields
from inpaint_studio.export.writer import ExportOptions, export_original, export_picture
from inpaint_studio.history import History, RunRecord, VariantRecord
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.geometry import Box
from inpaint_studio.picture.openraster import project_of
from inpaint_studio.picture.rasters import lay_edit
from inpaint_studio.runs.run import Variant, edit_of
from inpaint_studio.runs.stored_results import Original, blob_bytes, raw_picture, whole_picture

Content = Literal["whole", "raw", "original"]
"""The picture with the result in it, what the model returned, or that as the server's own bytes."""
Jobs = Callable[[Content, ExportOptions], list[ExportJob]]


def document_name(document: Document, staged: Variant | None = None) -> NameFields:
    """What the name of a document's file may say."""
    stem = Path(document.source.name).stem
    if staged is None:
        return NameFields(source=stem)
    params = staged.run.snapshot.params
    return NameFields(source=stem, prompt=params.prompt, model=params.model)


def document_job(
    document: Document, staged: Variant | None = None, file_format: str = "png"
) -> ExportJob:
    """The document as it is now, with a staged result as it is shown, in layers if they matter."""
    source = document.source
    edits = document.edits if staged is None else (*document.edits, edit_of(staged))
    has_layers = format_named(file_format).has_layers
    layers = replace(project_of(document), edits=edits) if has_layers else None
    pixels = layers.composite if layers is not None else document.picture_now()
    recipe: dict[str, Any] = {"edits": [edit.variant_id for edit in edits]}

    def write(folder: Path, name: NameFields, options: ExportOptions) -> Path:
        shown = pixels
        if staged is not None:
            shown = pixels.copy()
            lay_edit(shown, Box.of_size(source.size), edits[-1])
        return export_picture(
            shown,
            folder,
            name,
            options,
            source=source,
            recipe=recipe,
            layers=layers,
        )

    return ExportJob(document_name(document, staged), write)


def result_jobs(
    history: History, live: Callable[[str], Variant | None], ids: Sequence[str], content: Content
) -> list[ExportJob]:
    """One job per variant that has a result, in their order.

    Of a result that the history does not have yet, `live` gives what the window shows.

    Raises:
        HistoryError: one of them has been deleted.
    """
    jobs: list[ExportJob] = []
    for record in map(history.variant, ids):
        run, shown = history.run(record.run_id), live(record.id)
        if record.blob is not None:
            jobs.append(result_job(history, run, record, content))
        elif shown is not None and shown.state == "done":
            jobs.append(_unkept_job(run, record, shown, content))
    return jobs


def result_job(
    history: History, run: RunRecord, variant: VariantRecord, content: Content
) -> ExportJob:
    """The job of one variant that has a result."""
    recipe = _recipe(run, variant)

    def write(folder: Path, name: NameFields, options: ExportOptions) -> Path:
        if content == "original":
            extension = f".{suffix(variant.media_type or 'image/png')}"
            data = blob_bytes(history, variant.blob)
            return export_original(data, folder, name, extension, options)
        is_raw = content == "raw"
        picture = raw_picture(history, variant) if is_raw else whole_picture(history, run, variant)
        return export_picture(
            picture.pixels,
            folder,
            name,
            options,
            source=picture,
            recipe=recipe,
        )

    return ExportJob(result_name(run), write)


def _unkept_job(
    run: RunRecord, record: VariantRecord, shown: Variant, content: Content
) -> ExportJob:
    """The job of a result whose file and row still wait to be written."""
    recipe, snapshot, placed = _recipe(run, record), shown.run.snapshot, shown.placed

    def write(folder: Path, name: NameFields, options: ExportOptions) -> Path:
        if content != "whole" or placed is None:
            raise ExportError(
                "The history has not taken this result's file yet",
                "Export the whole picture, or this once it is kept.",
            )
        picture = Original(snapshot.source, snapshot.site).with_result(placed)
        return export_picture(picture.pixels, folder, name, options, source=picture, recipe=recipe)

    return ExportJob(result_name(run), write)


def result_name(run: RunRecord) -> NameFields:
    """What the name of a file may say of a run."""
    return NameFields(
        source=Path(run.source_name).stem,
        prompt=run.prompt,
        model=run.model,
        date=datetime.fromtimestamp(run.created_at),
    )


def _recipe(run: RunRecord, variant: VariantRecord) -> dict[str, Any]:
    """How it was made; no key, no address and nobody's name."""
    params = run.params.to_json()
    params.pop("user", None)
    return {
        "params": params,
        "run": run.id,
        "variant": variant.position,
        "stars": variant.stars,
        "seconds": variant.seconds,
        "created_at": datetime.fromtimestamp(run.created_at).isoformat(timespec="seconds"),
    }
