"""Journeys need a screen."""

from tests.support.display import display

__all__ = ["display"]
