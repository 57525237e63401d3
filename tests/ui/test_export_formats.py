"""A row in the table of formats is all that dialogs, batches and command line need of a new one."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from inpaint_studio import paths
from inpaint_studio.app import Studio
from inpaint_studio.cli import main
from inpaint_studio.contract.png_chunks import SIGNATURE
from inpaint_studio.export.batch import export_batch
from inpaint_studio.export.formats import FORMATS, Contents, ExportFormat
from inpaint_studio.export.naming import NameFields
from inpaint_studio.export.writer import ExportOptions
from inpaint_studio.history import History
from inpaint_studio.picture.document import Document
from inpaint_studio.ui.export.dialog import Exportable, ExportDialog
from inpaint_studio.ui.export.jobs import document_job, result_jobs
from inpaint_studio.ui.widgets.choice import Choice
from tests.support import scenes
from tests.support.new_runs import new_run
from tests.support.scripted import encoded

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def _made_up(name: str, contents: Contents, quality: int, _: int) -> bytes:
    return f"{name} {contents.pixels.shape} {quality}".encode()


@pytest.fixture(autouse=True)
def _one_row_more(monkeypatch: pytest.MonkeyPatch) -> None:
    row = ExportFormat(
        name="made-up", label="Made up", media_type="image/made-up", encoder=_made_up, is_lossy=True
    )
    monkeypatch.setitem(FORMATS, "made-up", row)


@pytest.fixture
def variant_id() -> str:
    with closing(History(paths.data_folder() / "history")) as history:
        (variant,) = history.begin(new_run()).variants
        blob = history.put(encoded((9, 9, 9), (12, 8)), "image/png")
        history.finish(variant.id, blob=blob, media_type="image/png", seconds=1.0)
        return variant.id


async def test_the_dialog_offers_it_and_says_the_name_of_its_file(
    studio: Studio, tmp_path: Path
) -> None:
    cards = Exportable("Cards", NameFields(source="cup"), lambda _, __: [], is_result=True)
    dialog = ExportDialog(studio.window, [cards], tmp_path, ExportOptions(file_format="made-up"))
    chosen: list[ExportOptions] = []
    dialog.chosen.connect(lambda _, options: chosen.append(options))
    (choice,) = [each for each in dialog.findChildren(Choice) if each.value() == "made-up"]
    assert choice.isEnabled()
    assert "cup-edit-01.made-up" in dialog._preview.text()
    assert dialog._quality.isEnabled()
    dialog.on_confirmed()
    assert [each.file_format for each in chosen] == ["made-up"]


def test_a_batch_is_written_as_it(variant_id: str, tmp_path: Path) -> None:
    with closing(History(paths.data_folder() / "history")) as history:
        jobs = result_jobs(history, lambda _: None, [variant_id], "whole")
        report = export_batch(jobs, tmp_path, ExportOptions(file_format="made-up", quality=7))
    assert [path.name for path in report.paths] == ["house-edit-01.made-up"]
    assert report.paths[0].read_bytes() == b"made-up (8, 12, 4) 7"


@pytest.mark.usefixtures("variant_id")
def test_the_command_line_takes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["history", "export", "1", "--format", "made-up", "--output", str(tmp_path)]) == 0
    written = Path(capsys.readouterr().out.strip())
    assert written.name == "house-edit-01.made-up"
    assert written.read_bytes().startswith(b"made-up (8, 12, 4)")
    with pytest.raises(SystemExit):
        main(["history", "export", "1", "--format", "unheard-of"])
    assert "made-up" in capsys.readouterr().err


@pytest.mark.parametrize(("chosen", "suffix"), [("made-up", ".made-up"), ("psd", ".png")])
async def test_a_card_is_dragged_out_in_the_format_exported_last(
    studio: Studio, tmp_path: Path, chosen: str, suffix: str
) -> None:
    dragged: list[Path] = []

    def content() -> bytes:
        return dragged[0].read_bytes()

    await scenes.open_masked_photo(studio, tmp_path)
    (variant,) = await scenes.run_once(studio)
    studio.session.settings.change(export_format=chosen, export_quality=7)
    (url,) = studio.wiring.export.drag_files([variant.id]).urls()
    path = Path(url.toLocalFile())
    assert path.suffix == suffix
    dragged.append(path)
    assert content().startswith(b"made-up (120, 160, 4) 7" if chosen == "made-up" else SIGNATURE)


async def test_a_flat_format_costs_no_project(
    studio: Studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which copies the mask, and the picture once more, on the window's thread."""
    await scenes.open_masked_photo(studio, tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr(Document, "snapshot", lambda _: pytest.fail("a project was built"))
        job = document_job(studio.session.editor.document)
    assert job.write(tmp_path, job.name, ExportOptions()).suffix == ".png"


async def test_layers_are_written_by_the_format_that_holds_them(
    studio: Studio, tmp_path: Path
) -> None:
    psd_tools = pytest.importorskip("psd_tools")
    await scenes.open_masked_photo(studio, tmp_path)
    job = document_job(studio.session.editor.document, file_format="psd")
    path = job.write(tmp_path, job.name, ExportOptions(file_format="psd"))
    assert path.suffix == ".psd"
    assert [layer.name for layer in psd_tools.PSDImage.open(path)] == ["photo.png", "Mask"]
