"""References, masks, pictures of the command line: the same is sent and written by every road."""

from __future__ import annotations

import asyncio
import io
from pathlib import Path

import numpy as np
import pytest
from PIL import ExifTags, Image

from inpaint_studio.app import Studio
from inpaint_studio.cli import main
from inpaint_studio.contract.params import EditParams
from inpaint_studio.picture.geometry import Box
from inpaint_studio.picture.mask import read_wire_mask
from inpaint_studio.ui.mask.import_dialog import MaskImportDialog
from tests.roads.carried import COLOURS, HEIGHT, PICTURES, ROOM, WIDTH, carried, disagreement, seen
from tests.roads.test_pictures import bytes_of, saved_project
from tests.support import replies, scenes
from tests.support.misbehaving import misbehaving
from tests.support.scripted import encoded

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

PARAMS = EditParams(prompt="x", model="m", size="frame")
ANSWER = encoded((20, 160, 60), (WIDTH, HEIGHT))
FAR = 8
"""Rows that no blend reaches: the mask begins in row 20."""


LOSS = 3
"""By which a pixel of a JPEG or WebP is off, in the mean."""


def mask_file() -> bytes:
    """White is to be edited, in a file that stores it turned."""
    stored, exif, buffer = np.zeros((WIDTH, HEIGHT), np.uint8), Image.Exif(), io.BytesIO()
    stored[4:14, 20:30] = 255
    exif[ExifTags.Base.Orientation] = 6
    Image.fromarray(stored).save(buffer, "PNG", exif=exif)
    return buffer.getvalue()


async def sent(studio: Studio) -> dict[str, bytes]:
    """What a run would send now, by the names of its files."""
    pictures = (await studio.session.inspect(PARAMS)).pictures
    return {each.image.name: each.image.content for each in pictures}  # type: ignore[misc]


async def test_references_are_sent_alike_by_every_road(studio: Studio, tmp_path: Path) -> None:
    paths, photo = [], scenes.write_photo(tmp_path / "photo.png", WIDTH, HEIGHT)
    for name, data in PICTURES.items():
        paths.append(tmp_path / name)
        await asyncio.to_thread(paths[-1].write_bytes, data)
    references, editor, count = studio.wiring.references, studio.session.editor, len(paths)
    await scenes.open_photo(studio, photo)
    references.add_files(paths)
    await scenes.eventually(lambda: len(editor.document.references) == count)
    editor.fill_mask()
    by_file = list((await sent(studio)).values())[1 : count + 1]
    await scenes.open_photo(studio, await saved_project(studio, tmp_path / "saved.ora"))
    by_project = list((await sent(studio)).values())[1 : count + 1]
    editor.set_references([])
    for data in PICTURES.values():
        references.add_bytes(data, "dropped")
        before = len(editor.document.references)
        await scenes.eventually(lambda: len(editor.document.references) > before)  # noqa: B023
    by_bytes = list((await sent(studio)).values())[1 : count + 1]
    with misbehaving(replies.answer(ANSWER)) as there:
        words = ["edit", "--prompt", "x", "--model", "m", "--no-history"]
        words += ["--output", str(tmp_path / "out"), "--base-url", there.base_url]
        for path in (photo, *paths):
            words += ["--image", str(path)]
        assert await asyncio.to_thread(main, words) == 0
    by_command = [each.value for each in there.asked[0].files[1:]]

    for data, left in zip(PICTURES.values(), by_file, strict=True):
        assert disagreement(left, seen(data), COLOURS) == ""
    assert by_project == by_bytes == by_command == by_file


async def test_a_mask_means_the_same_by_every_road(studio: Studio, tmp_path: Path) -> None:
    path, photo = tmp_path / "mask.png", scenes.write_photo(tmp_path / "photo.png", WIDTH, HEIGHT)
    await asyncio.to_thread(path.write_bytes, mask_file())
    expected = seen(mask_file())[..., 0]
    await scenes.open_photo(studio, photo)
    editor, masks = studio.session.editor, studio.wiring.mask
    editor.set_frame(Box(0, 0, WIDTH, HEIGHT))
    wired = []
    for take in (lambda: masks.import_file(path), lambda: masks.import_bytes(mask_file(), "mask")):
        editor.clear_mask()
        take()
        await scenes.eventually(lambda: studio.window.findChild(MaskImportDialog) is not None)
        dialog = studio.window.findChild(MaskImportDialog)
        dialog.on_confirmed()
        dialog.setParent(None)
        assert np.array_equal(editor.document.mask, expected)
        wired.append((await sent(studio))["mask.png"])
    with misbehaving(replies.answer(ANSWER)) as there:
        words = ["edit", "--image", photo, "--mask", path, "--prompt", "x", "--model", "m"]
        words += ["--output", tmp_path / "out", "--base-url", there.base_url]
        assert await asyncio.to_thread(main, [*map(str, words)]) == 0
    wired.append(next(each for each in there.asked[0].files if each.name == "mask").value)

    masks_sent = [read_wire_mask(each) for each in wired]
    for each in masks_sent:
        np.testing.assert_array_equal(each, masks_sent[0])
    assert (masks_sent[0][expected > 0] == 255).all()
    (run,) = studio.session.history.runs()
    painted = seen(bytes_of(studio.session.history.blob_path(run.painted)))
    assert np.array_equal(painted[..., 0], expected)


@pytest.mark.parametrize(
    ("name", "file_format"), [("jpeg", "png"), ("jpeg", "jpeg"), ("png", "webp")]
)
def test_the_command_line_writes_what_the_history_writes_of_it(
    tmp_path: Path, name: str, file_format: str
) -> None:
    photo, mask = tmp_path / "photo", tmp_path / "mask.png"
    photo.write_bytes(PICTURES[name])
    mask.write_bytes(mask_file())
    for bare in ([], ["--no-metadata"]):
        out, again = tmp_path / f"out{bare}", tmp_path / f"again{bare}"
        with misbehaving(replies.answer(ANSWER)) as there:
            words = ["edit", "--image", photo, "--mask", mask, "--prompt", "x", "--model", "m"]
            words += ["--output", out, "--base-url", there.base_url, *bare]
            words += ["--output-format", file_format]
            assert main([*map(str, words)]) == 0
        run = len(list(tmp_path.glob("out*")))
        words = ["history", "export", run, "--output", again, "--format", "png", *bare]
        assert main([*map(str, words)]) == 0
        written, exported = (bytes_of(next(folder.iterdir())) for folder in (out, again))
        told = COLOURS if bare else carried(name)
        assert disagreement(exported, seen(exported), told & ROOM["png"]) == ""
        assert disagreement(written, seen(written), told & ROOM[file_format]) == ""
        apart = np.abs(seen(written).astype(np.int16) - seen(exported)).mean()
        assert apart <= (0 if file_format == "png" else LOSS)
        source, sent_image = seen(PICTURES[name]), there.asked[0].files[0].value
        assert disagreement(sent_image, source, frozenset()) == ""
        assert np.array_equal(seen(exported)[:FAR], source[:FAR])
