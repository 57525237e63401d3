"""One result, put into its picture by every road there is, is the same picture to the byte.

The endpoint is real and does what models do: its results lie 3.2 px to the right and 1 px too high,
and are darker than what was sent.
"""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from inpaint_studio.app import Studio
from inpaint_studio.cli import main
from inpaint_studio.contract.sizes import SizeRule
from inpaint_studio.export.naming import NameFields
from inpaint_studio.export.writer import ExportOptions
from inpaint_studio.picture.extend import Extension
from inpaint_studio.picture.geometry import Box
from inpaint_studio.picture.image_file import open_picture
from inpaint_studio.picture.openraster import open_project
from inpaint_studio.picture.placement import Placement
from inpaint_studio.runs.request import take_snapshot
from inpaint_studio.runs.run import Variant
from inpaint_studio.session.staging import Staging
from inpaint_studio.ui.compare.entries import (
    live_entry,
    original_of_run,
    stored_entry,
    stored_original,
)
from inpaint_studio.ui.export.jobs import document_job, result_jobs
from tests.support import scenes, scripted
from tests.support.drifted import disc, moved, photo, repainted
from tests.support.http_server import Asked
from tests.support.misbehaving import misbehaving
from tests.support.replies import answer

PNG = ExportOptions(png_level=1)
WHOLE = Box(0, 0, 320, 240)


@dataclass(frozen=True)
class Case:
    """What is asked for, and how the person has it placed."""

    kind: str = "PNG"
    frame: Box | None = WHOLE
    rule: SizeRule = field(default_factory=SizeRule)
    extension: Extension = field(default_factory=Extension)
    placement: Placement = field(default_factory=Placement)
    is_masked_later: bool = False
    has_earlier_edit: bool = False
    is_as_it_came: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether the command line would ask for the very same."""
        asks_for_whole = self.frame == WHOLE and self.rule == SizeRule()
        is_placed = self.placement != Placement() or self.is_masked_later or self.is_as_it_came
        return asks_for_whole and not is_placed


CASES = {
    "png": Case(),
    "jpeg": Case("JPEG"),
    "webp": Case("WEBP"),
    "a frame sent smaller": Case(frame=Box(50, 30, 290, 210), rule=SizeRule(sizes=((160, 120),))),
    "an extended picture": Case(frame=None, extension=Extension(right=48)),
    "a late mask": Case(frame=Box(40, 20, 296, 212), is_masked_later=True),
    "over an earlier edit": Case(rule=SizeRule(sizes=((160, 120),)), has_earlier_edit=True),
    "another placing": Case(
        "JPEG", placement=Placement(match=0.4, register=False, grow_px=5, feather_px=9.0)
    ),
    "its whole frame": Case(frame=Box(40, 20, 296, 212), is_as_it_came=True),
}


def painted(height: int = 240, width: int = 320) -> np.ndarray:
    """A disc with a soft rim: what is sent of it is hard and wider."""
    hard = disc((height, width), 150, 110, 30)
    return np.asarray(cv2.GaussianBlur(hard, (0, 0), 4), np.uint8)


def drifting(kind: str) -> Callable[..., object]:
    """A reply: the picture that was sent, repainted, moved, darkened and encoded."""

    async def reply(asked: Asked, writer) -> None:
        sent = {part.name.partition("[")[0]: part.value for part in asked.files}
        source = bgra(sent["image"])
        hole = 255 - bgra(sent["mask"])[..., 3]
        result = repainted(source, hole, (40, 160, 220))
        result[..., :3] = np.rint(result[..., :3] * 0.85)
        result = moved(result, 3.2, -1.0)
        await answer(encoded(result, kind))(asked, writer)

    return reply


def bgra(data: bytes) -> np.ndarray:
    with Image.open(io.BytesIO(data)) as image:
        return cv2.cvtColor(np.asarray(image.convert("RGBA")), cv2.COLOR_RGBA2BGRA)


def encoded(pixels: np.ndarray, kind: str) -> bytes:
    file = io.BytesIO()
    Image.fromarray(cv2.cvtColor(pixels, cv2.COLOR_BGRA2RGB)).save(file, kind, quality=85)
    return file.getvalue()


async def result_of(studio: Studio, case: Case, there: scripted.Scripted) -> Variant:
    session = studio.session
    document = session.editor.document
    assert document is not None
    if case.extension.is_nothing:
        session.editor.replace_mask(painted(), "Disc")
        session.editor.set_frame(case.frame)
    else:
        session.editor.set_extension(case.extension)
    before = len(session.runs.runs)
    session.runs.submit(take_snapshot(document, "id", scripted.PARAMS, case.rule), there)
    await scenes.until(session.runs.run_added, lambda: len(session.runs.runs) > before)
    await scenes.all_ended(studio)
    variant = session.runs.runs[-1].variants[0]
    assert variant.state == "done", variant.title
    return variant


async def placed_as_wanted(studio: Studio, case: Case, variant: Variant) -> None:
    runs = studio.session.runs
    if case.placement != Placement():
        before = variant.placed
        runs.place_anew(variant, case.placement)
        await scenes.until(runs.variant_changed, lambda: variant.placed is not before)
    if case.is_as_it_came:
        before = variant.placed
        runs.place_as_it_came(variant)
        await scenes.until(runs.variant_changed, lambda: variant.placed is not before)
    if case.is_masked_later:
        later = np.zeros_like(variant.blend)
        later[50:150, 30:100] = 255
        later[60:70, 100:160] = 77
        before = variant.placed
        runs.mask_anew(variant, later)
        await scenes.until(runs.variant_changed, lambda: variant.placed is not before)


async def accepted(studio: Studio, variant: Variant) -> np.ndarray:
    """The document once the result is in it."""
    document = studio.session.editor.document
    assert document is not None
    accepting = studio.session.accepting
    before = len(document.edits)
    accepting.accept(variant)
    await scenes.until(accepting.accepted, lambda: len(document.edits) > before)
    return document.composite.copy()


def in_gallery(studio: Studio, variant_id: str, folder: Path) -> np.ndarray:
    (job,) = result_jobs(studio.session.history, studio.session.runs.variant, [variant_id], "whole")
    return open_picture(job.write(folder, NameFields(source="gallery"), PNG)).pixels


def dragged_out(studio: Studio) -> np.ndarray:
    model = studio.window.strip.model
    (url,) = model.mimeData([model.index(0)]).urls()
    return open_picture(Path(url.toLocalFile())).pixels


def live_pane(variant: Variant) -> np.ndarray:
    entry = live_entry(variant, original_of_run(variant.run))
    assert entry.mixed is not None
    return entry.mixed.level(0)


def stored_pane(studio: Studio, variant_id: str) -> np.ndarray:
    history = studio.session.history
    record = history.variant(variant_id)
    run = history.run(record.run_id)
    entry = stored_entry(history, run, record, stored_original(history, run), None)
    assert entry.mixed is not None
    return entry.mixed.level(0)


async def test_every_road_gives_the_same_picture(
    start_studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    """One window after the other plays all cases, as starting one is what takes time."""
    cases: dict[str, Roads] = {}
    with ExitStack() as endpoints:
        studio = await start_studio()
        for name, case in CASES.items():
            endpoint = endpoints.enter_context(misbehaving(drifting(case.kind)))
            cases[name] = Roads(case, tmp_path / name, scripted.Scripted(endpoint))
            await cases[name].of_the_run(studio)
        studio = await start_studio()
        for roads in cases.values():
            await roads.of_a_later_start(studio)
        await studio.close()
        for roads in cases.values():
            # Commands have a loop of their own.
            await asyncio.to_thread(roads.of_commands, capsys)
        monkeypatch.setenv("INPAINT_STUDIO_HOME", str(tmp_path / "another"))
        studio = await start_studio()
        for roads in cases.values():
            await roads.elsewhere(studio)
    assert {name: roads.different() for name, roads in cases.items() if roads.different()} == {}


@dataclass
class Roads:
    """What each road makes of one result: whole pictures, and the part that was sent."""

    case: Case
    folder: Path
    there: scripted.Scripted
    pictures: dict[str, np.ndarray] = field(default_factory=dict)
    parts: dict[str, np.ndarray] = field(default_factory=dict)
    variant_id: str = ""
    number: int = 0
    box: Box = WHOLE

    def __post_init__(self) -> None:
        self.folder.mkdir()
        cv2.imwrite(str(self.source), photo(320, 240))

    @property
    def source(self) -> Path:
        return self.folder / "photo.png"

    async def of_the_run(self, studio: Studio) -> None:
        """Those of the window it came to."""
        case, pictures = self.case, self.pictures
        await scenes.open_photo(studio, self.source)
        if case.has_earlier_edit:
            await accepted(studio, await result_of(studio, case, self.there))
        variant = await result_of(studio, case, self.there)
        assert variant.placed is not None
        if case.kind == "PNG" and case.extension.is_nothing:
            assert not variant.placed.figures.shift.is_none
        await placed_as_wanted(studio, case, variant)
        await scenes.eventually(lambda: settled(studio, case, variant))
        self.variant_id, self.box = variant.id, variant.run.box
        history = studio.session.history
        self.number = history.run(history.variant(variant.id).run_id).number
        self.parts["live pane"] = live_pane(variant)
        self.parts["pane"] = stored_pane(studio, variant.id)
        pictures["gallery"] = in_gallery(studio, variant.id, self.folder / "gallery")
        pictures["dragged out"] = dragged_out(studio)
        pictures["accepted"] = await accepted(studio, variant)
        document = studio.session.editor.document
        assert document is not None
        file = document_job(document).write(self.folder, NameFields(source="accepted"), PNG)
        pictures["exported"] = open_picture(file).pixels
        projects, path = studio.session.projects, self.folder / "project.ora"
        projects.save(document, path, {})
        await scenes.until(projects.saved, path.is_file)
        pictures["project"] = open_project(path).document().composite

    async def of_a_later_start(self, studio: Studio) -> None:
        """Those of a window that finds it in the history."""
        if self.case.extension.is_nothing:
            await scenes.open_photo(studio, self.source)
            staging = studio.session.staging
            studio.wiring.gallery.shown.emit(self.variant_id)
            await scenes.until(staging.changed, lambda: self.is_staged(staging))
            assert staging.variant is not None
            self.parts["restaged"] = live_pane(staging.variant)
            self.pictures["of an earlier session"] = await accepted(studio, staging.variant)
        self.pictures["gallery later"] = in_gallery(studio, self.variant_id, self.folder / "later")

    def is_staged(self, staging: Staging) -> bool:
        shown = staging.variant
        return shown is not None and shown.id == self.variant_id and staging.can_accept

    def of_commands(self, capsys) -> None:
        """Those of the command line: of this run, and of the same run by itself."""
        folder = self.folder
        self.pictures["history export"] = by_command(
            capsys, "history", "export", self.number, "--output", folder / "h"
        )
        if self.case.is_whole:
            cv2.imwrite(str(folder / "mask.png"), painted())
            self.pictures["edit"] = by_command(
                capsys, "edit", "--image", self.source, "--mask", folder / "mask.png",
                "--prompt", "x", "--model", "gpt-image-2", "--output", folder,
                "--base-url", self.there.endpoint.base_url,
            )  # fmt: skip

    async def elsewhere(self, studio: Studio) -> None:
        """Those of a window that has it from the project alone."""
        projects, history = studio.session.projects, studio.session.history
        before = history.count()
        studio.session.open_file(self.folder / "project.ora")
        await scenes.until(projects.runs_added, lambda: history.count() > before)
        self.pictures["of another's project"] = in_gallery(
            studio, self.variant_id, self.folder / "elsewhere"
        )
        self.parts["pane of another's project"] = stored_pane(studio, self.variant_id)

    def different(self) -> list[str]:
        """The roads whose picture is another than the accepted one."""
        pictures = self.pictures
        if self.case.has_earlier_edit:
            # What leaves the gallery is the source with this one result in it.
            pictures = {road: pictures[road] for road in ("accepted", "exported", "project")}
        wanted = pictures["accepted"]
        assert (wanted[..., :3] != 0).any()
        part = wanted[self.box.slices]
        return [
            *(road for road, pixels in pictures.items() if not np.array_equal(pixels, wanted)),
            *(road for road, pixels in self.parts.items() if not np.array_equal(pixels, part)),
        ]


def settled(studio: Studio, case: Case, variant: Variant) -> bool:
    """Whether the history knows what the person has chosen."""
    record = studio.session.history.variant(variant.id)
    is_as_it_was = case.placement == Placement() and not case.is_as_it_came
    is_placed = is_as_it_was or record.placement_json is not None
    is_masked = case.is_masked_later or case.is_as_it_came
    return is_placed and (not is_masked or record.mask is not None)


def by_command(capsys, *arguments: object) -> np.ndarray:
    """The picture a command writes."""
    assert main([str(argument) for argument in arguments]) == 0
    return open_picture(Path(capsys.readouterr().out.splitlines()[-1])).pixels
