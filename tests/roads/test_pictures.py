"""Every road into the window × every road out of it: the same pixels, and what was told of them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from inpaint_studio.app import Studio
from inpaint_studio.contract.media import sniff
from inpaint_studio.export.naming import NameFields
from inpaint_studio.export.writer import ExportOptions, export_picture
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.image_file import Picture, decode_picture
from inpaint_studio.picture.openraster import open_project
from inpaint_studio.ui.export.jobs import document_job
from inpaint_studio.ui.shell.handed import handed
from tests.roads.carried import (
    COLOURS,
    EVERYTHING,
    PICTURES,
    ROOM,
    carried,
    disagreement,
    seen,
    written,
)
from tests.support import scenes
from tests.support.http_server import read_head, serving
from tests.support.new_runs import new_run

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

QUALITY = 90


async def opened(studio: Studio, act: Callable[[], object], answer: str = "") -> None:
    """Do what opens a picture, answer what is asked about it, and wait until it is there."""
    editor, before = studio.session.editor, studio.session.editor.document
    act()
    choice = studio.wiring.drop_choice
    if choice.isVisible():
        offers = {each.text(): each for each in choice.findChildren(QPushButton)}
        offers[answer or "Open as new picture"].click()
    await scenes.until(editor.document_changed, lambda: editor.document is not before)


def bytes_of(path: Path) -> bytes:
    return path.read_bytes()


def as_file(path: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    return mime


def as_bytes(path: Path) -> QMimeData:
    mime, data = QMimeData(), bytes_of(path)
    mime.setData(sniff(data) or "", data)
    return mime


async def open_named(studio: Studio, path: Path) -> None:
    await opened(studio, lambda: studio.wiring.open_named([str(path)]))


async def open_file(studio: Studio, path: Path) -> None:
    await opened(studio, lambda: studio.session.open_file(path))


async def drop_file(studio: Studio, path: Path) -> None:
    await opened(studio, lambda: studio.window.opening.drop(as_file(path)))


async def drop_bytes(studio: Studio, path: Path) -> None:
    await opened(studio, lambda: studio.window.opening.drop(as_bytes(path)))


async def paste_file(studio: Studio, path: Path) -> None:
    QGuiApplication.clipboard().setMimeData(as_file(path))
    await opened(studio, studio.window.opening.paste)


async def paste_bytes(studio: Studio, path: Path) -> None:
    QGuiApplication.clipboard().setMimeData(as_bytes(path))
    await opened(studio, studio.window.opening.paste)


async def paste_what_was_copied(studio: Studio, path: Path) -> None:
    await open_file(studio, path)
    studio.wiring.export.clipboard.copy_document()
    await opened(studio, studio.window.opening.paste)


async def fetch(studio: Studio, path: Path) -> None:
    data = bytes_of(path)

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_head(reader)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(data) + data)
        await writer.drain()

    async with serving(answer) as port:
        mime = QMimeData()
        mime.setUrls([QUrl(f"http://127.0.0.1:{port}/picture")])
        act = studio.window.opening.drop
        await opened(studio, lambda: act(mime), "Fetch and open")


async def open_project_of_it(studio: Studio, path: Path) -> None:
    await open_file(studio, path)
    project = await saved_project(studio, path.with_suffix(".ora"))
    await open_file(studio, scenes.write_photo(path.with_name("other.png")))
    await open_file(studio, project)


async def open_kept_source(studio: Studio, path: Path) -> None:
    await open_file(studio, path)
    blob = kept_source(studio)
    name = f"{path.name} again"
    recall = studio.wiring.gallery.recall
    await opened(studio, lambda: recall.open_blob(blob, lambda: None, name))


async def edit_result(studio: Studio, path: Path) -> None:
    history, data = studio.session.history, bytes_of(path)
    run = history.begin(new_run())
    history.finish(run.variants[0].id, blob=history.put(data, "image/png"), media_type="image/png")
    await opened(studio, lambda: studio.wiring.gallery.open_as_source(run.variants[0].id))


@dataclass(frozen=True)
class RoadIn:
    """How a picture comes in, and what of what its file says can come this way, and why no more."""

    take: Callable[[Studio, Path], Awaitable[None]]
    room: frozenset[str] = EVERYTHING
    reason: str = ""


ROADS_IN = {
    "named on the command line": RoadIn(open_named),
    "opened": RoadIn(open_file),
    "dropped as a file": RoadIn(drop_file),
    "dropped as bytes": RoadIn(drop_bytes),
    "pasted as a file": RoadIn(paste_file),
    "pasted as bytes": RoadIn(paste_bytes),
    "copied here and pasted": RoadIn(
        paste_what_was_copied, COLOURS | {"dpi"}, "a copied picture is pixels in their colours"
    ),
    "fetched": RoadIn(fetch),
    "a project": RoadIn(open_project_of_it),
    "the source that a run keeps": RoadIn(open_kept_source),
    "a result to be edited": RoadIn(edit_result),
}


async def saved_project(studio: Studio, path: Path) -> Path:
    projects, done = studio.session.projects, list[Path]()
    projects.saved.connect(done.append)
    projects.save(studio.session.editor.document, path, {})
    await scenes.until(projects.saved, lambda: bool(done))
    return done[0]


def kept_source(studio: Studio) -> str:
    document = studio.session.editor.document
    assert document is not None
    return studio.session.runs.lineage.source_blob(document)


def as_tiff(picture: Picture, folder: Path) -> bytes:
    """What came back, in the format that has room for all of it."""
    options = ExportOptions(file_format="tiff")
    return export_picture(
        picture.pixels, folder, NameFields(source="back"), options, source=picture
    ).read_bytes()


@dataclass(frozen=True)
class Export:
    """The document in a format, with or without what was told of it."""

    file_format: str
    bare: bool

    async def __call__(self, studio: Studio, folder: Path) -> bytes:
        document = studio.session.editor.document
        assert document is not None
        options = ExportOptions(file_format=self.file_format, quality=QUALITY, embed_recipe=False)
        options = options.without_metadata() if self.bare else options
        job = document_job(document, None, self.file_format)
        return (await asyncio.to_thread(job.write, folder, job.name, options)).read_bytes()


async def copy(studio: Studio, _: Path) -> bytes:
    studio.wiring.export.clipboard.copy_document()
    return handed(QGuiApplication.clipboard().mimeData()).data


async def save(studio: Studio, folder: Path) -> bytes:
    return as_tiff(open_project(await saved_project(studio, folder / "saved.ora")).source, folder)


async def keep(studio: Studio, folder: Path) -> bytes:
    kept = studio.session.history.blob_path(kept_source(studio)).read_bytes()
    return as_tiff(decode_picture(kept, "kept"), folder)


async def send(studio: Studio, _: Path) -> bytes:
    studio.session.editor.fill_mask()
    inspection = await studio.session.inspect(scenes.PARAMS)
    content = inspection.pictures[0].image.content
    assert isinstance(content, bytes)
    return content


@dataclass(frozen=True)
class RoadOut:
    """How a picture leaves, what else this way has room for, and why no more; its format."""

    give: Callable[[Studio, Path], Awaitable[bytes]]
    room: frozenset[str] = EVERYTHING
    reason: str = ""
    file_format: str = "png"

    def expected(self, name: str) -> Pixels:
        """What is to be seen of a picture: others pixels only where the format loses some."""
        is_lossless = self.file_format in ("png", "tiff")
        return seen(PICTURES[name]) if is_lossless else written(name, self.file_format, QUALITY)


ROADS_OUT = {
    **{f"exported as {name}": RoadOut(Export(name, False), ROOM[name], "", name) for name in ROOM},
    **{
        f"exported as {name}, bare": RoadOut(
            Export(name, True), COLOURS, "nothing else was chosen", name
        )
        for name in ("png", "jpeg", "tiff")
    },
    "copied": RoadOut(copy, COLOURS | {"dpi"}, "a copied picture is pixels in their colours"),
    "saved": RoadOut(save),
    "kept in the history": RoadOut(keep),
    "sent": RoadOut(send, frozenset(), "an endpoint is sent numbers, which it gives back"),
}


@pytest.mark.parametrize("name", PICTURES)
async def test_a_picture_leaves_by_every_road_as_it_came(
    studio: Studio, tmp_path: Path, name: str
) -> None:
    path, wrong = tmp_path / name, {}
    path.write_bytes(PICTURES[name])
    for road, there in ROADS_IN.items():
        await there.take(studio, path)
        for way, out in ROADS_OUT.items():
            told = carried(name) & there.room & out.room
            left = await out.give(studio, tmp_path)
            if found := disagreement(left, out.expected(name), told):
                wrong[road, way] = found
    assert wrong == {}
