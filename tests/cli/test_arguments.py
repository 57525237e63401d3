import re
import subprocess
import sys
from pathlib import Path

import pytest

from inpaint_studio.cli.parser import parse

FLAGS = (
    "image prompt background input-fidelity mask markup model n output-compression output-format "
    "partial-images quality response-format size user api-key stream no-stream moderation extra "
    "base-url profile timeout output raw save-partials json"
)


def test_help_names_every_flag_and_loads_neither_qt_nor_arrays() -> None:
    code = """
import sys
from inpaint_studio.cli import main
try:
    main(["edit", "--help"])
finally:
    heavy = {"PySide6", "numpy", "cv2", "PIL", "httpx", "keyring", "starlette", "qasync", "asyncio"}
    print("LOADED", sorted(heavy & set(sys.modules)))
"""
    answer = subprocess.check_output(
        [sys.executable, "-c", code], text=True, cwd=Path(__file__).parents[2]
    )

    assert "LOADED []" in answer
    offered = set(re.findall(r"--([a-z-]+)", answer))
    assert set(FLAGS.split()) <= offered


def test_an_edit_on_the_command_line_never_loads_qt() -> None:
    code = "import sys, inpaint_studio.cli.edit; print('PySide6' in sys.modules)"
    answer = subprocess.check_output(
        [sys.executable, "-c", code], text=True, cwd=Path(__file__).parents[2]
    )
    assert answer.strip() == "False"


@pytest.mark.parametrize(
    "argv",
    [
        ["edit"],
        ["edit", "--image", "a.png"],
        ["edit", "--image", "a", "--prompt", "p", "--n", "two"],
        ["edit", "--image", "a", "--prompt", "p", "--extra", "no equals sign"],
        ["edit", "--image", "a", "--prompt", "p", "--timeout", "0"],
        ["edit", "--image", "a", "--prompt", "p", "--timeout", "nan"],
        ["edit", "--image", "a", "--prompt", "p", "--profile", "x", "--base-url", "http://x"],
        ["edit", "--image", "a", "--prom", "abbreviated"],
        ["serve", "--port", "70000"],
        ["history"],
        ["history", "list", "--limit", "0"],
        ["--unknown"],
    ],
)
def test_wrong_usage_exits_with_2(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        parse(argv)

    assert end.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_without_a_command_the_files_are_for_the_editor() -> None:
    arguments = parse(["photo.jpg", "project.ora"])

    assert (arguments.command, arguments.files) == ("editor", ["photo.jpg", "project.ora"])
    assert parse([]).files == []


def test_flags_arrive_under_their_names() -> None:
    line = "edit --image a.png --image b.png --prompt p --no-stream --extra k=v=w --extra l="

    arguments = parse(line.split())

    assert arguments.image == ["a.png", "b.png"]
    assert arguments.stream is False
    assert arguments.extra == [("k", "v=w"), ("l", "")]
    assert parse(["serve"]).port == 8765
