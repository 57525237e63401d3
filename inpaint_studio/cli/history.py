"""`inpaint-studio history`: what was run, read from the store the editor uses."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from inpaint_studio.cli.metadata import say_what_goes_along, without_metadata
from inpaint_studio.cli.output import Exit, say, say_json, warn
from inpaint_studio.cli.output_folder import make_output_folder
from inpaint_studio.cli.parser import FRAME_MS
from inpaint_studio.cli.recording import open_history
from inpaint_studio.contract.media import sniff, suffix
from inpaint_studio.errors import HistoryError, RequestError
from inpaint_studio.export.film import TEMPLATE, write_film
from inpaint_studio.export.naming import NameFields
from inpaint_studio.export.writer import ExportOptions, export_original, export_picture
from inpaint_studio.history import Filter, History, RunRecord, VariantRecord
from inpaint_studio.history.details import Detail, run_details, variant_details
from inpaint_studio.runs.partials import FilmContent, film_of, stills_of
from inpaint_studio.runs.recording import UNKNOWN_TYPE
from inpaint_studio.runs.stored_results import blob_bytes, has_place, raw_picture, whole_picture
from inpaint_studio.visible_text import isolated

_PROMPT_WIDTH = 50
_LABEL_WIDTH = 20


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked; returns the exit status.

    Raises:
        HistoryError: the history cannot be read.
        RequestError: there is no such run or variant.
        ExportError: a file could not be written.
    """
    with closing(open_history()) as history:
        for words in history.notices:
            warn(words)
        history.recover()
        return _ACTIONS[arguments.action](history, arguments)


def _list(history: History, arguments: argparse.Namespace) -> int:
    wanted = Filter(text=arguments.search, trash="only" if arguments.trashed else "hidden")
    for record in history.runs(wanted, limit=arguments.limit):
        if arguments.json:
            say_json(_run_json(history, record))
        else:
            say(_line(record))
    return Exit.DONE


def _show(history: History, arguments: argparse.Namespace) -> int:
    record = _find(history, arguments.run)
    if arguments.json:
        say_json(_run_json(history, record))
        return Exit.DONE
    _say_all(run_details(record))
    for variant in record.variants:
        say("")
        _say_all(variant_details(variant))
        if variant.blob is not None:
            _say_all([("picture", str(history.blob_path(variant.blob)))])
    return Exit.DONE


def _say_all(details: Iterable[Detail]) -> None:
    for name, value in details:
        label = f"{name}:"
        for line in value.splitlines() or [""]:
            say(f"{label:<{_LABEL_WIDTH}}{isolated(line)}")
            label = ""  # what looks like another detail in further lines is none


def _export(history: History, arguments: argparse.Namespace) -> int:
    found = [_find(history, text) for text in arguments.runs]
    if arguments.frame_ms != FRAME_MS and not arguments.strip:
        raise RequestError("--frame-ms says how a strip looks", "Add --strip.")
    make_output_folder(Path(arguments.output))
    write = _write_film_strip if arguments.strip else _write
    paths = [
        write(history, record, variant, arguments)
        for record in found
        for variant in _chosen(record, arguments)
    ]
    if arguments.json:
        say_json({"type": "completed", "paths": [str(path) for path in paths]})
    else:
        for path in paths:
            say(str(path))
    return Exit.DONE


def _find(history: History, text: str) -> RunRecord:
    try:
        return history.run_numbered(int(text)) if _is_number(text) else history.run(text)
    except HistoryError as error:
        raise RequestError(
            f"There is no run {text} in the history", "See `inpaint-studio history list`."
        ) from error


def _is_number(text: str) -> bool:
    # An id is 32 hexadecimal digits, which may all be decimal.
    return text.isascii() and text.isdigit() and len(text) < 19


def _chosen(record: RunRecord, arguments: argparse.Namespace) -> Iterator[VariantRecord]:
    """The variants asked for that have what is to be exported, at least one.

    What is in the trash only by its number.
    """
    number, has_any = arguments.variant, stills_of if arguments.strip else _has_result
    finished = [variant for variant in record.variants if has_any(variant)]
    chosen = [
        variant
        for variant in finished
        if variant.position + 1 == number or (number is None and variant.trashed_at is None)
    ]
    if not chosen:
        what = f"variant {number} of run {record.number}" if number else f"run {record.number}"
        raise RequestError(f"There is no result of {what}", "See `inpaint-studio history show`.")
    return iter(chosen)


def _has_result(variant: VariantRecord) -> bool:
    return variant.blob is not None


def _write_film_strip(
    history: History, record: RunRecord, variant: VariantRecord, arguments: argparse.Namespace
) -> Path:
    content: FilmContent = "raw" if arguments.raw else "whole"
    frames = film_of(history, record, variant, content, arguments.frame_ms)
    options = ExportOptions(template=TEMPLATE)
    report = write_film(frames, Path(arguments.output), _name_of(record), options)
    return report.paths[0]


def _write(
    history: History, record: RunRecord, variant: VariantRecord, arguments: argparse.Namespace
) -> Path:
    assert variant.blob is not None
    path = history.blob_path(variant.blob)
    if not path.is_file():
        raise HistoryError(
            f"The picture of run {record.number} is missing",
            f"There is no {path}. Restore it from a backup.",
        )
    name, folder = _name_of(record), Path(arguments.output)
    options = ExportOptions(file_format=arguments.format or "png", png_level=1, told=warn)
    if arguments.no_metadata:
        options = options.without_metadata()
    if arguments.format is None and (arguments.raw or not has_place(record)):
        data, ending = blob_bytes(history, variant.blob), path.suffix
        if arguments.no_metadata:
            data = without_metadata(data)
            ending = f".{suffix(sniff(data) or UNKNOWN_TYPE)}"
        return export_original(data, folder, name, ending, options)
    picture = (
        raw_picture(history, variant) if arguments.raw else whole_picture(history, record, variant)
    )
    if not arguments.no_metadata:
        say_what_goes_along(picture)
    return export_picture(
        picture.pixels,
        folder,
        name,
        options,
        source=picture,
    )


def _name_of(record: RunRecord) -> NameFields:
    return NameFields(
        source=Path(record.source_name).stem,
        prompt=record.prompt,
        model=record.model,
        date=datetime.fromtimestamp(record.created_at),
    )


def _line(record: RunRecord) -> str:
    prompt = " ".join(record.prompt.split())
    if len(prompt) > _PROMPT_WIDTH:
        prompt = prompt[: _PROMPT_WIDTH - 1] + "…"
    made = f"{record.number:>6}  {_date(record)}  {_states(record):<16}"
    return f"{made}  {isolated(record.model)}  {isolated(prompt)}"


def _states(record: RunRecord) -> str:
    counts = Counter(variant.state for variant in record.variants)
    return ", ".join(f"{count} {state}" for state, count in counts.items())


def _date(record: RunRecord) -> str:
    return datetime.fromtimestamp(record.created_at).strftime("%Y-%m-%d %H:%M")


def _run_json(history: History, record: RunRecord) -> dict[str, Any]:
    described = asdict(record)
    for variant in described["variants"]:
        blob = variant["blob"]
        variant["path"] = str(history.blob_path(blob)) if blob else None
    return described


_ACTIONS = {"list": _list, "show": _show, "export": _export}
