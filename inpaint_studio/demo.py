"""`inpaint-studio demo`: the sample picture through the whole path, with no display.

It is the real window on Qt's offscreen platform with the real embedded server; only the hands are
missing. Settings and history live below the output folder, a person's own are not touched.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, Qt, SignalInstance

from inpaint_studio import paths
from inpaint_studio.app import Studio
from inpaint_studio.contract.offers import SIZE_FROM_FRAME
from inpaint_studio.contract.params import EditParams
from inpaint_studio.contract.profile import LOCAL_FILL_MODEL
from inpaint_studio.errors import StudioError
from inpaint_studio.runs.run import Run, Variant
from inpaint_studio.visible_text import visible

PARTIALS = 2
_PATIENCE_S = 120.0
_LAST_PAINT_S = 0.3
_WINDOW = (1440, 900)


def run_demo(output: Path) -> int:
    """Write result, partials and a screenshot into `output`; returns the exit status."""
    os.environ[paths.HOME_VARIABLE] = str(output.resolve() / "studio")
    studio = Studio([])
    studio.window.setWindowState(Qt.WindowState.WindowNoState)
    studio.window.resize(*_WINDOW)
    return studio.run(lambda studio: _demo(studio, output))


async def _demo(studio: Studio, output: Path) -> int:
    try:
        variant = await asyncio.wait_for(_make_result(studio), _PATIENCE_S)
        _write_partials(studio, variant, output)
        await asyncio.sleep(_LAST_PAINT_S)
        _screenshot(studio, output / "window.png")
        await _export(studio, output)
    except (StudioError, TimeoutError) as error:
        words = str(error) or "the demo took too long"
        print(f"inpaint-studio: {visible(words)}", file=sys.stderr)  # noqa: T201
        return 1
    finally:
        await studio.close()
    return 0


async def _make_result(studio: Studio) -> Variant:
    """Open the sample, mask it, run, and wait until every variant has ended."""
    from inpaint_studio.picture.mask import read_wire_mask

    session = studio.session
    session.open_sample()
    await _until(session.editor.document_changed, lambda: session.editor.document is not None)
    mask = read_wire_mask(paths.resource("sample-mask.png").read_bytes())
    session.editor.replace_mask(mask, "Sample mask")
    session.generate(
        EditParams(
            prompt="",
            model=LOCAL_FILL_MODEL,
            size=SIZE_FROM_FRAME,
            partial_images=PARTIALS,
            stream=True,
        )
    )
    await _until(session.runs.pending_changed, lambda: session.runs.pending_count == 0)
    if not session.runs.runs:
        raise StudioError("The run could not begin", "See the notice in the screenshot.")
    run: Run = session.runs.runs[-1]
    variant = run.variants[0]
    if variant.state != "done":
        raise variant.error or StudioError(variant.title, "")
    return variant


def _write_partials(studio: Studio, variant: Variant, output: Path) -> None:
    history = studio.session.history
    for index, blob in enumerate(history.variant(variant.id).partials):
        stored = history.blob_path(blob)
        _write(output / f"partial-{index}{stored.suffix}", stored.read_bytes())


async def _export(studio: Studio, output: Path) -> None:
    from inpaint_studio.export.naming import NameFields
    from inpaint_studio.export.writer import ExportOptions, export_picture

    studio.session.staging.accept()
    document = studio.session.editor.document
    assert document is not None
    options = ExportOptions(template="result", overwrite=True)
    pixels = document.snapshot().pixels
    name = NameFields(source=document.source.name)
    _print_line(await asyncio.to_thread(export_picture, pixels, output, name, options))


def _screenshot(studio: Studio, path: Path) -> None:
    buffer = QBuffer()
    studio.window.grab().save(buffer, "PNG")
    _write(path, bytes(buffer.data().data()))


def _write(path: Path, data: bytes) -> None:
    from inpaint_studio.durable import write_durably
    from inpaint_studio.export.writer import unwritten

    try:
        write_durably(path, data)
    except OSError as fault:
        raise unwritten(path, fault) from fault
    _print_line(path)


def _print_line(path: Path) -> None:
    print(visible(str(path)))  # noqa: T201


async def _until(signal: SignalInstance, condition: Callable[[], bool]) -> None:
    """Wait for the first emission of `signal` at which `condition` holds."""
    reached = asyncio.get_running_loop().create_future()

    def look(*_: object) -> None:
        if condition() and not reached.done():
            reached.set_result(None)

    signal.connect(look)
    look()
    await reached
    signal.disconnect(look)
