"""Pictures are taken out of JSON that is still coming, whatever pieces it comes in."""

import base64
import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpaint_studio.contract import wire
from inpaint_studio.contract.arriving import ArrivingJson
from inpaint_studio.contract.sse import SseDecoder, encode

PICTURE = bytes(range(256)) * 3 + b"end"
TEXT = base64.b64encode(PICTURE).decode()
ODD = b"\xfb\xff\xfe" * 40 + b"x"
ODD_TEXT = base64.b64encode(ODD).decode()


class Watch:
    def __init__(self):
        self.files = []

    def begin(self):
        self.files.append(b"")

    def take(self, piece):
        assert piece
        self.files[-1] += piece


def arrive(data, cuts=(), watch=None):
    arriving = ArrivingJson(watch)
    places = sorted({0, len(data), *(min(cut, len(data)) for cut in cuts)})
    for start, end in itertools.pairwise(places):
        arriving.write(data[start:end])
    return arriving.finish()


def images(data, cuts=(), watch=None):
    """What the parser of frames finds in a frame that came in such pieces."""
    stream = encode("", data)
    places = sorted({0, len(stream), *(min(cut, len(stream)) for cut in cuts)})
    decoder = SseDecoder(watch=watch)
    (event,) = [
        event
        for start, end in itertools.pairwise(places)
        for event in decoder.feed(stream[start:end])
    ]
    received = wire.parse_frame(event)
    return [] if received is None else [item.image for item in received.images]


FRAME = json.dumps({"type": "image_edit.completed", "size": "8x8", "b64_json": TEXT, "n": 1})
TWO = json.dumps({"data": [{"b64_json": TEXT}, {"b64_json": ODD_TEXT}]}, indent=1)


@given(cuts=st.lists(st.integers(0, 1400), max_size=12))
def test_a_picture_comes_out_whole_however_its_frame_was_cut(cuts):
    watch = Watch()

    assert images(FRAME, cuts, watch) == [PICTURE]
    assert watch.files == [PICTURE]


@given(cuts=st.lists(st.integers(0, 1800), max_size=12))
def test_several_pictures_on_several_lines_come_out_in_their_order(cuts):
    watch = Watch()

    assert images(TWO, cuts, watch) == [PICTURE, ODD]
    assert watch.files == [PICTURE, ODD]


def test_byte_by_byte_changes_nothing():
    assert images(FRAME, range(len(FRAME) + 20)) == [PICTURE]


def test_the_text_of_a_picture_that_was_taken_out_is_gone():
    text, pictures = arrive(FRAME.encode(), range(0, 1200, 100))

    assert len(text) < 120
    assert list(pictures.values()) == [PICTURE]


TOLERATED = {
    "data url": f"data:image/png;base64,{ODD_TEXT}",
    "url-safe": ODD_TEXT.replace("+", "-").replace("/", "_"),
    "unpadded": ODD_TEXT.rstrip("="),
    "lines": "\n".join(ODD_TEXT[at : at + 76] for at in range(0, len(ODD_TEXT), 76)),
}


@pytest.mark.parametrize("kind", TOLERATED)
@given(cuts=st.lists(st.integers(0, 300), max_size=6))
def test_what_is_not_strictly_base64_is_left_to_those_who_take_it(kind, cuts):
    data = json.dumps({"type": "image", "b64_json": TOLERATED[kind], "size": "8x8"})

    assert images(data, cuts) == [ODD]


@given(cuts=st.lists(st.integers(0, 300), max_size=6))
def test_escaped_slashes_are_left_to_json(cuts):
    data = json.dumps({"b64_json": ODD_TEXT}).replace("/", "\\/")

    assert images(data, cuts) == [ODD]


@pytest.mark.parametrize("cut", range(36))
def test_text_after_its_padding_is_given_up_wherever_it_is_cut(cut):
    data = b'{"b64_json": "QUJDQQ==QUJD", "n": 1}'

    assert arrive(data, [cut]) == (data, {})


broken = st.sampled_from(["AA==BBBB", "AAAA*AAA", "AAAAA", 'AAAA\\"AA', "AA==", "=", "", "AAAA\n"])


@given(value=broken, lead=st.integers(0, 9), cuts=st.lists(st.integers(0, 60), max_size=8))
def test_text_that_is_given_up_is_the_text_that_came(value, lead, cuts):
    data = f'{{"b64_json": "{"QUJD" * lead}{value}", "size": "8x8"}}'.encode()

    text, pictures = arrive(data, cuts)

    for mark, content in pictures.items():
        text = text.replace(mark.encode(), base64.b64encode(content))
    assert text == data


@given(cuts=st.lists(st.integers(0, 600), max_size=4))
def test_a_frame_cut_within_its_picture_keeps_its_text(cuts):
    data = FRAME[:600].encode()

    assert arrive(data, cuts) == (data, {})


def test_words_about_pictures_are_no_pictures():
    words = json.dumps({"revised_prompt": 'say "b64_json": "AAAA"', "b64_json_too": "AAAA"})

    assert arrive(words.encode()) == (words.encode(), {})
