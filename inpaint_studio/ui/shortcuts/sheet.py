"""Everything keys and gestures do, on one page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from inpaint_studio.ui.actions import ActionRow
from inpaint_studio.ui.request_panel.sections import section_head
from inpaint_studio.ui.shortcuts.keymap import Keymap, spoken

_COLUMNS = 3


class ShortcutSheet(QDialog):
    """Made anew each time it is opened, so that it always tells the keys of now."""

    def __init__(
        self, rows: Sequence[tuple[ActionRow, str]], keys: Keymap, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("shortcutSheet")
        self.setWindowTitle(self.tr("Shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._page([*_groups(rows, keys), _gestures()]))
        scroll.setAccessibleName(self.tr("Shortcuts"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 12)
        column.setSpacing(12)
        column.addWidget(scroll, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(1060, 640)

    def _page(self, groups: list[tuple[str, list[tuple[str, str]]]]) -> QWidget:
        page = QWidget()
        columns = QHBoxLayout(page)
        columns.setContentsMargins(14, 12, 14, 12)
        columns.setSpacing(32)
        for each in _dealt(groups):
            column = QVBoxLayout()
            column.setSpacing(16)
            for title, lines in each:
                column.addLayout(_group(title, lines))
            column.addStretch(1)
            columns.addLayout(column, 1)
        return page


def _groups(
    rows: Iterable[tuple[ActionRow, str]], keys: Keymap
) -> list[tuple[str, list[tuple[str, str]]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for row, words in rows:
        if keys[row.id] and not row.id.startswith("variant_"):
            title = _menu_words(row.menu) if row.menu else _tr("Tools")
            found.setdefault(title, []).append((words, spoken(keys[row.id])))
    return list(found.items())


def _menu_words(menu: str) -> str:
    return QCoreApplication.translate("MainWindow", menu)


def _gestures() -> tuple[str, list[tuple[str, str]]]:
    return _tr("On the canvas"), [
        (_tr("The opposite of brush or eraser"), _tr("hold Alt")),
        (_tr("Straight line"), _tr("Shift+click")),
        (_tr("Brush size"), _tr("[ and ], Shift+wheel")),
        (_tr("Hardness"), _tr("Shift+[ and ]")),
        (_tr("Size and hardness by hand"), _tr("Alt+right drag")),
        (_tr("Pan"), _tr("hold Space, middle drag")),
        (_tr("Zoom at the pointer"), _tr("wheel")),
        (_tr("A variant by its number"), _tr("1 to 9")),
        (_tr("See the original"), _tr("hold \\")),
    ]


def _dealt(
    groups: list[tuple[str, list[tuple[str, str]]]],
) -> list[list[tuple[str, list[tuple[str, str]]]]]:
    """The groups in columns of about the same height, in their order."""
    height = sum(len(lines) + 2 for _, lines in groups) / _COLUMNS
    columns: list[list[tuple[str, list[tuple[str, str]]]]] = [[]]
    filled = 0.0
    for group in groups:
        size = len(group[1]) + 2
        if filled and filled + size / 2 > height and len(columns) < _COLUMNS:
            columns.append([])
            filled = 0.0
        columns[-1].append(group)
        filled += size
    return columns


def _group(title: str, lines: list[tuple[str, str]]) -> QVBoxLayout:
    """Each line shares its width by itself: long keys of one must not squeeze the words of all."""
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(section_head(title))
    for words, keys in lines:
        label = QLabel(words)
        label.setWordWrap(True)
        shown = QLabel(keys)
        shown.setObjectName("dim")
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(label, 1, Qt.AlignmentFlag.AlignTop)
        line.addWidget(shown, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
    return column


def _tr(words: str) -> str:
    return QCoreApplication.translate("ShortcutSheet", words)
