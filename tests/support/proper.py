"""What a well-behaved server answers: pictures that fit the request, plain or as a stream."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass

from PIL import Image, ImageChops, UnidentifiedImageError

from tests.support.http_server import Asked
from tests.support.replies import STREAM_HEAD, b64, completed, http_bytes, partial

NO_PICTURE_SIZE = (64, 48)
MODELS = {"object": "list", "data": [{"id": "gpt-image-2", "object": "model"}]}


@dataclass(frozen=True)
class Proper:
    """The answer to one request: its pictures, and how it wants them."""

    images: list[bytes]
    partials: list[bytes]
    is_streamed: bool

    @property
    def frames(self) -> list[bytes]:
        return [*map(partial, range(len(self.partials)), self.partials), completed(self.images[0])]

    @property
    def body(self) -> bytes:
        """The JSON of a plain answer."""
        data = [{"b64_json": b64(image)} for image in self.images]
        return json.dumps({"created": 7, "data": data}).encode()

    @property
    def whole(self) -> bytes:
        """All of it, as it goes over the wire."""
        if self.is_streamed:
            return STREAM_HEAD + b"".join(self.frames)
        return http_bytes(self.body)


def proper(asked: Asked) -> Proper:
    """The answer to an edit; a request without readable pictures gets grey ones."""
    fields, source, hole = asked.fields, _sent(asked, "image"), _sent(asked, "mask")
    result = _painted(source, hole).resize(_size(fields.get("size", ""), source.size))
    count = int(fields.get("n", "1"))
    partials = int(fields.get("partial_images", "0"))
    return Proper(
        images=[_png(_shifted(result, 20 * k)) for k in range(count)],
        partials=[_png(_shifted(result, 100 - 20 * k)) for k in range(partials)],
        is_streamed=fields.get("stream") == "true",
    )


def models() -> bytes:
    """The answer to `GET /models`."""
    return http_bytes(json.dumps(MODELS).encode())


def _sent(asked: Asked, name: str) -> Image.Image:
    for file in asked.files:
        if file.name.partition("[")[0] == name:
            try:
                with Image.open(io.BytesIO(file.value)) as opened:
                    return opened.convert("RGBA")
            except UnidentifiedImageError:
                break
    return Image.new("RGBA", NO_PICTURE_SIZE, (128, 128, 128, 255))


def _painted(source: Image.Image, mask: Image.Image) -> Image.Image:
    """The picture with the colours inverted where the mask is transparent."""
    hole = ImageChops.invert(mask.getchannel("A")).resize(source.size)
    colours = source.convert("RGB")
    return Image.composite(ImageChops.invert(colours), colours, hole)


def _size(stated: str, default: tuple[int, int]) -> tuple[int, int]:
    width, _, height = stated.partition("x")
    return (int(width), int(height)) if width.isdigit() and height.isdigit() else default


def _shifted(image: Image.Image, by: int) -> Image.Image:
    return ImageChops.add(image, Image.new("RGB", image.size, (by, by, by)))


def _png(image: Image.Image) -> bytes:
    file = io.BytesIO()
    image.save(file, "PNG", compress_level=1)
    return file.getvalue()
