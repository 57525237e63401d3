"""A whole application per test, as for the window's own tests."""

from tests.support.studio import (
    loop_factory,
    no_window_is_left,
    shared_server,
    start_studio,
    studio,
)

__all__ = ["loop_factory", "no_window_is_left", "shared_server", "start_studio", "studio"]
