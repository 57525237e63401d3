"""The session without a window: its own loop, its own history, and no server."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import numpy as np
import pytest

from inpaint_studio.contract.catalog import Catalog, load_catalog
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.image_file import Picture
from inpaint_studio.session.request_draft import RequestDraft
from inpaint_studio.session.session import Session
from inpaint_studio.session.settings_store import SettingsStore
from inpaint_studio.settings import Settings


def white(width: int = 300, height: int = 200) -> Document:
    return Document(Picture(np.full((height, width, 4), 255, np.uint8), "white.png"))


@pytest.fixture
def settings() -> Settings:
    return Settings()


@pytest.fixture
def catalog() -> Catalog:
    return load_catalog()


@pytest.fixture
@asynccontextmanager
async def session(qapp, settings: Settings, catalog: Catalog) -> AsyncIterator[Session]:
    """The session until the test ends; `settings` and `catalog` can be parametrized."""
    bugs: list[BaseException] = []
    store = SettingsStore(settings)
    draft = RequestDraft(store, catalog)
    session = Session(store, draft, catalog, asyncio.get_running_loop(), bugs.append)
    try:
        yield session
    finally:
        store.save()
        await session.aclose()
    assert bugs == []
