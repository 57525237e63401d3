"""The words of the request's fields as the panel writes them."""

from __future__ import annotations

from inpaint_studio.phrase import Phrase
from inpaint_studio.ui.style.i18n import translate

_LABELS = {
    "": Phrase("Default"),
    "auto": Phrase("Auto"),
    "low": Phrase("Low"),
    "medium": Phrase("Med"),
    "high": Phrase("High"),
    "xhigh": Phrase("Extra high"),
    "max": Phrase("Max"),
    "opaque": Phrase("Opaque"),
    "transparent": Phrase("Transp."),
    "png": "PNG",
    "jpeg": "JPEG",
    "webp": "WebP",
    "gif": "GIF",
    "svg": "SVG",
    "b64_json": "Base64",
    "url": "URL",
}


def label_of(value: str) -> str:
    """A value as the panel writes it; unknown ones as they are."""
    return translate(_LABELS[value]) if value in _LABELS else value
