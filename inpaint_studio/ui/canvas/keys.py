"""What the keys of the canvas do: with the pointer, and as the window's actions that it has."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from inpaint_studio.session.editor import Editor
from inpaint_studio.ui.actions.shortcut_filter import ShortcutFilter
from inpaint_studio.ui.actions.shortcuts import Shortcuts

if TYPE_CHECKING:
    from inpaint_studio.ui.canvas.canvas import Canvas
    from inpaint_studio.ui.canvas.pointer import Pointer

HARDNESS_STEP = 10.0


class CanvasKeys(QObject):
    """`does` has what each key of the pointer does, `lets_go` what follows where one was held."""

    def __init__(
        self, canvas: Canvas, editor: Editor, pointer: Pointer, shortcuts: Shortcuts
    ) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._editor = editor
        self._pointer = pointer
        self.does: dict[str, Callable[[], object]] = {
            "pan": partial(pointer.hold_pan, True),
            "original": partial(canvas.set_hold_original, True),
            "smaller_brush": partial(editor.resize_brush, -1),
            "larger_brush": partial(editor.resize_brush, 1),
            "softer_brush": partial(self._harden, -HARDNESS_STEP),
            "harder_brush": partial(self._harden, HARDNESS_STEP),
            "cancel": pointer.cancel,
            "confirm": self._confirm,
            "drop_corner": editor.drop_corner,
        }
        self.lets_go: dict[str, Callable[[], object]] = {
            "pan": partial(pointer.hold_pan, False),
            "original": partial(canvas.set_hold_original, False),
        }
        keys = ShortcutFilter(canvas, shortcuts, "drawing", "canvas", can=self._can)
        keys.pressed.connect(self._press)
        keys.released.connect(self._let_go)

    def _can(self, name: str) -> bool:
        """Whether a key means something now; what it means to the window comes up otherwise."""
        editor = self._editor
        if name == "confirm":
            return editor.is_placing_corners or editor.is_adjusting
        if name == "drop_corner":
            return editor.is_placing_corners
        if name == "cancel":
            return self._pointer.can_cancel
        action = self._action(name)
        return name in self.does if action is None else action.isEnabled()

    def _press(self, name: str) -> None:
        action = self._action(name)
        if action is not None:
            action.trigger()
        else:
            self.does[name]()
            self._canvas.pointer_changed()

    def _let_go(self, name: str) -> None:
        self.lets_go[name]()
        self._canvas.pointer_changed()

    def _action(self, name: str) -> QAction | None:
        return next((each for each in self._canvas.actions() if each.objectName() == name), None)

    def _confirm(self) -> None:
        if self._editor.is_placing_corners:
            self._editor.close_path()
        else:
            self._editor.apply_adjustment()

    def _harden(self, by: float) -> None:
        self._editor.set_brush(hardness=self._editor.brush.hardness + by)
