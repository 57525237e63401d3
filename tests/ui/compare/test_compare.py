"""What the comparison shows."""

from __future__ import annotations

import asyncio
import functools
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest

from inpaint_studio.app import Studio
from inpaint_studio.contract.params import EditParams
from inpaint_studio.picture.geometry import Point, Size
from inpaint_studio.picture.pyramid import Pyramid
from inpaint_studio.ui.compare.difference import GAINS, difference
from inpaint_studio.ui.compare.entries import (
    ORIGINAL,
    Entry,
    live_entry,
    original_of_run,
    stored_entry,
    stored_original,
)
from inpaint_studio.ui.compare.pane_painting import WORDS_PX, PaneCaption, paint_caption
from inpaint_studio.ui.compare.sync import SyncedViews
from inpaint_studio.ui.compare.view import CompareView
from inpaint_studio.ui.style import theme as themes
from inpaint_studio.ui.widgets.segments import Segments
from tests.support import scenes, scripted
from tests.support.colour_profiles import swapped_primaries
from tests.support.new_runs import new_run
from tests.support.replies import partial, stream

FOUR = EditParams.from_json(scenes.PARAMS.to_json() | {"n": 4})
PICTURE, VIEW = Size(800, 600), Size(400, 300)


def grey(shade: int) -> np.ndarray:
    pixels = np.full((40, 50, 4), shade, np.uint8)
    pixels[..., 3] = 255
    return pixels


@pytest.mark.parametrize("gain", GAINS)
def test_difference_is_absolute_times_gain(gain: int) -> None:
    shown = difference(grey(100), grey(90), gain=gain, heat=False)
    assert shown[0, 0].tolist() == [min(255, 10 * gain)] * 3 + [255]
    assert np.array_equal(shown, difference(grey(90), grey(100), gain=gain, heat=False))


def test_heat_rises_with_the_difference_and_the_mask_is_outlined() -> None:
    mask = np.zeros((40, 50), np.uint8)
    mask[10:30, 10:30] = 255
    cold = difference(grey(100), grey(100), gain=16, heat=True, mask=mask)
    hot = difference(grey(100), grey(250), gain=16, heat=True)
    assert int(hot[0, 0, :3].sum()) > int(cold[0, 0, :3].sum())
    assert cold[10, 20].tolist() == [255, 255, 255, 255]


def views(count: int = 3) -> SyncedViews:
    made = SyncedViews()
    made.resize(count, PICTURE, VIEW, 1.0)
    return made


def test_every_pane_shows_the_same_point_after_zoom_and_pan() -> None:
    panes = views()
    panes.zoom(4, 1, Point(130, 70))
    panes.pan(-30, 12)
    assert {(panes[n].left, panes[n].top, panes[n].scale) for n in range(3)} == {
        (panes[0].left, panes[0].top, panes[0].scale)
    }


def test_the_point_under_the_pointer_stays_in_all_panes() -> None:
    panes = views()
    before = panes[2].to_image(Point(130, 70))
    panes.zoom(3, 0, Point(130, 70))
    for pane in range(3):
        after = panes[pane].to_image(Point(130, 70))
        assert abs(after.x - before.x) < 2
        assert abs(after.y - before.y) < 2


def test_with_shift_one_pane_moves_alone_and_keeps_its_distance() -> None:
    panes = views()
    panes.zoom(3, 0, Point(200, 150))
    panes.pan(-20, 0, only=1)
    assert panes[1].left == panes[0].left - 20
    panes.pan(-5, -5)
    assert panes[1].left == panes[0].left - 20


def test_zoom_survives_a_change_of_the_results() -> None:
    panes = views(2)
    panes.zoom(5, 0, Point(10, 10))
    scale = panes.scale
    panes.resize(4, PICTURE, VIEW, 1.0)
    assert (len(panes), panes.scale) == (4, scale)


async def test_variants_are_compared_while_they_stream_and_judged_in_place(
    studio: Studio, tmp_path: Path
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    runs = studio.session.runs
    studio.session.generate(FOUR)
    await scenes.until(runs.run_added, lambda: bool(runs.runs))
    compare = studio.wiring.compare
    compare.compare_run(runs.runs[0])
    await scenes.all_ended(studio)
    await scenes.until(
        compare.page.view.focus_changed,
        lambda: sum(each.raw is not None for each in compare.page.view.entries) == 5,
    )
    view = compare.page.view
    assert view.entries[0].id == ORIGINAL
    assert compare.is_open
    QTest.keyClick(view, Qt.Key.Key_4)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_X)
    kept = [studio.session.history.variant(each.id) for each in runs.runs[0].variants]
    assert [each.stars for each in kept] == [4, 0, 0, 0]
    assert kept[1].flag == "rejected"
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not compare.is_open


async def test_stored_results_are_brought_to_one_size_and_keep_the_source_outside(
    studio: Studio, tmp_path: Path
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    variant, *_ = await scenes.run_once(studio)
    history = studio.session.history
    run = history.run(variant.run.id)
    base = stored_original(history, run, Size(90, 70))
    entry = stored_entry(history, run, run.variants[0], base, Size(90, 70))
    assert entry.mixed.level(0).shape == entry.raw.level(0).shape == (70, 90, 4)
    outside = entry.blend == 0
    assert outside.any()
    same = entry.mixed.level(0)[outside] == base.raw.level(0)[outside]
    assert same.all()


async def test_rejecting_keeps_every_pane_in_its_place_and_the_focus_on_results(
    studio: Studio, tmp_path: Path
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    variants = await scenes.run_once(studio, FOUR)
    compare, history = studio.wiring.compare, studio.session.history
    studio.window.strip.filter_bar._narrow(flag="")  # the cards leave, the panes must not
    compare.compare([each.id for each in variants])
    await scenes.until(studio.window.central_area.page_changed, lambda: compare.is_open)
    view = compare.page.view
    before, places = [entry.id for entry in view.entries], view.pane_rects()
    focused = view.focused.id
    QTest.keyClick(view, Qt.Key.Key_X)
    assert view.focused.id == focused
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_A)
    for _ in variants:
        QTest.keyClick(view, Qt.Key.Key_X)
        assert view.focused.id != ORIGINAL
    assert {history.variant(each.id).flag for each in variants} == {"rejected"}
    assert studio.window.strip.model.rowCount() == 0
    assert ([entry.id for entry in view.entries], view.pane_rects()) == (before, places)
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [entry.flag for entry in view.entries[1:]] == ["rejected"] * 3 + [""]
    assert [entry.id for entry in view.entries] == before


async def test_panes_show_the_colours_of_the_canvas(studio: Studio, tmp_path: Path) -> None:
    photo = scenes.write_photo(tmp_path / "photo.png")
    Image.open(photo).save(photo, icc_profile=swapped_primaries())
    await scenes.open_photo(studio, photo)
    editor = studio.session.editor
    mask = np.zeros_like(editor.document.mask)
    mask[45:75, 60:100] = 255
    editor.replace_mask(mask, "Square")
    (variant,) = await scenes.run_once(studio)
    history, document = studio.session.history, editor.document
    run = history.run(variant.run.id)
    assert not np.array_equal(document.shown(variant.pixels), variant.pixels)
    live = live_entry(variant, original_of_run(variant.run))
    base = stored_original(history, run)
    stored = stored_entry(history, run, run.variants[0], base, None)
    for entry in (live, stored):
        apart = np.abs(entry.raw.level(0).astype(int) - document.shown(variant.raw))
        assert np.median(apart) <= 2, entry.name
    source = document.shown(variant.run.snapshot.site.source)
    assert np.array_equal(original_of_run(variant.run).raw.level(0), source)


@pytest.mark.parametrize(
    ("size", "columns"), [((470, 530), 3), ((1600, 300), 1), ((900, 900), 3), ((2000, 900), 2)]
)
def test_panes_stand_so_that_pictures_are_largest(qapp, size, columns: int) -> None:
    picture = Pyramid(np.zeros((size[1], size[0], 4), np.uint8))
    view = CompareView(themes.current())
    view.resize(930, 400)
    view.set_entries([Entry(str(number), "", raw=picture) for number in range(3)])
    assert len({rect.left() for rect in view.pane_rects()}) == columns


def columns_of_ink(caption: PaneCaption, direction: Qt.LayoutDirection) -> set[int]:
    """Where something stands in the line of that caption."""
    image = QImage(400, WORDS_PX, QImage.Format.Format_RGB32)
    theme = themes.current()
    painter = QPainter(image)
    painter.setLayoutDirection(direction)
    paint_caption(painter, image.rect(), caption, theme, is_focused=False)
    painter.end()
    shown = np.frombuffer(image.constBits(), np.uint32).reshape(WORDS_PX, -1)
    return set(np.flatnonzero((shown != QColor(theme.panel).rgb()).any(axis=0)))


@pytest.mark.parametrize(
    ("direction", "name"),
    [
        (Qt.LayoutDirection.LeftToRight, "Before this run"),
        (Qt.LayoutDirection.RightToLeft, "قبل هذا التشغيل"),
    ],
)
def test_words_of_a_caption_stand_beside_each_other(qapp, direction, name: str) -> None:
    both = columns_of_ink(PaneCaption(name, name * 9, "★"), direction)
    alone = columns_of_ink(PaneCaption(name, "", ""), direction)
    marks = columns_of_ink(PaneCaption("", "", "★"), direction)
    detail = both - alone - marks
    assert detail
    leads_left = direction is Qt.LayoutDirection.LeftToRight
    order = (alone, detail, marks) if leads_left else (marks, detail, alone)
    assert max(order[0]) < min(order[1])
    assert max(order[1]) < min(order[2])


def is_called(view: CompareView, names: list[str]) -> bool:
    return [each.name for each in view.entries[1:]] == names


async def test_panes_of_several_runs_tell_which_one(studio: Studio, tmp_path: Path) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    variants = [(await scenes.run_once(studio))[0] for _ in range(2)]
    for ids, names in (
        ([each.id for each in variants], ["1.1 · Local fill low", "2.1 · Local fill low"]),
        ([variants[1].id], ["1 · Local fill low"]),
    ):
        studio.wiring.compare.compare(ids)
        view = studio.wiring.compare.page.view
        await scenes.eventually(functools.partial(is_called, view, names))
        studio.session.runs.changed(variants[1])
        await asyncio.sleep(0.2)
        assert is_called(view, names)


async def test_what_brought_no_picture_takes_no_pane(studio: Studio, tmp_path: Path) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    (done,) = await scenes.run_once(studio)
    history, compare = studio.session.history, studio.wiring.compare
    failed = history.begin(new_run()).variants[0]
    history.fail(failed.id, title="Refused", message="Reword it.")
    compare.compare([failed.id])
    await asyncio.sleep(0.05)
    assert not compare.is_open
    compare.compare([failed.id, done.id])
    await scenes.until(studio.window.central_area.page_changed, lambda: compare.is_open)
    assert [entry.id for entry in compare.page.view.entries] == [ORIGINAL, done.id]


async def test_blind_hides_names_and_every_mode_paints(studio: Studio, tmp_path: Path) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    variants = await scenes.run_once(studio, FOUR)
    compare = studio.wiring.compare
    compare.compare([each.id for each in variants])
    await scenes.until(studio.window.central_area.page_changed, lambda: compare.is_open)
    page, view = compare.page, compare.page.view
    page.toggle_blind()
    names = [view._name(entry) for entry in view.entries]
    assert names == ["Original", "A", "B", "C", "D"]
    pictures = set()
    for mode in ("side", "wipe", "flicker", "difference", "onion"):
        page.set_mode(mode)
        shown = view.grab().toImage()  # whose bits live as long as it does
        pictures.add(shown.bits().tobytes())
    assert len(pictures) == 5
    page.set_mode("side")
    fitted = view.grab().toImage()
    view._views.zoom_to(1.0, 0, Point(5, 5))  # pixels of the picture itself
    view._views.zoom_to(4.0, 0, Point(5, 5))
    assert view.grab().toImage() != fitted


async def opened(studio: Studio, folder: Path, params: EditParams = FOUR) -> CompareView:
    """The comparison of a finished run."""
    await scenes.open_masked_photo(studio, folder)
    variants = await scenes.run_once(studio, params)
    compare = studio.wiring.compare
    compare.compare([each.id for each in variants])
    await scenes.until(studio.window.central_area.page_changed, lambda: compare.is_open)
    return compare.page.view


async def test_what_is_accepted_in_the_comparison_is_accepted_once(
    studio: Studio, tmp_path: Path
) -> None:
    view = await opened(studio, tmp_path)
    session = studio.session
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert not studio.wiring.compare.is_open
    assert session.staging.variant is None
    assert not studio.window.staging_bar.isVisible()
    QTest.keyClick(studio.wiring.canvas, Qt.Key.Key_Return)
    (edit,) = session.editor.document.edits
    assert edit.variant_id == session.runs.runs[0].variants[1].id


async def test_the_result_in_focus_is_staged_when_the_comparison_is_left(
    studio: Studio, tmp_path: Path
) -> None:
    view = await opened(studio, tmp_path)
    third = studio.session.runs.runs[0].variants[2]
    while view.focused.id != third.id:
        QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert studio.session.staging.variant is third


def test_fit_fills_the_pane_with_a_small_picture() -> None:
    panes = SyncedViews()
    panes.resize(1, Size(200, 100), VIEW, 1.0)
    assert (panes.scale, panes[0].left, panes[0].top) == (2.0, 0, 50)


async def test_no_choice_of_a_mode_is_clipped(studio: Studio, tmp_path: Path) -> None:
    await opened(studio, tmp_path)
    page = studio.wiring.compare.page
    studio.window.resize(1280, 720)
    for mode in ("wipe", "difference"):
        page.set_mode(mode)
        await asyncio.sleep(0.05)
        (segments,) = page._parts[mode].findChildren(Segments)
        assert segments.width() >= segments.minimumSizeHint().width()
        assert page._parts[mode].rect().contains(segments.geometry())


async def test_a_pane_on_the_way_says_its_state_and_can_be_stopped(
    studio: Studio, tmp_path: Path
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    never_ends = stream(partial(0, scripted.GREEN), 60.0)
    compare = studio.wiring.compare
    with scripted.scripted(never_ends) as there:
        run = await scripted.submit(studio, there, replace(scripted.PARAMS, n=2))
        first, second = run.variants
        await scenes.eventually(lambda: all(each.partials_seen for each in run.variants))
        compare.compare_run(run)
        await scenes.until(studio.window.central_area.page_changed, lambda: compare.is_open)
        view = compare.page.view
        assert [entry.name for entry in view.entries] == [
            "Original", "1 · GPT Image 2", "2 · GPT Image 2",
        ]  # fmt: skip
        await scenes.eventually(lambda: view.entries[1].detail.startswith("Partial 1 · "))
        view.stops._buttons[second.id].click()
        await scenes.eventually(lambda: second.state == "stopped")
        await scenes.eventually(lambda: second.id not in view.stops._buttons)
        assert first.is_pending
        view.setFocus()
        QTest.keyClick(view, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
        await scenes.all_ended(studio)
    assert first.state == "stopped"


async def test_the_original_is_the_source_or_says_what_else_it_shows(
    studio: Studio, tmp_path: Path
) -> None:
    view = await opened(studio, tmp_path)
    assert (view.entries[0].name, view.entries[0].detail) == ("Original", "")
    QTest.keyClick(view, Qt.Key.Key_Return)
    variants = await scenes.run_once(studio)
    compare = studio.wiring.compare
    compare.compare([variants[0].id])
    await scenes.until(studio.window.central_area.page_changed, lambda: compare.is_open)
    said = "Before this run", "The original with the edits accepted by then"
    assert (view.entries[0].name, view.entries[0].detail) == said
    history, run = studio.session.history, variants[0].run
    stored = stored_original(history, history.run(run.id))
    assert (stored.name, stored.detail) == said
