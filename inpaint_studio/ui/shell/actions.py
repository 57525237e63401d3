"""Every action of the window in one table: menu, words, keys, icon, verb, when it is enabled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from inpaint_studio.ui.style.theme import Theme, icon
from inpaint_studio.ui.widgets.labels import set_tip

Need = Literal[
    "",
    "document",
    "mask",
    "undo",
    "redo",
    "pending",
    "streaming",
    "streaming run",
    "staged",
    "result",
]


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action.

    `needs` names what must be there, `on_canvas` limits its keys to the canvas, `group` draws a
    line above it in the menu.
    """

    id: str
    menu: str
    words: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: Need = ""
    checkable: bool = False
    on_canvas: bool = False
    group: bool = False


ROWS: tuple[ActionRow, ...] = (
    ActionRow("open", "File", "Open…", ("Ctrl+O",), "open"),
    ActionRow("paste", "File", "Paste as new picture", ("Ctrl+V",), "paste"),
    ActionRow("sample", "File", "Try the sample", (), "sample"),
    ActionRow("unsaved", "File", "Unsaved pictures…"),
    ActionRow("save", "File", "Save project", ("Ctrl+S",), "", "document", group=True),
    ActionRow("save_as", "File", "Save project as…", ("Ctrl+Shift+S",), "", "document"),
    ActionRow("export", "File", "Export…", ("Ctrl+Shift+E",), "export", "document", group=True),
    ActionRow("export_again", "File", "Export again", ("Ctrl+E",), "", "document"),
    ActionRow("copy_shown", "File", "Copy shown result", ("Ctrl+C",), "", "document"),
    ActionRow("copy", "File", "Copy picture", ("Ctrl+Shift+C",), "", "document"),
    ActionRow("profiles", "File", "Profiles…", ("Ctrl+Shift+P",), "key", group=True),
    ActionRow("connect", "File", "Connect an API key…"),
    ActionRow("settings", "File", "Settings…", ("Ctrl+,",)),
    ActionRow("quit", "File", "Quit", ("Ctrl+Q",), group=True),
    ActionRow("extend", "Edit", "Extend the picture…", (), "expand", "document", group=True),
    ActionRow("select_all", "Mask", "Mask everything", ("Ctrl+A",), "", "document"),
    ActionRow("invert", "Mask", "Invert", ("Ctrl+Shift+I", "Ctrl+I"), "invert", "document"),
    ActionRow("clear", "Mask", "Clear", ("Ctrl+D", "Ctrl+Shift+A"), "clear", "mask"),
    ActionRow("grow", "Mask", "Grow by 4 px", ("Alt+=",), "", "mask", group=True),
    ActionRow("shrink", "Mask", "Shrink by 4 px", ("Alt+-",), "", "mask"),
    ActionRow("feather", "Mask", "Feather…", ("Shift+F6",), "", "mask"),
    ActionRow("smooth", "Mask", "Smooth…", (), "", "mask"),
    ActionRow("fill_holes", "Mask", "Fill holes", (), "", "mask"),
    ActionRow("import_mask", "Mask", "Import mask…", (), "", "document", group=True),
    ActionRow("export_alpha", "Mask", "Export as transparency…", (), "", "mask"),
    ActionRow("export_grey", "Mask", "Export in black and white…", (), "", "mask"),
    ActionRow("export_sent", "Mask", "Export exactly what is sent…", (), "", "mask"),
    ActionRow("overlay", "Mask", "Next overlay", ("Q",), "", "document", group=True),
    ActionRow("hide_overlay", "Mask", "Hide overlay", ("Ctrl+H",), "", "document"),
    ActionRow("swap", "Mask", "Swap brush and eraser", ("X",)),
    ActionRow("reset_brushes", "Mask", "Reset brush and eraser", ("D",)),
    ActionRow("follow_mask", "View", "Frame follows the mask", ("Shift+B",), "", "document"),
    ActionRow("fit", "View", "Fit", ("Ctrl+0",), "", "document"),
    ActionRow("actual", "View", "100 %", ("Ctrl+1",), "", "document"),
    ActionRow("zoom_in", "View", "Zoom in", ("Ctrl++", "Ctrl+="), "", "document"),
    ActionRow("zoom_out", "View", "Zoom out", ("Ctrl+-",), "", "document"),
    ActionRow(
        "panels", "View", "Hide panels", ("Tab",), checkable=True, on_canvas=True, group=True
    ),
    ActionRow("reset_layout", "View", "Reset layout"),
    ActionRow("theme_system", "View", "Follow the system", checkable=True, group=True),
    ActionRow("theme_light", "View", "Light", checkable=True),
    ActionRow("theme_dark", "View", "Dark", checkable=True),
    ActionRow("theme_neutral", "View", "Neutral grey", checkable=True),
    ActionRow("run", "Run", "Run", ("Ctrl+Return", "Ctrl+Enter"), "run"),
    ActionRow("run_first", "Run", "Run before all that wait", ("Ctrl+Shift+Return",)),
    ActionRow("run_instead", "Run", "Stop all and run this", (), "", "pending"),
    ActionRow("stop", "Run", "Stop the shown variant", ("Ctrl+.",), "", "streaming"),
    ActionRow("stop_run", "Run", "Stop this run", ("Alt+.",), "", "streaming run"),
    ActionRow("stop_all", "Run", "Stop all", ("Ctrl+Shift+.",), "stop", "pending"),
    ActionRow("prompt", "Run", "Write the prompt", ("/",), group=True),
    ActionRow(
        "accept",
        "Run",
        "Accept",
        ("Return", "Enter"),
        "accept",
        "result",
        on_canvas=True,
        group=True,
    ),
    ActionRow("discard", "Run", "Discard", ("Backspace",), "discard", "staged", on_canvas=True),
    ActionRow("previous", "Gallery", "Previous variant", ("Left",), "", "staged", on_canvas=True),
    ActionRow("next", "Gallery", "Next variant", ("Right",), "", "staged", on_canvas=True),
    *(
        ActionRow(f"variant_{n}", "", f"Variant {n}", (str(n),), "", "staged", on_canvas=True)
        for n in range(1, 10)
    ),
    ActionRow("film", "Gallery", "Film strip", ("T",), "film", "result", on_canvas=True),
    ActionRow("compare", "Gallery", "Compare", ("N",), "compare", "staged", on_canvas=True),
    ActionRow("gallery", "Gallery", "Open the gallery", ("Ctrl+G",), "expand", group=True),
    ActionRow("search", "Gallery", "Search prompts", ("Ctrl+F",), "search", group=True),
    ActionRow("sheet", "Help", "Shortcuts", ("?",)),
    ActionRow("shortcuts", "Help", "Change shortcuts…"),
    ActionRow("about", "Help", "About Inpaint Studio"),
)

TOOLS: tuple[ActionRow, ...] = (
    ActionRow("brush", "", "Brush", ("B",), "brush", checkable=True),
    ActionRow("eraser", "", "Eraser", ("E",), "eraser", checkable=True),
    ActionRow("rectangle", "", "Rectangle", ("M",), "rectangle", checkable=True),
    ActionRow("ellipse", "", "Ellipse", ("Shift+M",), "ellipse", checkable=True),
    ActionRow("lasso", "", "Lasso", ("L",), "lasso", checkable=True),
    ActionRow("polygon", "", "Polygon", ("Shift+L",), "polygon", checkable=True),
    ActionRow("wand", "", "Wand: select what is alike", ("W",), "wand", checkable=True),
    ActionRow("fill", "", "Fill what is enclosed", ("G",), "fill", checkable=True),
    ActionRow("frame", "", "Frame: what is sent", ("C",), "frame", checkable=True),
    ActionRow("hand", "", "Hand: drag to pan", ("H",), "hand", checkable=True),
    ActionRow("zoom", "", "Zoom: click in, Alt+click out", ("Z",), "zoom", checkable=True),
    ActionRow("undo", "Edit", "Undo", ("Ctrl+Z",), "undo", "undo", group=True),
    ActionRow("redo", "Edit", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", "redo"),
)


class Actions:
    """The actions of one window, by id; `verb` gives the window's verb of an id."""

    def __init__(self, window: QMainWindow, verb: Callable[[str], Callable[[], None]]) -> None:
        self._window = window
        self._verb = verb
        self.rows: list[ActionRow] = []
        """The rows there are actions of."""
        self._by_id: dict[str, QAction] = {}

    def __getitem__(self, name: str) -> QAction:
        return self._by_id[name]

    def shown_rows(self) -> list[tuple[ActionRow, str]]:
        """Every row and its words as the menus show them."""
        return [(row, self._window.tr(row.words).rstrip("…")) for row in self.rows]

    def set_keys(self, keymap: Mapping[str, tuple[str, ...]]) -> None:
        """Give every action its keys, and its tooltip the first of them."""
        for row in self.rows:
            _bind(self._by_id[row.id], keymap.get(row.id, row.keys))

    def add(self, rows: Iterable[ActionRow]) -> None:
        """Make the actions of some rows; their keys work from now on."""
        for row in rows:
            self.rows.append(row)
            self._by_id[row.id] = _action(self._window, row, self._verb(row.id))
            if not row.on_canvas:
                self._window.addAction(self._by_id[row.id])

    def fill_menus(self, window: QMainWindow) -> None:
        """Put every row with a menu into the menu of that name."""
        for row in self.rows:
            menu = window.menuBar().findChild(QMenu, row.menu) if row.menu else None
            if menu is not None:
                if row.group and not menu.isEmpty():
                    menu.addSeparator()
                menu.addAction(self._by_id[row.id])

    def bind_canvas(self, canvas: QWidget) -> None:
        """Let the canvas' own keys work while it has the focus."""
        for row in self.rows:
            if row.on_canvas:
                canvas.addAction(self._by_id[row.id])

    def enable(self, present: Iterable[str]) -> None:
        """Enable the actions whose need is among what is present."""
        there = {"", *present}
        for row in self.rows:
            self._by_id[row.id].setEnabled(row.needs in there)

    def set_theme(self, theme: Theme) -> None:
        """Recolour the icons."""
        for row in self.rows:
            if row.icon:
                self._by_id[row.id].setIcon(icon(row.icon, theme))


def _action(window: QMainWindow, row: ActionRow, verb: Callable[[], None]) -> QAction:
    action = QAction(window.tr(row.words), window)
    action.setObjectName(row.id)
    _bind(action, row.keys)
    action.setCheckable(row.checkable)
    if row.on_canvas:
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(lambda _checked=False: verb())
    return action


def _bind(action: QAction, keys: tuple[str, ...]) -> None:
    action.setShortcuts([QKeySequence(each) for each in keys])
    words = action.text().rstrip("…")
    set_tip(action, f"{words} ({_spoken_keys(keys[0])})" if keys else words)


def _spoken_keys(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
