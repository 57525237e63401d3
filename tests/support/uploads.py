"""Small uploads and what came back."""

import base64
import io
import json

import numpy as np
from PIL import Image

WIDTH, HEIGHT = 72, 56


def source():
    """H×W×3 RGB with grain."""
    ramp = np.linspace(30, 200, WIDTH)[None, :, None] * np.array([0.5, 1.0, 0.8])
    grain = np.random.default_rng(3).integers(0, 40, (HEIGHT, WIDTH, 3))
    return np.clip(ramp + grain, 0, 255).astype(np.uint8)


def hole() -> np.ndarray:
    """H×W bool."""
    area = np.zeros((HEIGHT, WIDTH), bool)
    area[18:36, 24:48] = True
    return area


def png(pixels: np.ndarray) -> bytes:
    return saved(pixels, "PNG")


def saved(pixels: np.ndarray, kind: str, **choices) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, kind, **choices)
    return buffer.getvalue()


def alpha_mask(area: np.ndarray | None = None) -> bytes:
    """Transparent black where to edit: OpenAI's convention and nobody else's."""
    area = hole() if area is None else area
    mask = np.zeros((*area.shape, 4), np.uint8)
    mask[..., 3] = np.where(area, 0, 255)
    return png(mask)


def image_part(name: str = "image", content: bytes | None = None):
    return (name, ("source.png", content or png(source()), "image/png"))


def mask_part(name: str = "mask", content: bytes | None = None):
    return (name, ("mask.png", content or alpha_mask(), "image/png"))


def standard():
    return [image_part(), mask_part()]


def decoded(content: bytes) -> np.ndarray:
    with Image.open(io.BytesIO(content)) as image:
        return np.asarray(image)


def results(body: dict) -> list[np.ndarray]:
    return [decoded(base64.b64decode(item["b64_json"])) for item in body["data"]]


def frames(text: str) -> list[tuple[str, dict]]:
    """Event names and data of a stream, by the simplest reading of the standard."""
    found = []
    for block in filter(None, text.split("\n\n")):
        name, data = block.split("\n")
        found.append((name.removeprefix("event: "), json.loads(data.removeprefix("data: "))))
    return found


def is_filled(result: np.ndarray) -> bool:
    """Whether the source is kept outside the hole, and only there."""
    kept = np.array_equal(result[~hole()][:, :3], source()[~hole()])
    return kept and not np.array_equal(result[hole()][:, :3], source()[hole()])
