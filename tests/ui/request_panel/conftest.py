"""The panel as the application dresses it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from inpaint_studio.ui.style import theme as themes


@pytest.fixture
def dressed(qapp: QApplication) -> QApplication:
    if not qapp.styleSheet():  # once: it would dress all panels of former tests again
        themes.apply(qapp, themes.DARK)
    return qapp
