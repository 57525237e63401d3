"""What a project file tells of where its pictures came from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from inpaint_studio.history import History
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.geometry import Box
from inpaint_studio.picture.image_file import Picture
from inpaint_studio.runs.lineage import Lineage
from tests.support.new_runs import new_run


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    opened = History(tmp_path / "history")
    yield opened
    opened.close()


def document() -> Document:
    return Document(Picture(np.zeros((60, 80, 4), np.uint8), "photo.png"))


def test_sources_at_their_places_and_the_parent_come_back(history: History) -> None:
    lineage, before, after = Lineage(history), document(), document()
    parent = history.begin(new_run()).variants[0].id
    whole = history.put(b"grown", "image/png")
    former = history.put(b"before it grew", "image/png")
    lineage.set_source(before, whole)
    lineage.set_parent(before, parent)
    stored = lineage.to_json(before)
    stored["places"][former] = [10, 0, 80, 60]

    lineage.take(after, json.loads(json.dumps(stored)), history)

    assert lineage.places_of(after) == {whole: Box(0, 0, 80, 60), former: Box(10, 0, 80, 60)}
    assert lineage.source_blob(after) == whole
    assert lineage.parent_of(after) == parent


@pytest.mark.parametrize("name", ["../../etc/passwd", "f" * 64 + ".png", "x"])
def test_row_46_names_this_history_does_not_hold_are_passed_over(
    history: History, name: str
) -> None:
    lineage, opened = Lineage(history), document()
    lineage.take(opened, {"places": {name: [0, 0, 80, 60]}, "parent": name}, history)
    assert lineage.places_of(opened) == {}
    assert lineage.parent_of(opened) is None
