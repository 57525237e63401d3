"""The papers name what is there, and what the tree cites of them is in them."""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from inpaint_studio.contract.fields import field_names
from inpaint_studio.contract.model_info import ModelInfo
from inpaint_studio.contract.profile import Profile
from inpaint_studio.history.schema import STEPS
from inpaint_studio.settings import Settings
from tests.test_dev import dev

ROOT = Path(__file__).parent.parent
PAPERS = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / ".github").rglob("*.md")]
)
CONTRACT, CATALOGUE, FORMATS = (
    (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
    for name in ("contract", "fault-catalogue", "formats")
)
SOURCES = [
    path
    for folder in ("inpaint_studio", "tests", "packaging")
    for path in (ROOT / folder).rglob("*.py")
    if path != Path(__file__)
]

LINK = re.compile(r"\]\(([^)\s]+)\)")
FILE_NAME = re.compile(r"`((?:inpaint_studio|tests|packaging|resources|docs|\.github)/[\w./-]*)")
SECTION = re.compile(r"§ ?(\d+(?:\.\d+)?)")
ROWS = re.compile(r"\brows? (\d+)(?:(?: and |-| to |, )(\d+))?|test_row_(\d+)", re.IGNORECASE)


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def anchors(path: Path) -> set[str]:
    """The names that headings of a page can be linked by."""
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("paper", PAPERS, ids=named)
def test_links_lead_somewhere(paper: Path) -> None:
    broken = []
    for link in LINK.findall(paper.read_text(encoding="utf-8")):
        place, _, anchor = link.partition("#")
        target = paper.parent / place if place else paper
        if "://" in link or link.startswith("mailto:"):
            continue
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize("paper", PAPERS, ids=named)
def test_files_that_are_named_exist(paper: Path) -> None:
    """By their whole path; a folder's name may leave out `.py`."""
    found = set(FILE_NAME.findall(paper.read_text(encoding="utf-8")))
    paths = {name.rstrip("/.") for name in found}
    assert {each for each in paths if not any(map(Path.exists, spellings(each)))} == set()


def spellings(name: str) -> Iterator[Path]:
    yield ROOT / name
    yield ROOT / f"{name}.py"


def test_sections_that_are_cited_are_in_the_contract() -> None:
    sections = set(re.findall(r"^#+ §(\S+)", CONTRACT, re.MULTILINE))
    cited = {
        (named(path), number)
        for path in SOURCES
        for number in SECTION.findall(path.read_text(encoding="utf-8"))
    }
    assert cited
    assert {each for each in cited if each[1] not in sections} == set()
    assert set(SECTION.findall(CONTRACT)) <= sections


def test_rows_that_are_cited_are_in_the_fault_catalogue() -> None:
    rows = set(re.findall(r"^### Row (\d+):", CATALOGUE, re.MULTILINE))
    cited = {
        (named(path), number)
        for path in (ROOT / "tests").rglob("*.py")
        if path != Path(__file__)
        for found in ROWS.findall(path.read_text(encoding="utf-8"))
        for number in filter(None, found)
    }
    assert cited
    assert {each for each in cited if each[1] not in rows} == set()


def test_the_contract_has_every_field() -> None:
    table = CONTRACT.partition("### §1.2")[2].partition("### §1.3")[0]
    assert {name for name in field_names() if f"| `{name}` |" not in table} == set()


def test_the_formats_have_every_name_that_is_stored() -> None:
    database = sqlite3.connect(":memory:")
    for step in STEPS:
        for statement in step:
            database.execute(statement)
    columns = {
        column[1]
        for table in ("runs", "variants", "partials", "words")
        for column in database.execute(f"PRAGMA table_info({table})")
    }
    database.close()
    described = {item.name for kind in (Settings, Profile, ModelInfo) for item in fields(kind)}
    not_stored = {"unknown", "known", "id", "refused_previews"}
    assert {n for n in columns | described - not_stored if f"`{n}`" not in FORMATS} == set()
    assert f"user_version` {len(STEPS)}" in FORMATS


def test_what_runs_before_a_commit_is_what_the_test_command_runs() -> None:
    hooks = re.findall(
        r"name: ([^,]+), entry: ([^,]+),", (ROOT / ".pre-commit-config.yaml").read_text("utf-8")
    )
    checks = {
        name: " ".join([Path(tool).name, *arguments])
        for name, (tool, *arguments) in dev.steps(Path("python"), []).items()
    }
    tests = checks.pop("Tests")
    assert dict(hooks[:-1]) == checks
    assert hooks[-1] == ("Tests", "python -m pytest")
    assert tests.startswith(hooks[-1][1])
