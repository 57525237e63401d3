"""Another program that holds a database for writing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_HOLD = """
import sqlite3, sys
holder = sqlite3.connect(sys.argv[1], isolation_level=None)
holder.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


def held_by(database: Path) -> subprocess.Popen[bytes]:
    """The program, which holds it by now and until its stdin ends: `communicate` ends it."""
    command = [sys.executable, "-c", _HOLD, str(database)]
    holder = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    return holder
