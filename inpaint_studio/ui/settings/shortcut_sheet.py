"""Everything keys and gestures do, on one page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from inpaint_studio.ui.settings.keymap import Keymap, spoken
from inpaint_studio.ui.shell.actions import ActionRow
from inpaint_studio.ui.widgets.buttons import push_button
from inpaint_studio.ui.widgets.labels import Label, dim_label, section_head
from inpaint_studio.ui.widgets.layouts import SPRING, LayoutPart, held, in_column, in_row, wide

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
        close = push_button(self.tr("Close"), self.accept)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        groups = _dealt([*_groups(rows, keys), _gestures()])
        columns = [
            in_column(*(_group(*each) for each in dealt), SPRING, spacing=16) for dealt in groups
        ]
        page = in_row(*map(wide, columns), spacing=32, margins=(14, 12, 14, 12))
        scroll.setWidget(held(page))
        scroll.setAccessibleName(self.tr("Shortcuts"))
        parts = (wide(scroll), LayoutPart(close, side=Qt.AlignmentFlag.AlignRight))
        in_column(*parts, of=self, spacing=12, margins=(20, 16, 20, 12))
        self.resize(1060, 640)


def _groups(
    rows: Iterable[tuple[ActionRow, str]], keys: Keymap
) -> list[tuple[str, list[tuple[str, str]]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for row, words in rows:
        if keys[row.id] and not row.id.startswith("variant_"):
            in_menus = QCoreApplication.translate("MainWindow", row.menu)
            title = in_menus if row.menu else _tr("Tools")
            found.setdefault(title, []).append((words, spoken(keys[row.id])))
    return list(found.items())


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
    top, whole = Qt.AlignmentFlag.AlignTop, in_column(section_head(title), spacing=4)
    for words, keys in lines:
        label = Label(words)
        label.setWordWrap(True)
        shown = LayoutPart(dim_label(keys), side=top)
        whole.addLayout(in_row(LayoutPart(label, 1, top), shown, spacing=12))
    return whole


def _tr(words: str) -> str:
    return QCoreApplication.translate("ShortcutSheet", words)
