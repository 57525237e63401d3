"""Popups paint a ground of their own, in every theme."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inpaint_studio.session.editor import Editor
from inpaint_studio.ui.document.edits_popup import EditsPopup
from inpaint_studio.ui.staging.blend_popup import BlendPopup
from inpaint_studio.ui.style import theme as themes
from inpaint_studio.ui.widgets.controls import ComboBox
from inpaint_studio.ui.widgets.popup import Popup

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
_THEMES = [themes.DARK, themes.LIGHT]


@pytest.mark.parametrize("theme", _THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("kind", ["blend", "edits"])
def test_a_popup_is_as_dark_as_its_theme(
    qapp: QApplication, theme: themes.Theme, kind: str
) -> None:
    themes.apply(qapp, theme)
    window = QWidget()
    popup: Popup = (
        BlendPopup(window)
        if kind == "blend"
        else EditsPopup(Editor(), theme, lambda _: "Edit", window)
    )
    popup.adjustSize()

    ground = popup.grab().toImage().pixelColor(popup.width() // 2, 4)

    assert ground == QColor(theme.panel)


@pytest.mark.parametrize(("count", "current"), [(2, 0), (6, 0), (6, 3), (6, 5), (10, 4)])
def test_the_list_of_a_combo_box_shows_all_its_rows(
    qapp: QApplication, qtbot: QtBot, count: int, current: int
) -> None:
    themes.apply(qapp, themes.DARK)
    window, box = QWidget(), ComboBox()
    qtbot.addWidget(window)
    window.resize(300, 400)
    QVBoxLayout(window).addWidget(box)
    box.addItems([f"Choice {number}" for number in range(count)])
    box.setCurrentIndex(current)
    window.show()
    qapp.processEvents()
    box.showPopup()
    qapp.processEvents()

    rows, last = box.view(), box.model().index(count - 1, 0)
    assert rows.verticalScrollBar().maximum() == 0
    assert rows.visualRect(last).bottom() < rows.viewport().height()
    assert rows.visualRect(box.model().index(0, 0)).top() >= 0
    box.hidePopup()
