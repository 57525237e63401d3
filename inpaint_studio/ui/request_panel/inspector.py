"""What is sent: the pictures, the fields and the address of a run, live, to read or to copy."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QHideEvent, QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QScrollArea,
    QWidget,
)

from inpaint_studio.contract.media import sniff
from inpaint_studio.contract.recipe import (
    KEY_VARIABLE,
    Recipe,
    as_curl,
    as_python,
    python_obstacle,
)
from inpaint_studio.errors import StudioError
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.image_file import decode_result, thumbnail
from inpaint_studio.session.inspection import Inspection, SentPicture, recipe_of
from inpaint_studio.session.session import Session
from inpaint_studio.ui.style.figures import measure, number_text, size_text
from inpaint_studio.ui.style.i18n import translate, translate_error
from inpaint_studio.ui.style.images import to_qimage
from inpaint_studio.ui.style.painting import painter_on
from inpaint_studio.ui.style.tips import set_tip
from inpaint_studio.ui.widgets.buttons import icon_button, push_button
from inpaint_studio.ui.widgets.enlarged_picture import EnlargedPicture
from inpaint_studio.ui.widgets.labels import Label, dim_label, section_head
from inpaint_studio.ui.widgets.layouts import held, in_column, in_row, wide
from inpaint_studio.ui.widgets.name_value_table import NameValueTable

_SETTLED_MS = 250
_THUMBNAIL = QSize(150, 110)
_CHECK_PX = 8
_LARGE_PX = 1600


class Inspector(QDialog):
    """Stays open beside the panel and follows what it asks for."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What is sent"))
        self.resize(620, 620)
        self._session = session
        self._inspection: Inspection | None = None
        self._task: asyncio.Task[None] | None = None
        self._address = Label()
        self._pictures = in_row(spacing=12)
        self._fields = NameValueTable(self.tr("Fields"))
        self._words = dim_label(wraps=True)
        self._curl = push_button(self.tr("Copy as curl"), lambda: self._copy("curl", as_curl))
        self._python = push_button(
            self.tr("Copy as Python"), lambda: self._copy("Python", as_python)
        )
        self._timer = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._build()
        self._timer.timeout.connect(self._refresh)
        session.planner.changed.connect(self._on_changed)
        session.mask.settled.connect(self._on_changed)

    def show_now(self) -> None:
        """Open, or come to the front, and show what holds now; until that is known, say so."""
        if self._inspection is None:
            self._address.setText(self.tr("Preparing what would be sent…"))
        self.show()
        self.raise_()
        self.activateWindow()
        self._timer.start(0)

    def hideEvent(self, event: QHideEvent) -> None:
        """Do no work while nobody looks."""
        self._timer.stop()
        super().hideEvent(event)

    def _build(self) -> None:
        self._address.setWordWrap(True)
        self._address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._pictures.setAlignment(Qt.AlignmentFlag.AlignLeft)
        in_column(
            self._address,
            section_head(self.tr("Pictures")),
            self._picture_row(),
            section_head(self.tr("Fields")),
            wide(self._fields),
            in_row(wide(self._words), self._curl, self._python),
            of=self,
            spacing=10,
            margins=(16, 16, 16, 12),
        )

    def _picture_row(self) -> QScrollArea:
        strip = QScrollArea()
        strip.setObjectName("pictureStrip")
        strip.setWidgetResizable(True)
        strip.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        strip.setFixedHeight(_THUMBNAIL.height() + 4 * self.fontMetrics().lineSpacing() + 14)
        strip.setWidget(held(self._pictures))
        return strip

    def _on_changed(self) -> None:
        if self.isVisible():
            self._timer.start()

    def _refresh(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._task = self._session.tasks.start(self._load(), self._show_nothing)

    async def _load(self) -> None:
        self._show(await self._session.inspect(self._session.draft.params))

    def _show(self, inspection: Inspection) -> None:
        self._inspection = inspection
        recipe_url = inspection.url
        alike = self.tr(" · {0} requests alike")
        if inspection.is_seeded:
            alike = self.tr(" · {0} requests alike but for the seed")
        count = alike.format(inspection.count) if inspection.count > 1 else ""
        self._address.setText(f"POST {recipe_url}{count}")
        self._clear_pictures()
        for number, picture in enumerate(inspection.pictures, 1):
            enlarge = partial(self._enlarge, picture)
            self._pictures.addWidget(_picture_card(picture, number, enlarge))
        self._fields.show_pairs(inspection.outline.shown_fields)
        self._words.setText(self.tr("Copies read the key from {0}.").format(KEY_VARIABLE))
        self._curl.setEnabled(True)
        obstacle = translate(python_obstacle(inspection.outline))
        self._python.setEnabled(not obstacle)
        set_tip(self._python, obstacle)
        self._python.setAccessibleDescription(obstacle)

    def _enlarge(self, picture: SentPicture) -> None:
        small = to_qimage(picture.thumbnail)
        stand_in = _on_checks(small, small.size(), 1.0).toImage()
        window = EnlargedPicture(picture.field, stand_in, self)

        def show(pixels: Pixels) -> None:
            whole = to_qimage(pixels)
            window.picture.show_image(_on_checks(whole, whole.size(), 1.0).toImage())

        window.open()
        shown = self._session.tasks.run(partial(_whole, picture), show)
        window.finished.connect(shown.cancel)

    def _show_nothing(self, error: StudioError) -> None:
        self._inspection, words = None, translate_error(error)
        self._address.setText(words)
        self._clear_pictures()
        self._fields.show_pairs(())
        self._words.clear()
        for button in (self._curl, self._python):
            button.setEnabled(False)
            set_tip(button, words)

    def _clear_pictures(self) -> None:
        while (item := self._pictures.takeAt(0)) is not None:
            card = item.widget()
            if card is not None:
                card.deleteLater()

    def _copy(self, what: str, spell: Callable[[Recipe], str]) -> None:
        if self._inspection is not None:
            self._session.tasks.run(
                partial(recipe_of, self._inspection),
                lambda recipe: self._put_on_clipboard(spell(recipe), what),
                lambda error: self._words.setText(translate_error(error)),
            )

    def _put_on_clipboard(self, text: str, what: str) -> None:
        QGuiApplication.clipboard().setText(text)
        words = self.tr("Copied as {0}. It reads the key from {1}.")
        self._words.setText(words.format(what, KEY_VARIABLE))


def _picture_card(picture: SentPicture, number: int, enlarge: Callable[[], None]) -> QWidget:
    drawn = icon_button(f"{picture.field} {number}", enlarge, tip=_tr("Show it large"))
    image = to_qimage(picture.thumbnail)
    fitted = image.size().scaled(_THUMBNAIL, Qt.AspectRatioMode.KeepAspectRatio)
    drawn.setIcon(QIcon(_on_checks(image, fitted, drawn.devicePixelRatioF())))
    drawn.setIconSize(fitted)
    drawn.setObjectName("thumbnail")
    size = size_text(picture.width, picture.height)
    kind = (sniff(_head(picture)) or picture.image.media_type).removeprefix("image/").upper()
    words = dim_label(f"{picture.field}\n{size} px\n{_bytes_text(picture)} {kind}")
    return held(in_column(drawn, words, spacing=4))


def _head(picture: SentPicture) -> bytes:
    content = picture.image.content
    return content[:32] if isinstance(content, bytes) else b""


def _bytes_text(picture: SentPicture) -> str:
    count = picture.image.byte_count
    if count < 10_000:
        return measure(number_text(count), "bytes")
    return measure(number_text(count / 1000), "kB")


def _whole(picture: SentPicture) -> Pixels:
    """As it is sent, but for more pixels than a screen has; for a worker."""
    content = picture.image.content
    if not isinstance(content, bytes):
        return picture.thumbnail
    return thumbnail(decode_result(content), _LARGE_PX)


def _on_checks(image: QImage, size: QSize, ratio: float) -> QPixmap:
    """The picture over the checkerboard that shows what is transparent."""
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    with painter_on(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(QRect(0, 0, size.width(), size.height()), QColor("#8a8a8a"))
        for x in range(0, size.width(), _CHECK_PX):
            for y in range(_CHECK_PX * (x // _CHECK_PX % 2), size.height(), 2 * _CHECK_PX):
                painter.fillRect(QRect(x, y, _CHECK_PX, _CHECK_PX), QColor("#b4b4b4"))
        painter.drawImage(QRect(0, 0, size.width(), size.height()), image)
    return pixmap


def _tr(text: str) -> str:
    return QCoreApplication.translate("Inspector", text)
