"""The panels around the canvas: docks with a head to drag, shown, hidden and put back."""

from __future__ import annotations

from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QMainWindow, QWidget

from inpaint_studio import paths
from inpaint_studio.ui.request_panel.sections import section_head

_LAYOUT_VERSION = 1


def add_dock(
    window: QMainWindow,
    name: str,
    title: str,
    area: Qt.DockWidgetArea,
    first_size: QSize,
) -> QDockWidget:
    """An empty dock of about `first_size` whose head shows the title in small capitals."""
    dock = QDockWidget(title, window)
    dock.setObjectName(name)
    dock.setTitleBarWidget(_head(title))
    dock.setFeatures(
        QDockWidget.DockWidgetFeature.DockWidgetMovable
        | QDockWidget.DockWidgetFeature.DockWidgetClosable
    )
    blank = QWidget()
    blank.setObjectName("panel")
    blank.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    blank.setMinimumSize(first_size)
    dock.setWidget(blank)
    window.addDockWidget(area, dock)
    return dock


def furnish(dock: QDockWidget, content: QWidget, extras: tuple[QWidget, ...] = ()) -> None:
    """Put the content into a dock, and `extras` into its head beside the title."""
    blank = dock.widget()
    dock.setWidget(content)
    blank.deleteLater()
    row = dock.titleBarWidget().layout()
    assert isinstance(row, QHBoxLayout)
    for position, extra in enumerate(extras, start=1):
        row.insertWidget(position, extra)


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


def _head(title: str) -> QWidget:
    head = QWidget()
    head.setObjectName("dockTitle")
    head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    row = QHBoxLayout(head)
    row.setContentsMargins(14, 8, 12, 6)
    row.setSpacing(12)
    row.addWidget(section_head(title))
    row.addStretch(1)
    return head
