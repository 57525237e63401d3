"""The size that is asked for: from the frame, by ratio, from the model's own list, or typed."""

from __future__ import annotations

import math

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QPushButton,
    QStyledItemDelegate,
    QWidget,
)

from inpaint_studio.contract.model_info import ModelInfo
from inpaint_studio.contract.offers import SIZE_FROM_FRAME
from inpaint_studio.contract.sizes import SizeRule, format_size, parse_size
from inpaint_studio.errors import RequestError
from inpaint_studio.ui.style.figures import plain, spaced_size
from inpaint_studio.ui.style.i18n import outside
from inpaint_studio.ui.style.tips import set_tip
from inpaint_studio.ui.widgets.buttons import push_button
from inpaint_studio.ui.widgets.controls import ComboBox
from inpaint_studio.ui.widgets.layouts import in_column, in_row, wide

RATIOS = ((1, 1), (3, 2), (2, 3), (16, 9), (9, 16))
_USUAL_AREA = 1536 * 1024
_SAME_RATIO = 0.02
_POPUP_PADDING_PX = 34
_BOX_PADDING_PX = 42


class SizeBox(QWidget):
    """Yields "frame", or a size as it goes on the wire; what makes no size is yielded as typed."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Size"))
        self._wanted = SIZE_FROM_FRAME
        self._sent = ""
        self._info = ModelInfo(id="")
        self._box = self._make_box()
        self._chips = {ratio: self._make_chip(ratio) for ratio in RATIOS}
        chips = in_row(*map(wide, self._chips.values()), spacing=4)
        in_column(self._box, chips, of=self, spacing=4)

    def value(self) -> str:
        """The chosen size."""
        return self._wanted

    def set_value(self, size: str) -> None:
        """Show `size` without a signal."""
        self._wanted = size
        self._show_wanted()

    def set_model(self, info: ModelInfo) -> None:
        """Offer the sizes the catalog suggests for the model; mark the experimental ones."""
        self._info = info
        self._fill()
        for ratio, chip in self._chips.items():
            size = size_of_ratio(ratio, info.size_rule, self._area())
            chip.setEnabled(size is not None)
            set_tip(chip, self._chip_text(size))
            chip.setAccessibleDescription(chip.toolTip())

    def set_frame_size(self, sent: str) -> None:
        """Show what "from frame" comes to."""
        if sent != self._sent:
            self._sent = sent
            self._box.setItemText(0, self._frame_text())
            self.set_model(self._info)

    def _make_box(self) -> QComboBox:
        box = ComboBox()
        box.setEditable(True)
        box.setAccessibleName(self.tr("Size"))
        box.setItemDelegate(QStyledItemDelegate(box))  # the style's own ignores the padding
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        longest = self.tr("Frame · {0}").format(spaced_size("3840x2160"))
        box.setMinimumWidth(box.fontMetrics().horizontalAdvance(longest) + _BOX_PADDING_PX)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        set_tip(box, self.tr("From the frame, or WIDTHxHEIGHT in pixels"))
        line = box.lineEdit()
        assert line is not None
        line.setAccessibleName(self.tr("Size"))
        line.setAcceptDrops(False)
        line.textEdited.connect(self._on_typed)
        line.editingFinished.connect(self._show_wanted)
        box.activated.connect(lambda index: self._choose(str(box.itemData(index))))
        return box

    def _make_chip(self, ratio: tuple[int, int]) -> QPushButton:
        words = f"{ratio[0]}:{ratio[1]}"
        chip = push_button(words, lambda: self._on_ratio(ratio), look="ratio", checkable=True)
        chip.setAccessibleName(self.tr("Size with ratio {0}").format(words))
        return chip

    def _chip_text(self, size: tuple[int, int] | None) -> str:
        if size is None:
            return self.tr("{0} makes no such size").format(outside(self._info.label))
        return spaced_size(format_size(size))

    def _fill(self) -> None:
        self._box.clear()
        self._box.addItem(self._frame_text(), SIZE_FROM_FRAME)
        for text in self._info.sizes:
            size = parse_size(text)
            if size is not None:
                risky = self._info.size_rule.is_experimental(*size)
                words = self.tr("{0} · experimental") if risky else "{0}"
                self._box.addItem(words.format(spaced_size(text)), text)
        widen_popup(self._box)
        self._show_wanted()

    def _frame_text(self) -> str:
        if not self._sent:
            return self.tr("From frame")
        return self.tr("Frame · {0}").format(spaced_size(self._sent))

    def _area(self) -> int:
        sent = parse_size(self._sent)
        return sent[0] * sent[1] if sent else _USUAL_AREA

    def _on_ratio(self, ratio: tuple[int, int]) -> None:
        size = size_of_ratio(ratio, self._info.size_rule, self._area())
        self._choose(SIZE_FROM_FRAME if size is None or self._is(ratio) else format_size(size))

    def _on_typed(self, text: str) -> None:
        size = parse_size(plain(text).replace("*", "x"))
        is_frame = text.strip().lower() in ("", "auto", SIZE_FROM_FRAME)
        self._wanted = SIZE_FROM_FRAME if is_frame else format_size(size) if size else text
        self._show_chips()
        self.chosen.emit(self._wanted)

    def _choose(self, size: str) -> None:
        self._wanted = size
        self._show_wanted()
        self.chosen.emit(size)

    def _show_wanted(self) -> None:
        index = self._box.findData(self._wanted)
        self._box.setCurrentIndex(index)
        if index < 0:
            self._box.setEditText(spaced_size(self._wanted))
        line = self._box.lineEdit()
        if line is not None:
            line.setCursorPosition(0)  # or the text's beginning would be scrolled away
        self._show_chips()

    def _show_chips(self) -> None:
        for ratio, chip in self._chips.items():
            chip.setChecked(self._is(ratio))

    def _is(self, ratio: tuple[int, int]) -> bool:
        size = parse_size(self._wanted)
        return size is not None and _off(size, ratio) < _SAME_RATIO


def widen_popup(box: QComboBox) -> None:
    """Let the list be wider than the box where its words are."""
    box.view().setMinimumWidth(box.view().sizeHintForColumn(0) + _POPUP_PADDING_PX)


def size_of_ratio(ratio: tuple[int, int], rule: SizeRule, area: int) -> tuple[int, int] | None:
    """A legal size of that ratio and of about `area` pixels; None where the rule has none."""
    width = math.sqrt(area * ratio[0] / ratio[1])
    wish = (width, width * ratio[1] / ratio[0])
    rounded = [max(1, round(edge / rule.multiple)) * rule.multiple for edge in wish]
    try:
        size = rule.nearest(rounded[0], rounded[1])
    except RequestError:
        return None
    return size if _off(size, ratio) < _SAME_RATIO else None


def _off(size: tuple[int, int], ratio: tuple[int, int]) -> float:
    return abs(math.log(size[0] * ratio[1] / (size[1] * ratio[0])))
