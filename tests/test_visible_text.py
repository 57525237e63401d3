"""Fault row 81: what would act is seen, and what stands beside keeps its place."""

import pytest

from inpaint_studio.visible_text import isolated, visible

FSI, LRI, PDI, RLO, ESC = "\u2068", "\u2066", "\u2069", "\u202e", "\x1b"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a plain name.png", "a plain name.png"),
        (f"a{ESC}]0;owned\x07b", "a\ufffd]0;owned\ufffdb"),
        ("a\x9b31mb\x00\x7f\x85", "a\ufffd31mb\ufffd\ufffd\ufffd"),
        ("two\nlines\r\tand", "two\ufffdlines\ufffd\ufffdand"),
        ("two\u2028three\u2029", "two\ufffdthree\ufffd"),
        (f"photo{RLO}gpj.exe", "photo\ufffdgpj.exe"),
        ("a\u202ab\u202bc\u202cd\u202de", "a\ufffdb\ufffdc\ufffdd\ufffde"),
        (f"{PDI}a{LRI}b", "\ufffda\ufffdb"),
        (f"{LRI}12{PDI} of {LRI}9{PDI}", f"{LRI}12{PDI} of {LRI}9{PDI}"),
        (f"{LRI}a{FSI}b{PDI}", f"\ufffda{FSI}b{PDI}"),
        ("\u200f100 %", "\u200f100 %"),
        ("👩\u200d🎨 café", "👩\u200d🎨 café"),
        ("\u05e9\u05dc\u05d5\u05dd", "\u05e9\u05dc\u05d5\u05dd"),
    ],
)
def test_what_would_act_is_seen(text, shown):
    assert visible(text) == shown
    assert visible(shown) == shown


def test_what_belongs_to_a_text_of_several_lines_is_kept():
    assert visible(f"a\n\tb{ESC}", keeps="\n\t") == "a\n\tb\ufffd"


@pytest.mark.parametrize(
    ("piece", "shown"),
    [
        ("name.png", "name.png"),
        ("\u05e9.png", f"{FSI}\u05e9.png{PDI}"),
        ("\u200fname", f"{FSI}\u200fname{PDI}"),
        (f"{PDI}\u05e9{RLO}", f"{FSI}\ufffd\u05e9\ufffd{PDI}"),
        ("café", "café"),
    ],
)
def test_a_piece_cannot_turn_what_stands_beside_it(piece, shown):
    assert isolated(piece) == shown
    assert visible(f"It is {isolated(piece)}.") == f"It is {shown}."


def test_what_is_isolated_already_is_not_isolated_once_more():
    assert isolated(f"{LRI}12 s{PDI}", reads_left=True) == f"{LRI}12 s{PDI}"
    assert isolated("\u05e9") == isolated(isolated("\u05e9"))
    two = f"{LRI}\u05e9{PDI} {LRI}\u05e9{PDI}"
    assert isolated(two) == f"{FSI}{two}{PDI}"


def test_a_piece_among_words_read_from_the_right_keeps_its_own_order():
    assert isolated("/a/b.png", reads_left=True) == f"{FSI}/a/b.png{PDI}"
    assert isolated("\u05e9", reads_left=True) == "\u05e9"
    assert isolated("12", reads_left=True) == "12"
    assert isolated("2026-12-01", reads_left=True) == f"{FSI}2026-12-01{PDI}"
    assert isolated("2026-12-01") == "2026-12-01"
