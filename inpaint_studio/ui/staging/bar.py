"""The bar that floats on the canvas while results wait for a decision."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from inpaint_studio.runs.run import Variant
from inpaint_studio.ui.actions.shortcuts import Shortcuts
from inpaint_studio.ui.style.figures import THIN, in_order
from inpaint_studio.ui.style.theme import Theme, icon
from inpaint_studio.ui.style.tips import set_tip
from inpaint_studio.ui.widgets.buttons import icon_button, push_button
from inpaint_studio.ui.widgets.floating import Floating
from inpaint_studio.ui.widgets.labels import Label, dim_label
from inpaint_studio.ui.widgets.layouts import SPRING, in_column, in_row
from inpaint_studio.ui.widgets.segments import Segments

_LEAST_WORDS_PX = 560
_ROUNDING_PX = 2


class StagingBar(Floating):
    """Step through the variants of a run, accept one, discard it, or look at the original."""

    original_held = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._count = Label()
        self._make_buttons()
        self.view = Segments(self.tr("Show"))
        self.view.set_choices(
            [
                ("composite", self.tr("Composite")),
                ("raw", self.tr("Raw")),
                ("seam", self.tr("Seam")),
            ]
        )
        set_tip(
            self.view,
            self.tr(
                "Composite: only what your mask lets through. Raw: all the model returned, and so "
                "it is accepted. Seam: where both mix."
            ),
        )
        self._words = dim_label(wraps=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._build()
        self.set_theme(theme)
        self.hide()

    def show_variant(self, variant: Variant, count: int, text: str) -> None:
        """Offer what the variant allows; `text` says how it stands, "" takes their line away."""
        self._count.setText(in_order(f"{variant.position + 1}{THIN}/{THIN}{count}"))
        for button in (self.previous_button, self.next_button):
            button.setEnabled(count > 1)
        is_done, can_accept = variant.state == "done", variant.pixels is not None
        is_result = variant.shows_result or not can_accept
        self.accept_button.setText(self._offer() if is_result else self.tr("Keep this partial"))
        self.accept_button.setEnabled(can_accept)
        self.send_now_button.setVisible(variant.wait_s is not None)
        self.stop_button.setVisible(variant.is_pending)
        self.retry_button.setVisible(not variant.is_pending and not is_done)
        self.blend_button.setVisible(is_done)
        self.compare_button.setEnabled(variant.pixels is not None)
        self.film_button.setVisible(variant.partials_seen > 0)
        self._words.setText(text)
        self._words.setVisible(bool(text))
        self._fit()

    def fit_into(self, width: int) -> None:
        """Take a second row for the ways to look where one is wider than `width` px."""
        one_row = self._decide.sizeHint().width() + self._look.sizeHint().width()
        one_row += self._row.spacing() + 2 * self.margins[0]
        direction = QBoxLayout.Direction
        wanted = direction.LeftToRight if one_row <= width else direction.TopToBottom
        if self._row.direction() != wanted:  # each time it is set all is laid out again
            self._row.setDirection(wanted)
        self._fit()

    def name_keys(self, shortcuts: Shortcuts) -> None:
        """Let the buttons name the keys of what they do."""
        shortcuts.name_key(self.previous_button, "previous")
        shortcuts.name_key(self.next_button, "next")
        tip = self.tr("Put it into the picture ({0}). A partial ends its stream ({1})")
        names = ("accept", "keep_partial")
        shortcuts.keep_shown(lambda: set_tip(self.accept_button, shortcuts.filled(tip, *names)))
        shortcuts.name_key(self.discard_button, "discard")
        shortcuts.name_key(self.stop_button, "stop")
        shortcuts.name_key(self.compare_button, "compare")
        shortcuts.name_key(self.film_button, "film")
        shortcuts.fill_in(self._original, "original")

    def offer_mask_fix(self, label: str, reason: str = "") -> None:
        """Offer `label` beside the words, with what it does as its tool tip; "" takes it away."""
        self.mask_fix_button.setText(label)
        set_tip(self.mask_fix_button, reason)
        self.mask_fix_button.setVisible(bool(label))
        self._fit()

    def set_theme(self, theme: Theme) -> None:
        """Recolour ground and icons."""
        super().set_theme(theme)
        self.previous_button.setIcon(icon("previous", theme))
        self.next_button.setIcon(icon("next", theme))
        self.film_button.setIcon(icon("film", theme))
        self.accept_button.setIcon(icon("accept", theme, theme.on_accent, 16))
        self.stop_button.setIcon(icon("stop", theme, None, 16))
        self.compare_button.setIcon(icon("compare", theme, None, 16))
        self.retry_button.setIcon(icon("retry", theme, None, 16))

    def _offer(self) -> str:
        """What accepting takes of a result: what is looked at."""
        is_raw = self.view.value() == "raw"
        return self.tr("Accept whole frame") if is_raw else self.tr("Accept")

    def _fit(self) -> None:
        """Let words that are wider than the buttons go on in further lines."""
        room = max(self._row.sizeHint().width(), _LEAST_WORDS_PX)
        if not self.mask_fix_button.isHidden():
            room -= self.mask_fix_button.sizeHint().width() + self._row.spacing()
        metrics = self._words.fontMetrics()
        widest = metrics.horizontalAdvance(self._words.text()) + _ROUNDING_PX
        self._words.setFixedWidth(min(widest, room))
        self.adjustSize()

    def _make_buttons(self) -> None:
        self.previous_button = icon_button(self.tr("Previous variant"))
        self.next_button = icon_button(self.tr("Next variant"))
        self.accept_button = push_button(self.tr("Accept"), look="primary")
        tip = self.tr("Take it off the canvas; it stays in the history")
        self.discard_button = push_button(self.tr("Discard"), tip=tip)
        self.stop_button = push_button(self.tr("Stop"), tip=self.tr("Stop this variant"))
        tip = self.tr("Do not wait any longer; nothing was charged so far")
        self.send_now_button = push_button(self.tr("Send now"), tip=tip)
        tip = self.tr("Send the same request once more; it may be charged again")
        self.retry_button = push_button(self.tr("Retry"), tip=tip)
        tip = self.tr("All variants of this run side by side")
        self.compare_button = push_button(self.tr("Compare"), tip=tip)
        tip = self.tr("Hold to see the picture without it")
        self._original = push_button(self.tr("Original") + "  {0}", tip=tip)
        self._original.pressed.connect(lambda: self.original_held.emit(True))
        self._original.released.connect(lambda: self.original_held.emit(False))
        tip = self.tr("Colour match, seam and mask, without a new request")
        self.blend_button = push_button(self.tr("Blend"), tip=tip)
        self.film_button = icon_button(self.tr("Film strip: every picture on the way"))
        self.film_button.setCheckable(True)
        self.mask_fix_button = push_button()
        self.mask_fix_button.hide()

    def _build(self) -> None:
        steps = (self.previous_button, self._count, self.next_button)
        live = (self.send_now_button, self.stop_button, self.retry_button)
        decisions = (self.accept_button, *live, self.discard_button, self._original)
        tools = (self.blend_button, self.film_button, self.compare_button)
        self._decide = in_row(SPRING, *steps, *decisions, SPRING, spacing=8)
        self._look = in_row(SPRING, self.view, *tools, SPRING, spacing=8)
        self._row = in_row(self._decide, self._look, spacing=8)
        # What is said, and what can be done about it.
        state = in_row(SPRING, self._words, self.mask_fix_button, SPRING, spacing=8)
        in_column(self._row, state, of=self, spacing=4, margins=self.margins)
