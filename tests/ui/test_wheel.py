"""The wheel scrolls a dialog; it changes nothing in it that nobody has taken in hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSlider, QAbstractSpinBox, QComboBox, QWidget

from inpaint_studio.app import Studio
from inpaint_studio.contract.templates import TEMPLATES
from inpaint_studio.export.writer import ExportOptions
from inpaint_studio.ui.export.dialog import ExportDialog
from tests.support import scenes
from tests.ui.canvas.hands import wheel

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def settings_of(studio: Studio) -> QWidget:
    studio.wiring.settings.ask()
    dialog = studio.wiring.settings.dialog
    assert dialog is not None
    return dialog


def profiles_of(studio: Studio) -> QWidget:
    profile = studio.session.profiles.add(TEMPLATES["SGLang"])
    studio.wiring.profiles.manage()
    dialog = studio.wiring.profiles.dialog
    assert dialog is not None
    dialog.show_profile(profile.name)
    return dialog


def export_of(studio: Studio) -> QWidget:
    studio.wiring.export.ask()
    (dialog,) = [each for each in studio.window.findChildren(ExportDialog) if each.isVisible()]
    return dialog


def value_of(control: QWidget) -> object:
    if isinstance(control, QComboBox):
        return control.currentIndex()
    if isinstance(control, QAbstractSlider):
        return control.value()
    assert isinstance(control, QAbstractSpinBox)
    return control.text()


@pytest.mark.parametrize("opened", [settings_of, profiles_of, export_of])
async def test_the_wheel_passes_over_what_has_not_the_keyboard(
    studio: Studio, tmp_path: Path, opened: Callable[[Studio], QWidget]
) -> None:
    await scenes.open_masked_photo(studio, tmp_path)
    studio.wiring.export._remember(tmp_path, ExportOptions(file_format="jpeg"))
    dialog = opened(studio)
    kinds = (QAbstractSpinBox, QComboBox, QAbstractSlider)
    found = [part for kind in kinds for part in dialog.findChildren(kind)]
    controls = [part for part in found if part.isEnabled() and not _scrolls(part)]
    assert controls
    for control in controls:
        if control.hasFocus():
            control.clearFocus()
        before = value_of(control)
        for by in (120, -240):
            wheel(control, by)
            assert value_of(control) == before, control.accessibleName()
        assert not control.hasFocus()
        assert not control.focusPolicy() & Qt.FocusPolicy.WheelFocus & ~Qt.FocusPolicy.StrongFocus
    dialog.close()


def _scrolls(part: QWidget) -> bool:
    return type(part).__name__ == "QScrollBar"
