"""One owner of the settings: told once, of what differs, and soon on the disk."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from inpaint_studio.errors import SettingsError
from inpaint_studio.session.settings_store import SettingsStore
from inpaint_studio.settings import Settings, load_settings, settings_path


@pytest.fixture
def store(qapp) -> Iterator[SettingsStore]:
    store = SettingsStore(Settings())
    yield store
    store.save()  # or its timer would write into the home of another test


def test_one_signal_names_what_differs(store: SettingsStore) -> None:
    told: list[frozenset[str]] = []
    store.changed.connect(told.append)
    store.change(theme="light", concurrency=store.now.concurrency, show_hint=False)

    assert told == [{"theme", "show_hint"}]
    assert (store.now.theme, store.started_with.theme) == ("light", "system")
    store.change(theme="light")
    assert len(told) == 1


def test_who_hears_reads_what_holds_now(store: SettingsStore) -> None:
    seen: list[str] = []
    store.changed.connect(lambda _: seen.append(store.now.theme))
    store.change(theme="dark")

    assert seen == ["dark"]


def test_a_slider_is_written_once_it_rests(store: SettingsStore, qtbot) -> None:
    for size in (10.0, 20.0, 30.0):
        store.change(brush_size=size)
    assert not settings_path().exists()
    qtbot.waitUntil(lambda: settings_path().exists())
    assert load_settings().settings.brush_size == 30.0


def test_the_end_writes_what_is_left_and_nothing_twice(store: SettingsStore) -> None:
    store.save()
    assert not settings_path().exists()
    store.change(theme="light")
    store.save()
    assert load_settings().settings.theme == "light"
    settings_path().unlink()
    store.save()
    assert not settings_path().exists()


def test_what_cannot_be_written_is_said_and_tried_again(store: SettingsStore, qtbot) -> None:
    folder = settings_path().parent
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("in the way")
    store.change(theme="light")
    with qtbot.waitSignal(store.failed) as failed:
        pass
    assert isinstance(failed.args[0], SettingsError)
    folder.unlink()
    store.save()
    assert load_settings().settings.theme == "light"
