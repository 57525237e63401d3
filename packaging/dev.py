"""Inpaint Studio from a checkout, in one command each; needs nothing but Python.

    python3 packaging/dev.py run [FILES...]         set up once, then open the editor
    python3 packaging/dev.py test [pytest args...]  set up once, then run every check and test
    python3 packaging/dev.py coverage               what tests reach of the rooms that have a floor

All make `.venv` beside this folder. `test --lowest [pytest args...]` makes `.venv-lowest` with the
oldest release of each package that pyproject.toml allows, and runs the tests in it.

On Debian and Ubuntu missing system libraries are installed when root runs this; otherwise the one
command to run is printed and the exit status is 3. All other statuses are those of the program that
was started.

Standard library and `system_needs` only, and no syntax newer than 3.8: an old Python must get far
enough to say so.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from inpaint_studio import system_needs  # noqa: E402
from inpaint_studio.system_needs import (  # noqa: E402
    IMPORT_NEEDS,
    INSTALL,
    WAYLAND_NEEDS,
    X11_NEEDS,
    Need,
    install_command,
    packages_for,
)

OLDEST_PYTHON = (3, 11)
NEWEST_KNOWN_MINOR = 15
CANNOT_SET_UP = 3
MOST_WORKERS = 8
LOWEST = "--lowest"
FLOORS = {"picture": 96, "contract": 95, "client": 97, "history": 93, "runs": 79}
"""Percent of each room's lines and branches that its own tests reach at least."""
USAGE = 2


def main(arguments: Sequence[str]) -> int:
    """Set up and start what was asked for; the exit status."""
    commands = {"run": run, "test": test, "coverage": coverage}
    if not arguments or arguments[0] not in commands:
        print(__doc__.split("\n\n")[1])
        return USAGE
    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(128 + signal.SIGTERM))
    try:
        return commands[arguments[0]](list(arguments[1:]))
    except KeyboardInterrupt:
        return 128 + signal.SIGINT


def run(files: list[str]) -> int:
    """Open the editor; without a display, take the same path headless."""
    needs = IMPORT_NEEDS + system_needs.display_needs()
    missing = provide(needs, "")
    if missing:
        refuse("Inpaint Studio needs system libraries that are missing here.", missing)
    python = str(environment(ROOT, ""))
    if has_display():
        return become([python, "-m", "inpaint_studio", *files])
    say("There is no display: running the demo instead. It writes to demo-output.")
    return become([python, "-m", "inpaint_studio", "demo", "--output", "demo-output"])


def test(pytest_arguments: list[str]) -> int:
    """Run every check and test; stop at the first that fails."""
    is_lowest = pytest_arguments[:1] == [LOWEST]
    missing = provide(IMPORT_NEEDS + X11_NEEDS + WAYLAND_NEEDS + driving_needs(), "dev")
    if any(need in missing for need in IMPORT_NEEDS):
        refuse("The tests need system libraries that are missing here.", missing)
    python = environment(ROOT, "dev", is_lowest=is_lowest)
    commands = steps(python, pytest_arguments[is_lowest:])
    if is_lowest:  # old tools find other faults in the same text
        commands = {"Tests": commands["Tests"]}
    with display(missing) as surroundings:
        return first_failure(commands, surroundings)


def coverage(_: list[str]) -> int:
    """Print what the tests of each room with a floor reach of it; fail where that is too little."""
    missing = provide(IMPORT_NEEDS, "dev")
    if missing:
        refuse("The tests need system libraries that are missing here.", missing)
    return first_failure(coverage_steps(environment(ROOT, "dev")), dict(os.environ))


def coverage_steps(python: Path) -> dict[str, list[str]]:
    """The tests of all rooms that have a floor, then each room's figure against it."""
    tool = [str(python), "-m", "coverage"]
    rooms = [f"tests/{room}" for room in FLOORS]
    reports = {
        f"Coverage of {room}": [
            *tool, "report", f"--include=inpaint_studio/{room}/*", f"--fail-under={floor}",
        ]
        for room, floor in FLOORS.items()
    }  # fmt: skip
    return {"Tests": [*tool, "run", "-m", "pytest", *rooms], **reports}


def steps(python: Path, pytest_arguments: list[str]) -> dict[str, list[str]]:
    """What has to hold, in the order of how soon it tells."""
    tool = python.parent
    return {
        "Format": [str(tool / "ruff"), "format", "--check", "."],
        "Lint": [str(tool / "ruff"), "check", "."],
        "Types": [str(tool / "mypy")],
        "Import contracts": [str(tool / "lint-imports")],
        "Dead code": [str(tool / "vulture")],
        "Tests": [str(python), "-m", "pytest", "-rs", *side_by_side(), *pytest_arguments],
    }


def side_by_side() -> list[str]:
    """How pytest shares the tests among processes: one more than processors, as many tests wait."""
    count = min((os.cpu_count() or 1) + 1, MOST_WORKERS)
    return ["--numprocesses", str(count), "--dist", "worksteal"]


def first_failure(commands: dict[str, list[str]], surroundings: dict[str, str]) -> int:
    """Run the commands in the checkout until one fails; its exit status, or 0."""
    for name, command in commands.items():
        say(name)
        status = start(command, cwd=ROOT, env=surroundings)
        if status:
            # pytest's summary stays the last line.
            if name != "Tests":
                say(f"{name} failed with status {status}; the steps after it were not run.")
            return status
    return 0


def environment(root: Path, extra: str, *, is_lowest: bool = False) -> Path:
    """The interpreter of an environment that holds the project with that extra ("" or "dev").

    What was installed is remembered in a stamp, so that nothing is done twice; an environment that
    is broken or half made is built anew. `is_lowest` takes the oldest packages that are allowed, in
    an environment of their own.
    """
    folder = root / (".venv-lowest" if is_lowest else ".venv")
    base = suitable_python()
    python = environment_python(folder)
    mark = fingerprint(root, base)
    if is_usable(folder) and is_stamped(folder, extra, mark):
        return python
    if not is_usable(folder):
        say(f"Making {folder}")
        checked([base, "-m", "venv", "--clear", str(folder)], "The environment was not made.")
    say("Installing Inpaint Studio and what it needs")
    project = f"{root}[{extra}]" if extra else str(root)
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install"]
    if is_lowest:
        bounds = folder / "lowest.txt"
        bounds.write_text("\n".join(lowest(root / "pyproject.toml")), encoding="utf-8")
        pip += ["--constraint", str(bounds)]
    advice = "Check the network, then run the same command again."
    checked([*pip, "--editable", project], advice)
    for name in {"", extra}:
        stamp(folder, name).write_text(mark, encoding="utf-8")
    return python


def lowest(project: Path) -> list[str]:
    """Constraints for pip that hold every package to the oldest release that is allowed.

    By pattern, not by parser: the standard library reads TOML from Python 3.11 on only.
    """
    bounds = re.findall(r'"([\w.-]+)>=([\d.]+)', project.read_text(encoding="utf-8"))
    return sorted({f"{name}=={version}" for name, version in bounds})


LIBRARIES = ("lib/python3*", "Lib")


def environment_python(folder: Path) -> Path:
    """The interpreter inside an environment."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def is_usable(folder: Path) -> bool:
    """Whether the environment was made whole, is new enough, and has not been moved."""
    settings = folder / "pyvenv.cfg"
    if not settings.is_file() or not environment_python(folder).exists():
        return False
    lines = (line.partition("=") for line in settings.read_text(encoding="utf-8").splitlines())
    values = {key.strip(): value.strip() for key, _, value in lines}
    version = tuple(int(number) for number in values.get("version", "0.0").split(".")[:2])
    has_pip = any(any(folder.glob(f"{lib}/site-packages/pip/__init__.py")) for lib in LIBRARIES)
    is_in_place = values.get("command", str(folder)).endswith(str(folder))
    return version >= OLDEST_PYTHON and has_pip and is_in_place


def stamp(folder: Path, extra: str) -> Path:
    """The file that remembers for what the environment was set up."""
    return folder / f"set-up-{extra or 'run'}"


def is_stamped(folder: Path, extra: str, mark: str) -> bool:
    """Whether the environment was set up for exactly this."""
    remembered = stamp(folder, extra)
    return remembered.is_file() and remembered.read_text(encoding="utf-8") == mark


def fingerprint(root: Path, base: str) -> str:
    """What an installation depends on: where and what the project is, and which Python."""
    content = (root / "pyproject.toml").read_bytes()
    version = ".".join(str(number) for number in version_of(base))
    return hashlib.sha256(b"\0".join([content, str(root).encode(), version.encode()])).hexdigest()


def suitable_python() -> str:
    """An interpreter to make environments with: this one, or a newer one on the search path."""
    own = getattr(sys, "_base_executable", None) or sys.executable
    if sys.version_info >= OLDEST_PYTHON:
        return str(own)
    names = [f"python3.{minor}" for minor in range(NEWEST_KNOWN_MINOR, OLDEST_PYTHON[1] - 1, -1)]
    # A version manager's placeholder is found, too, but does not start.
    found = [path for path in map(shutil.which, names) if path and version_of(path)]
    if not found:
        wanted = ".".join(str(number) for number in OLDEST_PYTHON)
        refuse(f"Python {wanted} or newer is needed; this is {sys.version.split()[0]}.", [])
    return found[0]


def version_of(python: str) -> tuple[int, ...]:
    """Major and minor version of an interpreter; empty where it does not start."""
    program = "import sys; print(*sys.version_info[:2])"
    answer = subprocess.run([python, "-c", program], check=False, capture_output=True)
    return tuple(int(number) for number in answer.stdout.split())


def provide(needs: Sequence[Need], extra: str) -> list[Need]:
    """Install what is missing where that is possible; what is still missing afterwards."""
    if not sys.platform.startswith("linux"):
        return []
    missing = [need for need in needs if not need.is_there]
    venv_needs = [] if can_make_environment(extra) else [venv_need()]
    if (missing or venv_needs) and may_install():
        install([*missing, *venv_needs])
        missing = [need for need in missing if not need.is_there]
        venv_needs = [] if can_make_environment(extra) else venv_needs
    if venv_needs:
        refuse("Python cannot make environments here.", [*missing, *venv_needs])
    return missing


def can_make_environment(extra: str) -> bool:
    """Whether Debian's separate venv package is there, or is not needed any more."""
    if is_usable(ROOT / ".venv") and stamp(ROOT / ".venv", extra).exists():
        return True
    return not subprocess.call(
        [suitable_python(), "-c", "import ensurepip, venv"], stderr=subprocess.DEVNULL
    )


def venv_need() -> Need:
    """Debian's package with ensurepip for the interpreter in use."""
    major, minor = version_of(suitable_python())
    return Need("ensurepip", (f"python{major}.{minor}-venv", "python3-venv"))


def may_install() -> bool:
    """Whether this is root on a system with apt."""
    return shutil.which("apt-get") is not None and os.geteuid() == 0


def install(needs: Sequence[Need]) -> None:
    """Install the packages behind the needs; says so when apt does not."""
    surroundings = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    say("Fetching the list of system packages")
    start([*APT, "-qq", "update"], env=surroundings)
    packages = packages_for(needs)
    say("Installing system packages: " + " ".join(packages))
    status = start([*APT, *INSTALL, "-qq", *packages], env=surroundings)
    if status:
        say(f"apt-get failed with status {status}.")


# Another apt may be at work at the same time.
APT = ("apt-get", "-o", "DPkg::Lock::Timeout=120")


def has_display() -> bool:
    """Whether Qt has a display to try, or was told what to do instead."""
    return not sys.platform.startswith("linux") or bool(system_needs.platforms())


def driving_needs() -> tuple[Need, ...]:
    """What tests need that drive a real window as a person would."""
    server = () if os.environ.get("DISPLAY") else (Need("Xvfb", ("xvfb",)),)
    return (*server, Need("xdotool", ("xdotool",)))


@contextlib.contextmanager
def display(missing: Sequence[Need]) -> Iterator[dict[str, str]]:
    """The environment variables for tests that open real windows, on a display of their own."""
    surroundings = dict(os.environ)
    server = None
    if sys.platform.startswith("linux"):
        if missing:
            names = ", ".join(need.name for need in missing)
            say(f"Tests in a real window will be skipped; missing here: {names}.")
            say("To run them too: " + install_command(missing))
            surroundings.pop("DISPLAY", None)
        elif not os.environ.get("DISPLAY"):
            server, number = start_x_server()
            surroundings.update({"DISPLAY": f":{number}"} if number else {})
    try:
        yield surroundings
    finally:
        if server is not None:
            server.terminate()
            server.wait()


def start_x_server() -> tuple[subprocess.Popen[bytes], str | None]:
    """An X server on the first free display, and its number; None where it does not start."""
    reading, writing = os.pipe()
    options = ["-screen", "0", "1920x1080x24", "-nolisten", "tcp", "-displayfd", str(writing)]
    server = subprocess.Popen(
        ["Xvfb", *options], pass_fds=[writing], stderr=subprocess.DEVNULL, start_new_session=True
    )
    os.close(writing)
    with os.fdopen(reading) as answer:
        is_up = bool(select.select([answer], [], [], 30)[0])
        number = answer.readline().strip() if is_up else ""
    if not number:
        say("Xvfb does not start here: tests in a real window will be skipped.")
    return server, number or None


def say(words: str) -> None:
    """One line to the person, in order with the output of what is started."""
    print(f"» {words}", flush=True)


def refuse(reason: str, missing: Sequence[Need]) -> NoReturn:
    """Say what is wrong and what to do, and end with status 3."""
    say(reason)
    if missing and shutil.which("apt-get"):
        say("Run this, then the same command again:")
        print("    " + install_command(missing), flush=True)
    elif missing:
        say("Install what provides: " + ", ".join(need.name for need in missing))
    sys.exit(CANNOT_SET_UP)


def start(
    command: Sequence[str],
    cwd: Path | None = None,
    env: dict[str, str] | None = None,
) -> int:
    """Run a command to its end; its exit status as a shell would tell it."""
    status = subprocess.call(list(command), cwd=cwd, env=env)
    return status if status >= 0 else 128 - status


def become(command: Sequence[str]) -> int:
    """Let the command take this process's place, so that signals reach it and nothing else."""
    if os.name == "posix":
        os.execv(command[0], list(command))
    return start(command)


def checked(command: Sequence[str], advice: str) -> None:
    """Run a command that must succeed; ends with its status when it does not."""
    status = start(command)
    if status:
        say(advice)
        sys.exit(status)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
