"""Every test gets a home of its own; nothing reaches the person's settings, history or keyring.

No test may log a warning it has not announced, and none may write a key anywhere.
"""

from __future__ import annotations

import itertools
import logging
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib import util
from pathlib import Path

import hypothesis
import pytest

from inpaint_studio.engine.compiled import Kernels
from tests.support.canary import SEARCH, ProcessWatch, holds_canary
from tests.support.coroutines import loop_factory as loop_factory
from tests.support.coroutines import pytest_pyfunc_call as pytest_pyfunc_call
from tests.support.unexpected_log import LogWatch

# Before Qt or keyring is imported by any test.
# On the platform's own screen of 800 by 800 px the window would not be as large as it opens.
_SCREEN = Path(__file__).parent / "support" / "screen.json"
os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={_SCREEN}")
# Shared by all tests: in each one's own home the fill would be compiled anew, for ten seconds.
os.environ.setdefault("NUMBA_CACHE_DIR", str(Path(__file__).parents[1] / ".pytest_cache" / "numba"))
# What one process has compiled of program and tests is read by all workers and their children: each
# would compile it anew, a window's for 0.7 s of the processor and the tests' own for 15.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
for _variable in ("OPENAI_API_KEY", "OPENAI_BASE_URL"):
    os.environ.pop(_variable, None)

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # So a shell starts what runs in its background; what the tests start would ignore it, too.
    signal.signal(signal.SIGINT, signal.default_int_handler)

# How long an example takes tells of the machine and of what else it does; the suite has a limit.
# The suite tries the same examples each time, for chance must turn nobody away;
# `--hypothesis-profile=explore` tries others.
hypothesis.settings.register_profile("suite", deadline=None, derandomize=True, max_examples=50)
hypothesis.settings.register_profile("explore", deadline=None)
hypothesis.settings.load_profile("suite")

_homes = itertools.count()
_processes = ProcessWatch(SEARCH)
_betrayals: list[str] = []


def pytest_sessionstart(session: pytest.Session) -> None:
    """Have the kernels compiled before the first test of a fresh clone, for twenty seconds.

    Two fills are compared in many tests, and between two the one engine would become the other.
    """
    is_xdist_worker = hasattr(session.config, "workerinput")
    if is_xdist_worker or util.find_spec("numba") is None or Kernels().folder is not None:
        return
    program = "from inpaint_studio.engine.compiled import compile_now; compile_now()"
    subprocess.run([sys.executable, "-c", program], check=True)


@pytest.fixture(autouse=True)
def environment() -> Iterator[None]:
    """What a command has told its own process goes no further: the demo chooses Qt's platform."""
    before = dict(os.environ)
    yield
    for name in os.environ.keys() - before.keys():
        del os.environ[name]
    os.environ.update(before)


@pytest.fixture(autouse=True)
def studio_home(
    environment: None, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Not made before something is written: most tests write nothing."""
    home = tmp_path_factory.getbasetemp() / f"studio-home-{next(_homes)}"
    monkeypatch.setenv("INPAINT_STUDIO_HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def expected_log() -> Iterator[Callable[[str], None]]:
    """Call it with a pattern to announce a log line from WARNING on; any other fails the test."""
    watch = LogWatch()
    logging.getLogger().addHandler(watch)
    yield watch.expect
    logging.getLogger().removeHandler(watch)
    if complaint := watch.complaint():
        pytest.fail(complaint, pytrace=False)


@pytest.fixture(scope="session", autouse=True)
def no_key_is_written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """After the last test, search all that the tests have written for the key they used."""
    folder = tmp_path_factory.getbasetemp()
    temporary = folder / "tmp"
    temporary.mkdir()
    os.environ["TMPDIR"] = tempfile.tempdir = str(temporary)
    yield
    printed = [*_betrayals, *_processes.found]
    places = [*printed, *SEARCH.running_processes(), *SEARCH.files(folder)]
    if places:
        pytest.fail("\n".join(["A key was written:", *places]), pytrace=False)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """What a test and the processes it started printed and logged."""
    if any(holds_canary(text) for _, text in report.sections):
        _betrayals.append(f"what {report.nodeid} printed")
