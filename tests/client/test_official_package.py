"""Contract §1.1: our request beside the official package's, part by part, on the same endpoint."""

import asyncio
import io

import pytest

from inpaint_studio.client import EditClient
from tests.support.misbehaving import Endpoint
from tests.support.one_edit import collect, image, request
from tests.support.replies import answer, completed, partial, picture, stream

SOURCE, MASK = picture("source"), picture("mask")
CHOICES = {
    "n": 2, "size": "1024x1024", "quality": "high", "background": "opaque",
    "output_format": "webp", "output_compression": 80, "user": "me",
}  # fmt: skip


def named(name, data):
    file = io.BytesIO(data)
    file.name = name
    return file


async def both(reply, sources, theirs, **choices):
    """The same edit by the package and by us; both requests as the endpoint saw them."""
    openai = pytest.importorskip("openai")  # seconds that no other process of the suite need pay
    async with Endpoint([reply]) as endpoint:
        async with openai.AsyncOpenAI(api_key="sk-a", base_url=endpoint.base_url) as package:
            result = await package.images.edit(
                model="gpt-image-2", prompt="a red door", mask=named("m.png", MASK),
                image=theirs, **choices,
            )  # fmt: skip
            if choices.get("stream"):
                async for _ in result:
                    pass
        client = EditClient()
        asked = request(*sources, mask=image("m.png", content=MASK), **choices)
        outcome = await collect(client, endpoint.profile(max_streamed_n=10), asked)
        await client.aclose()
        assert outcome.error is None
        return endpoint.asked


def parts(asked):
    return sorted((p.name, p.value, p.filename, p.media_type) for p in asked.parts if p.filename)


@pytest.mark.parametrize("several", [False, True])
def test_the_file_parts_are_the_same(several):
    sources = [image(f"{k}.png", content=SOURCE) for k in range(1 + several)]
    theirs = [named(source.name, source.content) for source in sources]

    package, ours = asyncio.run(both(answer(picture()), sources, theirs if several else theirs[0]))

    assert parts(ours) == parts(package)


@pytest.mark.parametrize("streamed", [{}, {"stream": True, "partial_images": 2}])
def test_the_fields_are_the_same(streamed):
    reply = (
        stream(partial(0), completed(), completed(picture(2))) if streamed else answer(picture())
    )
    sources = [image("a.png", content=SOURCE)]

    package, ours = asyncio.run(
        both(reply, sources, named("a.png", SOURCE), **CHOICES, **streamed)
    )  # fmt: skip

    assert ours.fields == package.fields
    assert ours.headers["authorization"][:7] == package.headers["authorization"][:7]
