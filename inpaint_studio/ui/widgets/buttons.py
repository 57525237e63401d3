"""Buttons, each made in one expression."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton

from inpaint_studio.ui.style.tips import set_tip
from inpaint_studio.ui.widgets.controls import PushButton, ToolButton

Handler = Callable[[], object] | SignalInstance


def push_button(
    text: str = "",
    handler: Handler | None = None,
    *,
    tip: str = "",
    look: str = "",
    checkable: bool = False,
    auto_default: bool = True,
) -> QPushButton:
    """A button with words; `look` is its name in the stylesheet: primary, chip, link.

    Without `auto_default` Enter, pressed anywhere in a dialog, is not this button's.
    """
    button = PushButton(text)
    set_tip(button, tip)
    button.setObjectName(look)
    button.setCheckable(checkable)
    if not auto_default:
        button.setAutoDefault(False)
    if handler is not None:
        button.clicked.connect(handler)
    return button


def icon_button(name: str, handler: Handler | None = None, *, tip: str = "") -> QToolButton:
    """A button to which an icon is given; `tip` is what it is called where a key is named too."""
    button = ToolButton()
    button.setAccessibleName(name)
    set_tip(button, tip or name)
    if handler is not None:
        button.clicked.connect(handler)
    return button


def widest(button: QAbstractButton, texts: Iterable[str]) -> int:
    """The width in px of the longest that a button may say; it is left saying the last of it."""

    def width(each: str) -> int:
        button.setText(each)
        return button.sizeHint().width()

    return max(map(width, texts))
