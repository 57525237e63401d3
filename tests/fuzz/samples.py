"""Whole samples of what is damaged: a picture, and what an endpoint answers with it."""

from __future__ import annotations

import io
import json
from functools import cache

import numpy as np
from PIL import Image

from tests.support.replies import b64, completed, partial

SIZE = (24, 16)


@cache
def picture(kind: str = "PNG", mode: str = "RGBA") -> bytes:
    noise = np.random.default_rng(4).integers(0, 255, (SIZE[1], SIZE[0], 4), np.uint8)
    file = io.BytesIO()
    Image.fromarray(noise).convert(mode).save(file, kind)
    return file.getvalue()


@cache
def stream_sample() -> bytes:
    usage = {"input_tokens": 3, "output_tokens": 4, "total_tokens": 7}
    return b": hi\n\n" + partial(0, picture()) + completed(picture(), usage=usage, size="24x16")


@cache
def answer_sample() -> bytes:
    data = [{"b64_json": b64(picture()), "revised_prompt": "a"}, {"url": "https://a.test/1.png"}]
    usage = {"input_tokens": 3, "input_tokens_details": {"text_tokens": 1}}
    return json.dumps({"created": 7, "data": data, "usage": usage, "size": "24x16"}).encode()
