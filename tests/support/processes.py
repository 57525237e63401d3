"""Processes that tests have started, or that were started by those."""

from pathlib import Path


def is_running(pid: int) -> bool:
    """Whether a process lives; one that has ended is gone, though nobody may have asked for it."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"
