"""A project comes back as it was, opens elsewhere, and strangers' files do no harm."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from inpaint_studio.errors import ExportError, ImageError
from inpaint_studio.picture.document import Document, Edit
from inpaint_studio.picture.extend import Extension
from inpaint_studio.picture.geometry import Box
from inpaint_studio.picture.image_file import Picture
from inpaint_studio.picture.openraster import open_project, project_of, save_project
from inpaint_studio.picture.safe_zip import MAX_ENTRIES
from tests.support.colour_profiles import swapped_primaries

BOX = Box(10, 5, 50, 45)


def make_document(*, alpha: bool = False) -> Document:
    chance = np.random.default_rng(4)
    pixels = chance.integers(0, 256, (60, 80, 4), np.uint8)
    pixels[..., 3] = chance.integers(0, 256, (60, 80), np.uint8) if alpha else 255
    document = Document(Picture(pixels, "cup & vase.png", exif=None))
    document.mask[20:30, 20:40] = chance.integers(0, 256, (10, 20), np.uint8)
    edit_pixels = chance.integers(0, 256, (40, 40, 4), np.uint8)
    if not alpha:
        edit_pixels[..., 3] = 255
    blend = chance.integers(0, 256, (40, 40), np.uint8)
    document.accept(Edit(BOX, edit_pixels, blend, variant_id="v1", opacity=0.75))
    document.accept(Edit(BOX, edit_pixels[::-1].copy(), blend, variant_id=None, visible=False))
    document.frame = Box(0, 0, 64, 48)
    return document


def make_grown_document() -> Document:
    """Transparent where it grew, with its edits moved along."""
    document, extension = make_document(), Extension(left=16, bottom=8)
    rasters = document.extended_rasters(extension, document.edits)
    document.extend(rasters, extension, Box.of_size(rasters.size))
    return document


def differs_most(shown: Image.Image, document: Document) -> int:
    """The largest difference of a channel from our composite, colours where those are opaque."""
    theirs = np.asarray(shown.convert("RGBA"), np.int16)
    ours = document.composite[..., [2, 1, 0, 3]].astype(np.int16)
    apart = np.abs(theirs - ours)
    apart[ours[..., 3] == 0, :3] = 0
    return int(apart.max())


def saved(document: Document, folder: Path, **more) -> Path:
    path = folder / "project.ora"
    save_project(project_of(document, **more), path)
    return path


@pytest.mark.parametrize("alpha", [False, True])
def test_a_project_comes_back_bit_for_bit(tmp_path: Path, alpha: bool) -> None:
    document = make_document(alpha=alpha)
    project = open_project(saved(document, tmp_path, params={"prompt": "vase"}))
    again = project.document()
    assert np.array_equal(again.source.pixels, document.source.pixels)
    assert np.array_equal(again.mask, document.mask)
    assert np.array_equal(again.composite, document.composite)
    assert [(e.box, e.variant_id, e.visible, e.opacity) for e in again.edits] == [
        (e.box, e.variant_id, e.visible, e.opacity) for e in document.edits
    ]
    assert (again.frame, again.source.name) == (document.frame, "cup & vase.png")
    assert project.params == {"prompt": "vase"}
    assert not again.dirty


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Any size, any pixels, any stack of edits."""
    chance = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    width, height = draw(st.integers(1, 40)), draw(st.integers(1, 40))
    profile = draw(st.sampled_from([None, swapped_primaries()]))
    source = chance.integers(0, 256, (height, width, 4), np.uint8)
    name = draw(st.text(max_size=9) | st.just("cup\x1b\udc80.png"))
    document = Document(Picture(source, name, icc_profile=profile))
    document.mask[...] = chance.integers(0, 256, (height, width), np.uint8)
    for number in range(draw(st.integers(0, 3))):
        x, y = draw(st.integers(0, width - 1)), draw(st.integers(0, height - 1))
        box = Box(x, y, draw(st.integers(x + 1, width)), draw(st.integers(y + 1, height)))
        pixels = chance.integers(0, 256, (box.height, box.width, 4), np.uint8)
        blend = chance.integers(0, 256, (box.height, box.width), np.uint8)
        shown, opacity = draw(st.booleans()), draw(st.floats(0, 1))
        document.accept(Edit(box, pixels, blend, f"v{number}", visible=shown, opacity=opacity))
    document.frame = draw(st.sampled_from([None, Box(-5, -7, width + 3, height)]))
    return document


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(document=documents())
def test_row_6_any_document_comes_back_bit_for_bit(tmp_path: Path, document: Document) -> None:
    again = open_project(saved(document, tmp_path)).document()
    assert np.array_equal(again.source.pixels, document.source.pixels)
    assert np.array_equal(again.composite, document.composite)
    assert np.array_equal(again.mask, document.mask)
    assert again.source.icc_profile == document.source.icc_profile
    assert (again.frame, again.source.name) == (document.frame, document.source.name)
    assert len(again.edits) == len(document.edits)
    for mine, other in zip(again.edits, document.edits, strict=True):
        assert np.array_equal(mine.pixels, other.pixels)
        assert np.array_equal(mine.blend, other.blend)
        assert (mine.box, mine.variant_id, mine.visible, mine.opacity) == (
            other.box, other.variant_id, other.visible, other.opacity,
        )  # fmt: skip


def test_extras_come_back_by_name(tmp_path: Path) -> None:
    extras = {"runs.json": b"[]", "blobs/ab.png": b"\x00\x01"}
    assert open_project(saved(make_document(), tmp_path, extras=extras)).extras == extras


def test_the_type_can_be_told_from_the_first_bytes(tmp_path: Path) -> None:
    head = saved(make_document(), tmp_path).read_bytes()[:54]
    assert head[30:54] == b"mimetypeimage/openraster"


def test_others_find_layers_that_merge_to_the_composite(tmp_path: Path) -> None:
    document = make_document()
    with zipfile.ZipFile(saved(document, tmp_path)) as archive:
        merged = np.asarray(Image.open(archive.open("mergedimage.png")).convert("RGBA"))
        assert b'opacity="0.75"' in archive.read("stack.xml")
        assert all(not name.startswith("/") for name in archive.namelist())
    assert np.array_equal(merged[..., [2, 1, 0, 3]], document.composite)


def test_a_failed_save_leaves_the_old_file(tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        save_project(project_of(make_document()), tmp_path / "no folder" / "x.ora")
    path = saved(make_document(), tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def rewritten(path: Path, changes: dict[str, bytes | None]) -> Path:
    """The archive with some entries replaced, or left out for None."""
    with zipfile.ZipFile(path) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    entries |= {name: data for name, data in changes.items() if data is not None}
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in entries.items():
            if changes.get(name, b"") is not None:
                archive.writestr(name, data)
    return path


def test_a_file_of_another_program_opens_merged(tmp_path: Path) -> None:
    document = make_document()
    path = rewritten(saved(document, tmp_path), {"inpaint-studio/project.json": None})
    project = open_project(path)
    assert np.array_equal(project.source.pixels, document.composite)
    assert "merged" in project.source.notices[0]


BOMB = b"""<?xml version='1.0'?><!DOCTYPE image [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>
<image w="80" h="60"><stack>&b;</stack></image>"""


@pytest.mark.parametrize(
    "changes",
    [
        {"stack.xml": BOMB},
        {"stack.xml": BOMB.decode().encode("utf-16")},
        {"stack.xml": b"<image w='80' h='60'><stack>"},
        {"stack.xml": b"<stack" * 100},
        {"stack.xml": b"<image w='many' h='60'/>"},
        {"mimetype": b"text/plain"},
        {"data/source.png": b"not a picture"},
        {"data/mask.png": None},
        {"inpaint-studio/project.json": b"{}"},
        {"inpaint-studio/project.json": b"[1"},
        {"inpaint-studio/project.json": b'{"version": 99}'},
        {"inpaint-studio/project.json": b"[" * 100_000},
        {"stack.xml": b"<a>" * 100_000},
        {"stack.xml": b"<?xml version='1.0' encoding='UTF-9'?><image w='80' h='60'/>"},
    ],
)
def test_damaged_and_hostile_files_are_refused_in_words(
    tmp_path: Path, changes: dict[str, bytes | None]
) -> None:
    path = rewritten(saved(make_document(), tmp_path), changes)
    with pytest.raises(ImageError):
        open_project(path)


def test_names_are_never_paths(tmp_path: Path) -> None:
    evil = {
        "../../escaped.txt": b"x",
        "/tmp/absolute.txt": b"x",
        "inpaint-studio/extras/../y": b"z",
    }
    path = rewritten(saved(make_document(), tmp_path), evil)
    before = sorted(tmp_path.rglob("*"))
    project = open_project(path)
    assert sorted(tmp_path.rglob("*")) == before
    assert set(project.extras) == {"../y"}


def test_twin_names_bombs_and_crowds_are_refused(tmp_path: Path) -> None:
    path = saved(make_document(), tmp_path)
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("stack.xml", b"<image/>")
    with pytest.raises(ImageError, match="one name"):
        open_project(path)
    crowd = tmp_path / "crowd.ora"
    with zipfile.ZipFile(crowd, "w") as archive:
        for number in range(MAX_ENTRIES + 1):
            archive.writestr(str(number), b"")
    with pytest.raises(ImageError, match="too many"):
        open_project(crowd)


def test_a_list_of_layers_that_swells_is_refused(tmp_path: Path) -> None:
    path = saved(make_document(), tmp_path)
    with zipfile.ZipFile(path) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    entries["stack.xml"] = b" " * (1 << 26)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    assert path.stat().st_size < 1 << 20
    with pytest.raises(ImageError, match="larger"):
        open_project(path)


def damaged(whole: bytes, starts: list[int]) -> Iterator[bytes]:
    """Flipped at five places of every part, the small ones too; and cut off after each."""
    for start, end in pairwise([*starts, len(whole)]):
        for place in np.linspace(start, end - 1, 5, dtype=int):
            yield whole[:place] + bytes([whole[place] ^ 0x5A]) + whole[place + 1 :]
        yield whole[: (start + end) // 2]


def test_any_damage_is_told_or_harmless(tmp_path: Path) -> None:
    document = make_document()
    path = saved(document, tmp_path)
    with zipfile.ZipFile(path) as archive:
        starts = [*(entry.header_offset for entry in archive.infolist()), archive.start_dir]
    told = 0
    for content in damaged(path.read_bytes(), starts):
        path.write_bytes(content)
        try:
            again = open_project(path).document()
        except ImageError:
            told += 1
            continue
        assert np.array_equal(again.mask, document.mask)
        assert np.array_equal(again.composite, document.composite)
        assert [each.opacity for each in again.edits] == [each.opacity for each in document.edits]
    assert told > 30


@pytest.mark.skipif(
    shutil.which("gimp-console") is None and shutil.which("gimp") is None,
    reason="GIMP is not installed: apt-get install gimp",
)
def test_gimp_shows_the_same_picture(tmp_path: Path) -> None:
    document = make_grown_document()
    path, target = saved(document, tmp_path), tmp_path / "gimp.png"
    program = shutil.which("gimp-console") or shutil.which("gimp")
    assert program is not None
    script = (
        f'(let* ((image (car (gimp-file-load RUN-NONINTERACTIVE "{path}" "{path}")))'
        f" (layer (car (gimp-image-merge-visible-layers image CLIP-TO-IMAGE))))"
        f' (file-png-save RUN-NONINTERACTIVE image layer "{target}" "{target}" 0 9 0 0 0 0 0)'
        ")"
    )
    command = [program, "-i", "-b", script, "-b", "(gimp-quit 1)"]
    told = subprocess.run(command, timeout=120, check=False, capture_output=True, text=True)
    if "Unknown file type" in told.stderr:
        pytest.skip("this GIMP was built without its OpenRaster plug-in")
    assert differs_most(Image.open(io.BytesIO(target.read_bytes())), document) <= 2


@pytest.mark.skipif(shutil.which("krita") is None, reason="Krita is not installed")
def test_krita_shows_the_same_picture(tmp_path: Path) -> None:
    document = make_grown_document()
    path, target = saved(document, tmp_path), tmp_path / "krita.png"
    display = ["xvfb-run", "-a"] if shutil.which("xvfb-run") else []
    command = [*display, "krita", "--nosplash", "--export", "--export-filename"]
    command += [str(target), str(path)]
    told = subprocess.run(command, timeout=60, check=False, capture_output=True)
    if told.returncode and not target.exists():
        pytest.skip(f"Krita does not start here: status {told.returncode}")
    assert differs_most(Image.open(target), document) <= 2
