"""The panels around the canvas: docks with a head to drag, shown, hidden and put back."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QMainWindow, QWidget

from inpaint_studio import paths
from inpaint_studio.ui.request_panel.sections import section_head

_LAYOUT_VERSION = 1
PANEL_WIDTH = 304


def add_dock(
    window: QMainWindow,
    name: str,
    title: str,
    content: QWidget,
    area: Qt.DockWidgetArea,
    extras: tuple[QWidget, ...] = (),
) -> QDockWidget:
    """A dock whose head shows the title in small capitals and `extras` beside it."""
    dock = QDockWidget(title, window)
    dock.setObjectName(name)
    dock.setTitleBarWidget(_head(title, extras))
    dock.setFeatures(
        QDockWidget.DockWidgetFeature.DockWidgetMovable
        | QDockWidget.DockWidgetFeature.DockWidgetClosable
    )
    dock.setWidget(content)
    window.addDockWidget(area, dock)
    return dock


def save_layout(window: QMainWindow) -> None:
    """Remember where the window and its docks are."""
    store = _store()
    store.setValue("geometry", window.saveGeometry())
    store.setValue("docks", window.saveState(_LAYOUT_VERSION))


def restore_layout(window: QMainWindow) -> bool:
    """Put the window and its docks where they were; false where nothing fits this version."""
    store = _store()
    geometry, docks = store.value("geometry"), store.value("docks")
    if geometry is None or docks is None:
        return False
    window.restoreGeometry(geometry)
    return window.restoreState(docks, _LAYOUT_VERSION)


def _store() -> QSettings:
    return QSettings(str(paths.config_folder() / "window.ini"), QSettings.Format.IniFormat)


def _head(title: str, extras: tuple[QWidget, ...]) -> QWidget:
    head = QWidget()
    head.setObjectName("dockTitle")
    head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    row = QHBoxLayout(head)
    row.setContentsMargins(14, 8, 12, 6)
    row.setSpacing(12)
    row.addWidget(section_head(title))
    for extra in extras:
        row.addWidget(extra)
    row.addStretch(1)
    return head
