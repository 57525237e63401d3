"""Tools in the window: their buttons, and their options."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from inpaint_studio.session.editor import Editor
from inpaint_studio.session.session import Session
from inpaint_studio.session.tools import Tool
from inpaint_studio.ui.actions.shortcuts import Shortcuts
from inpaint_studio.ui.canvas.canvas import Canvas
from inpaint_studio.ui.shell.window_actions import WindowActions
from inpaint_studio.ui.style.i18n import translate
from inpaint_studio.ui.tools.brush_popup import BrushPopup
from inpaint_studio.ui.tools.options_bar import OptionsBar


class ToolsController(QObject):
    """Connects the tools of an editor with the options row, the tool bar and the Edit menu."""

    def __init__(
        self,
        session: Session,
        canvas: Canvas,
        options: OptionsBar,
        actions: WindowActions,
        shortcuts: Shortcuts,
        window: QWidget,
    ) -> None:
        super().__init__(canvas)
        self._editor: Editor = session.editor
        self._window = window
        self._options = options
        self._actions = actions
        self._shortcuts = shortcuts
        self._popup: BrushPopup | None = None
        for part in (options.brush, options.wand, options.frame):
            part.follow(session.editor)
        session.editor.tool_changed.connect(self._on_tool_changed)
        session.editor.undo_changed.connect(self._name_undo)
        session.opening.picture_opened.connect(canvas.fit_brushes)
        canvas.tool_shown.connect(self._mark)
        canvas.brush_popup_asked.connect(self._open_popup)
        self._on_tool_changed()

    def actions(self) -> dict[str, Callable[[], None]]:
        """What the actions of the tools do."""
        editor = self._editor
        return {
            **{tool.value: partial(self._take, tool) for tool in Tool},
            "swap": editor.swap,
            "reset_brushes": editor.reset_brushes,
            "follow_mask": partial(editor.set_frame, None),
        }

    def _take(self, tool: Tool) -> None:
        self._editor.set_tool(tool)
        # Choosing the tool in hand again must not lift its button.
        self._on_tool_changed()

    def _on_tool_changed(self) -> None:
        self._mark(self._editor.tool)
        self._options.show_tool(self._editor.tool.value)

    def _mark(self, shown: Tool) -> None:
        """The button of the tool a press would use is down."""
        for tool in Tool:
            self._actions[tool.value].setChecked(tool is shown)

    def _name_undo(self) -> None:
        """The Edit menu says what would be undone."""
        for name, action, action_of, label in (
            ("undo", self.tr("Undo"), self.tr("Undo {0}"), self._editor.undo_label),
            ("redo", self.tr("Redo"), self.tr("Redo {0}"), self._editor.redo_label),
        ):
            words = action_of.format(_inside(label)) if label else action
            self._actions[name].setText(words)

    def _open_popup(self, place: QPoint) -> None:
        if self._popup is None:
            self._popup = BrushPopup(self._editor, self._window, self._shortcuts)
        self._popup.open_at(place)


def _inside(label: str) -> str:
    """A label after its action: small in English, as it is translated elsewhere."""
    said = translate(label)
    return label[:1].lower() + label[1:] if said == label else said
