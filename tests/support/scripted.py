"""A scripted endpoint behind a whole window, and pictures for it to answer with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

import numpy as np
from PIL import Image

from inpaint_studio.app import Studio
from inpaint_studio.contract.params import EditParams
from inpaint_studio.contract.sizes import SizeRule
from inpaint_studio.runs.request import take_snapshot
from inpaint_studio.runs.run import Endpoint as Reached
from inpaint_studio.runs.run import EndpointSource, Run
from tests.support import scenes
from tests.support.misbehaving import Endpoint, misbehaving
from tests.support.replies import Reply

PARAMS = EditParams(
    prompt="a red door", model="gpt-image-2", size="frame", partial_images=2, stream=True
)
FRAME = (136, 120)
"""What is sent of `scenes.open_masked_photo`: results of other sizes have to be scaled."""


@dataclass(frozen=True)
class Scripted:
    """What `Runs.submit` takes as endpoint; `endpoint` remembers what it was asked."""

    endpoint: Endpoint

    async def __call__(self) -> Reached:
        return Reached(self.endpoint.profile(name="Scripted"), "sk-secret-key")


@contextmanager
def scripted(*replies: Reply) -> Iterator[Scripted]:
    """An endpoint on loopback that answers request k with reply k."""
    with misbehaving(*replies) as endpoint:
        yield Scripted(endpoint)


async def submit(studio: Studio, there: EndpointSource, params: EditParams = PARAMS) -> Run:
    """Begin a run there with the mask as it is; the run, once it has begun."""
    runs, document = studio.session.runs, studio.session.editor.document
    assert document is not None
    before = len(runs.runs)
    runs.submit(take_snapshot(document, "id", params, SizeRule()), there)
    await scenes.until(runs.run_added, lambda: len(runs.runs) > before)
    return runs.runs[-1]


def encoded(colour: tuple[int, ...], size: tuple[int, int], kind: str = "PNG") -> bytes:
    """A picture file of one colour; three numbers are RGB, four RGBA, one is grey."""
    pixels = np.empty((size[1], size[0], len(colour)), np.uint8)
    pixels[:] = colour
    buffer = BytesIO()
    Image.fromarray(pixels.squeeze()).save(buffer, kind)
    return buffer.getvalue()


GREEN = encoded((0, 200, 0), FRAME)
"""A result of the size that is sent."""
