"""What the frame's label says: what is sent, how sharp, and what comes of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from inpaint_studio.picture.frame import Frame
from inpaint_studio.picture.geometry import Box
from inpaint_studio.session.session import Session
from inpaint_studio.ui.style.figures import in_order, measure, number_text, size_text


def frame_label(session: Session, frames: Sequence[Frame]) -> str:
    """The label of the first of `frames`; the others follow it, to fill a large extension."""
    document, frame = session.editor.document, frames[0]
    assert document is not None
    words = [
        _tr("{0} sent").format(size_text(*frame.sent)),
        in_order(f"{number_text(frame.scale, 2)}×"),
    ]
    if document.pending_extension.is_nothing:
        words.append(_context(frame, session.mask.box))
    else:
        grown = document.pending_extension.extended(document.size)
        words.append(_tr("becomes {0}").format(size_text(*grown)))
    if len(frames) > 1:
        words.append(_tr("first of {0} parts").format(len(frames)))
    return " · ".join(words)


def _context(frame: Frame, mask_box: Box) -> str:
    """Which part of the frame the model is shown only to fit in with."""
    masked = mask_box.intersect(frame.box)
    share = 1 - masked.width * masked.height / (frame.box.width * frame.box.height)
    return _tr("{0} context").format(measure(number_text(share * 100), "%"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("FrameLabel", text)
