"""`python -m tests.benchmarks NAME [--json]`: run one benchmark and print its rows.

Exit status 0 when every bar holds, 1 when one does not.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from pathlib import Path

from tests.benchmarks.report import as_json, as_table

_NOT_BENCHMARKS = {"__init__", "__main__", "report"}


def main() -> int:
    folder = Path(__file__).parent
    names = sorted(
        path.stem
        for path in folder.glob("*.py")
        if path.stem not in _NOT_BENCHMARKS and not path.stem.startswith("_")
    )
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("name", choices=names)
    parser.add_argument("--json", action="store_true", help="print a JSON list of rows only")
    arguments = parser.parse_args()
    rows = importlib.import_module(f"tests.benchmarks.{arguments.name}").rows()
    print(as_json(rows) if arguments.json else as_table(rows))
    return 0 if all(row.holds for row in rows) else 1


sys.exit(main())
