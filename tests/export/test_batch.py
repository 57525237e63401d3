"""Many pictures at once: all that can be written are, and a stop is a stop."""

from __future__ import annotations

import importlib.util
import io
import os
import zipfile
from pathlib import Path

import numpy as np
import pytest

from inpaint_studio.errors import ExportError
from inpaint_studio.export.batch import ExportJob, export_batch, export_zip
from inpaint_studio.export.naming import NameFields
from inpaint_studio.export.photoshop import encode_psd
from inpaint_studio.export.writer import ExportOptions, export_original, export_picture
from inpaint_studio.picture.image_file import Picture
from inpaint_studio.picture.openraster import project_of
from tests.picture.test_openraster import BOX, make_document
from tests.support.full_disk import files_up_to


def job(shade: int) -> ExportJob:
    pixels = np.full((8, 8, 4), shade, np.uint8)
    pixels[..., 3] = 255
    name = NameFields(source="cup 🫖", prompt="vase")
    return ExportJob(
        name, lambda folder, name, options: export_picture(pixels, folder, name, options)
    )


def failing() -> ExportJob:
    def write(folder: Path, name: NameFields, options: ExportOptions) -> Path:
        raise ExportError("The file has gone", "Restore it.")

    return ExportJob(NameFields(source="gone"), write)


def test_every_picture_gets_the_next_number(tmp_path: Path) -> None:
    report = export_batch([job(1), job(2), job(3)], tmp_path, ExportOptions())
    names = [path.name for path in report.paths]
    assert names == [f"cup 🫖-edit-0{number}.png" for number in (1, 2, 3)]


def test_one_that_fails_keeps_no_other_back(tmp_path: Path) -> None:
    done: list[int] = []
    report = export_batch(
        [job(1), failing(), job(2)], tmp_path, ExportOptions(), on_progress=done.append
    )
    assert len(report.paths) == 2
    assert "has gone" in report.failures[0]
    assert done == [1, 2, 3]


@pytest.mark.parametrize("export", [export_batch, export_zip])
def test_what_a_format_does_not_take_is_told_once(export, tmp_path: Path) -> None:
    pixels = np.full((8, 8, 4), 255, np.uint8)
    source = Picture(pixels, "cup", exif=b"Exif\0\0no such thing")
    name = NameFields(source="cup")
    odd = ExportJob(
        name, lambda folder, name, options: export_picture(
            pixels, folder, name, options, source=source
        ),
    )  # fmt: skip
    report = export([odd, job(1), odd], tmp_path, ExportOptions(file_format="tiff"))
    assert report.failures == ()
    assert len(report.paths) == (3 if export is export_batch else 1)
    (words,) = report.notices
    assert "without the picture's EXIF" in words


def test_a_stop_ends_after_the_file_that_is_being_written(tmp_path: Path) -> None:
    done: list[int] = []
    report = export_batch(
        [job(1), job(2), job(3)],
        tmp_path,
        ExportOptions(),
        on_progress=done.append,
        is_cancelled=lambda: len(done) == 1,
    )
    assert report.was_cancelled
    assert len(list(tmp_path.iterdir())) == 1


def test_a_zip_holds_all_and_takes_no_others_name(tmp_path: Path) -> None:
    first = export_zip([job(1), job(2)], tmp_path, ExportOptions())
    second = export_zip([job(1), job(2)], tmp_path, ExportOptions(sidecar=True))
    assert first.paths[0] != second.paths[0]
    with zipfile.ZipFile(first.paths[0]) as archive:
        assert len(archive.namelist()) == 2
        assert archive.testzip() is None
    assert len(list(tmp_path.iterdir())) == 2


def test_a_stopped_zip_leaves_nothing(tmp_path: Path) -> None:
    report = export_zip([job(1)], tmp_path, ExportOptions(), is_cancelled=lambda: True)
    assert report.was_cancelled
    assert list(tmp_path.iterdir()) == []


def test_a_zip_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ExportError):
        export_zip([job(1)], tmp_path / "file", ExportOptions())


def of_bytes(data: bytes) -> ExportJob:
    def write(folder: Path, name: NameFields, options: ExportOptions) -> Path:
        return export_original(data, folder, name, ".bin", options)

    return ExportJob(NameFields(source="cup"), write)


def test_row_3_a_full_disk_costs_a_batch_only_what_does_not_fit(tmp_path: Path) -> None:
    jobs = [of_bytes(b"small"), of_bytes(os.urandom(9000)), of_bytes(b"also small")]
    with files_up_to(4096):
        report = export_batch(jobs, tmp_path, ExportOptions())
    assert sorted(path.read_bytes() for path in report.paths) == [b"also small", b"small"]
    (words,) = report.failures
    assert "choose another" in words
    assert sorted(tmp_path.iterdir()) == sorted(report.paths), "no half file is left"


def test_row_3_a_full_disk_leaves_no_half_archive(tmp_path: Path) -> None:
    jobs = [of_bytes(os.urandom(3000)) for _ in range(3)]
    with files_up_to(4096), pytest.raises(ExportError, match="could not be written"):
        export_zip(jobs, tmp_path, ExportOptions())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(
    importlib.util.find_spec("psd_tools") is None, reason="the extra psd is not installed"
)
def test_photoshop_layers_hold_source_edits_and_mask() -> None:
    from psd_tools import PSDImage

    document = make_document()
    file = PSDImage.open(io.BytesIO(encode_psd(project_of(document))))
    layers = list(file)
    assert [layer.name for layer in layers] == ["cup & vase.png", "Edit 1", "Edit 2", "Mask"]
    assert (layers[1].left, layers[1].top, layers[1].opacity) == (BOX.x0, BOX.y0, 191)
    assert [layer.visible for layer in layers] == [True, True, False, False]
    shown = np.asarray(layers[0].topil().convert("RGB"))
    assert np.array_equal(shown, document.source.pixels[..., 2::-1])


def test_without_the_extra_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(ExportError, match="psd"):
        encode_psd(project_of(make_document()))
