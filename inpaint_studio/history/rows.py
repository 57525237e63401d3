"""Records to rows and back."""

from __future__ import annotations

import json
import re
import sqlite3
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, fields, replace
from typing import Any, get_args

from inpaint_studio.contract.events import Usage
from inpaint_studio.contract.offers import SIZE_FROM_FRAME
from inpaint_studio.contract.params import read_params
from inpaint_studio.history.blobs import is_blob_name
from inpaint_studio.history.records import Flag, NewRun, RunRecord, State, VariantRecord
from inpaint_studio.phrase import Phrase
from inpaint_studio.picture.geometry import as_box, as_size
from inpaint_studio.typed_values import (
    LATEST_S,
    Column,
    as_json,
    as_name,
    as_number,
    as_object,
    as_one_of,
    as_table,
    as_text,
    as_whole,
    or_none,
    parse_json,
    read_fields,
)

FLAG_NUMBERS: dict[Flag, int] = {"rejected": -1, "": 0, "picked": 1}
_WANTED_SIZE = "wanted_size"
_FLAGS = {number: flag for flag, number in FLAG_NUMBERS.items()}

RUN_BLOBS = ("source", "sent_image", "mask", "painted", "frame_image")
VARIANT_BLOBS = ("blob", "mask")
BLOB_COLUMNS = (
    *(("runs", column) for column in RUN_BLOBS),
    *(("variants", column) for column in VARIANT_BLOBS),
    ("partials", "blob"),
)
"""Every column that names a blob, with its table."""

RUN_COLUMNS = (
    "prompt",
    "model",
    "params",
    "profile_name",
    "source_name",
    "source",
    "sent_image",
    "mask",
    "painted",
    "frame_image",
    "frame",
    "sent_size",
    "document_id",
    "parent_variant",
)


def run_values(run: NewRun) -> dict[str, Any]:
    """The columns `RUN_COLUMNS` of a new run."""
    return {
        "prompt": storable(run.params.prompt),
        "model": storable(run.params.model),
        "params": json.dumps({**run.params.to_json(), _WANTED_SIZE: run.wanted_size}),
        "profile_name": storable(run.profile_name),
        "source_name": storable(run.source_name),
        "source": run.source,
        "sent_image": run.sent_image,
        "mask": run.mask,
        "painted": run.painted,
        "frame_image": run.frame_image,
        "frame": run.frame and json.dumps([run.frame.x0, run.frame.y0, run.frame.x1, run.frame.y1]),
        "sent_size": run.sent_size and json.dumps(run.sent_size),
        "document_id": run.document_id,
        "parent_variant": run.parent_variant,
    }


def new_variants(run: NewRun, number: int) -> Iterator[tuple[object, ...]]:
    """The columns `id`, `run`, `position`, `seed` and `state` of a new run's variants."""
    for position in range(run.params.n):
        seed = str(run.seeds[position]) if run.seeds else None
        yield uuid.uuid4().hex, number, position, seed, "queued"


def insert_run(connection: sqlite3.Connection, columns: Mapping[str, Any]) -> int:
    """Write a row of `runs`, of the columns `RUN_COLUMNS` and its own; returns its number."""
    names = ("id", "created_at", "owner", *RUN_COLUMNS)
    marks = ", ".join(f":{name}" for name in names)
    cursor = connection.execute(f"INSERT INTO runs ({', '.join(names)}) VALUES ({marks})", columns)
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def storable(text: str) -> str:
    """The text with what SQLite cannot bind replaced: lone surrogates, as in a file name that is
    not UTF-8. The JSON of the params escapes them, so that the prompt itself survives.
    """
    return text.encode("utf-8", "replace").decode("utf-8")


def usage_text(usage: Usage | None) -> str | None:
    """The column `usage` of a variant."""
    return None if usage is None else json.dumps(asdict(usage))


def run_record(row: sqlite3.Row, variants: Iterable[VariantRecord]) -> RunRecord:
    """The run a row of `runs` tells of; what makes no sense in it is stood in for, and told."""
    known, refused = read_fields(dict(row), RUN)
    stored = parse_json(known["params"])
    params, odd = read_params({"prompt": known["prompt"], "model": known["model"], **stored})
    return RunRecord(
        number=row["number"],
        params=params,
        frame=as_box(parse_json(known["frame"])) if known["frame"] else None,
        sent_size=as_size(parse_json(known["sent_size"])) if known["sent_size"] else None,
        wanted_size=str(stored.get(_WANTED_SIZE, SIZE_FROM_FRAME)),
        variants=tuple(_with_report(variant, (*refused, *odd)) for variant in variants),
        **{name: known[name] for name in _AS_THEY_ARE},
    )


def variant_record(row: sqlite3.Row, partials: tuple[str, ...]) -> VariantRecord:
    """The variant a row of `variants`, joined with its run's id as `run_id`, tells of.

    What makes no sense in it is stood in for, and told.
    """
    known, refused = read_fields(dict(row), VARIANT)
    record = VariantRecord(
        id=known["id"],
        run_id=str(row["run_id"]),
        position=known["position"],
        state=known["state"],
        seed=None if known["seed"] is None else int(known["seed"]),
        blob=known["blob"],
        media_type=known["media_type"],
        partials=tuple(name for name in partials if is_blob_name(name)),
        usage=_usage(known["usage"]),
        seconds=known["seconds"],
        answer_json=known["answer_json"],
        placement_json=known["placing"],
        mask=known["mask"],
        title=known["title"],
        message=known["message"],
        accepted=bool(known["accepted"]),
        stars=known["stars"],
        flag=_FLAGS[known["flag"]],
        trashed_at=known["trashed_at"],
        number=row["number"],
        is_missing=bool(known["is_missing"]),
    )
    return _with_report(record, refused)


def checked(
    row: Mapping[str, Any], columns: Mapping[str, Column]
) -> tuple[dict[str, Any], set[str]]:
    """A row of elsewhere as it may be written, and the names of what was stood in for."""
    known, refused = read_fields(row, columns)
    texts = {name: storable(value) for name, value in known.items() if isinstance(value, str)}
    return {name: value for name, value in (known | texts).items() if name in row}, set(refused)


def _with_report(variant: VariantRecord, refused: Sequence[str]) -> VariantRecord:
    if not refused or variant.title:
        return variant
    words = Phrase("It was left out: {names}.", names=", ".join(refused))
    title = Phrase("Some of what was kept of this made no sense")
    return replace(variant, title=title, message=words)


def _usage(text: str | None) -> Usage | None:
    if text is None:
        return None
    known = {field.name for field in fields(Usage)}
    return Usage(**{name: value for name, value in parse_json(text).items() if name in known})


def _as_blob(value: Any) -> str:
    if not is_blob_name(value):
        raise ValueError("must be the name of a blob")
    return value


def _as_seed(value: Any) -> str:
    if not _SEED.fullmatch(as_text(value)):
        raise ValueError("must be a whole number")
    return str(value)


_SEED = re.compile(r"-?[0-9]{1,20}", re.ASCII)
_AS_THEY_ARE = (
    "id", "created_at", "profile_name", "source_name", "document_id", "parent_variant", *RUN_BLOBS,
)  # fmt: skip
_BLOB, _TIME, _WORDS = Column(or_none(_as_blob)), as_number(0, LATEST_S), Column(as_text, "")
_BIT = Column(as_one_of((0, 1)), 0)
RUN: Mapping[str, Column] = {
    "id": Column(as_name, ""),
    "created_at": Column(_TIME, 0.0),
    "owner": Column(as_name, ""),
    **dict.fromkeys(("prompt", "model", "profile_name", "source_name"), _WORDS),
    "params": Column(as_json(as_object), "{}"),
    **dict.fromkeys(RUN_BLOBS, _BLOB),
    "frame": Column(or_none(as_json(as_box))),
    "sent_size": Column(or_none(as_json(as_size))),
    **dict.fromkeys(("document_id", "parent_variant"), Column(or_none(as_text))),
}
VARIANT: Mapping[str, Column] = {
    "id": Column(as_name, ""),
    "run": Column(as_whole(1), 0),
    "position": Column(as_whole(0, 1_000_000), 0),
    "state": Column(as_one_of(get_args(State)), "interrupted"),
    "seed": Column(or_none(_as_seed)),
    **dict.fromkeys(VARIANT_BLOBS, _BLOB),
    "media_type": Column(or_none(as_text)),
    "usage": Column(or_none(as_json(as_table(as_whole())))),
    "seconds": Column(or_none(as_number())),
    **dict.fromkeys(("answer_json", "placing"), Column(or_none(as_json(as_object)))),
    **dict.fromkeys(("title", "message"), _WORDS),
    **dict.fromkeys(("accepted", "is_missing"), _BIT),
    "stars": Column(as_whole(0, 5), 0),
    "flag": Column(as_one_of(tuple(_FLAGS)), 0),
    "trashed_at": Column(or_none(_TIME)),
}
PARTIAL: Mapping[str, Column] = {
    "variant": Column(as_name, ""),
    "position": Column(as_whole(0, 1_000_000), 0),
    "blob": Column(_as_blob, ""),
}
"""What each column may hold, whoever wrote it, and what stands in for anything else."""
