"""A whole application per test: window, session, history, and the embedded server behind it."""

from tests.support.embedded import engine, faulty
from tests.support.studio import (
    loop_factory,
    no_window_is_left,
    shared_server,
    start_studio,
    studio,
)

__all__ = [
    "engine",
    "faulty",
    "loop_factory",
    "no_window_is_left",
    "shared_server",
    "start_studio",
    "studio",
]
