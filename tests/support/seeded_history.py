"""A history of many results, written as fast as SQLite takes it."""

from __future__ import annotations

import json
import random
import time
from pathlib import Path

import cv2
import numpy as np

from inpaint_studio.contract.params import EditParams
from inpaint_studio.history import History
from inpaint_studio.paths import resource
from inpaint_studio.picture.geometry import Size
from inpaint_studio.picture.image_file import encode, open_picture
from inpaint_studio.picture.resample import resize

WORDS = [
    "replace",
    "the",
    "cup",
    "by",
    "a",
    "small",
    "glass",
    "vase",
    "with",
    "white",
    "tulip",
    "remove",
    "lamp",
    "keep",
    "soft",
    "light",
    "wooden",
    "table",
    "blue",
    "red",
    "window",
    "morning",
    "fog",
    "river",
    "mountain",
    "cat",
    "dog",
    "old",
    "new",
    "large",
    "shadow",
    "paper",
    "sky",
]
MODELS = ("gpt-image-2", "gpt-image-1", "gpt-image-1-mini", "local-fill-no-prompt")
PROFILES = ("Studio", "Studio", "Local fill", "Lab server")
_Origin = tuple[str | None, str]
"""Parent variant and source blob of a run."""
_STATES = ("done",) * 17 + ("failed", "interrupted", "stopped")


def seed(folder: Path, results: int, *, pictures: int = 40, per_run: int = 3) -> None:
    """Fill the history in `folder`; results share `pictures` different files.

    A third of the runs are edits of an earlier result, the others of one of five pictures.
    """
    chance = random.Random(1)
    history = History(folder)
    blobs = [history.put(data, "image/jpeg") for data in _pictures(pictures)]
    connection = history._connection  # ten thousand commits would take minutes
    connection.execute("BEGIN")
    now, left, number = time.time(), results, 0
    origins: list[_Origin] = [(None, blob) for blob in blobs[:5]]
    total_runs = max(1, results // per_run)
    while left > 0:
        count = min(left, chance.randint(1, 2 * per_run - 1))
        created = now - (total_runs - number) * 1500
        origin = chance.choice(origins[-15:] if chance.random() < 1 / 3 else origins[:5])
        run = _insert_run(connection, chance, number, created, count, origin)
        for position in range(count):
            origins += _insert_variant(connection, chance, run, position, blobs)
        left, number = left - count, number + 1
    connection.execute("COMMIT")
    history.close()


def _pictures(count: int) -> list[bytes]:
    sample = resize(open_picture(resource("sample.jpg")).pixels, Size(768, 512))
    return [encode(_turned(sample, index / count), "JPEG", quality=80) for index in range(count)]


def _turned(pixels, share: float):
    hsv = cv2.cvtColor(pixels[..., :3], cv2.COLOR_BGR2HSV)
    hsv[..., 0] = (hsv[..., 0] + int(share * 180)) % 180
    bgr = cv2.cvtColor(hsv, cv2.COLOR_HSV2BGR)
    return np.dstack([bgr, pixels[..., 3]])


def _insert_run(
    connection, chance, number: int, created: float, count: int, origin: _Origin
) -> int:
    prompt = " ".join(chance.choices(WORDS, k=chance.randint(4, 14))).capitalize()
    params = EditParams(prompt=prompt, model=chance.choice(MODELS), n=count, partial_images=2)
    cursor = connection.execute(
        """INSERT INTO runs (id, created_at, owner, prompt, model, params, profile_name,
        source_name, parent_variant, source) VALUES (?, ?, '', ?, ?, ?, ?, 'cup.jpg', ?, ?)""",
        (
            f"{number:032x}",
            created,
            prompt,
            params.model,
            json.dumps(params.to_json()),
            chance.choice(PROFILES),
            *origin,
        ),
    )
    return cursor.lastrowid


def _insert_variant(connection, chance, run: int, position: int, blobs: list[str]) -> list[_Origin]:
    """Returns the result as what a later run may be made from."""
    state = chance.choice(_STATES)
    variant_id = f"{run:030x}{position:02x}"
    blob = chance.choice(blobs) if state == "done" else None
    stars = chance.choice((0, 0, 0, 0, 2, 3, 4, 5)) if state == "done" else 0
    connection.execute(
        """INSERT INTO variants (id, run, position, state, blob, media_type, seconds, title,
        message, stars, flag) VALUES (?, ?, ?, ?, ?, 'image/jpeg', ?, ?, ?, ?, ?)""",
        (
            variant_id,
            run,
            position,
            state,
            blob,
            chance.uniform(8, 60),
            "" if state == "done" else "The endpoint refused",
            "" if state == "done" else "Reword the prompt, or paint another mask.",
            stars,
            chance.choice((0, 0, 0, 0, 1, -1)) if state == "done" else 0,
        ),
    )
    return [(variant_id, blob)] if blob is not None else []
