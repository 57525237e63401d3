"""The arguments of every command, as product and seeds fix them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from inpaint_studio import __version__
from inpaint_studio.contract.fields import FIELDS, RequestField
from inpaint_studio.export.formats import flat_names
from inpaint_studio.visible_text import visible

SERVER_KEY_VARIABLE = "INPAINT_STUDIO_SERVER_KEY"
"""What `serve` takes as its key where the command line, which every user can read, names none."""

_EDITOR_HELP = """\
Open the editor, with the given picture or project if any.

commands:
  edit      edit a picture without a window
  serve     run the embedded endpoint
  demo      take the sample picture through the whole path, without a display
  history   list, show and export what was run

`inpaint-studio COMMAND --help` tells more of each.
"""
_EDIT_HELP = """\
Edit a picture without a window.

Without --base-url, --profile, OPENAI_BASE_URL or OPENAI_API_KEY the embedded engine fills the mask
on this machine: free, without a network, and without regard to the prompt.
"""
_EDIT_EPILOG = """\
exit status: 0 done; 1 the endpoint or the network failed; 2 wrong usage or invalid input, found
before anything was sent; 130 interrupted.
"""
_HISTORY_LIMIT = 20
FRAME_MS = 800


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """The arguments, with `command` naming what to do.

    Raises:
        SystemExit: they are wrong, or help or the version was asked for.
    """
    if argv and argv[0] in _COMMANDS:
        name, *rest = argv
        parser = _parser(f"inpaint-studio {name}")
        _COMMANDS[name](parser)
        return parser.parse_args(rest, argparse.Namespace(command=name))
    return _editor_parser().parse_args(argv, argparse.Namespace(command="editor"))


class _Parser(argparse.ArgumentParser):
    """Repeats what was typed so that it does nothing; files may have been named by others."""

    def _print_message(self, message: str, file: Any = None) -> None:
        super()._print_message(visible(message, keeps="\n"), file)


def _parser(program: str) -> argparse.ArgumentParser:
    return _Parser(
        prog=program,
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _editor_parser() -> argparse.ArgumentParser:
    parser = _parser("inpaint-studio")
    parser.description = _EDITOR_HELP
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    parser.add_argument("files", nargs="*", metavar="FILE", help="an image or an .ora project")
    return parser


def _build_edit(parser: argparse.ArgumentParser) -> None:
    parser.description = _EDIT_HELP
    parser.epilog = _EDIT_EPILOG
    _add_pictures(parser.add_argument_group("pictures"))
    _add_params(parser.add_argument_group("request, as the endpoint understands it"))
    _add_endpoint(parser.add_argument_group("endpoint"))
    _add_output(parser.add_argument_group("output"))


def _add_pictures(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--image",
        action="append",
        required=True,
        metavar="FILE",
        help="the picture to edit; more of them are references",
    )
    group.add_argument(
        "--mask",
        metavar="FILE",
        help="where to edit: transparent pixels, or white ones in a picture without transparency",
    )
    group.add_argument(
        "--markup",
        metavar="FILE",
        help="arrows and notes painted on a transparent PNG of the picture's size; not with --mask",
    )


def _add_params(group: argparse._ArgumentGroup) -> None:
    for row in FIELDS:
        _add_field(group, row)
    group.add_argument(
        "--extra",
        action="append",
        default=[],
        type=_extra_field,
        metavar="KEY=VALUE",
        help="a further form field",
    )


def _add_field(group: argparse._ArgumentGroup, row: RequestField) -> None:
    """The flag of a field; None says that it was not given."""
    flag = "--" + row.name.replace("_", "-")
    if row.kind == "boolean":
        group.add_argument(flag, action=argparse.BooleanOptionalAction, help=row.help)
        return
    group.add_argument(
        flag,
        type=int if row.kind == "integer" else str,
        required=row.name == "prompt",
        metavar=row.metavar or _limits(row),
        help=row.help,
    )


def _limits(row: RequestField) -> str:
    if row.kind == "integer":
        return "N" if row.most is None else f"{row.least}-{row.most}"
    return "|".join(row.values) or "TEXT"


def _add_endpoint(group: argparse._ArgumentGroup) -> None:
    which = group.add_mutually_exclusive_group()
    which.add_argument("--base-url", metavar="URL", help="for example https://api.openai.com/v1")
    which.add_argument("--profile", metavar="NAME", help="an endpoint of the settings")
    group.add_argument(
        "--api-key", metavar="KEY", help="default: OPENAI_API_KEY, or the profile's stored key"
    )
    group.add_argument("--timeout", type=_seconds, metavar="SECONDS")


def _add_output(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--output",
        default=".",
        metavar="DIR",
        help="where <image>-edit-01.png goes; nothing is ever overwritten (default: here)",
    )
    group.add_argument(
        "--raw",
        action="store_true",
        help="keep what the endpoint returned, also outside the mask",
    )
    group.add_argument(
        "--save-partials",
        action="store_true",
        help="keep intermediate images as files; asks for 2 without --partial-images",
    )
    group.add_argument(
        "--no-metadata",
        action="store_true",
        help="leave EXIF (camera, place), XMP, IPTC and the prompt out of results; colours stay",
    )
    group.add_argument(
        "--no-history", action="store_true", help="do not write the run into the history"
    )
    group.add_argument("--json", action="store_true", help="print one JSON object per event")


def _build_serve(parser: argparse.ArgumentParser) -> None:
    parser.description = "Run the embedded endpoint until interrupted."
    parser.add_argument("--host", default="127.0.0.1", help="(default: 127.0.0.1)")
    parser.add_argument(
        "--port", type=_port, default=8765, help="0 takes a free one (default: 8765)"
    )
    parser.add_argument(
        "--api-key",
        metavar="KEY",
        help=f"what clients must send as bearer token (default: {SERVER_KEY_VARIABLE})",
    )
    parser.add_argument(
        "--no-key",
        action="store_true",
        help="with --host: let every machine that reaches this one use it without a key",
    )
    parser.add_argument(
        "--model-dir",
        type=Path,
        metavar="DIR",
        help="answer with the diffusion pipeline in DIR, which follows the prompt; needs the extra"
        " 'diffusers'",
    )
    parser.add_argument(
        "--strict",
        action="store_true",
        help="refuse unknown fields and files of undeclared type, as OpenAI does",
    )
    parser.add_argument(
        "--faults",
        default="",
        metavar="NAME[=VALUE],...",
        help="misbehave, for tests: delay=2, rate-limit=1, server-error, cut-stream, ...",
    )


def _build_demo(parser: argparse.ArgumentParser) -> None:
    parser.description = "Take the sample picture through the whole path, without a display."
    parser.add_argument(
        "--output", default="demo-output", metavar="DIR", help="(default: demo-output)"
    )


def _build_history(parser: argparse.ArgumentParser) -> None:
    parser.description = "What was run, also while the editor is open."
    actions = parser.add_subparsers(dest="action", required=True, metavar="list|show|export")
    listing = actions.add_parser("list", help="runs, newest first", allow_abbrev=False)
    listing.add_argument("--search", default="", metavar="TEXT", help="words of the prompt")
    listing.add_argument("--limit", type=_count, default=_HISTORY_LIMIT, metavar="N")
    listing.add_argument("--trashed", action="store_true", help="what lies in the trash instead")
    listing.add_argument("--json", action="store_true", help="print one JSON object per run")
    show = actions.add_parser("show", help="all that is known of a run", allow_abbrev=False)
    show.add_argument("run", help="a number from the list, or an id")
    show.add_argument("--json", action="store_true", help="print one JSON object")
    export = actions.add_parser(
        "export", help="results, laid into their pictures", allow_abbrev=False
    )
    export.add_argument("runs", nargs="+", metavar="run", help="numbers from the list, or ids")
    export.add_argument("--output", default=".", metavar="DIR", help="(default: here)")
    export.add_argument("--variant", type=_count, metavar="N", help="only this one, from 1")
    export.add_argument(
        "--format",
        choices=flat_names(),
        help="the kind of file: png unless --raw says otherwise",
    )
    export.add_argument(
        "--strip",
        action="store_true",
        help="every partial and the result as an animated WebP, laid into the picture",
    )
    export.add_argument(
        "--raw", action="store_true", help="as the endpoint sent them, without the picture"
    )
    export.add_argument(
        "--no-metadata",
        action="store_true",
        help="leave out EXIF (camera, place), XMP and IPTC; colours stay",
    )
    export.add_argument(
        "--frame-ms",
        type=_count,
        default=FRAME_MS,
        metavar="MS",
        help=f"how long --strip shows each picture, the last longer (default: {FRAME_MS})",
    )
    export.add_argument("--json", action="store_true", help="print one JSON object")


def _extra_field(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals or not key.strip():
        raise argparse.ArgumentTypeError(f"{text!r} is not KEY=VALUE")
    return key.strip(), value


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0 < seconds < float("inf"):
        raise argparse.ArgumentTypeError("must be more than 0 seconds")
    return seconds


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= 65535:
        raise argparse.ArgumentTypeError("must be from 0 to 65535")
    return port


def _count(text: str) -> int:
    count = int(text)
    if count < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return count


_COMMANDS = {
    "edit": _build_edit,
    "serve": _build_serve,
    "demo": _build_demo,
    "history": _build_history,
}
