"""The command line: the editor by default, and the same abilities without a window.

Every command imports what it needs when it runs; asking for help loads none of it.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from inpaint_studio.cli.output import Exit, complain, hush, say_anything, warn
from inpaint_studio.cli.parser import SERVER_KEY_VARIABLE, parse
from inpaint_studio.errors import ImageError, RequestError, SettingsError, StudioError

_INVALID_INPUT = (ImageError, RequestError, SettingsError)


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; returns its exit status.

    Raises:
        SystemExit: the arguments are wrong (status 2), or help was asked for (0).
    """
    _work_if_asked()
    say_anything()
    arguments = parse(sys.argv[1:] if argv is None else argv)
    try:
        return _COMMANDS[arguments.command](arguments)
    except StudioError as error:
        complain(error)
        return Exit.INVALID if isinstance(error, _INVALID_INPUT) else Exit.FAILED
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:
        hush()  # the reader, such as `head`, has enough
        return Exit.FAILED


def _work_if_asked() -> None:
    """A frozen program's worker processes start as its command line; never returns in one."""
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()


def _editor(arguments: argparse.Namespace) -> int:
    if not _can_open_window():
        return Exit.CANNOT_OPEN
    from inpaint_studio.app import run_editor

    return run_editor(arguments.files)


def _edit(arguments: argparse.Namespace) -> int:
    from inpaint_studio.cli.edit import run

    return run(arguments)


def _serve(arguments: argparse.Namespace) -> int:
    from inpaint_studio.server.fault_injection import parse_injected_faults
    from inpaint_studio.server.serve import serve

    faults = parse_injected_faults(arguments.faults)
    return serve(
        arguments.host,
        arguments.port,
        # Others see a command line, not an environment; taken out of it, it does not travel on.
        arguments.api_key or os.environ.pop(SERVER_KEY_VARIABLE, None),
        faults,
        strict=arguments.strict,
        model_dir=arguments.model_dir,
        open_to_all=arguments.no_key,
    )


def _demo(arguments: argparse.Namespace) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if not _can_open_window():
        return Exit.CANNOT_OPEN
    from inpaint_studio.cli.output_folder import make_output_folder
    from inpaint_studio.demo import run_demo

    output = Path(arguments.output)
    make_output_folder(output)
    return run_demo(output)


def _can_open_window() -> bool:
    """Asked before anything of Qt's is imported; says what keeps the window from opening."""
    from inpaint_studio import preflight

    fault = preflight.find_fault()
    if fault is not None:
        warn(fault)
    return fault is None


def _history(arguments: argparse.Namespace) -> int:
    from inpaint_studio.cli.history import run

    return run(arguments)


_COMMANDS = {
    "editor": _editor,
    "edit": _edit,
    "serve": _serve,
    "demo": _demo,
    "history": _history,
}
