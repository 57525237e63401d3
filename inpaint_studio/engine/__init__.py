"""The embedded fill: arrays in, arrays out, progress and cancel by callback."""

from inpaint_studio.engine.patch_match import PatchMatchEngine
from inpaint_studio.engine.protocol import Engine, FillCancelled, FillJob

__all__ = ["Engine", "FillCancelled", "FillJob", "PatchMatchEngine"]
