"""Situations that many tests of the window begin with."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from inpaint_studio.app import Studio
from inpaint_studio.contract.params import EditParams
from inpaint_studio.contract.profile import LOCAL_FILL_MODEL, local_fill
from inpaint_studio.runs.run import Endpoint, EndpointSource, Variant
from tests.support.waiting import PATIENCE_S as PATIENCE_S
from tests.support.waiting import eventually as eventually
from tests.support.waiting import until as until

PARAMS = EditParams(
    prompt="", model=LOCAL_FILL_MODEL, size="frame", quality="low", partial_images=2, stream=True
)


def write_photo(path: Path, width: int = 160, height: int = 120) -> Path:
    """A picture with some texture, saved as PNG."""
    noise = np.random.default_rng(3).integers(60, 200, (height // 8, width // 8, 3), np.uint8)
    Image.fromarray(noise).resize((width, height), Image.Resampling.BICUBIC).save(path)
    return path


async def open_photo(studio: Studio, path: Path) -> None:
    """Open a picture as a person would and wait until it is there; an open one is read anew."""
    session, editor = studio.session, studio.session.editor
    for document in session.documents.all:
        if path in (document.source.path, session.projects.path_of(document)):
            session.documents.close(document)
    before = editor.document
    session.open_file(path)
    await until(editor.document_changed, lambda: editor.document is not before)


async def open_masked_photo(studio: Studio, folder: Path) -> None:
    """A small picture with a square masked in its middle."""
    await open_photo(studio, write_photo(folder / "photo.png"))
    document = studio.session.editor.document
    assert document is not None
    mask = np.zeros_like(document.mask)
    mask[45:75, 60:100] = 255
    studio.session.editor.replace_mask(mask, "Square")


async def activate(studio: Studio) -> None:
    """Let the window be the one that has the keyboard."""
    studio.window.activateWindow()
    await eventually(studio.window.isActiveWindow, PATIENCE_S)


async def all_ended(studio: Studio, patience_s: float = PATIENCE_S) -> None:
    """Wait until no variant waits or runs."""
    runs = studio.session.runs
    await until(runs.pending_changed, lambda: runs.pending_count == 0, patience_s)


async def run_once(studio: Studio, params: EditParams = PARAMS) -> list[Variant]:
    """Run and wait for the end; the variants."""
    studio.session.generate(params)
    await all_ended(studio)
    return studio.session.runs.runs[-1].variants


def at(base_url: str) -> EndpointSource:
    """What `Runs.submit` takes as endpoint: local fill at that address."""

    async def endpoint() -> Endpoint:
        return Endpoint(local_fill(base_url), None)

    return endpoint
