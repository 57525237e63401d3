"""Starting the application again: what the process that ends hands to the one that comes.

It travels in an environment variable, which is taken out of the environment where it is read.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from typing import Any

from inpaint_studio.typed_values import (
    Column,
    as_name,
    as_object,
    as_texts,
    parse_json,
    read_fields,
)

_VARIABLE = "INPAINT_STUDIO_RESUME"


@dataclass(frozen=True, slots=True)
class Handover:
    """`journals` are the folder names of the open documents', `shown` that of the one in view.

    `params` is what the panel says, as `EditParams.to_json` writes it.
    """

    journals: tuple[str, ...] = ()
    shown: str = ""
    params: Mapping[str, Any] = field(default_factory=dict)

    def in_environment(self, environment: Mapping[str, str]) -> dict[str, str]:
        """`environment` with this in it."""
        return {**environment, _VARIABLE: json.dumps(asdict(self))}


def take_handover() -> Handover | None:
    """What a process before has handed to this one; None where it was started by a person."""
    text = os.environ.pop(_VARIABLE, "")
    if not text:
        return None
    with suppress(ValueError):
        values, refused = read_fields(as_object(parse_json(text)), _COLUMNS)
        return None if refused else Handover(**values)
    return None


_COLUMNS = {
    "journals": Column(as_texts, ()),
    "shown": Column(as_name, ""),
    "params": Column(as_object, {}),
}


def start_again(environment: Mapping[str, str]) -> None:
    """Put the same command, started anew, in place of this process; returns on failure only.

    Raises:
        OSError: the program cannot be started any more.
    """
    command = [sys.executable, *sys.orig_argv[1:]]
    if sys.platform == "win32":  # its exec neither quotes arguments nor keeps the process
        subprocess.Popen(command, env=environment)
        os._exit(0)
    os.execve(sys.executable, command, dict(environment))
