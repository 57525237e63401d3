"""The window's small type: heads of sections, labels of rows, words beside what matters."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from inpaint_studio.ui.style.theme import section_font


def section_head(words: str) -> QLabel:
    """The head of a section in small capitals."""
    head = QLabel(words)
    head.setObjectName("sectionHead")
    head.setFont(section_font(head.font()))
    return head


def dim_label(words: str = "", *, wraps: bool = False) -> QLabel:
    """Words that stand back: the label left of a control, a hint."""
    label = QLabel(words)
    label.setObjectName("dim")
    label.setWordWrap(wraps)
    return label


def error_label() -> QLabel:
    """Where it is said, below a control, what is wrong with it; hidden until then."""
    label = QLabel()
    label.setProperty("tone", "error")
    label.setWordWrap(True)
    label.hide()
    return label


def set_tone(widget: QLabel, tone: str) -> None:
    """Colour words by what they are: next, problem, error; see the stylesheet."""
    widget.setProperty("tone", tone)
    widget.style().polish(widget)
