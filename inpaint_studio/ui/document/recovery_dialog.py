"""What was left unsaved, one row each: restore it, discard it, or leave it for later."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QFont, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QScrollArea,
    QWidget,
)

from inpaint_studio.journal import LeftJournal
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.ui.style.images import to_qimage
from inpaint_studio.ui.widgets.buttons import push_button
from inpaint_studio.ui.widgets.elided_label import ElidedLabel
from inpaint_studio.ui.widgets.labels import Label, dim_label
from inpaint_studio.ui.widgets.layouts import SPRING, held, in_column, in_row, wide

_PICTURE = QSize(112, 84)
_DAY_S = 86_400


class RecoveryRow(QFrame):
    """One document; `left` is what it stands for."""

    restore_asked = Signal()

    def __init__(self, left: LeftJournal) -> None:
        super().__init__()
        self.left = left
        self.is_discarded = False
        self._picture = Label()
        self._picture.setFixedSize(_PICTURE)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._name = ElidedLabel(left.name)
        self._name.setObjectName("")
        bold = self._name.font()
        bold.setWeight(QFont.Weight.DemiBold)
        self._name.setFont(bold)
        self._words = dim_label(self._described(), wraps=True)
        self._restore = push_button(self.tr("Restore"), self.restore_asked, auto_default=False)
        self._discard = push_button(self.tr("Discard"), self._toggle, auto_default=False)
        self._restore.setAccessibleName(self.tr("Restore {0}").format(left.name))
        self._discard.setAccessibleName(self.tr("Discard {0}").format(left.name))
        texts = in_column(SPRING, self._name, self._words, SPRING, spacing=3)
        in_row(self._picture, wide(texts), self._restore, self._discard, of=self, spacing=14)

    def show_picture(self, pixels: Pixels) -> None:
        """What it looks like (BGRA)."""
        pixmap = QPixmap.fromImage(to_qimage(pixels).copy())
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        wanted = _PICTURE * self.devicePixelRatioF()
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        self._picture.setPixmap(pixmap.scaled(wanted, keep, smooth))

    def show_no_picture(self, text: str) -> None:
        """Say why there is none; it cannot be restored either."""
        self._words.setText(text)
        self._restore.setEnabled(False)

    def _toggle(self) -> None:
        self.is_discarded = not self.is_discarded
        self._discard.setText(self.tr("Keep it") if self.is_discarded else self.tr("Discard"))
        self._restore.setEnabled(not self.is_discarded)
        self._picture.setEnabled(not self.is_discarded)
        gone = self.tr("Deleted when you close this window")
        self._words.setText(gone if self.is_discarded else self._described())

    def _described(self) -> str:
        left = self.left
        changes = self.tr("%n change(s)", "", left.changes)
        parts = [f"{changes} · {_when(left.changed_at)}"]
        place = left.origin.project or left.path
        if place is not None:
            parts.append(str(place))
        if left.is_damaged:
            parts.append(self.tr("What was done last cannot be read."))
        return "\n".join(parts)


class RecoveryDialog(QDialog):
    """Stands beside the window, which goes on working. `closed` follows every way out."""

    restore_asked = Signal(object)  # LeftJournal
    closed = Signal(object, object)  # list[LeftJournal] to leave, list[LeftJournal] to discard

    def __init__(self, parent: QWidget, left: Sequence[LeftJournal]) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Unsaved pictures"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(620, 340)
        self.rows = [RecoveryRow(each) for each in left]
        for row in self.rows:
            row.restore_asked.connect(lambda row=row: self._restore(row))
        self._is_over = False
        self._build(any(each.is_crash for each in left))
        self.finished.connect(self._on_finished)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's own cross says Later too."""
        super().closeEvent(event)
        self._on_finished()

    def restore_all(self) -> None:
        """Restore every one that is not to be discarded."""
        for row in [each for each in self.rows if not each.is_discarded]:
            self._restore(row)

    def _build(self, is_crash: bool) -> None:
        words = Label(self._headline(is_crash))
        words.setWordWrap(True)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(held(in_column(*self.rows, SPRING, spacing=14, margins=(12, 12, 12, 12))))
        later = push_button(self.tr("Later") if self.rows else self.tr("Close"), self.accept)
        every = push_button(self.tr("Restore all"), self.restore_all, auto_default=False)
        every.setVisible(len(self.rows) > 1)
        parts = (words, wide(area), in_row(SPRING, every, later, spacing=8))
        in_column(*parts, of=self, spacing=14, margins=(20, 18, 20, 16))

    def _headline(self, is_crash: bool) -> str:
        if not self.rows:
            return self.tr("Nothing is waiting: every picture is saved or still open.")
        if is_crash:
            return self.tr(
                "Inpaint Studio ended before these were saved. Mask, edits, undo and the panel "
                "come back with them."
            )
        return self.tr("These were not saved. They are kept for 30 days.")

    def _restore(self, row: RecoveryRow) -> None:
        self.rows.remove(row)
        row.hide()
        self.restore_asked.emit(row.left)
        if not self.rows:
            self.accept()

    def _on_finished(self) -> None:
        if self._is_over:
            return
        self._is_over = True
        discarded = [row.left for row in self.rows if row.is_discarded]
        self.closed.emit([row.left for row in self.rows if not row.is_discarded], discarded)


def _when(unix_time: float) -> str:
    moment = QDateTime.fromSecsSinceEpoch(int(unix_time))
    locale = QLocale()
    clock = locale.toString(moment.time(), QLocale.FormatType.ShortFormat)
    if 0 <= time.time() - unix_time < _DAY_S / 2:
        return clock
    return f"{locale.toString(moment.date(), QLocale.FormatType.ShortFormat)} {clock}"
