"""The bar that floats on the canvas while results wait for a decision.

Every button has a place of its own, used or not: what a click meant does not become something else
as a run goes on. Decisions stand in the lower row; the row above says how it stands and holds the
ways to look, and can be folded away.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from inpaint_studio.runs.run import Variant
from inpaint_studio.ui.actions.shortcuts import Shortcuts
from inpaint_studio.ui.style.figures import THIN, in_order
from inpaint_studio.ui.style.theme import Theme, icon
from inpaint_studio.ui.style.tips import set_tip
from inpaint_studio.ui.widgets.buttons import icon_button, push_button, widest
from inpaint_studio.ui.widgets.floating import Floating
from inpaint_studio.ui.widgets.labels import Label, dim_label
from inpaint_studio.ui.widgets.layouts import SPRING, in_column, in_row, wide
from inpaint_studio.ui.widgets.segments import Segments

_MOST_VARIANTS = "88"
_LEAST_WORDS_PX = 270
_WORD_LINES = 2


class StagingBar(Floating):
    """Step through the variants of a run, accept one, discard it, or look at the original."""

    original_held = Signal(bool)
    folded = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._upper = QWidget()
        self._count = Label()
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._partial, self._result = self.tr("Keep partial"), self.tr("Accept")
        self._whole = self.tr("Accept whole frame")
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
        self._words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._build()
        self.set_theme(theme)
        self.hide()

    def show_variant(self, variant: Variant, count: int, text: str) -> None:
        """Offer what the variant allows; `text` says how it stands."""
        self._count.setText(_counted(str(variant.position + 1), str(count)))
        for button in (self.previous_button, self.next_button):
            button.setEnabled(count > 1)
        is_done, can_accept = variant.state == "done", variant.pixels is not None
        is_result = variant.shows_result or not can_accept
        self.accept_button.setText(self._offer() if is_result else self._partial)
        self.accept_button.setEnabled(can_accept)
        self.send_now_button.setVisible(variant.wait_s is not None)
        self.stop_button.setEnabled(variant.is_pending)
        self.retry_button.setEnabled(not variant.is_pending and not is_done)
        self.blend_button.setEnabled(is_done)
        self.compare_button.setEnabled(variant.pixels is not None)
        self.film_button.setEnabled(variant.partials_seen > 0)
        self._words.setText(text)
        set_tip(self._words, text)

    def set_folded(self, folded: bool) -> None:
        """Leave more of the picture to see, or bring the upper row back."""
        self._upper.setHidden(folded)
        self.fold_button.setIcon(icon("chevron-up" if folded else "chevron-down", self._theme))
        name = self.tr("Show how it stands and the ways to look at it")
        less = self.tr("Show only what is decided here")
        self.fold_button.setAccessibleName(name if folded else less)
        set_tip(self.fold_button, self.fold_button.accessibleName())
        self.adjustSize()
        self.folded.emit(folded)

    def fit_into(self, width: int) -> None:
        """Take what it needs, which is the same whatever it shows, but never more than there is."""
        self.setMaximumWidth(width)
        self.adjustSize()

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

    def set_theme(self, theme: Theme) -> None:
        """Recolour ground and icons."""
        super().set_theme(theme)
        self.previous_button.setIcon(icon("previous", theme))
        self.next_button.setIcon(icon("next", theme))
        self.film_button.setIcon(icon("film", theme))
        self.accept_button.setIcon(icon("accept", theme, theme.on_accent, 16))
        self.stop_button.setIcon(icon("stop", theme, None, 16))
        self.compare_button.setIcon(icon("compare", theme))
        self.retry_button.setIcon(icon("retry", theme))

    def _offer(self) -> str:
        """What accepting takes of a result: what is looked at."""
        return self._whole if self.view.value() == "raw" else self._result

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
        self.retry_button = icon_button(self.tr("Retry"), tip=tip)
        tip = self.tr("All variants of this run side by side")
        self.compare_button = icon_button(self.tr("Compare"), tip=tip)
        tip = self.tr("Hold to see the picture without it")
        self._original = push_button(self.tr("Original") + "  {0}", tip=tip)
        self._original.pressed.connect(lambda: self.original_held.emit(True))
        self._original.released.connect(lambda: self.original_held.emit(False))
        tip = self.tr("Colour match, seam and mask, without a new request")
        self.blend_button = push_button(self.tr("Blend"), tip=tip)
        self.film_button = icon_button(self.tr("Film strip: every picture on the way"))
        self.film_button.setCheckable(True)
        self.mask_fix_button = push_button()
        self.send_now_button.hide()
        self.mask_fix_button.hide()
        self.fold_button = icon_button("", lambda: self.set_folded(not self._upper.isHidden()))

    def _build(self) -> None:
        self._fix_widths()
        steps = (self.previous_button, self._count, self.next_button)
        decisions = (self.accept_button, self.discard_button)
        live = (self.stop_button, self.retry_button)
        parts = (*steps, *decisions, SPRING, *live, SPRING, self._original, self.fold_button)
        lower = in_row(*parts, spacing=8)
        act = (self.send_now_button, self.mask_fix_button)
        look = (self.view, self.blend_button, self.film_button, self.compare_button)
        row = in_row(wide(self._words), *act, *look, of=self._upper, spacing=8)
        # What is offered beside the words takes of their room, not of the picture's.
        self._upper.setMinimumWidth(row.minimumSize().width() + _LEAST_WORDS_PX)
        in_column(self._upper, lower, of=self, spacing=6, margins=self.margins)
        self.set_folded(False)

    def _fix_widths(self) -> None:
        """Room for all that is ever said here: other words change no width."""
        metrics = self._count.fontMetrics()
        self._count.setFixedWidth(metrics.horizontalAdvance(_counted(*[_MOST_VARIANTS] * 2)) + 4)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._words.setFixedHeight((metrics.height() + 1) * _WORD_LINES)
        self.accept_button.setIcon(icon("accept", self._theme, None, 16))
        words = (self._partial, self._result, self._whole)
        self.accept_button.setFixedWidth(widest(self.accept_button, words))


def _counted(position: str, count: str) -> str:
    return in_order(f"{position}{THIN}/{THIN}{count}")
