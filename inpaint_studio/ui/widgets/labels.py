"""The window's words: labels, whose text is text, and its small type.

Names, prompts and a server's words come to be shown here. Qt would read them as HTML, fetch the
pictures they name, and obey the characters that turn what stands beside them.
"""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from inpaint_studio.ui.style.theme import section_font
from inpaint_studio.visible_text import visible

_PLAIN = 0
"""Qt.TextFormat.PlainText; Qt's own namespace takes 50 ms that the first paint does not have."""
_LINES = "\n\t"


class Label(QLabel):
    """Shows its text as it is; what nobody would see of it is shown, too."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("textFormat", _PLAIN)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802 -- Qt's name
        """Show these words in place of others."""
        super().setText(visible(text, keeps=_LINES))


def button_text(text: str) -> str:
    """Words from outside for a button or a menu, where an ampersand would underline a letter."""
    return visible(text).replace("&", "&&")


def section_head(text: str) -> Label:
    """The head of a section in small capitals."""
    head = Label(text)
    head.setObjectName("sectionHead")
    head.setFont(section_font(head.font()))
    return head


def dim_label(text: str = "", *, wraps: bool = False) -> Label:
    """Words that stand back: the label left of a control, a hint."""
    label = Label(text)
    label.setObjectName("dim")
    label.setWordWrap(wraps)
    return label


def error_label() -> Label:
    """Where it is said, below a control, what is wrong with it; hidden until then."""
    label = Label()
    label.setProperty("tone", "error")
    label.setWordWrap(True)
    label.hide()
    return label


def set_tone(widget: QLabel, tone: str) -> None:
    """Colour words by what they are: next, problem, error; see the stylesheet."""
    widget.setProperty("tone", tone)
    widget.style().polish(widget)
