"""Qt's own controls, as this program has them: a click leaves the keyboard where it was, unless it
is to type there, and the wheel scrolls past what nobody is using.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QPushButton,
    QSlider,
    QSpinBox,
    QToolButton,
    QWidget,
)

from inpaint_studio.ui.style.figures import END, ISOLATE

_BY_TAB = Qt.FocusPolicy.TabFocus
"""What is clicked, not typed into. Its letters would else go to the control, not to the tools."""
_TO_TYPE = Qt.FocusPolicy.StrongFocus


class PushButton(QPushButton):
    """A button with words or a picture."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFocusPolicy(_BY_TAB)


class ToolButton(QToolButton):
    """A button with an icon."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(_BY_TAB)


class ComboBox(QComboBox):
    """One of a list, or a text that may be typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(_BY_TAB)

    def setEditable(self, editable: bool) -> None:
        """Let a text be typed, which a click begins."""
        super().setEditable(editable)
        self.setFocusPolicy(_TO_TYPE if editable else _BY_TAB)

    def showPopup(self) -> None:  # noqa: N802 -- Qt's name
        """All rows at once, as far as they are not very many: Qt leaves out the room of the list's
        own edge, and then scrolls.
        """
        super().showPopup()
        rows, popup = self.view(), self.view().window()
        layout = popup.layout()
        if layout is not None and 0 < self.count() <= self.maxVisibleItems():
            ends = (self.model().index(row, self.modelColumn()) for row in (0, self.count() - 1))
            first, last = map(rows.visualRect, ends)
            wanted = last.bottom() + 1 - first.top()
            for _ in range(2):  # the arrows take room until they are not needed
                layout.activate()
                missing = wanted - rows.viewport().height()
                popup.resize(popup.width(), popup.height() + missing)
                rows.scrollToTop()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step only where the keyboard is."""
        _step(self, event, super().wheelEvent)


class SpinBox(QSpinBox):
    """A whole number with steps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(_TO_TYPE)

    def setSuffix(self, suffix: str) -> None:  # noqa: N802 -- Qt's name
        """The unit, after the number in every language."""
        super().setPrefix(ISOLATE if suffix and self.isRightToLeft() else "")
        super().setSuffix(suffix + END if suffix and self.isRightToLeft() else suffix)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step only where the keyboard is."""
        _step(self, event, super().wheelEvent)


class DoubleSpinBox(QDoubleSpinBox):
    """A number with decimals and steps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(_TO_TYPE)

    def setSuffix(self, suffix: str) -> None:  # noqa: N802 -- Qt's name
        """The unit, after the number in every language."""
        super().setPrefix(ISOLATE if suffix and self.isRightToLeft() else "")
        super().setSuffix(suffix + END if suffix and self.isRightToLeft() else suffix)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step only where the keyboard is."""
        _step(self, event, super().wheelEvent)


class Slider(QSlider):
    """A horizontal slider."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFocusPolicy(_BY_TAB)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step only where the keyboard is."""
        _step(self, event, super().wheelEvent)


class CheckBox(QCheckBox):
    """On or off, with words."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFocusPolicy(_BY_TAB)


def _step(control: QWidget, event: QWheelEvent, step: Callable[[QWheelEvent], None]) -> None:
    if control.hasFocus():
        step(event)
    else:
        event.ignore()
