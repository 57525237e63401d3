"""Faults of the embedded server in words of its own: it charges nothing and starts by itself."""

from __future__ import annotations

from inpaint_studio import paths
from inpaint_studio.contract.failures import FILL_CODES
from inpaint_studio.errors import ConnectionFailed, ProtocolError, ServerError, StudioError
from inpaint_studio.phrase import Phrase

_FAILED = Phrase("Local fill failed")


def local_fill_error(error: StudioError) -> StudioError:
    """The fault as it is to be told where the endpoint is local fill."""
    match error:
        case ServerError(code=code) if code in FILL_CODES:
            return _server_error(error, error.title, error.message)
        case ServerError(detail=said):
            return _server_error(error, _FAILED, _run_again(said))
        case ProtocolError():
            return ProtocolError(_FAILED, _with_log(_run_again(error.title)))
        case ConnectionFailed(maybe_charged=True):
            title = Phrase("Local fill stopped")
            words = Phrase("It ended, or took too long, before the picture was there. Run again.")
            return ConnectionFailed(title, _with_log(words), partial=error.partial)
    return error


def _server_error(error: ServerError, title: str, text: str) -> ServerError:
    return ServerError(
        title, _with_log(text), status=error.status, code=error.code, detail=error.detail
    )


def _run_again(said: str) -> str:
    return Phrase("{said} Run again; if it fails once more, restart the program.", said=said)


def _with_log(text: str) -> str:
    """The words, with where to read more."""
    log = paths.fill_log()
    return Phrase("{words} More is in {log}", words=text, log=log) if log.is_file() else text
