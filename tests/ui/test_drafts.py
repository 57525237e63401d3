"""Instant drafts: something to look at while another endpoint works, and never a result."""

from __future__ import annotations

import asyncio
import re
import threading
from pathlib import Path

from inpaint_studio.app import Studio
from inpaint_studio.picture.geometry import Size
from tests.support import scenes, scripted
from tests.support.replies import STREAM_HEAD, completed, partial, stream, write


async def local_server_is_ready(studio: Studio) -> None:
    session = studio.session
    await scenes.until(session.server_ready, lambda: session._server.ready is not None)


def held_back(until: threading.Event):
    """A stream whose first picture comes when told to."""

    async def reply(asked, writer) -> None:
        await write(writer, STREAM_HEAD)
        while not until.is_set():  # noqa: ASYNC110 -- it is set on another thread
            await asyncio.sleep(0.02)
        await write(writer, partial(0, scripted.GREEN), 3600.0)

    return reply


async def test_a_draft_stands_in_until_the_first_picture_and_is_no_result(
    studio: Studio, tmp_path: Path
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    await local_server_is_ready(studio)
    session, staging, history = studio.session, studio.session.staging, studio.session.history
    told = threading.Event()
    with scripted.scripted(held_back(told)) as there:
        run = await scripted.submit(studio, there)
        (variant,) = run.variants
        files = set(history.folder.glob("blobs/*/*"))
        await scenes.until(session.drafts.painted, lambda: run.draft is not None)

        assert len(there.endpoint.asked) == 1, "the request goes first"
        assert studio.wiring.canvas.display.scene.preview is not None
        tag = studio.wiring.canvas._overlay._tag
        assert tag is not None
        assert tag[1] == "Draft"
        card = studio.window.strip.model.card_at(0)
        assert card.words == "Draft"
        assert studio.wiring.gallery.thumbnails.get(card.picture) is not None

        assert not studio.window.actions_["accept"].isEnabled()
        staging.accept()
        assert studio.session.editor.document.edits == ()
        assert history.variant(variant.id).partials == ()
        assert set(history.folder.glob("blobs/*/*")) == files
        assert history.count() == 1

        told.set()
        await scenes.until(session.runs.variant_changed, lambda: variant.pixels is not None)
        assert studio.wiring.canvas._overlay._tag is None
        assert staging.can_accept
        model = studio.window.strip.model  # which reads the history, as soon as that has it
        said = re.compile(r"(\d+\u2009s · )?Partial 1 of 2")
        await scenes.eventually(lambda: said.fullmatch(model.card_at(0).words) is not None)
        session.runs.stop_all()
        await scenes.all_ended(studio)


async def test_no_draft_where_it_is_off_late_local_or_the_server_is_not_there(
    studio: Studio, tmp_path: Path
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    await local_server_is_ready(studio)
    session = studio.session
    (local,) = await scenes.run_once(studio)
    with scripted.scripted(stream(completed(scripted.GREEN))) as there:
        session.settings.change(instant_draft=False)
        switched_off = await scripted.submit(studio, there)
        await scenes.all_ended(studio)
        session.settings.change(instant_draft=True)
        late = await scripted.submit(studio, there)
        await scenes.all_ended(studio)
        await session._server.stop()
        no_server = await scripted.submit(studio, there)
        await scenes.all_ended(studio)
    await asyncio.sleep(0.3)
    runs = (local.run, switched_off, late, no_server)
    assert [run.draft for run in runs] == [None] * 4
    assert studio.window.central_area.notices.text() == ""


def test_a_large_frame_is_drafted_in_few_pixels() -> None:
    from inpaint_studio.session.drafts import MOST_PIXELS, small_size

    size = small_size(Size(3840, 2160))
    assert size.width * size.height <= MOST_PIXELS * 1.01
    assert abs(size.width / size.height - 16 / 9) < 0.01
    assert small_size(Size(640, 480)) == Size(640, 480)
