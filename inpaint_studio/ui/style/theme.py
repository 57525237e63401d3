"""Colours, type and icons of the two themes: tokens are data, the stylesheet names them.

The values are the design's, but for three that fell short of WCAG contrast and were moved:
`accent` of the dark theme (white on it reads 4.6:1 instead of 3.2:1, the brighter blue stays as
`accent_line`), `ok` and `warn` of the light theme on raised grounds.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import lru_cache
from string import Template
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QDir, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from inpaint_studio.paths import resource
from inpaint_studio.ui.style.painting import painter_on

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

ICON_PX = 20
BODY_PX = 12.5
_DOTS_PER_POINT = 96 / 72
_ICONS_KEPT = 512
"""Those of the window in all its themes; each takes a few kilobytes."""


@dataclass(frozen=True, slots=True)
class Theme:
    """One colour per use; every colour is #rrggbb."""

    name: str
    is_dark: bool
    canvas: str
    on_canvas: str
    bg: str
    panel: str
    raised: str
    hover: str
    line: str
    edge: str
    text: str
    dim: str
    accent: str
    accent_hover: str
    accent_line: str
    on_accent: str
    ok: str
    warn: str
    error: str
    tint: str


DARK = Theme(
    name="dark",
    is_dark=True,
    canvas="#141517",
    on_canvas="#9ba0a8",
    bg="#1b1c1f",
    panel="#232529",
    raised="#2c2f34",
    hover="#363a40",
    line="#34373d",
    edge="#737982",
    text="#e7e8ea",
    dim="#9ba0a8",
    accent="#3a70de",
    accent_hover="#3468d4",
    accent_line="#5b8def",
    on_accent="#ffffff",
    ok="#4cc38a",
    warn="#f0b429",
    error="#ff6b6b",
    tint="#ff3d71",
)

LIGHT = Theme(
    name="light",
    is_dark=False,
    canvas="#c9ccd1",
    on_canvas="#434951",
    bg="#f3f4f6",
    panel="#ffffff",
    raised="#eef0f3",
    hover="#e3e6ea",
    line="#dcdfe4",
    edge="#868c95",
    text="#1c1e21",
    dim="#5d646e",
    accent="#2f6fe4",
    accent_hover="#2764d6",
    accent_line="#2f6fe4",
    on_accent="#ffffff",
    ok="#18744a",
    warn="#8a5d00",
    error="#c62828",
    tint="#e6175c",
)


_worn = DARK


@runtime_checkable
class Themed(Protocol):
    """A widget that has to do something when the theme changes; its window tells it."""

    def set_theme(self, theme: Theme) -> None:
        """Show yourself in these colours."""


def choose(name: str) -> Theme:
    """The theme of that setting; "system" follows the desktop, "neutral" is dark on mid grey."""
    if name == "light":
        return LIGHT
    if name == "neutral":
        return _neutral()
    if name == "system":
        hints = QGuiApplication.styleHints()
        return LIGHT if hints.colorScheme().name == "Light" else DARK
    return DARK


def current() -> Theme:
    """What the application wears."""
    return _worn


def apply(app: QApplication, theme: Theme, ui_scale: float = 1.0) -> None:
    """Dress the whole application, whose style is Fusion; may be called again at any time."""
    global _worn
    _worn = theme
    QDir.setSearchPaths("icons", [str(resource("icons"))])
    app.setPalette(_palette(theme))
    app.setFont(body_font(app.font(), ui_scale))
    sheet = Template(resource("studio.qss").read_text(encoding="utf-8"))
    app.setStyleSheet(sheet.substitute(asdict(theme)))


def body_font(font: QFont, ui_scale: float = 1.0) -> QFont:
    """The desktop's own UI font (Inter where it is installed) at the body size."""
    body = QFont(font)
    body.setFamilies(["Inter", *font.families()])
    body.setPointSizeF(BODY_PX / _DOTS_PER_POINT * ui_scale)
    return body


def section_font(font: QFont) -> QFont:
    """Small letter-spaced capitals for the heads of sections."""
    head = QFont(font)
    head.setPointSizeF(font.pointSizeF() * 11 / BODY_PX)
    head.setWeight(QFont.Weight.DemiBold)
    head.setCapitalization(QFont.Capitalization.AllUppercase)
    head.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6)
    return head


_MIRRORED = {"previous": "next", "next": "previous"}


def icon(name: str, theme: Theme, colour: str | None = None, size_px: int = ICON_PX) -> QIcon:
    """The drawing `name` in the theme's text colour (or `colour`); at 45 % when disabled.

    A checked button shows it in the colour that stands on the accent. What points on points left
    where that is how lines are read. The icon is the caller's own.
    """
    if QGuiApplication.isRightToLeft():
        name = _MIRRORED.get(name, name)
    inks = (colour or theme.text, colour or theme.on_accent)
    return QIcon(_drawn(name, inks, size_px, _pixel_ratios()))


@lru_cache(maxsize=_ICONS_KEPT)
def _drawn(name: str, inks: tuple[str, str], size_px: int, ratios: frozenset[float]) -> QIcon:
    """`inks` are the colours of an unchecked and of a checked button."""
    from PySide6.QtSvg import QSvgRenderer  # only what draws needs the library

    source = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    drawn = QIcon()
    normal, checked = inks
    for mode, state, ink, opacity in (
        (QIcon.Mode.Normal, QIcon.State.Off, normal, 1.0),
        (QIcon.Mode.Normal, QIcon.State.On, checked, 1.0),
        (QIcon.Mode.Disabled, QIcon.State.Off, normal, 0.45),
        (QIcon.Mode.Disabled, QIcon.State.On, normal, 0.45),
    ):
        drawing = QSvgRenderer(source.replace("currentColor", ink).encode())
        for scale in ratios:
            drawn.addPixmap(_render(drawing, opacity, size_px, scale), mode, state)
    return drawn


def _pixel_ratios() -> frozenset[float]:
    ratios = {screen.devicePixelRatio() for screen in QGuiApplication.screens()}
    return frozenset(ratios or {1.0})


def _render(drawing: QSvgRenderer, opacity: float, size_px: int, scale: float) -> QPixmap:
    pixmap = QPixmap(QSize(size_px, size_px) * scale)
    pixmap.fill(QColor(0, 0, 0, 0))
    with painter_on(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(opacity)
        drawing.render(painter, QRectF(0, 0, pixmap.width(), pixmap.height()))
    pixmap.setDevicePixelRatio(scale)
    return pixmap


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for which, colour in (
        (role.Window, theme.bg),
        (role.WindowText, theme.text),
        (role.Base, theme.raised),
        (role.AlternateBase, theme.panel),
        (role.Text, theme.text),
        (role.Button, theme.raised),
        (role.ButtonText, theme.text),
        (role.ToolTipBase, theme.raised),
        (role.ToolTipText, theme.text),
        (role.PlaceholderText, theme.dim),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.on_accent),
        (role.Accent, theme.accent_line),
        (role.Link, theme.accent_line),
    ):
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        faded = QColor(theme.text)
        faded.setAlphaF(0.45)
        palette.setColor(QPalette.ColorGroup.Disabled, which, faded)
    return palette


def _neutral() -> Theme:
    values = asdict(DARK)
    return Theme(**(values | {"name": "neutral", "canvas": "#808080", "on_canvas": "#000000"}))
