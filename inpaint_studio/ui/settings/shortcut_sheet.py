"""Everything keys and gestures do, on one page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from inpaint_studio.ui.actions.keymap import Keymap, keys_text
from inpaint_studio.ui.actions.table import by_heading
from inpaint_studio.ui.widgets.buttons import push_button
from inpaint_studio.ui.widgets.labels import Label, dim_label, section_head
from inpaint_studio.ui.widgets.layouts import SPRING, LayoutPart, held, in_column, in_row, wide

_COLUMNS = 3
_DIGITS = "0123456789"
_Group = tuple[str, list[tuple[str, str]]]
"""A heading, and lines of words with their keys."""


class ShortcutSheet(QDialog):
    """Made anew each time it is opened, so that it always tells the keys of now."""

    def __init__(self, keys: Keymap, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("shortcutSheet")
        self.setWindowTitle(self.tr("Shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        close = push_button(self.tr("Close"), self.accept)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        groups = _dealt([*_groups(keys), *_fixed()])
        columns = [
            in_column(*(_group(*each) for each in dealt), SPRING, spacing=16) for dealt in groups
        ]
        page = in_row(*map(wide, columns), spacing=32, margins=(14, 12, 14, 12))
        scroll.setWidget(held(page))
        scroll.setAccessibleName(self.tr("Shortcuts"))
        parts = (wide(scroll), LayoutPart(close, side=Qt.AlignmentFlag.AlignRight))
        in_column(*parts, of=self, spacing=12, margins=(20, 16, 20, 12))
        self.resize(1060, 640)


def _groups(keys: Keymap) -> list[_Group]:
    found = []
    for heading, actions in by_heading().items():
        lines: dict[str, list[str]] = {}
        for action in actions:
            words = action.series_title if action.series else action.title
            lines.setdefault(words, []).extend(keys[action.name])
        rows = [(words, _keys_text(each)) for words, each in lines.items() if each]
        if rows:
            found.append((heading, rows))
    return found


def _keys_text(keys: Sequence[str]) -> str:
    """Keys as they are shown; those of digits in a row by the first and the last."""
    is_run = len(keys) > 2 and "".join(keys) in _DIGITS
    return f"{keys[0]}–{keys[-1]}" if is_run else keys_text(keys)


def _fixed() -> list[_Group]:
    """What nobody can change: the mouse, and the keys of fields."""
    mouse = [
        (_tr("The opposite of brush or eraser"), _tr("hold Alt")),
        (_tr("Straight line"), _tr("Shift+click")),
        (_tr("Brush size"), _tr("Shift+wheel")),
        (_tr("Size and hardness by hand"), _tr("Alt+right drag")),
        (_tr("Pan"), _tr("middle drag")),
        (_tr("Zoom at the pointer"), _tr("wheel")),
    ]
    fields = [
        (_tr("Former prompts, in the prompt"), keys_text(("Alt+Up", "Alt+Down"))),
        (_tr("From the prompt to the canvas"), keys_text(("Esc",))),
        (_tr("Apply a number to the mask"), keys_text(("Enter",))),
        (_tr("The mask as it was"), keys_text(("Esc",))),
    ]
    return [(_tr("With the mouse"), mouse), (_tr("In fields"), fields)]


def _dealt(groups: list[_Group]) -> list[list[_Group]]:
    """The groups in columns of about the same height, in their order."""
    height = sum(len(lines) + 2 for _, lines in groups) / _COLUMNS
    columns: list[list[_Group]] = [[]]
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


def _tr(text: str) -> str:
    return QCoreApplication.translate("ShortcutSheet", text)
