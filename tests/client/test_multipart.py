"""Whatever is put into a body comes out of it again, by a parser nobody here wrote."""

from __future__ import annotations

import asyncio

from hypothesis import given, settings
from hypothesis import strategies as st

from inpaint_studio.client.multipart import Multipart
from inpaint_studio.contract.params import InputImage
from tests.support.http_server import parse_multipart

names = st.from_regex(r"[a-z_]{1,12}(\[\])?", fullmatch=True)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
contents = st.binary(max_size=400) | st.just(b"\r\n--") | st.just(b"--\r\n")
fields = st.lists(st.tuples(names, texts), max_size=5)
files = st.lists(
    st.tuples(names, st.builds(InputImage, st.just("a.png"), st.just("image/png"), contents)),
    max_size=4,
)


@given(fields, files)
@settings(max_examples=50)
def test_multipart_round_trip(
    wanted: list[tuple[str, str]], pictures: list[tuple[str, InputImage]]
) -> None:
    body = Multipart(wanted, pictures)
    data = asyncio.run(_joined(body))
    assert len(data) == body.content_length
    parts = parse_multipart(body.content_type, data)
    assert [(part.name, part.value) for part in parts] == [
        *[(name, value.encode()) for name, value in wanted],
        *[(name, picture.content) for name, picture in pictures],
    ]


async def _joined(body: Multipart) -> bytes:
    return b"".join([chunk async for chunk in body])
