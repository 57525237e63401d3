"""The README's two commands in bare Debian systems, as root and as a plain user.

    sudo python3 packaging/bare_system.py [SUITE ...] [--user root|plain] [--test-arguments WORDS]

Needs debootstrap and some 6 GB below `--folder`. For each suite (bookworm and trixie unless named)
and each user a system is made that has nothing but python3 and git; there the last commit is cloned
and both commands are run. Root installs what is missing by the commands themselves; for a plain
user they end with status 3 and print one command, which is then run by root, and are run again.

Prints what the commands print, and a table at the end; the exit status is 1 where a command failed.
"""

from __future__ import annotations

import argparse
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
MIRROR = "http://deb.debian.org/debian"
PLAIN_USER = "designer"
CANNOT_SET_UP = 3
SETTINGS = ("PIP_INDEX_URL", "PIP_CERT", "PIP_DEFAULT_TIMEOUT")
"""What this machine needs to reach its package index, handed on to pip in there."""
MOUNTS = (
    "mount -t proc proc {0}/proc && mount --rbind /dev {0}/dev && "
    "mount -t tmpfs tmpfs {0}/dev/shm && exec chroot {0} "
)


class Outcome(NamedTuple):
    """How a command ended in a system."""

    system: str
    user: str
    command: str
    status: int
    seconds: float
    last_line: str


def main(arguments: argparse.Namespace) -> int:
    """Try every suite and user; 1 where a command failed."""
    outcomes: list[Outcome] = []
    for suite in arguments.suites:
        base = arguments.folder / suite
        if not base.exists():
            make(suite, base)
        for user in arguments.users:
            outcomes += tried(System(base, user, arguments.folder), arguments.test_arguments)
    for each in outcomes:
        words = f"{each.system:28} {each.user:9} {each.command:30} {each.status:>3}"
        print(f"{words} {each.seconds:6.0f} s  {each.last_line}")
    return int(any(each.status for each in outcomes))


def make(suite: str, folder: Path) -> None:
    """A system with python3 and git, and this machine's way into the network."""
    include = "--include=python3,git,ca-certificates"
    partial = folder.with_suffix(".partial")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    command = ["debootstrap", "--variant=minbase", include, suite, str(partial), MIRROR]
    subprocess.run(command, check=True)
    for name in ("/etc/resolv.conf", "/etc/hosts", "/etc/ssl/certs/ca-certificates.crt"):
        if Path(name).exists():
            shutil.copyfile(name, partial / name[1:])
    # A mirror may be a copy of an earlier day.
    rule = partial / "etc/apt/apt.conf.d/any-day"
    rule.write_text('Acquire::Check-Valid-Until "false";\n')
    partial.rename(folder)


class System:
    """A copy of a bare system for one user, with a clone of the last commit."""

    def __init__(self, base: Path, user: str, folder: Path) -> None:
        self.user = user
        self.folder = folder / f"{base.name}-{user}"
        shutil.rmtree(self.folder, ignore_errors=True)
        subprocess.run(["cp", "--archive", "--reflink=auto", base, self.folder], check=True)
        if user != "root":
            self.call(f"useradd --create-home {user}", user="root")
        home = "root" if user == "root" else f"home/{user}"
        clone = self.folder / home / "studio"
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
        if user != "root":
            self.call(f"chown --recursive {user}: /{home}/studio", user="root")
        python = self.call("python3 --version", user="root").stdout.strip()
        self.name = f"{base.name} ({python})"

    def call(self, command: str, *, user: str = "") -> subprocess.CompletedProcess[str]:
        """Run a command in there; what it prints is printed here, too."""
        settings = [f"{name}={os.environ[name]}" for name in SETTINGS if name in os.environ]
        inside = shlex.join(["env", "LANG=C.UTF-8", *settings, "sh", "-c", command])
        entered = MOUNTS.format(shlex.quote(str(self.folder)))
        entered += shlex.join(["su", "-", user or self.user, "-c", inside])
        whole = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", entered]
        process = subprocess.Popen(
            whole, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
        )
        assert process.stdout is not None
        lines = []
        for line in process.stdout:
            sys.stdout.write(line)
            sys.stdout.flush()
            lines.append(line)
        return subprocess.CompletedProcess(command, process.wait(), "".join(lines))


def tried(system: System, test_arguments: str) -> list[Outcome]:
    """Both commands in a system, as its user."""
    commands = ("python3 packaging/dev.py run", f"python3 packaging/dev.py test {test_arguments}")
    return [outcome for command in commands for outcome in outcomes_of(system, command.strip())]


def outcomes_of(system: System, command: str) -> list[Outcome]:
    """A command's end; where it asked for root's help, that of the next try is the second."""
    first = timed(system, command)
    advised = re.search(r"^ +sudo (apt-get install .*)$", first[1], re.MULTILINE)
    if first[0].status != CANNOT_SET_UP or advised is None:
        return [first[0]]
    system.call(f"apt-get -qq update && DEBIAN_FRONTEND=noninteractive {advised[1]}", user="root")
    # It did what the README says: that it ended with 3 is no failure.
    asked = first[0]._replace(status=0, last_line="status 3, and one command for root")
    return [asked, timed(system, command)[0]]


def timed(system: System, command: str) -> tuple[Outcome, str]:
    """How the command ended, and all it printed."""
    started = time.monotonic()
    done = system.call(f"cd studio && {command}")
    last = (done.stdout.strip().splitlines() or [""])[-1]
    seconds = time.monotonic() - started
    return Outcome(system.name, system.user, command, done.returncode, seconds, last), done.stdout


def parsed() -> argparse.Namespace:
    """The arguments of the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("suites", nargs="*", default=["bookworm", "trixie"])
    parser.add_argument("--user", choices=("root", "plain"), help="one of the two only")
    parser.add_argument("--folder", type=Path, default=Path("/var/tmp/inpaint-studio-bare"))
    parser.add_argument("--test-arguments", default="", help="for the test command, in one word")
    arguments = parser.parse_args()
    both = {"root": "root", "plain": PLAIN_USER}
    arguments.users = [both[arguments.user]] if arguments.user else list(both.values())
    return arguments


if __name__ == "__main__":
    sys.exit(main(parsed()))
