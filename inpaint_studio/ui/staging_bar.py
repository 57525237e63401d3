"""The bar that floats on the canvas while results wait for a decision."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from inpaint_studio.runs.run import Variant
from inpaint_studio.ui.theme import Theme, icon
from inpaint_studio.ui.widgets.buttons import icon_button, push_button
from inpaint_studio.ui.widgets.floating import Floating
from inpaint_studio.ui.widgets.labels import dim_label
from inpaint_studio.ui.widgets.layouts import SPRING, in_column, in_row
from inpaint_studio.ui.widgets.segments import Segments

_LEAST_WORDS_PX = 560
_ROUNDING_PX = 2


class StagingBar(Floating):
    """Step through the variants of a run, accept one, discard it, or look at the original."""

    step_asked = Signal(int)
    accept_asked = Signal()
    discard_asked = Signal()
    stop_asked = Signal()
    send_now_asked = Signal()
    retry_asked = Signal()
    compare_asked = Signal()
    original_held = Signal(bool)
    remedy_asked = Signal()
    view_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        step = self.step_asked.emit
        self._previous = icon_button(self.tr("Previous variant (←)"), lambda: step(-1))
        self._next = icon_button(self.tr("Next variant (→)"), lambda: step(1))
        self._count = QLabel()
        self._accept = push_button(self.tr("Accept"), self.accept_asked, look="primary")
        tip = self.tr("Take it off the canvas; it stays in the history (Backspace)")
        self._discard = push_button(self.tr("Discard"), self.discard_asked, tip=tip)
        tip = self.tr("Stop this variant (Ctrl+.)")
        self._stop = push_button(self.tr("Stop"), self.stop_asked, tip=tip)
        tip = self.tr("Do not wait any longer; nothing was charged so far")
        self._send_now = push_button(self.tr("Send now"), self.send_now_asked, tip=tip)
        tip = self.tr("Send the same request once more; it may be charged again")
        self._retry = push_button(self.tr("Retry"), self.retry_asked, tip=tip)
        tip = self.tr("All variants of this run side by side (N)")
        self._compare = push_button(self.tr("Compare"), self.compare_asked, tip=tip)
        tip = self.tr("Hold to see the picture without it")
        self._original = push_button(self.tr("Original") + "  \\", tip=tip)
        tip = self.tr("Colour match, seam and mask, without a new request")
        self.blend_button = push_button(self.tr("Blend"), tip=tip)
        self.film_button = icon_button(self.tr("Film strip: every picture on the way (T)"))
        self.film_button.setCheckable(True)
        self._view = Segments(self.tr("Show"))
        self._view.set_choices(
            [
                ("composite", self.tr("Composite")),
                ("raw", self.tr("Raw")),
                ("seam", self.tr("Seam")),
            ]
        )
        self._view.setToolTip(
            self.tr(
                "Composite: only what your mask lets through. Raw: all the model returned. "
                "Seam: where both mix."
            )
        )
        self._words = dim_label(wraps=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._remedy = push_button("", self.remedy_asked)
        self._remedy.hide()
        self._build()
        self._original.pressed.connect(lambda: self.original_held.emit(True))
        self._original.released.connect(lambda: self.original_held.emit(False))
        self._view.chosen.connect(self.view_chosen)
        self.set_theme(theme)
        self.hide()

    def show_variant(self, variant: Variant, count: int, words: str) -> None:
        """Offer what the variant allows; `words` say how it stands, "" takes their line away."""
        self._count.setText(f"{variant.position + 1}\u2009/\u2009{count}")
        for button in (self._previous, self._next):
            button.setEnabled(count > 1)
        is_done, can_accept = variant.state == "done", variant.pixels is not None
        is_result = variant.shows_result or not can_accept
        self._accept.setText(self.tr("Accept") if is_result else self.tr("Keep this partial"))
        self._accept.setToolTip(self.tr("Put it into the picture (Enter)"))
        self._accept.setEnabled(can_accept)
        self._send_now.setVisible(variant.wait_s is not None)
        self._stop.setVisible(variant.is_pending)
        self._retry.setVisible(not variant.is_pending and not is_done)
        self.blend_button.setVisible(is_done)
        self._compare.setEnabled(variant.pixels is not None)
        self.film_button.setVisible(variant.partials_seen > 0)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._fit()

    def offer_remedy(self, verb: str, reason: str = "") -> None:
        """Offer `verb` beside the words, with what it does as its tool tip; "" takes it away."""
        self._remedy.setText(verb)
        self._remedy.setToolTip(reason)
        self._remedy.setVisible(bool(verb))
        self._fit()

    def set_view(self, view: str) -> None:
        """Show which view is on, without a signal."""
        self._view.set_value(view)

    def set_theme(self, theme: Theme) -> None:
        """Recolour ground and icons."""
        super().set_theme(theme)
        self._previous.setIcon(icon("previous", theme))
        self._next.setIcon(icon("next", theme))
        self.film_button.setIcon(icon("film", theme))
        self._accept.setIcon(icon("accept", theme, theme.on_accent, 16))
        self._stop.setIcon(icon("stop", theme, None, 16))
        self._compare.setIcon(icon("compare", theme, None, 16))
        self._retry.setIcon(icon("retry", theme, None, 16))

    def _fit(self) -> None:
        """Let words that are wider than the buttons go on in further lines."""
        room = max(self._row.sizeHint().width(), _LEAST_WORDS_PX)
        if not self._remedy.isHidden():
            room -= self._remedy.sizeHint().width() + self._row.spacing()
        metrics = self._words.fontMetrics()
        widest = metrics.horizontalAdvance(self._words.text()) + _ROUNDING_PX
        self._words.setFixedWidth(min(widest, room))
        self.adjustSize()

    def _build(self) -> None:
        steps = (self._previous, self._count, self._next)
        live = (self._send_now, self._stop, self._retry)
        verbs = (self._accept, *live, self._discard, self._original)
        tools = (self.blend_button, self.film_button, self._compare)
        self._row = in_row(*steps, *verbs, self._view, *tools, spacing=8)
        # What is said, and what can be done about it.
        told = in_row(SPRING, self._words, self._remedy, SPRING, spacing=8)
        in_column(self._row, told, of=self, spacing=4, margins=self.margins)
