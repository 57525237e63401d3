"""Results that are not what was asked for, from the socket to card, canvas and history.

Fault rows 14 to 24: each variant of a run meets one of them, and the others are none the worse.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from inpaint_studio.app import Studio
from inpaint_studio.history.records import VariantRecord
from inpaint_studio.runs.run import Variant
from tests.support import scenes, scripted
from tests.support.replies import Reply, answer, completed, frame, http, partial, picture, stream

WIDTH, HEIGHT = scripted.FRAME
RED, GREEN, BLUE = (200, 0, 0), (0, 200, 0), (0, 0, 200)


def coloured(colour: tuple[int, ...], size: tuple[int, int] = scripted.FRAME, kind="PNG") -> bytes:
    return scripted.encoded(colour, size, kind)


def bomb(width: int = 65_535, height: int = 65_535) -> bytes:
    """A PNG whose header promises four gigapixels."""
    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b""))


def chunk(name: bytes, data: bytes) -> bytes:
    checked = name + data
    return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))


class Met:
    """What became of a run of one variant per reply."""

    def __init__(self, studio: Studio, variants: Sequence[Variant], said: list[str]) -> None:
        self.studio, self.variants, self.said = studio, variants, said

    def record(self, index: int) -> VariantRecord:
        return self.studio.session.history.variant(self.variants[index].id)

    def stored(self, index: int) -> bytes:
        blob = self.record(index).blob
        assert blob is not None
        return self.studio.session.history.blob_path(blob).read_bytes()

    def middle(self, index: int) -> tuple[int, ...]:
        """The BGR of what lies in the middle of the mask."""
        raw = self.variants[index].raw
        assert raw is not None
        return tuple(int(each) for each in raw[HEIGHT // 2, WIDTH // 2, :3])


async def met(studio: Studio, folder: Path, replies: Sequence[Reply]) -> Met:
    """Run one variant against each reply, one after the other."""
    await scenes.open_masked_photo(studio, folder)
    said: list[str] = []
    studio.session.noticed.connect(lambda notice: said.append(f"{notice.title}. {notice.message}"))
    studio.session.settings.change(concurrency=1)
    with scripted.scripted(*replies) as there:
        run = await scripted.submit(studio, there, replace(scripted.PARAMS, n=len(replies)))
        await scenes.all_ended(studio)
        assert len(there.endpoint.asked) == len(replies), "nothing is sent twice"
    document = studio.session.editor.document
    assert document is not None
    assert np.array_equal(document.composite, document.source.pixels)
    assert not studio.session.mask.box.is_empty
    return Met(studio, run.variants, said)


async def test_other_sizes_modes_and_formats_are_laid_into_the_frame(
    studio: Studio, tmp_path: Path
) -> None:
    twice, odd = (2 * WIDTH, 2 * HEIGHT), (WIDTH + 1, HEIGHT - 1)
    files = [
        coloured(GREEN, twice),
        coloured(GREEN, odd),
        coloured(GREEN, kind="JPEG"),
        coloured(GREEN, kind="WEBP"),
        coloured((120,)),
        coloured((*GREEN, 128)),
        coloured(GREEN, (400, 100)),
    ]

    ran = await met(studio, tmp_path, [stream(completed(each)) for each in files])
    assert [ran.record(n).state for n in range(7)] == ["done"] * 7
    assert [ran.stored(n) for n in range(7)] == files
    kinds = [ran.record(n).media_type for n in range(4)]
    assert kinds == ["image/png", "image/png", "image/jpeg", "image/webp"]
    for n in range(4):
        blue, green, red = ran.middle(n)
        assert (blue < 8, 190 < green < 210, red < 8) == (True, True, True)
    assert ran.middle(4) == (120, 120, 120)
    raw = ran.variants[5].raw
    assert raw is not None
    assert raw[HEIGHT // 2, WIDTH // 2, 3] == 128
    # Of another ratio: it would be distorted, so it is kept and said, but not put in.
    assert ran.variants[6].pixels is None
    assert any("400×100" in words for words in ran.said)
    ran.studio.session.staging.choose(6)
    ran.studio.session.staging.accept()
    assert ran.studio.session.editor.document.edits == ()


async def test_what_is_no_picture_fails_and_what_cannot_be_decoded_is_kept(
    studio: Studio, tmp_path: Path
) -> None:
    replies = [
        stream(partial(0, coloured(RED)), completed(b"<html>busy</html>")),
        http(b"<html><b>busy</b></html>", "text/html"),
        stream(completed(picture("a header and nothing else"))),
        stream(completed(bomb())),
        stream(partial(0, bomb()), completed(coloured(GREEN))),
    ]

    ran = await met(studio, tmp_path, replies)
    states = [ran.record(n).state for n in range(5)]
    assert states == ["done", "failed", "done", "done", "done"]
    assert ran.middle(0) == (0, 0, 200)  # its partial stays to be looked at
    assert ran.stored(0) == b"<html>busy</html>"
    assert ran.stored(2) == picture("a header and nothing else")
    assert ran.stored(3) == bomb()
    assert [ran.variants[n].pixels for n in (1, 2, 3)] == [None] * 3
    assert any("too large" in words for words in ran.said)
    assert ran.middle(4) == (0, 200, 0)


async def test_repeats_latecomers_and_streams_that_end_early(
    studio: Studio, tmp_path: Path
) -> None:
    red, green, blue = coloured(RED), coloured(GREEN), coloured(BLUE)
    replies = [
        stream(partial(0, red), partial(0, red), partial(1, green), completed(blue)),
        stream(partial(1, green), partial(0, red), completed(blue)),
        stream(completed(blue), partial(2, red)),
        stream(completed(blue), completed(blue)),
        stream(completed(blue)),
        stream(partial(0, red)),
        stream(partial(0, red), frame("failed", message="x"), b": ping\n\n", completed(blue)),
    ]

    ran = await met(studio, tmp_path, replies)
    counts = [len(ran.record(n).partials) for n in range(7)]
    assert counts == [2, 1, 0, 0, 0, 1, 1]
    states = [ran.record(n).state for n in range(7)]
    assert states == ["done"] * 5 + ["interrupted", "done"]
    assert [ran.middle(n) for n in range(5)] == [(200, 0, 0)] * 5
    assert ran.middle(5) == (0, 0, 200)
    assert "may have been charged" in str(ran.record(5).message)
    assert len(ran.variants) == 7, "an equal result sent twice is one"
    words = [ran.studio.window.strip.model.card_at(n).words for n in range(7)]
    assert words[5] == "Cut off, maybe charged"


async def test_more_pictures_than_asked_are_kept_and_none_at_all_is_a_failure(
    studio: Studio, tmp_path: Path
) -> None:
    red, green, blue = coloured(RED), coloured(GREEN), coloured(BLUE)
    replies = [
        answer(red, green, blue),
        stream(completed(red), completed(green)),
        http(b'{"created": 1, "data": []}'),
        http(b'{"created": 1}'),
    ]

    ran = await met(studio, tmp_path, replies)
    states = [ran.record(n).state for n in range(7)]
    assert states == ["done", "done", "failed", "failed", "done", "done", "done"]
    assert [ran.stored(n) for n in (0, 1)] == [red, red]
    assert sorted(ran.stored(n) for n in (4, 5, 6)) == sorted([green, blue, green])
    assert [each.position for each in ran.variants] == list(range(7))
    assert any("More pictures" in words for words in ran.said)
    assert len(ran.studio.window.strip.model.listing) == 7
    ran.studio.session.staging.choose(6)
    assert ran.studio.session.staging.can_accept
