"""A result of an earlier session is shown, re-masked and accepted in its own picture."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from inpaint_studio.app import Studio
from inpaint_studio.picture.placement import Placement
from tests.support import scenes


async def test_after_a_restart_a_result_is_staged_remasked_and_accepted(
    start_studio, tmp_path: Path
) -> None:
    kept: list[str] = []
    shown: list[np.ndarray] = []

    studio = await start_studio()
    await scenes.open_masked_photo(studio, tmp_path)
    (variant,) = await scenes.run_once(studio)
    assert variant.raw is not None
    kept.append(variant.id)
    shown.append(variant.raw.copy())
    studio = await start_studio()
    session, staging = studio.session, studio.session.staging
    await scenes.open_photo(studio, tmp_path / "photo.png")
    document = session.editor.document
    assert document is not None
    source = document.source.pixels
    studio.wiring.gallery.shown.emit(kept[0])
    await scenes.until(staging.changed, lambda: staging.can_accept)
    variant = staging.variant
    assert variant is not None
    assert variant.id == kept[0]
    assert variant.raw is not None
    assert np.array_equal(variant.raw, shown[0])
    own = variant.blend.copy()

    mask = np.zeros_like(document.mask)
    mask[50:60, 70:80] = 255
    session.editor.replace_mask(mask, "Smaller")
    studio.wiring.staging._blending.mask_asked.emit()
    await scenes.until(staging.changed, lambda: not np.array_equal(variant.blend, own))
    assert np.count_nonzero(variant.blend) < np.count_nonzero(own)
    smaller = variant.placed
    session.runs.place_anew(variant, Placement(match=0.5))
    await scenes.until(staging.changed, lambda: variant.placed is not smaller)
    assert np.count_nonzero(variant.blend) < np.count_nonzero(own)

    blend = np.zeros(document.mask.shape, np.uint8)
    blend[variant.run.place.slices] = variant.blend
    staging.accept()
    assert session.history.variant(kept[0]).accepted
    assert np.array_equal(document.composite[blend == 0], source[blend == 0])
    assert document.edits[0].variant_id == kept[0]


async def test_in_another_picture_its_own_is_offered(studio: Studio, tmp_path: Path) -> None:
    session, staging = studio.session, studio.session.staging
    await scenes.open_masked_photo(studio, tmp_path)
    (variant,) = await scenes.run_once(studio)
    await scenes.open_photo(studio, scenes.write_photo(tmp_path / "other.png", 96, 96))
    other = session.editor.document
    notices = studio.window.central_area.notices
    studio.wiring.gallery.shown.emit(variant.id)
    await scenes.until(
        session.stored_results.elsewhere, lambda: "another picture" in notices.text()
    )
    assert staging.variant is None
    notices._action.click()
    await scenes.until(staging.changed, lambda: staging.can_accept)
    assert session.editor.document is not other
    assert staging.variant is not None
    assert staging.variant.id == variant.id
