"""What was dropped or pasted: what it is for is asked, and whether to fetch it from elsewhere.

Nothing is fetched before a button is pressed that says so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Protocol
from urllib.parse import unquote, urlsplit

from PySide6.QtCore import QObject

from inpaint_studio.picture.image_file import display_name
from inpaint_studio.session.session import Session
from inpaint_studio.ui.document.drop_choice import DropChoice, Offer
from inpaint_studio.ui.shell.handed import Handed

TakeBytes = Callable[[bytes, str], object]


class TakesReferences(Protocol):
    """Where references go."""

    @property
    def reason(self) -> str:
        """Why none can be sent now, or nothing."""
        ...

    def add_files(self, paths: Sequence[Path]) -> None:
        """Add picture files in their order."""
        ...

    def add_bytes(self, data: bytes, name: str) -> None:
        """Add a picture that has no file."""
        ...


class TakesMasks(Protocol):
    """Where a mask goes."""

    def import_file(self, path: Path) -> None:
        """Offer a file as the mask."""
        ...

    def import_bytes(self, data: bytes, name: str) -> None:
        """Offer a picture that has no file as the mask."""
        ...


class DropController(QObject):
    """Without an open picture a file is opened at once: it can be nothing else."""

    def __init__(
        self,
        session: Session,
        choice: DropChoice,
        references: TakesReferences,
        masks: TakesMasks,
    ) -> None:
        super().__init__(choice)
        self._session = session
        self._choice = choice
        self._references = references
        self._masks = masks

    def take(self, given: Handed, name: str) -> None:
        """One of the three; `name` is what a picture that has none is called."""
        if given.files:
            self.take_files(given.files)
        elif given.data:
            self.take_bytes(given.data, name)
        elif given.address:
            self.take_address(given.address)

    def take_files(self, paths: Sequence[Path]) -> None:
        """Files of this computer."""
        if len(paths) > 1:
            self._ask_of_several(paths)
        elif self._session.editor.document is None:
            self._session.open_file(paths[0])
        else:
            offers = (
                partial(self._session.open_file, paths[0]),
                partial(self._references.add_files, paths),
                partial(self._masks.import_file, paths[0]),
            )
            self._choice.ask(display_name(paths[0]), self._offers(*offers))

    def take_bytes(self, data: bytes, name: str) -> None:
        """A picture that has no file."""
        if self._session.editor.document is None:
            self._session.open_bytes(data, name)
        else:
            verbs = (partial(take, data, name) for take in self._take_bytes())
            self._choice.ask(name, self._offers(*verbs))

    def take_address(self, address: str) -> None:
        """A picture on another computer: each button is the consent to fetch it from there."""
        parts = urlsplit(address)
        host = parts.netloc.rpartition("@")[2]
        name = PurePosixPath(unquote(parts.path)).name or host
        verbs = (partial(self._fetch, address, name, take) for take in self._take_bytes())
        self._choice.ask(f"{host} · {name}", self._offers(*verbs, fetches=True), cancel_first=True)

    def _ask_of_several(self, paths: Sequence[Path]) -> None:
        def open_first() -> None:
            rest = partial(self._references.add_files, paths[1:])
            self._session.open_file(paths[0], then=rest)

        add = partial(self._references.add_files, paths)
        offers = (
            Offer(self.tr("Open all"), partial(self._session.opening.open_files, paths)),
            Offer(self.tr("Open the first, add the others as references"), open_first),
            Offer(self.tr("Add all as references"), add, self._references.reason),
        )
        self._choice.ask(f"{display_name(paths[0])} + {len(paths) - 1}", offers)

    def _take_bytes(self) -> tuple[TakeBytes, TakeBytes, TakeBytes]:
        """What can be done with a picture: open it, add it, use it as the mask."""
        return self._session.open_bytes, self._references.add_bytes, self._masks.import_bytes

    def _offers(
        self,
        new: Callable[[], object],
        reference: Callable[[], object],
        mask: Callable[[], object],
        *,
        fetches: bool = False,
    ) -> tuple[Offer, Offer, Offer]:
        words = (
            (
                self.tr("Fetch and open"),
                self.tr("Fetch as reference"),
                self.tr("Fetch as mask"),
            )
            if fetches
            else (
                self.tr("Open as new picture"),
                self.tr("Add as reference"),
                self.tr("Use as mask"),
            )
        )
        no_mask = "" if self._session.editor.document else self.tr("Open a picture first")
        return (
            Offer(words[0], new),
            Offer(words[1], reference, self._references.reason),
            Offer(words[2], mask, no_mask),
        )

    def _fetch(self, address: str, name: str, take: TakeBytes) -> None:
        self._session.tasks.start(self._fetched(address, name, take))

    async def _fetched(self, address: str, name: str, take: TakeBytes) -> None:
        take(await self._session.fetch(address), name)
