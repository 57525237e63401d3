"""Contract §2, fault rows 15 and 16: events are the same however the bytes arrive."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpaint_studio.contract.sse import ServerEvent, SseDecoder, encode
from inpaint_studio.errors import ProtocolError

STREAM = (
    b"\xef\xbb\xbf: ping\n\n"
    b"event: image_edit.partial_image\r\ndata: {\"a\":\r\ndata:1}\r\n\r\n"
    b"id: 7\rretry: 1500\rdata: caf\xc3\xa9\r\r"
    b"data\n\n"
    b"event: nothing\n\n"
    b"unknown: field\ndata:  two spaces\n\n"
    b": ping\n\n"
    b"data: [DONE]\n\n"
)  # fmt: skip
EVENTS = [
    ServerEvent(b'{"a":\n1}', "image_edit.partial_image"),
    ServerEvent("café".encode(), "", "7"),
    ServerEvent(b"", "", "7"),
    ServerEvent(b" two spaces", "", "7"),
    ServerEvent(b"[DONE]", "", "7"),
]


def decode(*chunks, limit=1_000_000):
    decoder = SseDecoder(limit)
    events = [event for chunk in chunks for event in decoder.feed(chunk)]
    return events + list(decoder.finish())


def test_a_stream_with_everything_servers_send():
    assert decode(STREAM) == EVENTS


@pytest.mark.parametrize("cut", range(len(STREAM) + 1))
def test_a_split_at_any_byte_changes_nothing(cut):
    assert decode(STREAM[:cut], b"", STREAM[cut:]) == EVENTS


def test_byte_by_byte_changes_nothing():
    assert decode(*(STREAM[at : at + 1] for at in range(len(STREAM)))) == EVENTS


line_ends = st.sampled_from([b"\n", b"\r", b"\r\n"])
lines = st.sampled_from([b"", b":c", b"data: x", b"data:y", b"event: e", b"id: 1", b"data", b"z"])
streams = st.lists(st.tuples(lines, line_ends), max_size=30).map(
    lambda pairs: b"".join(line + end for line, end in pairs)
)


@given(stream=streams, cuts=st.lists(st.integers(0, 200), max_size=8))
def test_any_stream_in_any_pieces_equals_the_whole(stream, cuts):
    places = sorted({0, len(stream), *(min(cut, len(stream)) for cut in cuts)})
    chunks = [stream[a:b] for a, b in itertools.pairwise(places)]

    assert decode(*chunks) == decode(stream) == _reference(stream)


def _reference(stream):
    """The standard's algorithm, said as plainly as it goes."""
    text = stream.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    events: list[ServerEvent] = []
    data: list[bytes] = []
    name, last_id = "", None
    for line in [*text.split(b"\n"), b""]:
        field, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if not line:
            if data:
                events.append(ServerEvent(b"\n".join(data), name, last_id))
            data, name = [], ""
        elif field == b"data":
            data.append(value)
        elif field == b"event":
            name = value.decode()
        elif field == b"id":
            last_id = value.decode()
    return events


def test_an_event_without_its_closing_blank_line_is_kept():
    assert decode(b"data: x") == [ServerEvent(b"x")]
    assert decode(b"data: x\n") == [ServerEvent(b"x")]


def test_a_huge_event_is_refused_while_it_arrives():
    with pytest.raises(ProtocolError, match="too large"):
        decode(b"data: ", *([b"x" * 100] * 100), limit=5_000)


def test_many_small_lines_of_one_event_count_together():
    with pytest.raises(ProtocolError):
        decode(*([b"data: xxxx\n"] * 1000), limit=5_000)


def test_endless_comments_are_no_event():
    assert decode(*([b": ping ping ping\n"] * 1000), b"data: x\n\n", limit=500) == [
        ServerEvent(b"x")
    ]


@given(name=st.sampled_from(["", "image_edit.completed"]), data=st.text(min_size=1))
def test_encoded_events_come_back(name, data):
    expected = "\n".join(
        data.encode().decode().replace("\r\n", "\n").replace("\r", "\n").split("\n")
    )

    (event,) = decode(encode(name, data))

    assert event.name == name
    assert event.data.rstrip(b"\n") == expected.encode().rstrip(b"\n")
