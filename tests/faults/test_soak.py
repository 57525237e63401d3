"""What the soak would notice; `python -m tests.faults.soak` is the soak itself."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.soak import Soak
from tests.support.misbehaving import misbehaving


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def soaked(home: Path) -> Iterator[Soak]:
    """A soak after its first life, in which something was painted, run and acknowledged."""
    with misbehaving() as server:
        one = Soak(home, server, seed=11)
        with one.life():
            one.run()
            one.stroke()
            one.flush()
        yield one


def test_losses_are_noticed_and_nothing_else(soaked: Soak, home: Path) -> None:
    soaked.live(0.0)
    soaked.check_files()
    assert soaked.ledger.wrong == []
    assert soaked.ledger.done == {"kill": 2, "restore": 1}

    done = next(each for each in soaked.ledger.variants.values() if each["state"] == "done")
    next(path for path in home.rglob("*") if path.name == done["blob"]).unlink()
    soaked.check_files()
    shutil.rmtree(home / "data" / "journal")
    with closing(sqlite3.connect(home / "data" / "history" / "history.db")) as database:
        database.execute("DELETE FROM variants")
        database.commit()
    with soaked.life():
        pass

    told = "\n".join(soaked.ledger.wrong)
    assert f"the file {done['blob']} of" in told
    assert f"variant {done['id']} has gone" in told
    assert "came back, not one of" in told
