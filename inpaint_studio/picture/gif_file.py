"""What a GIF says of its picture: an XMP packet (XMP Specification, part 3, 1.1.2)."""

from __future__ import annotations

from inpaint_studio.picture.sorted_file import SortedFile

SIGNATURE = b"GIF8"
_PACKET = b"\x21\xff\x0bXMP DataXMP"
_TRAILER = bytes((1, 255, 254, 253, 252, 251))
"""How the bytes begin that lead a reader, who takes the packet for blocks, to its end."""


def sort_gif(data: bytes) -> SortedFile:
    """What a GIF holds: its pixels, and what only describes them."""
    _, found, rest = data.partition(_PACKET)
    packet, ends, _ = rest.partition(_TRAILER)
    return SortedFile(data, xmp=packet if found and ends else None)
