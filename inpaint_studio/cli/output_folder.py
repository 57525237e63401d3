"""The folder a command writes into."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryFile

from inpaint_studio.disk_faults import why_unwritable
from inpaint_studio.errors import RequestError


def make_output_folder(folder: Path) -> None:
    """Results may be paid for: where they go is made sure of before.

    Raises:
        RequestError: nothing can be written there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder) as file:
            file.write(b"\0")  # a full disk takes a file, but nothing in it
    except OSError as fault:
        raise RequestError(
            f"--output: {folder} cannot be written to",
            f"{why_unwritable(folder, fault)} Or choose another folder.",
            field="output",
        ) from fault
