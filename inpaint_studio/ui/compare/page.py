"""The comparison over the centre: a bar of modes with what each can be told, and the panes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QStackedWidget,
    QWidget,
)

from inpaint_studio.ui.actions.shortcuts import Shortcuts
from inpaint_studio.ui.compare.difference import GAINS
from inpaint_studio.ui.compare.view import CompareView, Mode
from inpaint_studio.ui.shell.overlay_page import OverlayPage
from inpaint_studio.ui.style.i18n import translate
from inpaint_studio.ui.style.theme import Theme, icon
from inpaint_studio.ui.style.tips import set_tip
from inpaint_studio.ui.widgets.buttons import icon_button
from inpaint_studio.ui.widgets.controls import CheckBox
from inpaint_studio.ui.widgets.elided_label import ElidedLabel
from inpaint_studio.ui.widgets.layouts import SPRING, LayoutPart, held, in_column, in_row, wide
from inpaint_studio.ui.widgets.number_slider import NumberSlider
from inpaint_studio.ui.widgets.segments import Segments

MODES: tuple[tuple[Mode, str], ...] = (
    ("side", "Side"),
    ("wipe", "Wipe"),
    ("flicker", "Flicker"),
    ("difference", "Difference"),
    ("onion", "Onion"),
)
_SAFE_HZ = 2
"""Well under the three flashes a second that WCAG 2.3.1 allows."""
_MOST_HZ = 8
_BAR_PX = 43
_SLIDER_PX = 80
_BAR_GAP_PX = 6


class ComparePage(OverlayPage):
    """Tells its view what the bar says."""

    closed = Signal()

    def __init__(self, theme: Theme, shortcuts: Shortcuts) -> None:
        super().__init__()
        self.view = CompareView(theme)
        self._modes = Segments(self.tr("Mode"))
        self._modes.set_choices([(mode, translate(words)) for mode, words in MODES])
        modes = " · ".join(f"{translate(words)} {{}}" for _, words in MODES)
        names = [f"compare.{mode}" for mode, _ in MODES]
        shortcuts.keep_shown(lambda: set_tip(self._modes, shortcuts.filled(modes, *names)))
        self._modes.setMinimumWidth(330)
        self._raw = CheckBox(self.tr("Raw"))
        set_tip(
            self._raw, self.tr("What the models returned, in place of what the mask lets through")
        )
        self._blind = CheckBox(self.tr("Blind"))
        set_tip(self._blind, self.tr("Hide which model made what until you have chosen"))
        tip = self.tr("Whole picture or 100 % at the pointer")
        self._zoom = icon_button(tip, self.view.fit)
        self._close = icon_button(self.tr("Close the comparison"), self.closed)
        shortcuts.name_key(self._raw, "compare.raw")
        shortcuts.name_key(self._blind, "compare.blind")
        shortcuts.name_key(self._zoom, "compare.fit")
        shortcuts.name_key(self._close, "compare.leave")
        self._more = QStackedWidget()
        self._parts: dict[str, QWidget] = {}
        self._build()
        self._connect()
        self.set_theme(theme)
        self.set_mode("side")

    def set_mode(self, mode: str) -> None:
        """Change the mode from bar or key."""
        known = next(each for each, _ in MODES if each == mode)
        self._modes.set_value(known)
        self._more.setCurrentWidget(self._parts[known])
        self.view.set_mode(known)

    def next_mode(self) -> None:
        """The mode after this one."""
        names = [mode for mode, _ in MODES]
        self.set_mode(names[(names.index(self.view.mode) + 1) % len(names)])

    def toggle_raw(self) -> None:
        """Raw results or composites."""
        self._raw.toggle()

    def toggle_blind(self) -> None:
        """Hide or tell which is which."""
        self._blind.toggle()

    def take_keyboard(self) -> None:
        """Give the keyboard to what it shows."""
        self.view.setFocus()

    def leave_room(self, height_px: int) -> int:
        """Over the pictures, below the bar: panes that shrink would move what is compared."""
        del height_px
        return _BAR_PX + _BAR_GAP_PX

    def set_theme(self, theme: Theme) -> None:
        """Recolour the icons."""
        self._zoom.setIcon(icon("zoom", theme))
        self._close.setIcon(icon("close", theme))

    def _build(self) -> None:
        bar = QFrame()
        bar.setObjectName("optionsBar")
        bar.setFixedHeight(_BAR_PX)
        for mode, part in self._options().items():
            self._parts[mode] = part
            self._more.addWidget(part)
        general = (self._blind, self._raw, self._zoom, self._close)
        parts = (self._modes, wide(self._more), *general)
        in_row(*parts, of=bar, spacing=10, margins=(14, 0, 12, 0))
        in_column(bar, wide(self.view), of=self, spacing=0)

    def _options(self) -> dict[str, QWidget]:
        """What each mode can be told."""
        view = self.view
        across = _segments(self.tr("Wipe"), (("1", "↔"), ("0", "↕")), 80)
        across.chosen.connect(lambda value: self._set(wipe_across=value == "1"))
        speed = NumberSlider(
            self.tr("Speed"), low=1, high=_MOST_HZ, unit="Hz", slider_px=_SLIDER_PX
        )
        speed.set_value(_SAFE_HZ)
        speed.changed.connect(view.set_flicker_hz)
        gain = _segments(self.tr("Gain"), [(str(each), f"×{each}") for each in GAINS], 140)
        gain.set_value(str(view.gain))
        gain.chosen.connect(lambda value: self._set(gain=int(value)))
        heat = CheckBox(self.tr("Heat map"))
        heat.setChecked(view.heat)
        heat.toggled.connect(lambda on: self._set(heat=on))
        opacity = NumberSlider(self.tr("Opacity"), low=0, high=100, unit="%", slider_px=_SLIDER_PX)
        opacity.set_value(round(view.opacity * 100))
        opacity.changed.connect(lambda value: self._set(opacity=value / 100))
        parts: dict[str, tuple[QWidget | LayoutPart, ...]] = {
            "side": (wide(ElidedLabel(self.tr("Shift moves one pane alone"))),),
            "wipe": (across,),
            "flicker": (speed,),
            "difference": (gain, heat),
            "onion": (opacity,),
        }
        return {mode: held(in_row(*each, SPRING, spacing=10)) for mode, each in parts.items()}

    def _connect(self) -> None:
        self._modes.chosen.connect(self.set_mode)
        self._raw.toggled.connect(lambda on: self._set(raw=on))
        self._blind.toggled.connect(self.view.set_blind)

    def _set(self, **fields: object) -> None:
        for name, value in fields.items():
            setattr(self.view, name, value)
        self.view.update()


def _segments(name: str, choices: Sequence[tuple[str, str]], width: int) -> Segments:
    segments = Segments(name)
    segments.set_choices(choices)
    segments.setFixedWidth(max(width, segments.minimumSizeHint().width()))
    return segments
