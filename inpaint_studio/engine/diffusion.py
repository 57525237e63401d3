"""An inpainting pipeline of the person's own as an engine: it follows the prompt.

The pipeline is a folder in the form of the diffusers library, read from disk alone. torch and
diffusers are the extra `diffusers`; they are imported when a pipeline is opened, never before.
"""

from __future__ import annotations

import importlib.util
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from inpaint_studio.engine.crop import crop_around, cut, put_back
from inpaint_studio.engine.levels import first_level
from inpaint_studio.engine.protocol import FillCancelled, FillJob, Pixels, Progress, Stage
from inpaint_studio.errors import ImageError, StudioError

METHOD = "diffusion"
NOTHING_TO_DO = "none"

LIBRARIES = ("torch", "diffusers", "transformers")
STEPS = {"low": 15, "medium": 30, "high": 50}

MULTIPLE = 16
"""Of edges in pixels: latents are an eighth of the picture, and some models pair them."""

LOOK_EVERY_S = 0.02
"""How often a waiting caller looks whether the result is still wanted."""

Size = tuple[int, int]


class DiffusionEngine:
    """Fills holes with what a prompt says; one at a time, as a pipeline holds one picture's work.

    The surroundings of the hole are scaled to the size the model was made for and back. A cancel
    takes effect at the end of a step.
    """

    follows_prompt = True

    def __init__(self, folder: Path) -> None:
        """Open the pipeline in a folder; blocks for as long as its weights take to read.

        Raises:
            StudioError: it is none, or the libraries are not installed.
        """
        self.model = folder.resolve().name
        self.note = "A diffusion model of this machine; follows the prompt."
        self._pipeline = _opened(folder)
        self._turn = threading.Lock()
        self._closed = threading.Event()

    def warm(self) -> None:
        """Nothing is left to prepare."""

    def close(self) -> None:
        """End running fills at their next step."""
        self._closed.set()

    def fill(self, job: FillJob, progress: Progress, is_cancelled: Callable[[], bool]) -> Stage:
        """Return the picture with made pixels in its hole; see `Engine.fill`.

        Raises:
            FillCancelled: `is_cancelled` turned true, or the engine was closed.
            MemoryError: the machine could not hold the work.
            ImageError: the pipeline's safety checker refused what was made.
        """
        if not job.hole.any():
            return Stage(job.image.copy(), 1.0, NOTHING_TO_DO)
        crop = crop_around(job)
        part = cut(job, crop)

        def whole(made: Pixels, fraction: float) -> Stage:
            fitted = _scaled(made, part.hole.shape)
            return Stage(put_back(job, crop, fitted), fraction, METHOD)

        def is_unwanted() -> bool:
            return self._closed.is_set() or is_cancelled()

        with self._own_turn(is_unwanted):
            steps = _Steps(self._pipeline, part, lambda *made: progress(whole(*made)), is_unwanted)
            return whole(_made(self._pipeline, part, steps), 1.0)

    @contextmanager
    def _own_turn(self, is_unwanted: Callable[[], bool]) -> Iterator[None]:
        while not self._turn.acquire(timeout=LOOK_EVERY_S):
            if is_unwanted():
                raise FillCancelled
        try:
            yield
        finally:
            self._turn.release()


class _Steps:
    """Watches a pipeline at work: shows what there is to see, and stops it."""

    def __init__(
        self,
        pipeline: Any,
        job: FillJob,
        show: Callable[[Pixels, float], None],
        is_unwanted: Callable[[], bool],
    ) -> None:
        self.count = STEPS.get(job.quality, STEPS["medium"])
        self._pipeline = pipeline
        self._show = show
        self._is_unwanted = is_unwanted
        self._shown = {
            self.count * part // (job.partials + 1) for part in range(1, job.partials + 1)
        }

    def ended(
        self, _pipeline: Any, index: int, _timestep: Any, state: dict[str, Any]
    ) -> dict[str, Any]:
        """Take the end of step `index`, counted from 0; the pipeline's own signature.

        Raises:
            FillCancelled: nobody wants the result any more.
        """
        if self._is_unwanted():
            raise FillCancelled
        done = index + 1
        if done in self._shown and done < self.count:
            preview = _preview(self._pipeline, state["latents"])
            if preview is not None:
                self._show(preview, done / self.count)
        return state


def _opened(folder: Path) -> Any:
    """The pipeline in a folder, on the quickest device there is."""
    _demand_libraries()
    if not (folder / "model_index.json").is_file():
        raise _no_pipeline(folder, "it holds no model_index.json")
    _quieten()
    import torch
    from diffusers import AutoPipelineForInpainting
    from safetensors import SafetensorError

    device = _device(torch)
    kind = torch.float32 if device == "cpu" else torch.float16
    try:
        pipeline = AutoPipelineForInpainting.from_pretrained(
            str(folder),
            dtype=kind,
            local_files_only=True,
            use_safetensors=True,  # the other format runs code when it is read
        )
    except (OSError, ValueError, ImportError, SafetensorError) as fault:
        raise _no_pipeline(folder, str(fault).splitlines()[0]) from fault
    pipeline.set_progress_bar_config(disable=True)
    return pipeline.to(device)


def _demand_libraries() -> None:
    missing = [name for name in LIBRARIES if importlib.util.find_spec(name) is None]
    if missing:
        raise StudioError(
            f"A model folder needs {', '.join(missing)}",
            "Install what is missing with: pip install 'inpaint-studio[diffusers]'",
        )


def _quieten() -> None:
    """The libraries tell of parts that no pipeline here uses, and draw bars of progress."""
    from diffusers.utils import logging as of_diffusers
    from transformers.utils import logging as of_transformers

    for logging in (of_transformers, of_diffusers):
        logging.set_verbosity_error()
        logging.disable_progress_bar()


def _no_pipeline(folder: Path, reason: str) -> StudioError:
    return StudioError(
        f"No inpainting pipeline could be opened in {folder}",
        f"{reason}\nName a folder as diffusers' save_pretrained writes it, with safetensors.",
    )


def _device(torch: Any) -> str:
    if torch.cuda.is_available():
        return "cuda"
    return "mps" if torch.backends.mps.is_available() else "cpu"


def _made(pipeline: Any, job: FillJob, steps: _Steps) -> Pixels:
    """H×W×3 RGB uint8 at the size the model works at."""
    import torch

    height, width = _work_size(pipeline, job.hole.shape)
    known = first_level(job.image, job.hole, job.known).image
    mask = cv2.resize(job.hole.astype(np.float32), (width, height), interpolation=cv2.INTER_AREA)
    try:
        made = pipeline(
            prompt=job.prompt,
            image=Image.fromarray(_scaled(known, (height, width))),
            mask_image=Image.fromarray(np.where(mask > 0, np.uint8(255), np.uint8(0))),
            height=height,
            width=width,
            num_inference_steps=steps.count,
            generator=torch.Generator("cpu").manual_seed(job.seed),
            output_type="np",
            callback_on_step_end=steps.ended,
        )
    except torch.OutOfMemoryError as fault:
        raise MemoryError(f"the model has no room for {width} × {height} pixels") from fault
    if any(getattr(made, "nsfw_content_detected", None) or ()):
        raise ImageError(
            "The model's safety checker refused the result", "Try another prompt or another seed."
        )
    return _bytes(made.images[0])


def _work_size(pipeline: Any, shape: Size) -> Size:
    """Height and width of about as many pixels as the model was made for, in the same shape."""
    denoiser = getattr(pipeline, "unet", None) or pipeline.transformer
    edge = int(getattr(denoiser.config, "sample_size", None) or 64) * pipeline.vae_scale_factor
    scale = edge / (shape[0] * shape[1]) ** 0.5
    height, width = (
        min(max(round(length * scale / MULTIPLE) * MULTIPLE, MULTIPLE), 4 * edge)
        for length in shape
    )
    return height, width


def _preview(pipeline: Any, latents: Any) -> Pixels | None:
    """What the latents of a step show; None where a model packs them in a way of its own."""
    import torch

    config = pipeline.vae.config
    if latents.ndim != 4 or latents.shape[1] != config.latent_channels:
        return None
    shift = getattr(config, "shift_factor", None) or 0.0
    with torch.no_grad():
        decoded = pipeline.vae.decode(latents / config.scaling_factor + shift).sample
    return _bytes(pipeline.image_processor.postprocess(decoded, output_type="np")[0])


def _scaled(image: Pixels, shape: Size) -> Pixels:
    height, width = shape
    shrinks = height * width < image.shape[0] * image.shape[1]
    way = cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(image, (width, height), interpolation=way), dtype=np.uint8)


def _bytes(unit: NDArray[np.float32]) -> Pixels:
    return np.clip(np.rint(unit * 255), 0, 255).astype(np.uint8)
