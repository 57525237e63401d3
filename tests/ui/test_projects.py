"""Save and open a project in the whole application."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import numpy as np

from inpaint_studio.app import Studio
from inpaint_studio.durable import beside
from inpaint_studio.history import History
from inpaint_studio.history.packing import unpack
from inpaint_studio.picture.extend import Extension
from inpaint_studio.picture.geometry import Box, Size
from inpaint_studio.picture.openraster import open_project
from tests.support import scenes


async def saved(studio: Studio, path: Path) -> None:
    studio.session.editor.document.source  # noqa: B018 -- there is one
    done: list[Path] = []
    studio.session.projects.saved.connect(done.append)
    params = studio.session.draft.params.to_json()
    studio.session.projects.save(studio.session.editor.document, path, params)
    await scenes.until(studio.session.projects.saved, lambda: bool(done))


async def test_a_saved_project_opens_as_it_was(studio: Studio, tmp_path: Path) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    variant, *_ = await scenes.run_once(studio)
    studio.session.accepting.accept(variant)
    studio.session.draft.change(prompt="a tulip")
    before = studio.session.editor.document
    composite, mask = before.composite.copy(), before.mask.copy()
    await saved(studio, tmp_path / "cup")
    await scenes.open_photo(studio, scenes.write_photo(tmp_path / "other.png"))
    studio.session.draft.change(prompt="")
    await scenes.open_photo(studio, tmp_path / "cup.ora")
    after = studio.session.editor.document
    assert np.array_equal(after.composite, composite)
    assert np.array_equal(after.mask, mask)
    assert [edit.variant_id for edit in after.edits] == [variant.id]
    assert studio.session.draft.params.prompt == "a tulip"
    assert studio.session.projects.path_of(after) == tmp_path / "cup.ora"


async def test_a_picture_that_grew_comes_back_with_stack_mask_and_frame(
    studio: Studio, tmp_path: Path
) -> None:
    editor, path = studio.session.editor, tmp_path / "grown.ora"
    await scenes.open_photo(studio, scenes.write_photo(tmp_path / "photo.png"))
    before = editor.document
    source = before.source.pixels
    editor.set_extension(Extension(left=48, bottom=24))
    (variant,) = await scenes.run_once(studio)
    studio.session.accepting.accept(variant)
    await scenes.until(editor.resized, lambda: before.size == Size(208, 144))
    mask = np.zeros((144, 208), np.uint8)
    mask[100:140, 10:60] = 200
    editor.replace_mask(mask, "Square")
    editor.set_frame(Box(0, 64, 96, 144))
    editor.replace_edits([replace(before.edits[0], opacity=0.5)], "Opacity")
    composite = before.composite.copy()
    await saved(studio, path)
    await scenes.open_photo(studio, tmp_path / "photo.png")
    await scenes.open_photo(studio, path)
    after = editor.document
    assert after.size == Size(208, 144)
    assert np.array_equal(after.composite, composite)
    assert np.array_equal(after.source.pixels[:120, 48:], source)
    assert not after.source.pixels[120:, :, 3].any()
    assert np.array_equal(after.mask, mask)
    assert after.frame == Box(0, 64, 96, 144)
    assert [(each.box, each.variant_id, each.opacity) for each in after.edits] == [
        (each.box, variant.id, 0.5) for each in before.edits
    ]
    assert after.pending_extension.is_nothing
    assert editor.undo_label is None
    editor.fill_mask()
    editor.undo()
    assert np.array_equal(after.mask, mask)


async def test_the_runs_travel_with_the_project(studio: Studio, tmp_path: Path) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    variant, *_ = await scenes.run_once(studio)
    studio.session.history.rate(variant.id, 5)
    await saved(studio, tmp_path / "cup.ora")
    extras = open_project(tmp_path / "cup.ora").extras
    elsewhere = History(tmp_path / "elsewhere")
    elsewhere.put_named({name.removeprefix("blobs/"): data for name, data in extras.items()})
    rows, _ = unpack(extras["runs.json"])
    assert elsewhere.take_in(rows) == 1
    assert elsewhere.take_in(rows) == 0
    taken = elsewhere.variant(variant.id)
    assert (taken.stars, taken.state) == (5, "done")
    assert elsewhere.blob_path(taken.blob).is_file()
    assert elsewhere.check().missing == ()
    elsewhere.close()


async def test_a_project_saved_again_after_opening_keeps_all_its_runs_and_its_parent(
    studio: Studio, tmp_path: Path
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    session = studio.session
    parent, *_ = await scenes.run_once(studio)
    session.runs.lineage.set_parent(session.editor.document, parent.id)
    unaccepted, *_ = await scenes.run_once(studio)
    path = tmp_path / "cup.ora"
    await saved(studio, path)
    before = open_project(path).extras
    await scenes.open_photo(studio, scenes.write_photo(tmp_path / "other.png"))
    await scenes.open_photo(studio, path)
    document, lineage = session.editor.document, session.runs.lineage
    async with asyncio.timeout(scenes.PATIENCE_S):
        while lineage.parent_of(document) is None:  # noqa: ASYNC110 -- after the runs
            await asyncio.sleep(0.01)
    await saved(studio, path)
    after = open_project(path).extras
    assert set(after) == set(before)
    assert unaccepted.id in {row["id"] for row in unpack(after["runs.json"])[0]["variants"]}
    assert lineage.parent_of(document) == parent.id


async def test_a_file_that_is_no_project_is_told_and_the_document_stays(
    studio: Studio, tmp_path: Path
) -> None:
    await scenes.open_photo(studio, scenes.write_photo(tmp_path / "photo.png"))
    document = studio.session.editor.document
    (tmp_path / "bad.ora").write_bytes(b"PK\x03\x04 nothing")
    heard = []
    studio.session.noticed.connect(heard.append)
    studio.session.open_file(tmp_path / "bad.ora")
    await scenes.until(studio.session.noticed, lambda: bool(heard))
    assert heard[0].kind == "error"
    assert studio.session.editor.document is document


async def test_what_a_file_is_its_content_says(studio: Studio, tmp_path: Path) -> None:
    """A former version, a project without a suffix, and a picture that is called a project."""
    editor, projects = studio.session.editor, studio.session.projects
    await scenes.open_masked_photo(studio, tmp_path)
    mask = editor.document.mask.copy()
    await saved(studio, tmp_path / "cup.ora")
    await saved(studio, tmp_path / "cup.ora")
    plain = tmp_path / "cup"
    plain.write_bytes((tmp_path / "cup.ora").read_bytes())
    for path, own in ((tmp_path / "cup.ora~", None), (plain, plain)):
        await scenes.open_photo(studio, path)
        assert np.array_equal(editor.document.mask, mask)
        assert projects.path_of(editor.document) == own
    await saved(studio, plain)
    assert not (tmp_path / "cup.ora~.ora").exists()
    assert (tmp_path / "cup~").is_file()
    odd = scenes.write_photo(tmp_path / "photo2.png", 64, 48).rename(tmp_path / "odd.ora")
    await scenes.open_photo(studio, odd)
    assert editor.document.size == Size(64, 48)


async def test_a_project_with_the_longest_name_is_saved_twice(
    studio: Studio, tmp_path: Path
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    path = tmp_path / ("b" * 251 + ".ora")
    await saved(studio, path)
    await saved(studio, path)
    assert beside(path, "~").is_file()
