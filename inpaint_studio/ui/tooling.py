"""Tools in the window: their buttons, and their options."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint

from inpaint_studio.picture.geometry import Box
from inpaint_studio.session.editor import Editor
from inpaint_studio.session.session import Session
from inpaint_studio.session.tools import Tool
from inpaint_studio.ui.brush_popup import BrushPopup
from inpaint_studio.ui.canvas.canvas import Canvas
from inpaint_studio.ui.languages import say
from inpaint_studio.ui.main_window import MainWindow


class Tooling(QObject):
    """Connects the tools of an editor with the options row, the tool bar and the Edit menu."""

    def __init__(self, session: Session, canvas: Canvas, window: MainWindow) -> None:
        super().__init__(canvas)
        self._editor: Editor = session.editor
        self._canvas = canvas
        self._window = window
        self._options = window.centre.options
        self._popup: BrushPopup | None = None
        self._follow_editor()
        self._follow_options()
        self._on_tool_changed()
        self._on_options_changed()

    def verbs(self) -> dict[str, Callable[[], None]]:
        """What the actions of the tools do."""
        editor = self._editor
        return {
            **{tool.value: partial(self._take, tool) for tool in Tool},
            "swap": editor.swap,
            "reset_brushes": editor.reset_brushes,
            "follow_mask": self._follow_mask,
        }

    def _follow_editor(self) -> None:
        editor = self._editor
        editor.tool_changed.connect(self._on_tool_changed)
        editor.brush_changed.connect(self._on_brush_changed)
        editor.options_changed.connect(self._on_options_changed)
        editor.frame_changed.connect(self._on_options_changed)
        editor.document_changed.connect(self._on_options_changed)
        editor.undo_changed.connect(self._name_undo)
        self._canvas.brush_popup_asked.connect(self._open_popup)

    def _follow_options(self) -> None:
        editor, brush = self._editor, self._options.brush
        brush.size_changed.connect(lambda size: editor.set_brush(size=float(size)))
        brush.hardness_changed.connect(lambda share: editor.set_brush(hardness=float(share)))
        brush.flow_changed.connect(lambda share: editor.set_brush(flow=float(share)))
        brush.pressure_changed.connect(lambda on: editor.set_brush(pressure_size=on))
        wand = self._options.wand
        wand.tolerance_changed.connect(lambda most: editor.set_wand(tolerance=most))
        wand.contiguous_changed.connect(lambda on: editor.set_wand(contiguous=on))
        frame = self._options.frame
        frame.automatic_asked.connect(self._follow_mask)
        frame.whole_asked.connect(self._frame_whole)
        frame.ratio_changed.connect(self._on_ratio)

    def _take(self, tool: Tool) -> None:
        self._editor.set_tool(tool)
        # Choosing the tool in hand again must not lift its button.
        self._on_tool_changed()

    def _on_tool_changed(self) -> None:
        for tool in Tool:
            self._window.actions_[tool.value].setChecked(tool is self._editor.tool)
        self._options.show_tool(self._editor.tool.value)
        self._on_brush_changed()

    def _on_brush_changed(self) -> None:
        brush = self._editor.brush
        self._options.brush.show_settings(
            size=round(brush.size),
            hardness=round(brush.hardness),
            flow=round(brush.flow),
            pressure=brush.pressure_size,
        )

    def _on_options_changed(self) -> None:
        wand, document = self._editor.wand, self._editor.document
        self._options.wand.show_settings(tolerance=wand.tolerance, contiguous=wand.contiguous)
        drawn = document.frame if document else None
        whole = document is not None and drawn == Box.of_size(document.size)
        self._options.frame.show_settings(automatic=drawn is None, whole=whole)

    def _name_undo(self) -> None:
        """The Edit menu says what would be undone."""
        for name, verb, verb_of, label in (
            ("undo", self.tr("Undo"), self.tr("Undo {0}"), self._editor.undo_label),
            ("redo", self.tr("Redo"), self.tr("Redo {0}"), self._editor.redo_label),
        ):
            words = verb_of.format(_inside(label)) if label else verb
            self._window.actions_[name].setText(words)

    def _open_popup(self, place: QPoint) -> None:
        if self._popup is None:
            self._popup = BrushPopup(self._editor, self._window)
        self._popup.open_at(place)

    def _follow_mask(self) -> None:
        self._editor.set_frame(None)
        self._on_options_changed()

    def _frame_whole(self) -> None:
        if self._editor.document is not None:
            self._editor.set_frame(Box.of_size(self._editor.document.size))
        self._on_options_changed()

    def _on_ratio(self, words: str) -> None:
        width, _, height = words.partition(":")
        ratio = int(width) / int(height) if words else None
        self._editor.set_frame_ratio(ratio)


def _inside(label: str) -> str:
    """A label after its verb: small in English, as it is translated elsewhere."""
    said = say(label)
    return label[:1].lower() + label[1:] if said == label else said
