"""The whole application, for servers that misbehave towards all of it."""

from tests.ui.conftest import in_studio, shared_server

__all__ = ["in_studio", "shared_server"]
