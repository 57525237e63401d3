"""Layers for Photoshop, where the optional extra `psd` is installed."""

from __future__ import annotations

import io

import cv2
import numpy as np
from PIL import Image

from inpaint_studio.errors import ExportError
from inpaint_studio.export.formats import has_psd
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.openraster import Project

MAX_EDGE = 30_000  # Adobe Photoshop File Formats Specification, file header section


def encode_psd(project: Project) -> bytes:
    """The project as a PSD file: source, edits with alpha and opacity, the mask hidden.

    Raises:
        ExportError: the extra is missing, or the picture too large for the format.
    """
    if not has_psd():
        raise ExportError("PSD needs an extra", "Install it with: pip install inpaint-studio[psd]")
    if max(project.source.size) > MAX_EDGE:
        raise ExportError("The picture is too large for PSD", "Save a project (.ora) instead.")
    from psd_tools import PSDImage

    file = PSDImage.new("RGB", project.source.size)
    _layer(file, project.source.pixels, project.source.name, 0, 0)
    for number, edit in enumerate(project.edits, start=1):
        pixels = _with_alpha(edit.pixels, edit.blend)
        layer = _layer(file, pixels, f"Edit {number}", edit.box.x0, edit.box.y0)
        layer.opacity = round(edit.opacity * 255)
        layer.visible = edit.visible
    mask = np.asarray(cv2.cvtColor(project.mask, cv2.COLOR_GRAY2BGRA), np.uint8)
    _layer(file, _with_alpha(mask, project.mask), "Mask", 0, 0).visible = False
    buffer = io.BytesIO()
    file.save(buffer)
    return buffer.getvalue()


def _layer(file, pixels: Pixels, name: str, left: int, top: int):  # type: ignore[no-untyped-def]
    image = Image.fromarray(np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGRA2RGBA), np.uint8))
    return file.create_pixel_layer(image, name=name, top=top, left=left)


def _with_alpha(pixels: Pixels, alpha: Pixels) -> Pixels:
    return np.asarray(cv2.merge([*cv2.split(pixels)[:3], alpha]), np.uint8)
