"""A field of the API is one row: added to the table alone, it is found in every room.

The programs here run with four made-up rows, one of each kind, and nothing else changed.
"""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cv2
import pytest

from inpaint_studio.contract.params import EditParams
from tests.cli.conftest import ROOT, disc, noise, open_history
from tests.support.misbehaving import misbehaving
from tests.support.replies import b64

ROWS = """
from inpaint_studio.contract import fields
from inpaint_studio.contract.fields import RequestField as Row

fields.FIELDS += (
    Row(name="mood", kind="enum", default="calm", values=("calm", "wild"), label="Mood"),
    Row(name="grain", kind="integer", most=9, label="Grain", help="of the film"),
    Row(name="signature", kind="text", label="Signature"),
    Row(name="matte", kind="boolean", default=False, label="Matte"),
)
"""
PROGRAM = "import sys; from inpaint_studio.cli import main; sys.exit(main(sys.argv[1:]))"
CHOSEN = {"mood": "wild", "grain": 3, "signature": "me", "matte": True}
FLAGS = ("--mood", "wild", "--grain", "3", "--signature", "me", "--matte")


def command(code: str, *arguments: object) -> list[str]:
    return [sys.executable, "-c", ROWS + code, *map(str, arguments)]


def run(code: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(code, *arguments), cwd=ROOT, capture_output=True, text=True, timeout=120
    )


def told(code: str, *arguments: object) -> Any:
    """What code that runs with the rows prints, as JSON."""
    done = run(code, *arguments)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def strict() -> Iterator[str]:
    """The address of a server that refuses fields it does not know."""
    arguments = ("serve", "--port", 0, "--strict")
    with subprocess.Popen(
        command(PROGRAM, *arguments), stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        yield process.stdout.readline().removeprefix("Serving ").strip()
        process.terminate()


@pytest.fixture
def pictures(tmp_path: Path) -> tuple[object, ...]:
    photo, mask = tmp_path / "photo.png", tmp_path / "mask.png"
    cv2.imwrite(str(photo), noise(96, 96))
    cv2.imwrite(str(mask), disc(96, 96, radius=8))
    return ("--image", photo, "--mask", mask, "--prompt", "a door", "--output", tmp_path)


def test_the_command_line_has_its_flag() -> None:
    words = " ".join(run(PROGRAM, "edit", "--help").stdout.split())

    for flag in ("--mood calm|wild", "--grain 0-9 of the film", "--signature TEXT", "--no-matte"):
        assert flag in words


def test_it_is_accepted_by_a_strict_server_and_kept_in_the_history(strict, pictures) -> None:
    done = run(PROGRAM, "edit", *pictures, *FLAGS, "--base-url", strict)

    assert done.returncode == 0, done.stderr
    history = open_history()
    assert history.runs()[0].params.extra == CHOSEN
    history.close()


def test_it_is_on_the_wire_unless_it_is_at_its_default(pictures) -> None:
    with misbehaving() as endpoint:
        address = ("--base-url", endpoint.base_url, "--model", "gpt-image-2")
        for flags in (FLAGS, ("--mood", "calm", "--no-matte")):
            assert run(PROGRAM, "edit", *pictures, *address, *flags).returncode == 0
        chosen, usual = (asked.fields for asked in endpoint.asked)

    assert {name: chosen[name] for name in CHOSEN} == {**CHOSEN, "grain": "3", "matte": "true"}
    assert not usual.keys() & CHOSEN.keys()


@pytest.mark.parametrize(("flag", "value"), [("--grain", "12"), ("--mood", "odd")])
def test_a_value_outside_its_limits_costs_nothing(pictures, flag: str, value: str) -> None:
    with misbehaving() as endpoint:
        done = run(PROGRAM, "edit", *pictures, flag, value, "--base-url", endpoint.base_url)

        assert done.returncode == 2
        assert flag in done.stderr
        assert not [asked for asked in endpoint.asked if asked.method == "POST"]


def post_json(address: str, pictures: tuple[object, ...], **fields: Any) -> tuple[int, Any]:
    image, mask = (
        {"image_url": f"data:image/png;base64,{b64(Path(str(file)).read_bytes())}"}
        for file in (pictures[1], pictures[3])
    )
    body = {"images": [image], "mask": mask, "prompt": "a door", **fields}
    request = urllib.request.Request(
        f"{address}/images/edits", json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, json.load(refused)


def test_a_strict_server_reads_it_from_json_too(strict, pictures) -> None:
    assert post_json(strict, pictures, **CHOSEN)[0] == 200


@pytest.mark.parametrize(
    "wrong", [{"mood": "odd"}, {"grain": 10}, {"grain": "few"}, {"matte": "maybe"}, {"hue": 1}]
)
def test_the_server_refuses_what_it_is_not(strict, pictures, wrong: dict[str, Any]) -> None:
    status, answer = post_json(strict, pictures, **wrong)

    assert (status, [answer["error"]["param"]]) == (400, list(wrong))


def test_a_preset_keeps_it_and_says_where_one_is_no_value(tmp_path: Path) -> None:
    code = """
import json, sys
from pathlib import Path
from inpaint_studio.contract.params import EditParams
from inpaint_studio.session.presets import Presets

path, chosen = Path(sys.argv[1]), json.loads(sys.argv[2])
Presets(path).save("Mine", EditParams.of({"prompt": "p", "model": "m", **chosen}))
kept = Presets(path).params("Mine", "").extra
path.write_text(path.read_text().replace('"grain": 3', '"grain": [3]'))
print(json.dumps([dict(kept), str(Presets(path).notice)]))
"""
    kept, notice = told(code, tmp_path / "presets.json", json.dumps(CHOSEN))

    assert kept == CHOSEN
    assert "grain of Mine" in notice


def test_a_recipe_names_it() -> None:
    code = """
import json, sys
from pathlib import Path
from inpaint_studio.client.form import WireRequest, form_fields
from inpaint_studio.contract.params import EditParams, EditRequest
from inpaint_studio.contract.profile import Profile
from inpaint_studio.contract.recipe import Recipe, SentFile, as_curl, as_python

params = EditParams.of({"prompt": "p", "model": "m", **json.loads(sys.argv[1])})
there = Profile(name="a", base_url="http://b")
asked = WireRequest(profile=there, request=EditRequest(params, ()), api_key=None)
file = SentFile(field="image", path=Path("a.png"), media_type="image/png")
recipe = Recipe(base_url="http://b", fields=form_fields(asked), files=[file])
print(json.dumps([as_curl(recipe), as_python(recipe)]))
"""
    curl, python = told(code, json.dumps(CHOSEN))

    assert all(f"{name}=" in curl for name in CHOSEN)
    assert all(f"{name}=" in python for name in CHOSEN)


def test_the_panel_has_a_control_of_its_kind_and_remembers_it() -> None:
    code = """
import json, sys
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QSpinBox
app = QApplication([])
from inpaint_studio.contract.catalog import load_catalog
from inpaint_studio.contract.params import EditParams
from inpaint_studio.session.request_draft import RequestDraft
from inpaint_studio.session.settings_store import SettingsStore
from inpaint_studio.session.stored_draft import restored_draft
from inpaint_studio.settings import Settings
from inpaint_studio.ui.request_panel.panel import RequestPanel
from inpaint_studio.ui.style.theme import DARK

store, chosen = SettingsStore(Settings()), json.loads(sys.argv[1])
draft = RequestDraft(store, load_catalog())
panel, told, changes = RequestPanel(draft, DARK), {}, []

def control(kind, name):
    return next(each for each in panel.findChildren(kind) if each.accessibleName() == name)

told["labels"] = [each.text() for each in panel.findChildren(QLabel)]
told["untouched"] = dict(draft.params.extra)
draft.take(EditParams.of({"prompt": "", "model": "gpt-image-2", **chosen}))
told["shown"] = [control(QSpinBox, "Grain").value(), control(QLineEdit, "Signature").text()]
told["range"] = [control(QSpinBox, "Grain").minimum(), control(QSpinBox, "Grain").maximum()]
told["params"] = dict(draft.params.extra)
told["text"] = draft.extra_text
told["restored"] = dict(restored_draft(store.now).extra)
draft.changed.connect(lambda: changes.append(dict(draft.params.extra)))
control(QSpinBox, "Grain").setValue(5)
next(each for each in panel.findChildren(QPushButton) if each.text() == "calm").click()
told["changes"] = list(changes)
draft.take(EditParams.of({"prompt": "", "model": "m"}, {"grain": "7", "other": 1}))
told["by hand"] = [dict(draft.params.extra), json.loads(draft.extra_text)]
draft.choose("matte", True)
draft.change_extra("")
told["emptied"] = dict(draft.params.extra)
print(json.dumps(told))
"""
    seen = told(code, json.dumps(CHOSEN))

    assert {"Mood", "Grain", "Signature", "Matte"} <= set(seen["labels"])
    assert seen["untouched"] == {}
    assert (seen["shown"], seen["range"]) == ([3, "me"], [-1, 9])
    assert seen["params"] == seen["restored"] == CHOSEN
    without_mood = {name: value for name, value in CHOSEN.items() if name != "mood"} | {"grain": 5}
    assert seen["changes"] == [CHOSEN | {"grain": 5}, without_mood]
    assert seen["text"] == ""
    assert seen["by hand"] == [{"grain": "7", "other": 1}] * 2
    assert seen["emptied"] == {"matte": True}


def test_without_its_row_none_of_this_is_known() -> None:
    assert EditParams.of({"prompt": "p", "model": "m", **CHOSEN}).extra == {}
