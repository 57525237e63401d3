"""The prompts that were run, newest first, and those a person has starred."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from inpaint_studio import paths
from inpaint_studio.phrase import Phrase
from inpaint_studio.session.json_file import read_list, write_list

MOST_UNSTARRED = 300
_WHAT = Phrase("former prompts")


@dataclass(frozen=True, slots=True)
class FormerPrompt:
    """A prompt that was run."""

    text: str
    starred: bool = False


class PromptHistory:
    """Each text once. Changes are on the disk at once and raise SettingsError where they cannot be.

    Unstarred prompts are forgotten when there are more than `MOST_UNSTARRED`, oldest first.
    `notice` tells what was wrong with the stored ones, if anything was.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or paths.data_folder() / "prompts.json"
        self._prompts, self.notice = read_list(self._path, _WHAT, _read)

    def texts(self) -> list[str]:
        """All texts, newest first."""
        return [prompt.text for prompt in self._prompts]

    def matching(self, text: str = "") -> list[FormerPrompt]:
        """Those that contain every one of the words, starred ones first, else newest first."""
        wanted = text.casefold().split()
        found = [p for p in self._prompts if all(word in p.text.casefold() for word in wanted)]
        return sorted(found, key=lambda prompt: not prompt.starred)

    def remember(self, text: str) -> None:
        """A prompt was run: it is the newest now."""
        text = text.strip()
        if not text:
            return
        starred = any(prompt.starred for prompt in self._prompts if prompt.text == text)
        others = [prompt for prompt in self._prompts if prompt.text != text]
        self._store([FormerPrompt(text, starred), *others])

    def star(self, text: str, starred: bool) -> None:
        """Keep a prompt for good, or no longer."""
        self._store([
            replace(prompt, starred=starred) if prompt.text == text else prompt
            for prompt in self._prompts
        ])  # fmt: skip

    def forget(self, text: str) -> None:
        """Take a prompt out of the list."""
        self._store([prompt for prompt in self._prompts if prompt.text != text])

    def _store(self, prompts: list[FormerPrompt]) -> None:
        self._prompts = _bounded(prompts)
        write_list(self._path, [asdict(prompt) for prompt in self._prompts], _WHAT)


def _bounded(prompts: list[FormerPrompt]) -> list[FormerPrompt]:
    unstarred = [prompt for prompt in prompts if not prompt.starred]
    forgotten = {prompt.text for prompt in unstarred[MOST_UNSTARRED:]}
    return [prompt for prompt in prompts if prompt.text not in forgotten]


def _read(item: Any) -> FormerPrompt:
    if not isinstance(item, dict) or not isinstance(item.get("text"), str):
        raise ValueError("a prompt has no text")
    return FormerPrompt(item["text"], item.get("starred") is True)
