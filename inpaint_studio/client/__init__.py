"""Speaks the contract to any endpoint. The only room that knows httpx."""

from inpaint_studio.client.edit_client import EditClient
from inpaint_studio.client.limits import Limits

__all__ = ["EditClient", "Limits"]
