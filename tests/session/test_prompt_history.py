"""Former prompts: newest first, each once, starred ones kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from inpaint_studio.session.prompt_history import MOST_UNSTARRED, FormerPrompt, PromptHistory


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "prompts.json"


def test_prompts_come_back_newest_first_and_each_once(path: Path) -> None:
    history = PromptHistory(path)
    for text in ("a", "b", " a ", ""):
        history.remember(text)
    assert PromptHistory(path).texts() == ["a", "b"]


def test_all_words_are_searched_in_any_order_and_case_and_starred_ones_come_first(
    path: Path,
) -> None:
    history = PromptHistory(path)
    for text in ("A red door", "a blue door", "Red fog", "STRASSE bei Nacht"):
        history.remember(text)
    history.star("A red door", starred=True)
    found = PromptHistory(path)
    assert [p.text for p in found.matching("door")] == ["A red door", "a blue door"]
    assert found.matching("door RED") == [FormerPrompt("A red door", True)]
    assert found.matching("straße") == [FormerPrompt("STRASSE bei Nacht")]
    assert found.matching("none") == []


def test_a_star_survives_running_the_prompt_again(path: Path) -> None:
    history = PromptHistory(path)
    history.remember("a")
    history.star("a", starred=True)
    history.remember("b")
    history.remember("a")
    assert history.matching() == [FormerPrompt("a", True), FormerPrompt("b")]


def test_only_unstarred_prompts_are_forgotten_when_there_are_too_many(path: Path) -> None:
    history = PromptHistory(path)
    history.remember("kept")
    history.star("kept", starred=True)
    history._prompts += [FormerPrompt(str(number)) for number in range(MOST_UNSTARRED)]
    history.remember("newest")
    texts = PromptHistory(path).texts()
    assert len(texts) == MOST_UNSTARRED + 1
    assert texts[:2] == ["newest", "kept"]
    assert str(MOST_UNSTARRED - 1) not in texts


def test_a_forgotten_prompt_is_gone(path: Path) -> None:
    history = PromptHistory(path)
    history.remember("a")
    history.forget("a")
    assert PromptHistory(path).texts() == []


@pytest.mark.parametrize("content", ["{", "3", '{"text": "a"}'])
def test_a_damaged_file_is_kept_aside_and_said(path: Path, content: str) -> None:
    path.write_text(content)
    history = PromptHistory(path)
    assert history.notice is not None
    assert path.with_name("prompts.json.bad").read_text() == content
    history.remember("a")
    assert PromptHistory(path).texts() == ["a"]


def test_entries_that_are_no_prompts_are_passed_over_and_kept_beside(path: Path) -> None:
    content = '[1, {"text": 2}, {"text": "a", "starred": "yes"}]'
    path.write_text(content)
    prompts = PromptHistory(path)
    assert prompts.matching() == [FormerPrompt("a", starred=False)]
    assert prompts.notice is not None
    assert path.with_name("prompts.json.bad").read_text() == content
