"""Pictures are taken out of JSON that is still coming, whatever pieces it comes in."""

import base64
import itertools
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpaint_studio.contract import wire
from inpaint_studio.contract.incremental_json import IncrementalJson, PictureJson, read_json
from inpaint_studio.contract.sse import SseDecoder, encode
from inpaint_studio.errors import ProtocolError

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
    arriving = IncrementalJson(watch)
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
    received = wire.parse_event(event)
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
    "spaces": ODD_TEXT[:80] + "  " + ODD_TEXT[80:],
    "lines": "\n".join(ODD_TEXT[at : at + 76] for at in range(0, len(ODD_TEXT), 76)),
}


@pytest.mark.parametrize("kind", TOLERATED)
@given(cuts=st.lists(st.integers(0, 300), max_size=6))
def test_what_is_not_strictly_base64_is_left_to_those_who_take_it(kind, cuts):
    data = json.dumps({"type": "image", "b64_json": TOLERATED[kind], "size": "8x8"})

    assert images(data, cuts) == [ODD]


def test_line_breaks_that_json_forbids_are_tolerated():
    data = '{"b64_json": "' + TOLERATED["lines"] + '"}'

    assert images(data) == [ODD]
    assert wire.parse_response(data.encode()).images[0].image == ODD


@given(cuts=st.lists(st.integers(0, 300), max_size=6))
def test_escaped_slashes_are_left_to_json(cuts):
    data = json.dumps({"b64_json": ODD_TEXT}).replace("/", "\\/")

    assert images(data, cuts) == [ODD]


@pytest.mark.parametrize("cut", range(36))
def test_text_after_its_padding_is_given_up_wherever_it_is_cut(cut):
    data = b'{"b64_json": "QUJDQQ==QUJD", "n": 1}'

    assert arrive(data, [cut]) == (data, {})


broken = st.sampled_from(["AA==BBBB", "AAAA*AAA", "AAAAA", 'AAAA\\"AA', "AA==", ""])


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


texts = (
    st.binary(max_size=30).map(lambda data: base64.b64encode(data).decode())
    | st.sampled_from(
        ["", "=", "QUJD", "QUJD=", "QUJDQQ==QUJD", "AAAA*AAA", '\\"b64_json\\": \\"QUJD']
    )
    | st.sampled_from(sorted(TOLERATED.values()))
    | st.text(max_size=12)
)
values = st.recursive(
    texts,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["b64_json", "data", 'a"b64_json', "url"]), inner, max_size=3
        )
    ),
    max_leaves=8,
)


def found(parsed):
    """The value with the file, or the error, of each picture in its place."""

    def look(value, key=None):
        if isinstance(value, list):
            return [look(item) for item in value]
        if isinstance(value, dict):
            return {key: look(item, key) for key, item in value.items() if key != 'a"b64_json'}
        return picture(value) if key == "b64_json" else value

    def picture(text):
        try:
            return parsed.picture(text)
        except ProtocolError as error:
            return str(error)

    return look(parsed.value)


@given(
    value=values,
    escaped=st.booleans(),
    indent=st.none() | st.integers(0, 30),
    cuts=st.lists(st.integers(0, 2000), max_size=12),
)
def test_whole_or_in_pieces_it_is_what_json_says(value, escaped, indent, cuts):
    text = json.dumps(value, indent=indent, ensure_ascii=False)
    data = (text.replace("/", "\\/") if escaped else text).encode("utf-8", "replace")

    by_json = found(PictureJson(json.loads(data), {}))

    assert found(read_json(data)) == by_json
    assert found(read_json(*arrive(data, cuts))) == by_json


def test_no_text_of_a_server_s_passes_for_a_picture_taken_out():
    (mark,) = arrive(FRAME.encode())[1]
    for guess in ("\ue000arrived 0", re.sub("[0-9a-f]{16}", "0" * 16, mark)):
        escaped = f"\\u{ord(guess[0]):04x}{guess[1:]}"  # base64 no more, so it stays in the JSON
        data = f'{{"data": [{{"b64_json": "{TEXT}"}}, {{"b64_json": "{escaped}"}}]}}'

        first, second = found(read_json(*arrive(data.encode())))["data"]

        assert first["b64_json"] == PICTURE
        assert second["b64_json"] != PICTURE


def test_words_about_pictures_are_no_pictures():
    words = json.dumps({"revised_prompt": 'say "b64_json": "AAAA"', "b64_json_too": "AAAA"})

    assert arrive(words.encode()) == (words.encode(), {})
