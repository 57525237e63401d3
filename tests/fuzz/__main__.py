"""`python -m tests.fuzz server|client|files N SEED`: prints crashes and hangs of each target.

The embedded server gets requests, the client answers, and what opens files files: N in all. Every
input follows from seed, target and number; `--only TARGET NUMBER` feeds that one again. Exit status
1 where something was found.
"""

from __future__ import annotations

import argparse
import logging
import resource
import sys

from tests.fuzz.fuzzing import GROUPS, Tally, fuzz_group, fuzz_one


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("group", choices=GROUPS)
    parser.add_argument("inputs", type=int, metavar="N")
    parser.add_argument("seed", type=int, metavar="SEED")
    parser.add_argument("--only", nargs=2, metavar=("TARGET", "NUMBER"))
    chosen = parser.parse_args()
    logging.disable()
    if chosen.only:
        name, number = chosen.only
        tallies = {name: fuzz_one(chosen.group, name, int(number), chosen.seed)}
    else:
        tallies = fuzz_group(chosen.group, chosen.inputs, chosen.seed)
    for name, tally in tallies.items():
        sys.stdout.write(_line(name, tally))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    total = sum(tally.inputs for tally in tallies.values())
    sys.stdout.write(f"{total} inputs, peak memory {peak} MB\n")
    return int(any(tally.faults for tally in tallies.values()))


def _line(name: str, tally: Tally) -> str:
    return (
        f"{name:<11} {tally.inputs:>7} inputs  {tally.refused:>7} refused  "
        f"{len(tally.crashes)} crashes  {len(tally.hangs)} hangs  "
        f"{len(tally.server_errors)} 5xx  slowest {tally.slowest_s:.2f} s\n"
        + "".join(f"    {fault}\n" for fault in tally.faults[:20])
    )


if __name__ == "__main__":
    sys.exit(main())
