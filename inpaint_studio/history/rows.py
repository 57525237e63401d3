"""Records to rows and back."""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, fields
from typing import Any

from inpaint_studio.contract.events import Usage
from inpaint_studio.contract.params import EditParams
from inpaint_studio.history.records import Flag, NewRun, RunRecord, VariantRecord
from inpaint_studio.picture.geometry import Box, Size

FLAG_NUMBERS: dict[Flag, int] = {"rejected": -1, "": 0, "picked": 1}
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
        "params": json.dumps(run.params.to_json()),
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
    """The run a row of `runs` tells of."""
    return RunRecord(
        id=row["id"],
        number=row["number"],
        created_at=row["created_at"],
        params=EditParams.from_json(json.loads(row["params"])),
        profile_name=row["profile_name"],
        source_name=row["source_name"],
        source=row["source"],
        sent_image=row["sent_image"],
        mask=row["mask"],
        painted=row["painted"],
        frame_image=row["frame_image"],
        frame=Box(*json.loads(row["frame"])) if row["frame"] else None,
        sent_size=Size(*json.loads(row["sent_size"])) if row["sent_size"] else None,
        document_id=row["document_id"],
        parent_variant=row["parent_variant"],
        variants=tuple(variants),
    )


def variant_record(row: sqlite3.Row, partials: tuple[str, ...]) -> VariantRecord:
    """The variant a row of `variants`, joined with its run's id as `run_id`, tells of."""
    return VariantRecord(
        id=row["id"],
        run_id=row["run_id"],
        position=row["position"],
        state=row["state"],
        seed=None if row["seed"] is None else int(row["seed"]),
        blob=row["blob"],
        media_type=row["media_type"],
        partials=partials,
        usage=_usage(row["usage"]),
        seconds=row["seconds"],
        answer_json=row["answer_json"],
        placing_json=row["placing"],
        mask=row["mask"],
        title=row["title"],
        message=row["message"],
        accepted=bool(row["accepted"]),
        stars=row["stars"],
        flag=_FLAGS[row["flag"]],
        trashed_at=row["trashed_at"],
        number=row["number"],
        is_missing=bool(row["is_missing"]),
    )


def _usage(text: str | None) -> Usage | None:
    if text is None:
        return None
    stored: Mapping[str, int] = json.loads(text)
    known = {field.name for field in fields(Usage)}
    return Usage(**{name: value for name, value in stored.items() if name in known})
