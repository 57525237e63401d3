"""Twenty strings of each language as a person of that language writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QApplication, QStyleOptionMenuItem

from inpaint_studio.contract.cost import Cost
from inpaint_studio.contract.events import Usage
from inpaint_studio.contract.money import dollars, price_range
from inpaint_studio.phrase import Phrase
from inpaint_studio.ui.actions.keymap import brief, keys_text
from inpaint_studio.ui.actions.table import ACTION_BY_NAME
from inpaint_studio.ui.shell.menu_bar import Menu
from inpaint_studio.ui.style.figures import (
    grouped,
    in_order,
    measure,
    money,
    number_text,
    size_text,
    spaced_size,
)
from inpaint_studio.ui.style.i18n import install_language, translate
from inpaint_studio.ui.widgets.controls import SpinBox

THIN, NARROW, NBSP = "\u2009", "\u202f", "\u00a0"
ISOLATES = str.maketrans("", "", "\u2066\u2068\u2069")
LONG = Phrase(
    "The prompt has {length:,} characters; {model} takes {max_prompt:,}.",
    length=40_000,
    model="m",
    max_prompt=32_000,
)
HEAVY = Phrase(
    "{file} has {have:.1f} MB; it must stay under {most:g} MB.", file="a", have=2.5, most=4
)
FROM_TO = Cost(usd=0.18, usd_max=0.24, usage=Usage(), is_estimate=True)


def suffixed() -> str:
    box = SpinBox()
    box.setSuffix(f"{THIN}px")
    box.setValue(60)
    return box.text()


STRINGS: list[tuple[Callable[[], str], str, str, str]] = [
    # what, and how English, German and Arabic write it
    (lambda: size_text(976, 672), "976 × 672", "976 × 672", "976 × 672"),
    (lambda: spaced_size("1536x1024"), "1536 × 1024", "1536 × 1024", "1536 × 1024"),
    (lambda: measure(number_text(9.4, 1), "s"), "9.4 s", "9,4 s", "9.4 s"),
    (lambda: measure(number_text(57), "%"), "57 %", "57 %", "57 %"),
    (lambda: measure(number_text(7960), "kB"), "7 960 kB", "7 960 kB", "7 960 kB"),
    (lambda: in_order(f"{number_text(1.68, 2)}×"), "1.68×", "1,68×", "1.68×"),
    (lambda: number_text(2.11, 2), "2.11", "2,11", "2.11"),
    (lambda: grouped(32_000), "32 000", "32 000", "32 000"),
    (lambda: money(dollars(0.022)), "$0.022", "0,022 $", "0.022 $"),
    (lambda: money(dollars(1234.5)), "$1,234.50", "1 234,50 $", "1 234.50 $"),
    (lambda: money(dollars(0.0004)), "< $0.001", "< 0,001 $", "< 0.001 $"),
    (
        lambda: translate(price_range(FROM_TO)),
        "≈ $0.18 – 0.24",
        "≈ 0,18 – 0,24 $",
        "≈ 0.18 – 0.24 $",
    ),
    (suffixed, "60 px", "60 px", "60 px"),
    (lambda: in_order("★ 3+"), "★ 3+", "★ 3+", "★ 3+"),
    (lambda: brief("Ctrl+Return"), "Ctrl ↵", "Strg ↵", "Ctrl ↵"),
    (lambda: keys_text(["Shift+M"]), "Shift+M", "Umschalt+M", "Shift+M"),
    (
        lambda: translate(LONG),
        "The prompt has 40 000 characters; m takes 32 000.",
        "Der Prompt hat 40 000 Zeichen; m nimmt 32 000.",
        "النص 40 000 حرفًا؛ يقبل m 32 000.",
    ),
    (
        lambda: translate(HEAVY),
        "a has 2.5 MB; it must stay under 4 MB.",
        "a hat 2,5 MB; es müssen unter 4 MB sein.",
        "حجم a هو 2.5 م.ب؛ يجب أن يبقى دون 4 م.ب.",
    ),
    (lambda: ACTION_BY_NAME["theme_system"].head_text, "Theme", "Design", "السمة"),
    (
        lambda: ACTION_BY_NAME["keep_partial"].text,
        "Keep this partial",
        "Dieses Zwischenbild behalten",
        "احتفظ بهذه الصورة الجزئية",
    ),
]  # fmt: skip


@pytest.fixture
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[int]:
    codes = ("en", "de", "ar")
    install_language(qapp, request.param)
    yield codes.index(request.param)
    install_language(qapp, "en")


@pytest.mark.parametrize("language", ["en", "de", "ar"], indirect=True)
def test_twenty_strings_are_written_as_the_language_writes_them(language: int) -> None:
    said = [string().translate(ISOLATES) for string, *_ in STRINGS]
    plain = [" ".join(each.replace(NARROW, " ").replace(THIN, " ").split()) for each in said]
    expected = [words[language] for _, *words in STRINGS]

    assert len(STRINGS) == 20
    assert [(got, words) for got, words in zip(plain, expected, strict=True) if words != got] == []


@pytest.mark.parametrize("language", ["ar"], indirect=True)
@pytest.mark.parametrize("place", range(14))
def test_figures_are_read_from_left_to_right_among_arabic_words(language: int, place: int) -> None:
    figure = STRINGS[place][0]()
    line = f"الحجم {figure} الحجم"
    layout = QTextLayout(line)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    visible = [
        i for i, each in enumerate(line) if each in figure and each.isprintable() and each != " "
    ]
    first, last = line.index(figure), line.index(figure) + len(figure)
    places = [
        layout.glyphRuns(i, 1)[0].boundingRect().left()
        for i in visible
        if first <= i < last and layout.glyphRuns(i, 1)
    ]
    assert places == sorted(places)


@pytest.mark.parametrize("language", ["ar"], indirect=True)
def test_keys_of_menus_are_read_from_left_to_right(language: int) -> None:
    menu = Menu("File")
    action = menu.addAction("تكبير")
    action.setShortcut("Ctrl++")
    option = QStyleOptionMenuItem()
    menu.initStyleOption(option, action)
    assert option.text == "تكبير\t\u2066Ctrl++\u2069"
