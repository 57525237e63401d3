"""Keeps the translations in step with the words in the program.

    python packaging/translations.py            write every .ts anew and compile it
    python packaging/translations.py --check    only say what is missing; status 1 if anything is

Words come from `self.tr`, `_tr` and `translate` calls, from the tables that are shown (actions,
settings, checks), and from below the window: phrases, and the literals that errors, problems and
notices are made with. A word that is gone leaves the file; one that is new comes in unfinished.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "resources" / "translations"
PACKAGE = ROOT / "inpaint_studio"
LANGUAGES = ("en", "de", "ar")
"""English has a file for its plurals only."""
SILENT = ("cli/", "server/", "engine/", "demo.py", "preflight.py", "displays.py", "system_needs.py")
"""What these say is read in a terminal, or is the embedded server's own answer."""
SPOKEN = re.compile(
    r"(?:(?:Image|Request|Api|Authentication|RateLimit|Billing|Moderation|Rejected|Server|Protocol"
    r"|History|Export|Settings|Studio)Error|ConnectionFailed|Problem|Notice|Phrase|_zip_error)$"
)
"""Calls whose literals are words for a person."""
WORD_TABLES = ("_WORDS_BY_CODE", "_WORDS_BY_ERRNO", "_OTHER_WORDS")
"""Tables of templates that become phrases where they are used."""
PROBE_WORDS = ("client/probe_report.py", "client/probe.py")

PLURAL = "%n"
"""Words with a number have one form for each plural of a language."""

ANYWHERE = ""
"""Stands for any context in what is translated already."""

Message = tuple[str, str]
"""Context and source text."""

Finished = dict[Message, tuple[str, ...]]
"""What is translated; words with a number have several forms."""


def messages() -> list[Message]:
    """Every message of the program, sorted."""
    found = set(tables())
    for path in PACKAGE.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        found |= set(in_classes(tree)) | set(in_functions(tree))
        place = path.relative_to(PACKAGE).as_posix()
        if place in PROBE_WORDS:
            found |= {("CheckResult", words) for words in templates(tree)}
        if not place.startswith(SILENT):
            found |= {("Phrase", words) for words in phrases(tree)}
    return sorted(found)


def in_classes(tree: ast.Module) -> Iterator[Message]:
    """`self.tr("…")`, whose context is the class."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            for call in calls(node):
                if ast.unparse(call.func) == "self.tr":
                    yield from ((node.name, words) for words in texts(call.args[:1]))


def in_functions(tree: ast.Module) -> Iterator[Message]:
    """`_tr("…")` of a module, and `translate("Context", "…")` by any name."""
    context = next(
        (
            str(call.args[0].value)
            for node in tree.body
            if isinstance(node, ast.FunctionDef) and node.name == "_tr"
            for call in calls(node)
            if call.args and isinstance(call.args[0], ast.Constant)
        ),
        "",
    )
    for call in calls(tree):
        name = ast.unparse(call.func)
        if name in ("window.tr", "self._window.tr"):
            yield from (("MainWindow", words) for words in texts(call.args[:1]))
        elif name == "_tr":
            yield from ((context, words) for words in texts(call.args[:1]))
        elif name in ("tr", "QCoreApplication.translate") and len(call.args) == 2:
            for of in texts(call.args[:1]):
                yield from ((of, words) for words in texts(call.args[1:]))


def templates(tree: ast.Module) -> Iterator[str]:
    """The evidence of checks: third argument, or a name it is kept in before."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "CheckResult":
            yield from texts(node.args[2:3])
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in ("words", "shares"):
            yield from texts([node.value])
        elif isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "_POLARITY":
            yield from texts(node.value.values if isinstance(node.value, ast.Dict) else [])
        elif isinstance(node, ast.FunctionDef) and node.name == "of_error":
            yield from texts([arg for call in calls(node) for arg in call.args[2:3]])


def phrases(tree: ast.Module) -> Iterator[str]:
    """Literals of errors, problems, notices and phrases, and of the tables of templates."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and SPOKEN.search(ast.unparse(node.func)):
            yield from (words for words in texts(node.args) if is_prose(words, node))
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]).startswith(WORD_TABLES):
            yield from (words for words in literals(node.value) if " " in words)


def is_prose(words: str, call: ast.Call) -> bool:
    """Whether a literal is more than a field's name or a kind of notice."""
    return " " in words or ast.unparse(call.func) == "Phrase"


def literals(node: ast.AST) -> Iterator[str]:
    """Every string constant below a node."""
    for each in ast.walk(node):
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield each.value


def tables() -> Iterator[Message]:
    """Words that are shown by way of a table."""
    from dataclasses import fields

    from inpaint_studio.contract.catalog import load_catalog
    from inpaint_studio.settings import Settings, choice_of
    from inpaint_studio.ui.actions.action import NEEDS, SCOPES
    from inpaint_studio.ui.actions.table import ACTIONS
    from inpaint_studio.ui.compare.page import MODES
    from inpaint_studio.ui.main_window import MENUS

    yield from (("MainWindow", words) for words in MENUS)
    yield from (("Phrase", words) for _, words in MODES)
    card_menus = (action.menu for action in ACTIONS if action.scope == "gallery")
    rows = (words for action in ACTIONS for words in (action.words, action.series, action.head))
    words_of_actions = (*SCOPES.values(), *NEEDS.values(), *card_menus, *rows)
    yield from (("Action", words) for words in words_of_actions if words.strip("★"))
    yield from (("Phrase", model.note) for model in load_catalog().models.values() if model.note)
    for item in fields(Settings):
        choice = choice_of(item.name) if item.metadata else None
        if choice is not None and choice.section:
            yield from (("Settings", w) for w in (choice.section, choice.label, choice.help) if w)


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    """Every call below a node."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def texts(nodes: list[ast.expr]) -> Iterator[str]:
    """The string constants among expressions, either branch of a choice included."""
    for node in nodes:
        if isinstance(node, ast.IfExp):
            yield from texts([node.body, node.orelse])
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.strip():
            yield node.value


def needed(language: str, wanted: list[Message]) -> list[Message]:
    """What a language has to translate."""
    return [each for each in wanted if language != "en" or PLURAL in each[1]]


def read(language: str) -> Finished:
    """The finished translations of a language."""
    path = FOLDER / f"studio_{language}.ts"
    if not path.exists():
        return {}
    done: Finished = {}
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            source, translation = message.findtext("source", ""), message.find("translation")
            assert translation is not None
            forms = translation.findall("numerusform") or [translation]
            said = tuple(form.text or "" for form in forms)
            if all(said):
                done[name, source] = said
                done.setdefault((ANYWHERE, source), said)
    return done


def write(language: str, wanted: list[Message], done: Finished) -> None:
    """Write and compile one language."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    for context, source in wanted:
        if context not in contexts:
            contexts[context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[context], "name").text = context
        message = ET.SubElement(contexts[context], "message")
        ET.SubElement(message, "source").text = source
        # A word that has moved keeps its translation.
        said = done.get((context, source)) or done.get((ANYWHERE, source), ())
        translation = ET.SubElement(message, "translation", {} if said else {"type": "unfinished"})
        if PLURAL not in source:
            translation.text = "".join(said)
            continue
        message.set("numerus", "yes")
        for form in said:
            ET.SubElement(translation, "numerusform").text = form
    ET.indent(root, " ")
    path = FOLDER / f"studio_{language}.ts"
    path.parent.mkdir(parents=True, exist_ok=True)
    ET.ElementTree(root).write(path, "utf-8", xml_declaration=True)
    compiled = str(path.with_suffix(".qm"))
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([tool, "-silent", path, "-qm", compiled], check=True)


def main() -> int:
    """Write or check every language."""
    sys.path.insert(0, str(ROOT))
    found, missing = messages(), 0
    for language in LANGUAGES:
        wanted, done = needed(language, found), read(language)
        if "--check" not in sys.argv:
            write(language, wanted, done)
        left = [message for message in wanted if message not in done]
        missing += len(left)
        print(f"{language}: {len(wanted) - len(left)} of {len(wanted)} translated")
        for context, source in left if "--check" in sys.argv else ():
            print(f"  {context}: {source}")
    return int(bool(missing and "--check" in sys.argv))


if __name__ == "__main__":
    sys.exit(main())
