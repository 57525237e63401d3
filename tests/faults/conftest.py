"""Whole applications for the tests of faults, as `tests/ui` has them."""

from tests.support.studio import loop_factory, shared_server, start_studio, studio

__all__ = ["loop_factory", "shared_server", "start_studio", "studio"]
