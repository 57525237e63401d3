"""Runs the endpoint in this process until it is told to stop."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn

from inpaint_studio.engine.patch_match import PatchMatchEngine
from inpaint_studio.server.app import create_app
from inpaint_studio.server.child import TOKEN_VARIABLE
from inpaint_studio.server.connection import BoundedConnection
from inpaint_studio.server.fault_injection import NO_FAULTS, InjectedFaults
from inpaint_studio.server.guard import LOOPBACK_HOSTS

if TYPE_CHECKING:
    from inpaint_studio.engine.protocol import Engine

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
) -> int:
    """Serve until SIGINT or SIGTERM, then return 0; 1 where the address cannot be had.

    With `model_dir`, the diffusion pipeline in that folder makes what a prompt says.

    The first line on stdout, once connections are accepted, is `Serving http://HOST:PORT/v1`.
    Port 0 takes a free one. With the token in the environment it is the key, and the end of stdin
    stops the server too.

    Raises:
        StudioError: there is no pipeline in `model_dir`.
    """
    token = os.environ.pop(TOKEN_VARIABLE, None)
    engine = _engine(model_dir)
    try:
        listener = _listen(host, port)
    except (OSError, OverflowError) as fault:
        sys.stderr.write(f"Cannot serve on {host} port {port}: {_reason(fault)}\n")
        return 1
    hosts = LOOPBACK_HOSTS | {host.lower()} if _is_loopback(listener) else None
    if hosts is None and not (token or api_key):
        sys.stderr.write("Everyone who reaches this machine can use it: set --api-key.\n")
    app = create_app(engine, api_key=token or api_key, faults=faults, hosts=hosts, strict=strict)
    server = _Server(_config(app), engine, listener)
    if token is not None:
        threading.Thread(target=server.stop_with_stdin, daemon=True).start()
    with contextlib.closing(engine), contextlib.closing(app.state.service.kept):
        server.run(sockets=[listener])
    return 0


def _engine(model_dir: Path | None) -> Engine:
    if model_dir is None:
        return PatchMatchEngine()
    from inpaint_studio.engine.diffusion import DiffusionEngine  # pixels: nobody else waits for it

    return DiffusionEngine(model_dir)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=512)


def _reason(fault: OSError | OverflowError) -> str:
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
        self._engine.warm()
        import inpaint_studio.server.input_image
        import inpaint_studio.server.responses  # noqa: F401 -- loaded ahead of the first edit
