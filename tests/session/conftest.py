"""The session without a window: its own loop, its own history, and no server."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import numpy as np
import pytest

from inpaint_studio.contract.catalog import Catalog, load_catalog
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.image_file import Picture
from inpaint_studio.session.request_draft import RequestDraft
from inpaint_studio.session.session import Session
from inpaint_studio.session.settings_store import SettingsStore
from inpaint_studio.settings import Settings

Play = Callable[[Session], Coroutine[Any, Any, None]]


def white(width: int = 300, height: int = 200) -> Document:
    return Document(Picture(np.full((height, width, 4), 255, np.uint8), "white.png"))


@pytest.fixture
def in_session(qapp):
    """Call it with `async def play(session)`."""

    def run(play: Play, settings: Settings | None = None, catalog: Catalog | None = None) -> None:
        async def main() -> None:
            bugs: list[BaseException] = []
            known = catalog or load_catalog()
            store = SettingsStore(settings or Settings())
            draft = RequestDraft(store, known)
            session = Session(store, draft, known, asyncio.get_running_loop(), bugs.append)
            try:
                await play(session)
            finally:
                store.save()
                await session.aclose()
            assert bugs == []

        asyncio.run(main())

    return run
