"""The panel's small type: heads of sections and labels of rows."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from inpaint_studio.ui.theme import section_font


def section_head(words: str) -> QLabel:
    """The head of a section in small capitals."""
    head = QLabel(words)
    head.setObjectName("sectionHead")
    head.setFont(section_font(head.font()))
    return head


def row_label(words: str) -> QLabel:
    """The label left of a control."""
    label = QLabel(words)
    label.setObjectName("dim")
    return label
