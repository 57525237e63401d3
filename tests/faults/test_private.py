"""What the program keeps of a person is that person's alone, whatever the umask."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from inpaint_studio import paths
from inpaint_studio.crash_log import CrashLog
from inpaint_studio.history import History, schema
from inpaint_studio.journal.journal import Journal, Origin
from inpaint_studio.journal.log_file import LogFile
from inpaint_studio.picture.document import Document
from inpaint_studio.server.child import _log
from inpaint_studio.session.presets import Presets
from inpaint_studio.session.prompt_history import PromptHistory
from inpaint_studio.settings import Settings, keep_copy, save_settings
from inpaint_studio.ui.shell.start_up_look import StartUpLook, save_look
from tests.support.journalled import PATIENCE_S, picture
from tests.support.new_runs import new_run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX rights")


@pytest.fixture
def open_umask() -> Iterator[None]:
    former = os.umask(0)
    yield
    os.umask(former)


def keep_everything() -> tuple[CrashLog, History, LogFile]:
    save_settings(Settings())
    keep_copy()
    save_look(StartUpLook())
    Presets().export(paths.config_folder().parent / "export.json")
    Presets().save("a", new_run().params)
    PromptHistory().remember("a door")
    crash_log = CrashLog()
    crash_log.open()
    _log().close()
    folder = paths.data_folder() / "history"
    history = History(folder)
    variant = history.begin(new_run()).variants[0]
    history.finish(variant.id, blob=history.put(b"x", "image/png"), media_type="image/png")
    add_column = ("ALTER TABLE runs ADD COLUMN colour TEXT",)
    schema.migrate(history._connection, folder / "history.db", (*schema.STEPS, add_column))
    log = LogFile(paths.data_folder() / "journal" / "one")
    journal = Journal(Document(picture()), Origin("one"), log, lambda fault: None)
    journal.begin()
    assert journal.flush(PATIENCE_S)
    return crash_log, history, log


def test_all_that_is_kept_is_the_persons_alone(qapp, studio_home: Path, open_umask) -> None:
    studio_home.mkdir()
    still_open = keep_everything()

    open_to_others = {
        str(path.relative_to(studio_home)): oct(stat.S_IMODE(path.stat().st_mode))
        for path in studio_home.rglob("*")
        if stat.S_IMODE(path.stat().st_mode) & 0o077
    }
    assert open_to_others == {"export.json": "0o666"}
    assert len(list(studio_home.rglob("*"))) > 20
    for each in still_open:
        each.close()
