"""Runs the endpoint in this process until it is told to stop."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import socket
import sys
import threading
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn

from inpaint_studio.engine.patch_match import PatchMatchEngine
from inpaint_studio.errors import RequestError
from inpaint_studio.server.app import create_app
from inpaint_studio.server.child import TOKEN_VARIABLE
from inpaint_studio.server.connection import BoundedConnection
from inpaint_studio.server.fault_injection import NO_FAULTS, InjectedFaults
from inpaint_studio.server.guard import ANY_NUMBER, LOOPBACK_HOSTS
from inpaint_studio.server.results import sweep_results
from inpaint_studio.visible_text import visible

if TYPE_CHECKING:
    from inpaint_studio.engine.protocol import Engine

_FILES = 4096
_MMAP_THRESHOLD = -3
"""As `mallopt` calls it: larger pieces of memory are the system's again once they are freed."""

LAST_MOMENTS_S = 1.0
"""For answers under way when the server is told to stop."""


def serve(
    host: str = "127.0.0.1",
    port: int = 8765,
    api_key: str | None = None,
    faults: InjectedFaults = NO_FAULTS,
    *,
    strict: bool = False,
    model_dir: Path | None = None,
    open_to_all: bool = False,
) -> int:
    """Serve until SIGINT or SIGTERM, then return 0; 1 where the address cannot be had.

    With `model_dir`, the diffusion pipeline in that folder makes what a prompt says. Other machines
    need the key; `open_to_all` lets them in without one.

    The first line on stdout, once connections are accepted, is `Serving http://HOST:PORT/v1`.
    Port 0 takes a free one. With the token in the environment it is the key, and the end of stdin
    stops the server too.

    Raises:
        RequestError: other machines could use it, and no key is set.
        StudioError: there is no pipeline in `model_dir`.
    """
    token = os.environ.pop(TOKEN_VARIABLE, None)
    _allow_many_files()
    _give_memory_back()
    try:
        listener = _listen(host, port)
    except (OSError, OverflowError, UnicodeError) as fault:
        sys.stderr.write(f"Cannot serve on {visible(host)} port {port}: {_reason(fault)}\n")
        return 1
    with contextlib.ExitStack() as failing:
        failing.callback(listener.close)
        hosts = _hosts(listener, host, token or api_key, open_to_all=open_to_all)
        engine = _engine(model_dir)
        failing.pop_all()
    app = create_app(engine, api_key=token or api_key, faults=faults, hosts=hosts, strict=strict)
    server = _Server(_config(app), engine, listener)
    if token is not None:
        threading.Thread(target=server.stop_with_stdin, daemon=True).start()
    with contextlib.closing(engine), contextlib.closing(app.state.service.kept):
        server.run(sockets=[listener])
    return 0


def _hosts(
    listener: socket.socket, host: str, key: str | None, *, open_to_all: bool
) -> Collection[str] | None:
    """The names it answers to besides numbers; None any, which takes a key that pages do not have.

    Raises:
        RequestError: it would be open to whoever reaches this machine, and nobody said that.
    """
    if _is_loopback(listener):
        return LOOPBACK_HOSTS | {host.lower()}
    if key:
        return None
    if not open_to_all:
        raise RequestError(
            "Other machines could use this server, as no key is set",
            "Give one with --api-key, or say with --no-key that everyone who reaches this machine "
            "may use it and what it costs: its processors and memory.",
        )
    sys.stderr.write("Everyone who reaches this machine can use it: no key is set.\n")
    return LOOPBACK_HOSTS | {ANY_NUMBER}


def _engine(model_dir: Path | None) -> Engine:
    if model_dir is None:
        return PatchMatchEngine()
    from inpaint_studio.engine.diffusion import DiffusionEngine  # pixels: nobody else waits for it

    return DiffusionEngine(model_dir)


def _give_memory_back() -> None:
    """Have glibc return what pictures took: the heaps of many threads would keep it.

    Six requests of 100 megapixels peak at 2.0 GB in place of 2.8, and leave 80 MB in place of 840.
    """
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):  # another C library
            ctypes.CDLL(None).mallopt(_MMAP_THRESHOLD, 1 << 20)


def _allow_many_files() -> None:
    """A login often starts with 1,024 files a process may open: connections, pipes, uploads."""
    if sys.platform == "win32":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _FILES if hard == resource.RLIM_INFINITY else min(_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    host.encode("idna")  # Python would leave a socket behind over a name that cannot be one
    return socket.create_server((host, port), family=family, backlog=512)


def _reason(fault: OSError | OverflowError | UnicodeError) -> str:
    if isinstance(fault, UnicodeError):
        return "That is no name of a machine. Choose another with --host."
    words = (fault.strerror if isinstance(fault, OSError) else None) or str(fault)
    return f"{words}. Choose another with --port, or --port 0 for a free one."


def _is_loopback(listener: socket.socket) -> bool:
    address: str = listener.getsockname()[0]
    return address.startswith("127.") or address == "::1"


def _config(app: object) -> uvicorn.Config:
    return uvicorn.Config(
        app,  # type: ignore[arg-type]
        http=BoundedConnection,
        ws="none",
        lifespan="off",
        log_config=None,
        log_level="error",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=LAST_MOMENTS_S,  # type: ignore[arg-type]
    )


class _Server(uvicorn.Server):
    """uvicorn that says where it listens, warms the engine, and takes a signal as a wish to end."""

    def __init__(self, config: uvicorn.Config, engine: Engine, listener: socket.socket) -> None:
        super().__init__(config)
        self._engine = engine
        host, port = listener.getsockname()[:2]
        self._address = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Accept connections, then say so."""
        await super().startup(sockets)
        sys.stdout.write(f"Serving http://{self._address}/v1\n")
        sys.stdout.flush()
        threading.Thread(target=self._warm, daemon=True).start()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End running fills, so that no connection waits for one."""
        self._engine.close()
        await super().shutdown(sockets)

    def stop_with_stdin(self) -> None:
        """Stop when the owner closes its end of stdin, by will or by death."""
        while sys.stdin.buffer.read1(4096):  # type: ignore[union-attr]
            pass
        self.should_exit = True

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """As uvicorn does, but without raising the signal again: a stop asked for is no failure."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        wishes = (signal.SIGINT, signal.SIGTERM)
        before = {wish: signal.signal(wish, self.handle_exit) for wish in wishes}
        try:
            yield
        finally:
            for wish, handler in before.items():
                signal.signal(wish, handler)

    def _warm(self) -> None:
        sweep_results()
        self._engine.warm()
        import inpaint_studio.server.input_image
        import inpaint_studio.server.responses  # noqa: F401 -- loaded ahead of the first edit
