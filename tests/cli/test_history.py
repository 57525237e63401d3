import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageSequence

from inpaint_studio import paths
from inpaint_studio.history import History
from tests.cli.conftest import ROOT
from tests.support.new_runs import new_run
from tests.support.scripted import encoded


@pytest.fixture
def history() -> Iterator[History]:
    opened = History(paths.data_folder() / "history")
    first = opened.begin(new_run("a red door", n=2)).variants
    for variant, image in zip(first, (b"one", b"two"), strict=True):
        opened.finish(
            variant.id, blob=opened.put(image, "image/webp"), media_type="image/webp", seconds=1.0
        )
    failed = opened.begin(new_run("a blue\nhouse " + "x" * 100)).variants[0]
    opened.fail(failed.id, title="Blocked", message="Reword the prompt.")
    yield opened
    opened.close()


@pytest.mark.usefixtures("history")
def test_runs_are_listed_newest_first_one_a_line(run) -> None:
    outcome = run("history", "list")

    newest, oldest = outcome.out.splitlines()
    assert newest.split()[0] == "2"
    assert "1 failed" in newest
    assert "a blue house" in newest
    assert "2 done" in oldest
    assert outcome.status == 0


@pytest.mark.usefixtures("history")
def test_the_list_can_be_searched_and_cut(run) -> None:
    assert len(run("history", "list", "--limit", 1).out.splitlines()) == 1
    (event,) = run("history", "list", "--search", "red", "--json").events
    assert event["params"]["prompt"] == "a red door"
    assert run("history", "list", "--search", "nothing").out == ""


def test_what_is_in_the_trash_is_listed_and_exported_only_when_asked_for(
    run, history, tmp_path
) -> None:
    red = history.runs()[1]
    history.trash([red.variants[0].id])
    assert "1 done" in run("history", "list").out.splitlines()[1]
    (thrown,) = run("history", "list", "--trashed").out.splitlines()
    assert "1 done" in thrown
    run("history", "export", red.number, "--output", tmp_path / "kept")
    run("history", "export", red.number, "--variant", 1, "--output", tmp_path / "asked")
    assert [path.read_bytes() for path in (tmp_path / "kept").iterdir()] == [b"two"]
    assert [path.read_bytes() for path in (tmp_path / "asked").iterdir()] == [b"one"]


def test_show_tells_everything_of_a_run(run, history) -> None:
    text = run("history", "show", 2).out
    (event,) = run("history", "show", history.runs()[1].id, "--json").events

    assert "Blocked. Reword the prompt." in text
    assert event["variants"][1]["seconds"] == 1.0
    assert Path(event["variants"][1]["path"]).read_bytes() == b"two"


@pytest.mark.usefixtures("history")
def test_export_writes_the_original_bytes(run, tmp_path) -> None:
    both = run("history", "export", 1, "--output", tmp_path).out.splitlines()
    (event,) = run("history", "export", 1, "--variant", 2, "--output", tmp_path, "--json").events

    assert [Path(path).name for path in both] == ["house-edit-01.webp", "house-edit-02.webp"]
    assert [Path(path).read_bytes() for path in both] == [b"one", b"two"]
    assert Path(event["paths"][0]).name == "house-edit-03.webp"
    assert Path(event["paths"][0]).read_bytes() == b"two"


@pytest.mark.usefixtures("history")
@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "99"],
        ["show", "nobody"],
        ["show", "9" * 18],
        ["export", "2"],
        ["export", "1", "--variant", "3"],
    ],
)
def test_what_is_not_there_exits_with_2(run, arguments) -> None:
    outcome = run("history", *arguments)

    assert outcome.status == 2
    assert "There is no" in outcome.err


def test_a_missing_picture_exits_with_1(run, history, tmp_path) -> None:
    blob = history.runs()[1].variants[0].blob
    assert blob is not None
    history.blob_path(blob).unlink()

    outcome = run("history", "export", 1, "--output", tmp_path)

    assert outcome.status == 1
    assert "missing" in outcome.err


def test_names_no_terminal_can_show_are_escaped(history) -> None:
    history.begin(replace(new_run("日本"), source_name="\udc80.png"))

    answer = subprocess.run(
        [sys.executable, "-m", "inpaint_studio", "history", "list"],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
    )

    assert rb"\u65e5\u672c" in answer.stdout


@pytest.mark.usefixtures("history")
def test_a_reader_that_has_enough_is_no_fault() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "inpaint_studio", "history", "list", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    ) as lister:
        assert lister.stdout is not None
        assert lister.stderr is not None
        lister.stdout.close()
        complaints = lister.stderr.read()

    assert complaints == b""


def test_an_empty_history_lists_nothing(run) -> None:
    outcome = run("history", "list", "--json")

    assert (outcome.status, outcome.out) == (0, "")


def test_a_strip_holds_every_picture_of_a_variant(run, tmp_path) -> None:
    pictures = [encoded((shade, 0, 0), (24, 16)) for shade in (40, 120, 240)]
    with closing(History(paths.data_folder() / "history")) as history:
        record = history.begin(new_run("a red door"))
        (variant,) = record.variants
        for index, image in enumerate(pictures[:2]):
            history.add_partial(variant.id, index, history.put(image, "image/png"))
        history.fail(variant.id, state="stopped", title="Stopped", message="")
    arguments = ("history", "export", record.number, "--strip", "--raw", "--frame-ms", 250)
    outcome = run(*arguments, "--output", tmp_path)

    assert outcome.status == 0
    with Image.open(outcome.out.strip()) as film:
        assert sum(1 for _ in ImageSequence.Iterator(film)) == 2
        film.seek(0)
        film.load()
        assert film.info["duration"] == 250
    assert run("history", "export", record.number, "--frame-ms", 250).status == 2
    assert run("history", "export", record.number).status == 2
