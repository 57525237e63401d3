"""Screens that are not there any more."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from inpaint_studio.ui.main_window import MainWindow
from inpaint_studio.ui.shell.start_up_look import load_look


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize(("left", "top"), [(9000, 120), (-7000, -4000), (100, 30_000)])
def test_a_window_that_was_on_another_screen_comes_into_sight(qtbot, left, top):
    elsewhere = QWidget()
    qtbot.addWidget(elsewhere)
    elsewhere.setGeometry(left, top, 1200, 700)
    window = MainWindow(replace(load_look(), geometry=elsewhere.saveGeometry()))
    qtbot.addWidget(window)

    window.show()

    in_sight = window.screen().availableGeometry().intersected(window.frameGeometry())
    assert in_sight.top() <= window.frameGeometry().top() + 40
    assert min(in_sight.width(), in_sight.height()) > 500
