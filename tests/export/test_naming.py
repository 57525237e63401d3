import unicodedata
from datetime import datetime
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpaint_studio.errors import ExportError
from inpaint_studio.export.naming import (
    DEFAULT_TEMPLATE,
    NameFields,
    candidates,
    file_name,
    free_path,
)

FIELDS = NameFields(
    source="house", n=3, prompt="a red door, open", model="gpt-image-1", date=datetime(2026, 3, 4)
)


@pytest.mark.parametrize(
    ("template", "name"),
    [
        (DEFAULT_TEMPLATE, "house-edit-03.png"),
        ("{source}", "house.png"),
        ("{source} {prompt:8}", "house a red do.png"),
        ("{source} {prompt:.8}", "house a red do.png"),
        ("{model}_{n}_{date}", "gpt-image-1_3_2026-03-04.png"),
        ("{date:%Y%m%d}-{n:03d}", "20260304-003.png"),
        ("{{{n}}}", "{3}.png"),
        ("a/b", "a-b.png"),
    ],
)
def test_a_template_names_a_file(template: str, name: str) -> None:
    assert file_name(template, FIELDS, ".png") == name


@pytest.mark.parametrize(
    "template",
    ["{nobody}", "{source.__class__}", "{source[0]}", "{0}", "{}", "{n:{source}}", "{source!r}",
     "{n:999999999}", "{n:s}", "{source:>20}", "{source", "source}", "{n:.3f}"],
)  # fmt: skip
def test_a_template_can_name_nothing_else(template: str) -> None:
    with pytest.raises(ExportError):
        file_name(template, FIELDS, ".png")


@pytest.mark.parametrize(
    ("source", "stem"),
    [
        ("CON", "_CON"),
        ("com1.old", "_com1.old"),
        ("console", "console"),
        ("LPT¹", "_LPT¹"),
        ("trailing. .", "trailing"),
        (".hidden", "hidden"),
        ("..", "picture"),
        ("", "picture"),
        ('a<b>c:d"e/f\\g|h?i*j', "a-b-c-d-e-f-g-h-i-j"),
        ("line\nbreak\0", "line break"),
        ("gpj.\u202eexe", "gpj. exe"),
        ("bad\udc80byte", "bad_byte"),
        ("e\u0301", "é"),
        ("👩‍🎨 日本 שלום", "👩‍🎨 日本 שלום"),
    ],
)
def test_names_are_legal_everywhere(source: str, stem: str) -> None:
    assert file_name("{source}", NameFields(source=source), ".png") == f"{stem}.png"


@given(st.text(max_size=400), st.text(max_size=400), st.integers(1, 10**6))
def test_no_text_makes_an_illegal_name(source: str, prompt: str, n: int) -> None:
    fields = NameFields(source=source, prompt=prompt, n=n)

    name = file_name("{source}-{prompt}-{n:02}", fields, ".jpeg")

    assert len(name.encode()) <= 255
    assert name.endswith(f"-{n:02}.jpeg")
    assert not set(name) & set('<>:"/\\|?*\0\n')
    assert name == name.strip(" .")
    assert unicodedata.is_normalized("NFC", name)


def test_a_template_without_room_is_refused() -> None:
    with pytest.raises(ExportError, match="too long"):
        file_name("x" * 300, FIELDS, ".png")


def test_a_taken_name_gives_the_next_number(tmp_path: Path) -> None:
    for taken in ("house-edit-03.png", "house-edit-04.png"):
        (tmp_path / taken).touch()
    (tmp_path / "house-edit-05.png").symlink_to("nowhere")

    assert free_path(tmp_path, DEFAULT_TEMPLATE, FIELDS, ".png").name == "house-edit-06.png"


def test_a_template_without_number_gets_one_when_taken(tmp_path: Path) -> None:
    names = [path.name for path in islice(candidates(tmp_path, "{source}", FIELDS, ".png"), 3)]

    assert names == ["house.png", "house-2.png", "house-3.png"]


def test_a_long_prompt_cut_by_the_template_leaves_the_source_to_cut() -> None:
    fields = NameFields(source="s" * 400, prompt="\udc80" + "p" * 32_000)

    name = file_name("{source}-{prompt:10}-{n}", fields, ".png")

    assert name.endswith("s-_ppppppppp-1.png")
    assert len(name) == 255


def test_long_names_stay_apart(tmp_path: Path) -> None:
    fields = NameFields(source="日" * 200)

    first, second = islice(candidates(tmp_path, DEFAULT_TEMPLATE, fields, ".png"), 2)
    first.touch()
    second.touch()

    assert first != second
