"""Every road by which a result leaves, and every road by which references and masks come in."""

from __future__ import annotations

import asyncio
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication

from inpaint_studio.app import Studio
from inpaint_studio.cli import main
from inpaint_studio.export.writer import ExportOptions
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.composite import lay_over
from inpaint_studio.picture.image_encoding import encode
from inpaint_studio.runs.run import Variant
from inpaint_studio.ui.export.jobs import Content, document_job, result_job
from inpaint_studio.ui.shell.handed import handed
from tests.roads.carried import (
    COLOURS,
    HEIGHT,
    PICTURES,
    ROOM,
    WIDTH,
    carried,
    disagreement,
    seen,
)
from tests.support import replies, scenes
from tests.support.misbehaving import misbehaving
from tests.support.scripted import Scripted, encoded, submit

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

QUALITY = 90
CHOSEN = ExportOptions(quality=QUALITY, embed_recipe=False)
ANSWER = encoded((20, 160, 60), (WIDTH, HEIGHT))
NOTHING: frozenset[str] = frozenset()


def lossy(pixels: Pixels, file_format: str) -> Pixels:
    """What becomes of pixels in a format, and nothing more."""
    return seen(encode(pixels, file_format, quality=QUALITY))


async def has_result(studio: Studio, there: Scripted) -> Variant:
    """A run of a mask in the middle of the open picture, and its end."""
    document = studio.session.editor.document
    assert document is not None
    mask = np.zeros_like(document.mask)
    mask[16:32, 8:24] = 255
    studio.session.editor.replace_mask(mask, "Square")
    studio.session.editor.set_frame(None)
    run = await submit(studio, there, scenes.PARAMS)
    await scenes.all_ended(studio)
    return run.variants[0]


def composite_of(studio: Studio, variant: Variant) -> Pixels:
    """The picture with the result as the canvas shows it."""
    document = studio.session.editor.document
    assert document is not None
    assert variant.pixels is not None
    pixels = document.source.pixels.copy()
    lay_over(pixels[variant.run.place.slices], variant.pixels, variant.blend)
    return pixels


class Roads:
    """What leaves of a run's first result by each road, with what is to be seen and said of it."""

    def __init__(self, studio: Studio, variant: Variant, name: str, folder: Path) -> None:
        self._studio, self._variant, self._folder = studio, variant, folder
        self._history = studio.session.history
        self._whole, self._told = composite_of(studio, variant), carried(name)
        self._raw = variant.raw
        self.wrong: dict[str, str] = {}

    async def follow(self) -> None:
        for name in ROOM:
            for bare in (False, True):
                await self._export(name, bare=bare)
        await self._commands()
        await self._drag()
        await self._clipboard()
        await self._accepted()

    def check(
        self, road: str, data: bytes, told: frozenset[str], pixels: Pixels | None, kind: str = "png"
    ) -> None:
        assert pixels is not None
        is_lossless = kind in ("png", "tiff")
        found = disagreement(data, pixels if is_lossless else lossy(pixels, kind), told)
        if found:
            self.wrong[road] = found

    async def _export(self, name: str, *, bare: bool) -> None:
        room = COLOURS if bare else ROOM[name]
        for content, pixels, told in (
            ("whole", self._whole, self._told), ("raw", self._raw, COLOURS)
        ):  # fmt: skip
            written = await self._written(content, name, bare=bare)
            self.check(f"{content} {name} {bare}", written, told & room, pixels, name)
        document = self._studio.session.editor.document
        job = document_job(document, self._variant, name)
        path = job.write(self._folder, job.name, self._options(name, bare=bare))
        self.check(f"staged {name} {bare}", _read(path), self._told & room, self._whole, name)

    async def _written(self, content: Content, name: str, *, bare: bool) -> bytes:
        run = self._history.run(self._variant.run.id)
        job = result_job(self._history, run, run.variants[0], content)
        options = self._options(name, bare=bare)
        return _read(await asyncio.to_thread(job.write, self._folder, job.name, options))

    @staticmethod
    def _options(name: str, *, bare: bool) -> ExportOptions:
        options = ExportOptions(file_format=name, quality=QUALITY, embed_recipe=False)
        return options.without_metadata() if bare else options

    async def _commands(self) -> None:
        """`history export` reads what the window's run has kept."""
        number = str(self._history.run(self._variant.run.id).number)
        for flags, told, pixels in (
            (["--format", "png"], self._told & ROOM["png"], self._whole),
            (["--format", "tiff"], self._told, self._whole),
            (["--format", "png", "--no-metadata"], COLOURS, self._whole),
            (["--format", "png", "--raw"], COLOURS, self._raw),
            (["--raw"], NOTHING, self._raw),
        ):
            folder = self._folder / "-".join(flags).strip("-")
            words = ["history", "export", number, "--output", str(folder), *flags]
            assert await asyncio.to_thread(main, words) == 0
            (path,) = folder.iterdir()
            self.check(f"history export {flags}", _read(path), told, pixels)
        assert await self._written("original", "png", bare=False) == ANSWER

    async def _drag(self) -> None:
        self._studio.session.settings.change(export_format="tiff")
        (url,) = self._studio.wiring.export.drag_files([self._variant.id]).urls()
        self.check("dragged", _read(Path(url.toLocalFile())), self._told, self._whole)

    async def _clipboard(self) -> None:
        clipboard = self._studio.wiring.export.clipboard
        clipboard.copy_result(self._variant.id)
        await scenes.eventually(lambda: "copied" in self._studio.window.central_area.notices.text())
        self.check("copied result", _copied(), COLOURS, self._raw)

    async def _accepted(self) -> None:
        editor = self._studio.session.editor
        self._studio.session.accepting.accept(self._variant)
        await scenes.eventually(lambda: bool(editor.document and editor.document.edits))
        job = document_job(editor.document)
        path = job.write(self._folder, job.name, self._options("tiff", bare=False))
        self.check("accepted", _read(path), self._told, self._whole)
        self._studio.wiring.export.clipboard.copy_document()
        self.check("copied picture", _copied(), self._told & {"profile", "dpi"}, self._whole)


def _read(path: Path) -> bytes:
    return path.read_bytes()


def _copied() -> bytes:
    return handed(QGuiApplication.clipboard().mimeData()).data


@pytest.mark.parametrize("name", ["png", "jpeg"])
async def test_a_result_leaves_by_every_road_as_it_is_seen(
    studio: Studio, tmp_path: Path, name: str
) -> None:
    path = tmp_path / f"photo.{name}"
    await asyncio.to_thread(path.write_bytes, PICTURES[name])
    await scenes.open_photo(studio, path)
    with misbehaving(replies.answer(ANSWER)) as endpoint:
        roads = Roads(studio, await has_result(studio, Scripted(endpoint)), name, tmp_path / "out")
    await roads.follow()
    assert roads.wrong == {}
