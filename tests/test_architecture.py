"""The house stays as it was drawn: layers, sizes, and the habits that keep the window alive."""

import ast
import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "inpaint_studio"
SOURCES = sorted(PACKAGE.rglob("*.py"))
MAX_LINES = 400

NESTED_LOOPS = ("exec", "exec_", "processEvents")
LOOPS_ALLOWED = {
    "inpaint_studio/app.py": 1,  # paints the first frame, before there is a loop to nest in
    "inpaint_studio/ui/widgets/drag_out.py": 1,  # every drag of Qt's is one
}
KEYS_OF_FIELDS = {
    # Modifiers, which change what the mouse does.
    "canvas/pointer.py": {"Key_Alt", "Key_Control"},
    # In fields keys type: only these mean something else, and nobody may take them away.
    "document/drop_choice.py": {"Key_Escape"},
    "mask/mask_options.py": {"Key_Escape", "Key_Return", "Key_Enter"},
    "palette/palette.py": {
        "Key_Up",
        "Key_Down",
        "Key_PageUp",
        "Key_PageDown",
        "Key_Tab",
        "Key_Backtab",
        "Key_Return",
        "Key_Enter",
        "Key_Escape",
    },
    "request_panel/prompt.py": {"Key_Up", "Key_Down"},
    "main_window.py": {"Key_Escape", "Key_Return", "Key_Enter"},
    "shell/menu_bar.py": {"Key_Escape"},
    "request_panel/prompts_dialog.py": {"Key_Up", "Key_Down", "Key_PageUp", "Key_PageDown"},
}
BINDING = {"QShortcut", "setShortcut", "setShortcuts", "grabShortcut", "StandardKey"}
LISTENING = ("keyPressEvent", "keyReleaseEvent", "event.key()", "event.text()")
KEYS_ARE_DECIDED_IN = ("ui/actions/", "ui/shell/window_actions.py")
KEY_NAMED = re.compile(r"\((?:(?:Ctrl|Alt|Shift)\+[^\s()]+|[A-Z]|Backspace|Del|[←→])\)$")
FORMER_WORDS = {
    # Whole names of files, functions, classes and parameters; the glossary has the words of now.
    "hurry", "placing", "say", "speak", "told", "wanted", "words",
}  # fmt: skip
FORMER_PARTS = {
    # Parts of such names: `show_refusal` is one as much as `refusals`.
    "adapting", "ahead", "arrivals", "arriving", "combining", "desk", "facts", "findings",
    "finding", "gathering", "growing", "honesty", "looking", "masking", "presence", "refusal",
    "refusals",
    "remedies", "remedy", "remedying", "requesting", "rescue", "restaging", "spoken", "story",
    "subject", "tooling", "trial", "upkeep", "verb", "verbs", "wishes",
}  # fmt: skip
STILL_SAID = {
    "ResponseFacts", "response_facts", "read_response_facts", "response_facts_of",
    "say",  # a line of the command line's
}  # fmt: skip
WINDOW_ROOMS = {f"inpaint_studio.{name}" for name in ("__main__", "app", "demo", "session", "ui")}


@pytest.fixture(scope="module", autouse=True)
def nothing_is_kept() -> Iterator[None]:
    """What was parsed is a hundred megabytes, which no other room needs."""
    yield
    nodes.cache_clear()


@cache
def nodes(path: Path) -> list[ast.AST]:
    """All of a file's syntax tree, from its module on."""
    return list(ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))))


def calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in nodes(path) if isinstance(node, ast.Call))


def imported(path: Path) -> Iterator[str]:
    """Every module an import statement names, also inside functions."""
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def place(path: Path, node: ast.expr) -> str:
    return f"{path.relative_to(ROOT)}:{node.lineno}"


def test_imports_run_one_way() -> None:
    program = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"
    answer = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_variants_are_changed_by_their_own_verbs_alone() -> None:
    """Their one writer is the thread that owns the run."""
    (variant,) = (
        each
        for each in nodes(PACKAGE / "runs" / "run.py")
        if isinstance(each, ast.ClassDef) and each.name == "Variant"
    )
    names = {each.target.id for each in variant.body if isinstance(each, ast.AnnAssign)}
    assert {"state", "shown", "mask"} <= names
    found = [
        place(path, target)
        for path in SOURCES
        for node in nodes(path)
        for target in getattr(node, "targets", [getattr(node, "target", None)])
        for target in (target.elts if isinstance(target, ast.Tuple) else [target])
        if isinstance(target, ast.Attribute)
        and isinstance(target.value, ast.Name)
        and target.value.id in ("variant", "whose", "unasked", "staged")
        and target.attr in names
    ]
    assert found == []


def test_no_two_public_classes_share_a_name() -> None:
    """Whoever reads a name knows which class is meant, wherever it is imported from."""
    owners: dict[str, list[str]] = {}
    for path in SOURCES:
        for node in nodes(path):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                owners.setdefault(node.name, []).append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert {name: places for name, places in owners.items() if len(places) > 1} == {}


def test_no_word_that_was_given_up_comes_back() -> None:
    """One word for one thing: those on the left of *Avoid* in the glossary name nothing."""
    found = [
        f"{path.relative_to(ROOT)}:{line} {name}"
        for path in SOURCES
        for line, name in names_given(path)
        if name not in STILL_SAID
        if name.strip("_") in FORMER_WORDS or FORMER_PARTS.intersection(parts_of(name))
    ]
    assert found == []


def names_given(path: Path) -> Iterator[tuple[int, str]]:
    """Names of a file and of the classes, functions and parameters in it."""
    yield 0, path.stem
    for node in nodes(path):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.lineno, node.name
        elif isinstance(node, ast.arg):
            yield node.lineno, node.arg


def parts_of(name: str) -> set[str]:
    return {part.lower() for part in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}


def test_no_file_is_too_long_to_read() -> None:
    files = [*SOURCES, *(ROOT / "tests").rglob("*.py"), *(ROOT / "packaging").rglob("*.py")]
    lengths = {path: path.read_text(encoding="utf-8").count("\n") for path in files}
    assert {path: count for path, count in lengths.items() if count > MAX_LINES} == {}


def test_no_rule_on_size_or_blind_excepts_is_silenced() -> None:
    silenced = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in SOURCES
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if "noqa" in line and any(rule in line for rule in ("C901", "PLR", "BLE"))
        # The last resort: what nobody caught is logged and told there.
        if path != PACKAGE / "app.py"
    ]
    assert silenced == []


def test_nothing_runs_an_event_loop_of_its_own() -> None:
    """A nested loop ends the coroutines that wait in the outer one, for good."""
    found = Counter(
        path.relative_to(ROOT).as_posix()
        for path in SOURCES
        for call in calls(path)
        if isinstance(call.func, ast.Attribute) and call.func.attr in NESTED_LOOPS
    )
    assert found <= Counter(LOOPS_ALLOWED)


def test_no_key_is_decided_outside_the_table_of_actions() -> None:
    """A key that a widget decides cannot be changed, and neither editor nor sheet know of it."""
    found = [
        f"{path.relative_to(ROOT)}:{line} {what}"
        for path in (PACKAGE / "ui").rglob("*.py")
        if not path.relative_to(PACKAGE).as_posix().startswith(KEYS_ARE_DECIDED_IN)
        for line, what in keys_decided(path)
    ]
    assert found == []


def keys_decided(path: Path) -> Iterator[tuple[int, str]]:
    """Keys that are named or bound, and words that name one as if it could not change."""
    allowed = KEYS_OF_FIELDS.get(path.relative_to(PACKAGE / "ui").as_posix(), set())
    for node in nodes(path):
        if isinstance(node, ast.Attribute | ast.Name):
            name = node.attr if isinstance(node, ast.Attribute) else node.id
            if name in BINDING or (name.startswith("Key_") and name not in allowed):
                yield node.lineno, name
        elif isinstance(node, ast.FunctionDef | ast.Compare) and not allowed:
            what = node.name if isinstance(node, ast.FunctionDef) else ast.unparse(node)
            if any(each in what for each in LISTENING):
                yield node.lineno, what
        elif isinstance(node, ast.Constant) and KEY_NAMED.search(str(node.value)):
            yield node.lineno, str(node.value)


def test_no_dialog_blocks() -> None:
    """The static functions of QMessageBox and the like run a nested event loop."""
    blocking = {
        "QMessageBox": ("about", "aboutQt", "critical", "information", "question", "warning"),
        "QFileDialog": ("get", "saveFileContent"),
        "QInputDialog": ("get",),
        "QColorDialog": ("getColor",),
        "QFontDialog": ("getFont",),
    }
    found = [
        place(path, call)
        for path in SOURCES
        for call in calls(path)
        if isinstance(call.func, ast.Attribute)
        and isinstance(call.func.value, ast.Name)
        and call.func.attr.startswith(blocking.get(call.func.value.id, ("\0",)))
    ]
    assert found == []


def test_words_of_the_window_are_made_where_they_stay_text() -> None:
    """Qt's own labels, tool tips and message boxes read HTML; a painter obeys what turns text."""
    own = {PACKAGE / "ui" / "widgets" / "labels.py", PACKAGE / "ui" / "style" / "tips.py"}
    forbidden = {"QLabel", "QMessageBox", "QTextBrowser", "QErrorMessage", "setToolTip", "setHtml",
                 "setStatusTip", "setWhatsThis", "setMarkdown", "insertHtml"}  # fmt: skip
    found = [
        place(path, call)
        for path in SOURCES
        if path not in own
        for call in calls(path)
        if (name := ast.unparse(call.func).rpartition(".")[2]) in forbidden
        or (name == "elidedText" and "visible(" not in ast.unparse(call))
        or (name == "print" and "visible(" not in ast.unparse(call))
    ]
    assert found == []


def test_the_session_knows_no_widgets() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {module}"
        for path in (PACKAGE / "session").rglob("*.py")
        for module in imported(path)
        if module.startswith("PySide6") and not module.startswith("PySide6.QtCore")
        if module != "PySide6"
    ]
    assert found == []


def test_every_module_is_reached_by_the_tests_of_its_room() -> None:
    """A room's tests reach what they import, and what that imports of the same room.

    Journeys reach everything of the window they start.
    """
    graph = grimp.build_graph("inpaint_studio", cache_dir=None)
    reached = set()
    for path in (ROOT / "tests").rglob("*.py"):
        folder = path.relative_to(ROOT / "tests").parts[0]
        if folder == "benchmarks":
            continue
        for module in graph.modules.intersection(named(path)):
            rooms = WINDOW_ROOMS if folder == "journeys" else {room(module)}
            upstream = graph.find_upstream_modules(module)
            reached |= {module, *(other for other in upstream if room(other) in rooms)}
    leaves = {module for module in graph.modules if not graph.find_children(module)}
    entrances = {module for module in leaves if module.endswith(".__main__")}
    assert sorted(leaves - reached - entrances) == []


def named(path: Path) -> set[str]:
    """The modules a test imports, and the program's own where it starts that."""
    texts = [node.value for node in nodes(path) if isinstance(node, ast.Constant)]
    starts = {"inpaint_studio.__main__"} if {"-m", "inpaint_studio"} <= set(texts) else set()
    return {*imported(path), *starts}


def room(module: str) -> str:
    return ".".join(module.split(".")[:2])


def test_files_are_decoded_in_one_place() -> None:
    """Whoever opens a picture by itself knows nothing of orientation, profiles, limits, masks."""
    openers = {"Image.open", "cv2.imread", "cv2.imdecode"}
    found = [
        place(path, call)
        for path in SOURCES
        if path != PACKAGE / "picture" / "decoding.py"
        for call in calls(path)
        if ast.unparse(call.func).removeprefix("PIL.") in openers
    ]
    taken = [
        f"{path.relative_to(ROOT)}: {module}"
        for path in SOURCES
        for module in imported(path)
        if module in {"PIL.Image.open", "cv2.imread", "cv2.imdecode"}
    ]
    assert found + taken == []


def test_the_wheel_carries_the_resources() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["force-include"] == {"resources": "inpaint_studio/resources"}
    assert wheel["packages"] == ["inpaint_studio"]


def test_every_resource_asked_for_exists() -> None:
    asked = {
        call.args[0].value
        for path in SOURCES
        for call in calls(path)
        if ast.unparse(call.func).split(".")[-1] == "resource"
        if call.args and isinstance(call.args[0], ast.Constant)
    }
    assert asked
    assert [name for name in asked if not (ROOT / "resources" / str(name)).exists()] == []


@pytest.mark.parametrize("arguments", [["--help"], ["edit", "--help"], ["serve", "--help"]])
def test_asking_for_help_loads_no_window_toolkit(arguments: list[str]) -> None:
    program = f"""
import runpy, sys
sys.argv = ["inpaint-studio", *{arguments!r}]
try:
    runpy.run_module("inpaint_studio", run_name="__main__")
except SystemExit as ending:
    assert not ending.code, ending.code
heavy = ("PySide6", "shiboken6", "qasync", "numpy", "cv2", "PIL", "httpx", "keyring")
print("loaded:", *(name for name in heavy if name in sys.modules))
"""
    answer = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert answer.stdout.splitlines()[-1] == "loaded:"


def test_drops_are_copies_and_fields_take_no_files():
    """By Qt's own ways a source is told that its file was moved, and deletes it."""
    fields = {"QLineEdit", "QPlainTextEdit", "QTextEdit"}
    found = []
    for path in SOURCES:
        if path == PACKAGE / "ui" / "widgets" / "drops.py":
            continue
        bases = [b for each in nodes(path) if isinstance(each, ast.ClassDef) for b in each.bases]
        found += [
            place(path, used)
            for used in (*bases, *(call.func for call in calls(path)))
            if ast.unparse(used).rpartition(".")[2] in {"acceptProposedAction", *fields}
        ]
    assert found == []
