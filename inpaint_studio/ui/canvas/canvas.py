"""The canvas: shows the open document, and turns what hands do there into verbs of the editor.

mask_changed(box) ─▶ Display redraws the box in its caches ─▶ update(rect) ─▶ paintEvent copies
"""

from __future__ import annotations

from weakref import WeakSet

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QFocusEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from inpaint_studio.picture.brush import Brush
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.geometry import Box
from inpaint_studio.picture.mask import Mask
from inpaint_studio.picture.pyramid import Pyramid
from inpaint_studio.session.editor import Editor
from inpaint_studio.session.tools import OPPOSITE, Tool
from inpaint_studio.ui.actions.shortcuts import Shortcuts
from inpaint_studio.ui.canvas import outline
from inpaint_studio.ui.canvas.brush_size import BrushSize
from inpaint_studio.ui.canvas.colours import DARK, CanvasColours
from inpaint_studio.ui.canvas.display import Display
from inpaint_studio.ui.canvas.fade import FADE_MS
from inpaint_studio.ui.canvas.judging import Judging, is_at_edge
from inpaint_studio.ui.canvas.keys import CanvasKeys
from inpaint_studio.ui.canvas.layers import paint_layers
from inpaint_studio.ui.canvas.overlay_mode import OverlayMode, shown_mode
from inpaint_studio.ui.canvas.pointer import Pointer
from inpaint_studio.ui.canvas.view import PictureView
from inpaint_studio.ui.canvas.view_cache import Preview
from inpaint_studio.ui.style.painting import painting

_BRUSH_SHARE = 0.06
"""Of the shorter side of what is seen: what the brush begins with in a picture."""
_KEYBOARD_REASONS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class Canvas(PictureView):
    """A view of `editor`'s document. Files dropped here are the window's business."""

    cursor_moved = Signal(object)
    """The picture Point under the pointer; None when it is elsewhere."""
    overlay_changed = Signal()
    """Another overlay mode was chosen."""
    tool_shown = Signal(object)
    """The Tool a press would use, held keys considered."""
    brush_popup_asked = Signal(QPoint)
    """The brush's settings are wanted at this point of the screen."""

    def __init__(
        self,
        editor: Editor,
        colours: CanvasColours = DARK,
        shortcuts: Shortcuts | None = None,
        parent: QWidget | None = None,
    ) -> None:
        # First: making the children already sends events here.
        self._pointer = Pointer(editor, self)
        super().__init__(colours, parent)
        self._editor = editor
        self._colours = colours
        self.overlay_mode = OverlayMode.TINT
        """How the person wants to see the mask."""
        self._shown_mode = OverlayMode.TINT
        self._holds_original = False
        self._edited: WeakSet[Document] = WeakSet()
        self._reduced_motion = False
        self._known_brush: tuple[Tool, Brush] = editor.tool, editor.brush
        self._brush_size = BrushSize(self, editor, self._overlay)
        self._fade = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=FADE_MS)
        self.judging = Judging(self)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(160, 120)
        self.setAccessibleName(self.tr("Canvas"))
        self.setAccessibleDescription(self.tr("Paint over what should change in the picture."))
        self.keys = CanvasKeys(self, editor, self._pointer, shortcuts or Shortcuts(parent=self))
        self._connect()
        self._on_document_changed()

    def _connect(self) -> None:
        self._editor.leaving.connect(self._on_leaving)
        self._editor.document_changed.connect(self._on_document_changed)
        self._editor.mask_changed.connect(self._on_mask_changed)
        self._editor.picture_changed.connect(self._on_picture_changed)
        self._editor.resized.connect(self._on_resized)
        self._editor.frame_changed.connect(self._show_growth)
        self._editor.undo_changed.connect(self._on_undo_changed)
        self._editor.tool_changed.connect(self._on_tool_changed)
        self._editor.brush_changed.connect(self._on_brush_changed)
        self._editor.outline_changed.connect(self._on_outline_changed)
        self._settle_timer.timeout.connect(self._settle)
        self._fade.valueChanged.connect(self._on_fade)
        self.judging.changed.connect(self._overlay.set_strength)

    def set_overlay_mode(self, mode: OverlayMode) -> None:
        """Show the mask in another way."""
        if mode is not self.overlay_mode:
            self.overlay_mode = mode
            self.judging.wake()
            self._sync_overlay()
            self.overlay_changed.emit()

    def cycle_overlay(self) -> OverlayMode:
        """The next overlay mode: tint, outline, mask only, hidden."""
        self.set_overlay_mode(self.overlay_mode.next())
        return self.overlay_mode

    def set_colours(self, colours: CanvasColours) -> None:
        """Draw in the colours of another theme."""
        self._colours = colours
        self._overlay.set_colours(colours)
        self._set_look()

    def set_reduced_motion(self, reduced: bool) -> None:
        """Whether previews replace each other, and lines over them go, at once."""
        self._reduced_motion = self.judging.reduced_motion = reduced

    def set_hold_original(self, hold: bool) -> None:
        """Show the picture without preview and mask while `hold`."""
        if hold != self._holds_original:
            self._holds_original = hold
            self._sync_overlay()
            self.update()

    def show_preview(
        self,
        pixels: Pixels | Pyramid | None,
        blend: Mask | Pyramid | None = None,
        box: Box | None = None,
        *,
        cross_fade: bool = True,
    ) -> None:
        """Lay a picture over a box of the document, for show only; None takes it away.

        `pixels` is BGRA and `blend` coverage, both of the size of `box` (default: the whole
        picture). Without `blend` the pixels hide what is beneath. Large ones come as pyramids of
        what the screen shows, built in a worker. A preview that goes away does so at once, since
        the picture then is what it showed, or what it was before.
        """
        if self.display is None:
            return
        preview = None
        if pixels is not None:
            if not isinstance(pixels, Pyramid):
                pixels = self.display.document.shown(pixels)
            preview = Preview(pixels, blend, box or Box.of_size(self.display.viewport.picture))
        fades = cross_fade and preview is not None and not self._reduced_motion
        self._fade.stop()
        self._update_area(self.display.show_preview(preview, fade=fades))
        self.judging.look(preview is not None or self._shows_edit)
        self._sync_overlay()
        if fades:
            self._fade.start()

    @property
    def frame(self) -> Box | None:
        """The frame on show, in picture px."""
        return self._overlay.frame

    def set_frame(self, box: Box | None, label: str = "") -> None:
        """Draw the frame that is sent, and words on it; None takes it away.

        While a hand drags the frame, it is drawn where the hand is.
        """
        if box != self._overlay.frame:
            self.judging.wake()
        self._overlay.set_frame(self._pointer.frame_hand.box or box, label)

    def set_tag(self, box: Box | None, text: str = "") -> None:
        """Say on a part of the picture what is shown there; None takes the words away."""
        self._overlay.set_tag(box, text)

    def set_sizing(self, anchor: QPointF | None) -> None:
        """Show how large and hard the brush is around a point until None ends it."""
        self._brush_size.hold(anchor)

    def ask_for_brush_popup(self, position: QPointF) -> None:
        """Ask for the brush's settings at a point of the canvas."""
        self.brush_popup_asked.emit(self.mapToGlobal(position).toPoint())

    def fit_brushes(self) -> None:
        """Make brush and eraser fit what is seen of the picture now."""
        if self.display is None:
            return
        room = (self.width(), self.height(), *map(self.seen_length, self.display.viewport.picture))
        size = self.image_length(_BRUSH_SHARE * min(room))
        self._editor.fit_brushes(float(round(size)))
        self._brush_size.hide()

    def set_hint(self, text: str) -> None:
        """Show one line of advice until the first stroke; the empty text takes it away."""
        self._overlay.set_hint(text)

    def pointer_changed(self) -> None:
        """Cursor, brush ring and the coordinates shown elsewhere follow the pointer."""
        if self.display is None:
            self._overlay.set_ring(None)
            self._show_cursor(Qt.CursorShape.ArrowCursor)
            self.cursor_moved.emit(None)
            return
        self.judging.hold(self._is_at_work())
        radius = self._pointer.brush_radius
        position = self._pointer.position if radius is not None else None
        position = None if self._brush_size.held_at else position
        shown_radius = self.seen_length(radius or 0.0)
        self._overlay.set_ring(position, shown_radius, erases=self._pointer.tool is Tool.ERASER)
        self.tool_shown.emit(self._pointer.tool)
        self._show_cursor(self._pointer.cursor)
        self.cursor_moved.emit(self._pointer.image_position)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            if self.display is None:
                painter.fillRect(event.rect(), self._colours.canvas)
            else:
                layers = self.display.layers(
                    preview=not self._holds_original, mask=self._shown_mode.is_filled
                )
                paint_layers(painter, layers, event.region(), self.devicePixelRatioF())

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._fit_to_widget()
        return self._pointer.handle(event) or super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._overlay.set_focus_ring(shown=event.reason() in _KEYBOARD_REASONS)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._overlay.set_focus_ring(shown=False)
        self._pointer.lose_focus()

    def _on_leaving(self) -> None:
        """What a hand holds is let go of before another document comes under it."""
        self._pointer.lose_focus()
        self._keep_view()

    def _on_document_changed(self) -> None:
        document = self._editor.document
        if document is None:
            self._take_display(None)
        else:
            self._take_display(self._display_of(document, self._colours))
            self._show_growth()

    def _on_resized(self, corner: tuple[int, int]) -> None:
        """The picture has grown or shrunk: what was in view stays where it is."""
        document = self._editor.document
        if document is not None and self.display is not None:
            viewport = self.display.viewport.resized_picture(document.size, corner)
            viewport = viewport.fitted() if self._fits else viewport.panned(0, 0)
            self._take_display(Display(document, viewport, self._colours))

    def _take_display(self, display: Display | None) -> None:
        self._fade.stop()
        self.judging.look(False)
        self._settle_timer.stop()
        self._overlay.set_outline(None)
        self._overlay.set_frame(None, "")
        self._overlay.set_line(())
        self.display = display
        self._set_look()
        self._viewport_changed()

    def _show_growth(self) -> None:
        """What the picture is to grow by lies beside it until a result is accepted."""
        document = self._editor.document
        if document is None or self.display is None:
            return
        growth = document.pending_extension
        grown = None if growth.is_nothing else growth.around(document.size)
        former = self.display.viewport.grown
        self.display.set_extended(grown)
        if grown != former:
            self.update()
            if self._fits and not self._pointer.frame_hand.is_dragging:
                self.fit()

    def _on_mask_changed(self, box: Box) -> None:
        if self.display is None:
            return
        self._update_area(self.display.mask_changed(box))
        self._edited.discard(self.display.document)
        self.judging.look(False)
        self._sync_overlay()
        if self._editor.is_painting:
            self.set_hint("")
        else:
            self._settle_timer.start()

    def _on_picture_changed(self, box: Box) -> None:
        if self.display is not None:
            self._update_area(self.display.picture_changed(box))
            self._edited.add(self.display.document)
            self.judging.look(bool(self.display.document.edits))
            self._sync_overlay()

    def _on_undo_changed(self) -> None:
        if self.display is not None and not self._editor.is_painting:
            self._sync_overlay()
            self._settle_timer.start()

    def _on_tool_changed(self) -> None:
        self._overlay.set_dimmed(self._editor.tool is Tool.FRAME)
        self.pointer_changed()

    def _on_brush_changed(self) -> None:
        """Show the new size, unless only another brush was taken in hand."""
        former, self._known_brush = self._known_brush, (self._editor.tool, self._editor.brush)
        if former[0] is self._editor.tool in OPPOSITE and former[1] != self._editor.brush:
            middle = QPointF(self.rect().center())
            self._brush_size.show(self._brush_size.held_at or self._pointer.position or middle)
        self.pointer_changed()

    def _is_at_work(self) -> bool:
        """Whether the hand is at mask or frame, not only above the picture."""
        editor, point = self._editor, self._pointer.image_position
        at_frame = is_at_edge(self.frame, point, self._pointer.grip_reach)
        return editor.is_busy or at_frame or editor.tool is Tool.FRAME

    def _on_outline_changed(self) -> None:
        self._overlay.set_line(self._editor.outline)

    def _on_fade(self, progress: float) -> None:
        if self.display is not None:
            self._update_area(self.display.set_fade(progress))

    def _settle(self) -> None:
        """Hands rest: draw at full resolution what was drawn quickly, and the outline."""
        if self.display is None:
            return
        if self.display.quick:
            self.display.settle()
            self.update()
        self._trace_outline()

    def _trace_outline(self) -> None:
        if self.display is None or self._editor.is_painting:
            return
        lined = self._shown_mode.is_lined
        scene = self.display.scene
        self._overlay.set_outline(outline.trace(scene.mask, scene.viewport) if lined else None)

    def _sync_overlay(self) -> None:
        """Show the mask as this moment asks for it."""
        mode = self._mode_now()
        if self.display is not None:
            only_new = self._shows_preview and not self._editor.is_painting
            strokes_only = only_new and mode is OverlayMode.TINT
            self._update_area(self.display.tint_strokes_only(strokes_only))
        if mode is self._shown_mode:
            return
        recolours = OverlayMode.MASK_ONLY in (mode, self._shown_mode)
        self._shown_mode = mode
        if recolours:
            self._set_look()
        if mode.is_lined:
            QTimer.singleShot(0, self, self._trace_outline)  # once all else of it is painted
        else:
            self._overlay.set_outline(None)
        self.update()

    def _mode_now(self) -> OverlayMode:
        return shown_mode(
            self.overlay_mode,
            holds_original=self._holds_original,
            paints=self._editor.is_painting,
            shows_edit=self._shows_edit and not self._shows_preview,
        )

    @property
    def _shows_edit(self) -> bool:
        """Whether an edit was accepted or undone since the document's mask last changed."""
        return self.display is not None and self.display.document in self._edited

    @property
    def _shows_preview(self) -> bool:
        return self.display is not None and self.display.scene.preview is not None

    def _set_look(self) -> None:
        if self.display is not None:
            mask_only = self._shown_mode is OverlayMode.MASK_ONLY
            self.display.set_look(self._colours, mask_only=mask_only)
        self.update()

    def _show_cursor(self, shape: Qt.CursorShape) -> None:
        # Setting it, even to what it is, asks the window system each time.
        if self.cursor().shape() is not shape:
            self.setCursor(shape)
