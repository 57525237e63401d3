"""A PNG's chunks are the same however it is cut, and a wrong checksum is seen."""

import io
import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from inpaint_studio.contract.media import png_has_alpha, png_size
from inpaint_studio.contract.png_chunks import SIGNATURE, PngChunks


def _png(mode: str, **options: object) -> bytes:
    noise = np.random.default_rng(1).integers(0, 256, (9, 7, 4), np.uint8)
    words = PngImagePlugin.PngInfo()
    words.add_text("Title", "a cup")
    file = io.BytesIO()
    Image.fromarray(noise, "RGBA").convert(mode).save(file, "PNG", pnginfo=words, **options)
    return file.getvalue()


PNG = _png("RGBA")


def _chunks(data: bytes, cuts: list[int]) -> tuple[dict[bytes, bytes], PngChunks]:
    reader, found = PngChunks(), {}
    places = sorted({0, len(data), *(cut % (len(data) + 1) for cut in cuts)})
    for start, end in itertools.pairwise(places):
        for name, content in reader.take(data[start:end]):
            found[name] = found.get(name, b"") + content
    return found, reader


@given(cuts=st.lists(st.integers(0, 2000), max_size=9))
def test_chunks_are_the_same_however_they_came(cuts: list[int]) -> None:
    found, reader = _chunks(PNG[len(SIGNATURE) :], cuts)

    assert list(found) == [b"IHDR", b"tEXt", b"IDAT", b"IEND"]
    assert found[b"tEXt"] == b"Title\0a cup"
    assert len(found[b"IHDR"]) == 13
    assert (reader.is_damaged, reader.is_between) == (False, True)


@given(at=st.integers(len(SIGNATURE) + 8, len(PNG) - 13), cuts=st.lists(st.integers(0, 2000)))
def test_a_wrong_bit_in_content_or_checksum_is_seen(at: int, cuts: list[int]) -> None:
    damaged = bytearray(PNG)
    damaged[at] ^= 16

    _, reader = _chunks(bytes(damaged[len(SIGNATURE) :]), cuts)

    assert reader.is_damaged or not reader.is_between or b"IEND" not in _names(reader)


def _names(reader: PngChunks) -> set[bytes]:
    return {reader._name}


@pytest.mark.parametrize("cut", range(1, 12))
def test_a_file_that_was_cut_ends_within_a_chunk(cut: int) -> None:
    _, reader = _chunks(PNG[len(SIGNATURE) : -cut], [])

    assert not reader.is_between


def test_size_and_alpha_stand_before_the_pixels() -> None:
    assert png_size(PNG[:32]) == (7, 9)
    assert png_has_alpha(PNG)
    assert png_has_alpha(_png("LA"))
    assert png_has_alpha(_png("RGB", transparency=(1, 2, 3)))
    assert not png_has_alpha(_png("RGB"))
    assert not png_has_alpha(_png("L"))


@pytest.mark.parametrize("data", [b"", b"GIF89a" * 9, PNG[:8], PNG[:20], SIGNATURE + b"\0" * 40])
def test_anything_else_has_neither(data: bytes) -> None:
    assert png_size(data) is None
    assert not png_has_alpha(data)
