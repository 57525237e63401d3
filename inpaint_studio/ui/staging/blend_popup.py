"""How a result is blended in: match, shift, width of the seam, another mask; no request is sent."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QSignalBlocker, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from inpaint_studio.picture.placement import Placement
from inpaint_studio.ui.widgets.buttons import push_button
from inpaint_studio.ui.widgets.controls import CheckBox
from inpaint_studio.ui.widgets.labels import section_head
from inpaint_studio.ui.widgets.number_slider import NumberSlider
from inpaint_studio.ui.widgets.popup import Popup

_REST_MS = 80
"""After the last move of a slider, how long until the result is blended anew."""


class BlendPopup(Popup):
    """Opens above its button; `changed` carries the placing whenever hands rest."""

    changed = Signal(object)  # Placing
    mask_asked = Signal()
    own_mask_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Blend"))
        self._placement = Placement()
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._match = NumberSlider(self.tr("Colour match"), low=0, high=100, unit="%")
        self._grow = NumberSlider(self.tr("Grow"), low=-32, high=32, unit="px")
        self._feather = NumberSlider(self.tr("Feather"), low=0, high=128, unit="px")
        self._own_feather = CheckBox(self.tr("Feather by the size of the mask"))
        self._register = CheckBox(self.tr("Lay a shifted result back"))
        self._mask = push_button(
            self.tr("Blend through the mask as it is now"),
            lambda: self._ask_for_mask(self.mask_asked, own=False),
            tip=self.tr("Paint another mask first; the result stays the same"),
        )
        self._own_mask = push_button(
            self.tr("Blend through the mask of its run"),
            lambda: self._ask_for_mask(self.own_mask_asked, own=True),
            tip=self.tr("As it was painted when this result was asked for"),
        )
        sliders = (self._match, self._grow, self._feather)
        checks = (self._own_feather, self._register)
        buttons = (self._mask, self._own_mask, push_button(self.tr("Reset"), self._on_reset))
        self.lay_out(section_head(self.tr("Blend")), *sliders, *checks, *buttons)
        self._connect()

    def open_above(self, corner: QPoint, placement: Placement, *, has_own_mask: bool) -> None:
        """Show `placement` with the lower left corner at a point of the screen.

        `has_own_mask` says whether the result shows through the mask of its run.
        """
        self._show(placement)
        self._own_mask.setEnabled(not has_own_mask)
        self.adjustSize()
        self.show_at(corner - QPoint(0, self.height() + 4))

    def _connect(self) -> None:
        self._match.changed.connect(lambda share: self._take(match=share / 100))
        self._grow.changed.connect(lambda pixels: self._take(grow_px=pixels))
        self._feather.changed.connect(lambda pixels: self._take(feather_px=float(pixels)))
        self._own_feather.toggled.connect(self._on_own_feather)
        self._register.toggled.connect(lambda on: self._take(register=on))
        self._rest.timeout.connect(lambda: self.changed.emit(self._placement))

    def _ask_for_mask(self, asked: SignalInstance, *, own: bool) -> None:
        self._own_mask.setEnabled(not own)
        asked.emit()

    def _show(self, placement: Placement) -> None:
        self._placement = placement
        self._match.set_value(round(placement.match * 100))
        self._grow.set_value(placement.grow_px)
        self._feather.set_value(round(placement.feather_px or 0))
        self._feather.setEnabled(placement.feather_px is not None)
        for box, on in (
            (self._own_feather, placement.feather_px is None),
            (self._register, placement.register),
        ):
            with QSignalBlocker(box):
                box.setChecked(on)

    def _take(self, **changes: object) -> None:
        self._placement = replace(self._placement, **changes)  # type: ignore[arg-type]
        self._rest.start()

    def _on_own_feather(self, on: bool) -> None:
        self._feather.setEnabled(not on)
        self._take(feather_px=None if on else 8.0)
        self._feather.set_value(0 if on else 8)

    def _on_reset(self) -> None:
        self._show(Placement())
        self._rest.start()
