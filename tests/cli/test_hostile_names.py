"""Fault row 81: names and words from outside do nothing in a terminal, whatever the command."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from unicodedata import category

import pytest

from inpaint_studio import demo, paths
from inpaint_studio.cli.progress import ProgressLine
from inpaint_studio.history import History
from inpaint_studio.settings import Settings, save_settings
from tests.support.misbehaving import misbehaving
from tests.support.new_runs import new_run
from tests.support.replies import answer, error, http
from tests.support.scripted import encoded

ACTS = "\x1b]0;owned\x07 \x9b31m\r\x1b[2K \n\u202egpj.exe \u2069\x7f"
"""Sets a title and a colour, clears the line, begins another, turns the text."""
NAME = f"a{ACTS}b"
PAGE = f"<html><body>{ACTS}</body></html>".encode()
TURNING = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class Place:
    """Files of such names, a history of such words, and an endpoint that says them."""

    def __init__(self, folder: Path, base_url: str) -> None:
        self.base_url = base_url
        self.folder = folder / NAME
        self.folder.mkdir()
        self.photo = self._picture(f"{NAME}.png", encoded((9, 99, 9), (64, 48)))
        self.other = self._picture(f"{NAME}-2.png", encoded((9, 99, 9), (20, 10)))
        self.text = self._picture(f"{NAME}.txt", b"no picture")
        self.gone = self.folder / f"{NAME}-gone.png"

    def edit(self, *flags: object, image: Path | None = None) -> list[object]:
        return [
            *("edit", "--image", image or self.photo, "--prompt", NAME, "--model", "m"),
            *("--base-url", self.base_url, "--output", self.folder, *flags),
        ]

    def _picture(self, name: str, data: bytes) -> Path:
        path = self.folder / name
        path.write_bytes(data)
        return path


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    with closing(History(paths.data_folder() / "history")) as history:
        run = history.begin(new_run(NAME, source_name=f"{NAME}.png", profile_name=NAME))
        said = json.dumps({"refused": {"detail": ACTS, "request_id": ACTS, ACTS: ACTS}})
        history.fail(run.variants[0].id, title=ACTS, message=ACTS, answer_json=said)
        done = history.begin(new_run(NAME, source_name=f"{NAME}.png"))
        blob = history.put(encoded((9, 9, 9), (8, 8)), "image/png")
        history.finish(done.variants[0].id, blob=blob, media_type="image/png", seconds=1.0)
    save_settings(Settings(profiles=({"name": NAME, "base_url": f"http://{ACTS}@["},)))
    replies = {
        "refused": error(400, f"No {ACTS}", code=ACTS, param=ACTS),
        "page": http(PAGE, "text/html"),
        "result": answer(encoded((9, 9, 9), (64, 48)), quality=ACTS[:60]),
    }
    with misbehaving(replies["refused"], replies["page"], replies["result"]) as server:
        yield Place(tmp_path, server.base_url)


Command = Callable[[Place], list[object]]
COMMANDS: dict[str, Command] = {
    "edit": lambda p: p.edit(),
    "edit raw": lambda p: p.edit("--raw"),
    "image that is gone": lambda p: p.edit(image=p.gone),
    "image that is none": lambda p: p.edit(image=p.text),
    "mask that is gone": lambda p: p.edit("--mask", p.gone),
    "mask that is none": lambda p: p.edit("--mask", p.text),
    "mask of another size": lambda p: p.edit("--mask", p.other),
    "markup of another size": lambda p: p.edit("--markup", p.other),
    "reference that is none": lambda p: p.edit("--image", p.text),
    "output that is a file": lambda p: p.edit("--output", p.text),
    "size": lambda p: p.edit("--size", ACTS),
    "quality": lambda p: p.edit("--quality", ACTS),
    "model": lambda p: p.edit("--model", ACTS),
    "extra": lambda p: p.edit("--extra", ACTS),
    "number": lambda p: p.edit("--n", ACTS),
    "unknown flag": lambda p: p.edit(f"--{NAME}"),
    "timeout": lambda p: p.edit("--timeout", ACTS),
    "address": lambda p: ["edit", "--image", p.photo, "--prompt", "", "--base-url", ACTS],
    "profile": lambda p: ["edit", "--image", p.photo, "--prompt", "", "--profile", ACTS],
    "profile's address": lambda p: ["edit", "--image", p.photo, "--prompt", "", "--profile", NAME],
    "embedded": lambda p: ["edit", "--image", p.photo, "--prompt", "", "--output", p.folder],
    "list": lambda p: ["history", "list"],
    "list with words": lambda p: ["history", "list", "--search", ACTS],
    "list limit": lambda p: ["history", "list", "--limit", ACTS],
    "show": lambda p: ["history", "show", "1"],
    "show nothing": lambda p: ["history", "show", ACTS],
    "export": lambda p: ["history", "export", "2", "--output", p.folder],
    "export nothing": lambda p: ["history", "export", "1", "--output", p.folder],
    "export format": lambda p: ["history", "export", "2", "--format", ACTS],
    "export into a file": lambda p: ["history", "export", "2", "--output", p.text],
    "unknown action": lambda p: ["history", ACTS],
    "serve": lambda p: ["serve", "--host", ACTS],
    "serve port": lambda p: ["serve", "--port", ACTS],
    "serve faults": lambda p: ["serve", "--faults", ACTS],
    "serve model": lambda p: ["serve", "--port", "0", "--model-dir", p.gone],
    "demo": lambda p: ["demo", "--output", p.text],
}  # fmt: skip


def acting(text: str) -> list[str]:
    """What would do something in a terminal, but for the ends of lines."""
    return [each for each in text if (category(each) == "Cc" and each != "\n") or each in TURNING]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS.keys())
def test_no_command_lets_a_terminal_act(run, place: Place, command: Command) -> None:
    told = [run(*command(place)) for _ in range(3 if "--base-url" in command(place) else 1)]

    words = "".join(each.out + each.err for each in told)
    assert words or command is COMMANDS["list with words"]
    assert acting(words) == []
    assert "gpj.exe" not in [line[:7] for line in words.splitlines()]


@pytest.mark.parametrize(
    "command",
    [
        lambda p: p.edit("--json"),
        lambda p: p.edit("--json", image=p.text),
        lambda p: ["history", "list", "--json"],
        lambda p: ["history", "show", "1", "--json"],
        lambda p: ["history", "export", "2", "--json", "--output", p.folder],
    ],
)
def test_json_is_exact(run, place: Place, command: Command) -> None:
    outcome = run(*command(place))

    assert outcome.events
    assert acting(outcome.out + outcome.err) == []
    told = str([json.loads(line) for line in outcome.out.splitlines()])
    assert repr(ACTS)[1:-1] in told or repr(str(place.folder))[1:-1] in told


def test_progress_lets_a_terminal_act_by_its_own_codes_only() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    progress = ProgressLine(steps=1, variants=1, stream=terminal)
    progress.note(f"Waits {ACTS}")

    assert acting(terminal.getvalue().replace("\r\x1b[2K", "")) == []


def test_what_the_demo_writes_is_named_so_that_it_does_nothing(capsys) -> None:
    demo._print_line(Path(NAME))

    assert acting(capsys.readouterr().out) == []


def test_a_prompt_of_several_lines_pretends_to_be_no_detail(run) -> None:
    with closing(History(paths.data_folder() / "history")) as history:
        history.begin(new_run("a door\nprofile:            another"))

    lines = run("history", "show", "1").out.splitlines()

    assert [line for line in lines if line.startswith("profile:")] == ["profile:            OpenAI"]
    assert "                    profile:            another" in lines


def test_letters_read_from_the_right_turn_nothing_beside_them(run) -> None:
    with closing(History(paths.data_folder() / "history")) as history:
        history.begin(new_run("\u05e9\u05dc\u05d5\u05dd 12"))

    assert run("history", "list").out.endswith("\u2068\u05e9\u05dc\u05d5\u05dd 12\u2069\n")
