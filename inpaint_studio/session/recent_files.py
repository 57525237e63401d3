"""The files that were opened or saved lately, as the settings hold them."""

from __future__ import annotations

from pathlib import Path

from inpaint_studio import paths
from inpaint_studio.phrase import Phrase
from inpaint_studio.session.notice import Notice
from inpaint_studio.session.settings_store import SettingsStore

MOST = 10


class RecentFiles:
    """Each file once, the latest first; the sample, which is always at hand, is none."""

    def __init__(self, settings: SettingsStore) -> None:
        self._settings = settings

    def paths(self) -> list[Path]:
        """Where they were."""
        return [Path(each) for each in self._settings.now.recent_files[:MOST]]

    def opened(self, path: Path) -> None:
        """A file was opened; where it was the next one is looked for."""
        self._remember(path, open_folder=str(path.absolute().parent))

    def remember(self, path: Path) -> None:
        """A file was saved."""
        self._remember(path)

    def forget(self, path: Path) -> Notice:
        """A file has gone; the words for it."""
        self._keep(self._without(path))
        gone = Phrase("{file} is not there any more", file=path.name)
        words = Phrase("It was in {folder}, and has left the list.", folder=path.parent)
        return Notice("info", gone, words)

    def clear(self) -> None:
        """Forget all of them."""
        self._keep([])

    def _remember(self, path: Path, **beside: str) -> None:
        path = path.absolute()
        if path != paths.resource("sample.jpg"):
            self._keep([path, *self._without(path)], **beside)

    def _without(self, path: Path) -> list[Path]:
        return [each for each in self.paths() if each != path]

    def _keep(self, files: list[Path], **beside: str) -> None:
        self._settings.change(recent_files=tuple(map(str, files[:MOST])), **beside)
