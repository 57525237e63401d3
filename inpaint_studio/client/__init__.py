"""Speaks the contract to any endpoint. The only room that knows httpx."""
