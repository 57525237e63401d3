"""Pictures and holes the engine tests work on."""

import numpy as np

from inpaint_studio.engine import FillJob, PatchMatchEngine
from inpaint_studio.engine.protocol import Pixels


def meadow(width, height):
    """A sky-to-grass gradient with grain: texture a fill can continue."""
    grain = np.random.default_rng(7).integers(0, 50, (height, width, 3))
    slope = np.linspace(20, 180, height)[:, None, None] * np.array([0.4, 1.0, 0.7])
    return np.clip(slope + grain, 0, 255).astype(np.uint8)


def ellipse(width, height, share=0.1):
    """A hole in the middle that covers about `share` of the picture."""
    y, x = np.mgrid[:height, :width]
    radius = (share / np.pi) ** 0.5
    return ((x - width / 2) / (width * radius)) ** 2 + (
        (y - height / 2) / (height * radius)
    ) ** 2 < 1


def run(engine: PatchMatchEngine, image: Pixels, hole: np.ndarray, **choices) -> Pixels:
    """The result of a fill nobody watches or cancels."""
    known = choices.pop("known", np.ones_like(hole))
    job = FillJob(image, hole, known, **choices)
    return engine.fill(job, lambda stage: None, lambda: False).image
