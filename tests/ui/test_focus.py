"""The focus is seen on every control that takes it, in every theme."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QTabBar, QWidget

from inpaint_studio.contract.profile import Profile
from tests.support import scenes, waiting

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def stops(root: QWidget) -> list[QWidget]:
    """Where Tab stops, but for containers that only scroll."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget.isVisibleTo(root)
        and widget.isEnabled()
        and not isinstance(widget, QScrollArea | QTabBar)
        and not isinstance(widget.parent(), QAbstractScrollArea)
    ]


def drawn(widget: QWidget) -> QImage:
    """The widget with what its parent draws around it: a field in a box has the box's ring."""
    outer = widget.parentWidget() if widget.objectName() == "qt_spinbox_lineedit" else widget
    assert outer is not None
    return outer.grab().toImage()


def unmarked(root: QWidget) -> list[str]:
    """Controls that refuse the focus, or look the same with it and without it."""
    found = []
    for widget in stops(root):
        root.setFocus()
        widget.clearFocus()
        without = drawn(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if not widget.hasFocus() or drawn(widget) == without:
            name = widget.accessibleName() or widget.property("text") or widget.objectName()
            found.append(f"{type(widget).__name__} {name}")
    return sorted(set(found))


@pytest.mark.parametrize("theme", ["light", "dark", "neutral"])
async def test_every_control_shows_that_it_has_the_focus(studio, tmp_path, theme) -> None:
    studio.session.settings.change(theme=theme)
    studio.session.profiles.add(Profile(name="Lab", base_url="https://lab.invalid/v1"))
    await scenes.open_masked_photo(studio, tmp_path)
    panel = studio.window.panel
    panel.more.set_unfolded(True)
    await scenes.activate(studio)
    assert len(stops(panel)) > 20
    assert unmarked(panel) == []
    studio.wiring.settings.ask()
    settings = studio.wiring.settings.dialog
    await waiting.eventually(settings.isActiveWindow, scenes.PATIENCE_S)
    for row in range(settings._list.count()):
        settings._list.setCurrentRow(row)
        assert unmarked(settings) == []
    settings.accept()
    studio.wiring.profiles.manage()
    profiles = studio.wiring.profiles.dialog
    profiles._select("Lab")
    await waiting.eventually(profiles.isActiveWindow, scenes.PATIENCE_S)
    assert unmarked(profiles) == []
    profiles.accept()
