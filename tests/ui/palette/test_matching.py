"""What a few typed letters name."""

from inpaint_studio.ui.palette.commands import Command, find
from inpaint_studio.ui.palette.matching import match


def command(title: str, heading: str = "", source: str = "", reason: str = "") -> Command:
    return Command(title, title, heading, lambda: None, source or title, reason=reason)


def titles(query: str, *commands: Command, recent: tuple[str, ...] = ()) -> list[str]:
    return [each.command.title for each in find(query, commands, recent)]


def test_a_start_goes_before_a_word_before_initials_before_the_inside() -> None:
    texts = ("Export…", "Export again", "Unsaved pictures", "Exchange palette", "next pose")
    ranked = sorted(texts, key=lambda text: -(found.score if (found := match("exp", text)) else 0))
    assert ranked[0] == "Export…"
    assert ranked[1] == "Export again"


def test_letters_may_be_left_out_but_not_turned_round() -> None:
    assert match("zmin", "Zoom in") is not None
    assert match("iz", "Zoom in") is None
    assert match("x", "Mask everything") is None


def test_every_word_of_the_query_is_in_the_text() -> None:
    assert match("mask exp", "Mask: export") is not None
    assert match("mask paint", "Mask: export") is None


def test_case_and_accents_are_no_hindrance_and_places_are_those_of_the_title() -> None:
    found = match("uber", "Wörter Über")
    assert found is not None
    assert found.places == {7, 8, 9, 10}
    assert match("groß", "Große Maske") is not None


def test_another_language_is_found_by_its_own_words_and_by_the_english_ones() -> None:
    german = command("Maske umkehren", source="Invert")
    assert titles("umk", german) == ["Maske umkehren"]
    assert titles("invert", german) == ["Maske umkehren"]
    (found,) = find("invert", [german], ())
    assert found.places == frozenset()


def test_the_heading_helps_to_name() -> None:
    assert titles("mask inv", command("Invert", "Mask"), command("Invert", "View")) == ["Invert"]


def test_what_is_not_possible_comes_after_what_is() -> None:
    there, not_there = command("Stop this run"), command("Stop", reason="Nothing is running")
    assert titles("stop", not_there, there) == ["Stop this run", "Stop"]


def test_with_nothing_typed_the_last_ones_come_first() -> None:
    offered = [command(each) for each in "abc"]
    assert titles("", *offered, recent=("c", "b")) == ["c", "b", "a"]
