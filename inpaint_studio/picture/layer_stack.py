"""`stack.xml` of OpenRaster: which layers lie where. https://www.openraster.org/baseline/"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from inpaint_studio.errors import ImageError
from inpaint_studio.picture.geometry import Size

MAX_BYTES = 1 << 22
_MOST_DEPTH = 64
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Layer:
    """One picture of the stack; `x`, `y` place its corner, `opacity` is 0–1."""

    name: str
    src: str
    x: int = 0
    y: int = 0
    opacity: float = 1.0
    visible: bool = True


class Stack(NamedTuple):
    """Size and layers, the uppermost first, and pixels per inch (across, down) if it says so."""

    size: Size
    layers: list[Layer]
    dpi: tuple[float, float] | None = None


def stack_xml(size: Size, layers: Sequence[Layer], dpi: tuple[float, float] | None = None) -> bytes:
    """The document of a stack, the uppermost layer first; names lose what XML cannot hold.

    `dpi` are pixels per inch, across and down; the format has room for whole ones.
    """
    resolution = f' xres="{round(dpi[0])}" yres="{round(dpi[1])}"' if dpi else ""
    lines = [
        "<?xml version='1.0' encoding='UTF-8'?>",
        f'<image version="0.0.3" w="{size.width}" h="{size.height}"{resolution}>',
        "<stack>",
        *(_line(layer) for layer in layers),
        "</stack>",
        "</image>",
    ]
    return _NO_XML.sub("\ufffd", "\n".join(lines)).encode()


def parse_stack(data: bytes) -> Stack:
    """What the document says; groups are flattened.

    Raises:
        ImageError: it is no such document, or one that declares a DTD: entities can be bombs.
    """
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_dtd
    parser.EntityDeclHandler = _refuse_dtd
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as fault:  # the last: an unknown encoding
        raise _damaged() from fault
    if reader.size is None:
        raise _damaged()
    return Stack(reader.size, reader.layers, reader.dpi)


class _Reader:
    def __init__(self) -> None:
        self.size: Size | None = None
        self.layers: list[Layer] = []
        self.dpi: tuple[float, float] | None = None
        self._depth = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _MOST_DEPTH:
            raise _damaged()
        if tag == "image":
            self.size = Size(int(attributes.get("w", 0)), int(attributes.get("h", 0)))
            across, down = (float(attributes.get(each, 0)) for each in ("xres", "yres"))
            self.dpi = (across, down) if min(across, down) >= 1 else None
        elif tag == "layer":
            self.layers.append(_layer(attributes))

    def end(self, tag: str) -> None:
        del tag
        self._depth -= 1


def _layer(attributes: dict[str, str]) -> Layer:
    return Layer(
        name=attributes.get("name", ""),
        src=attributes.get("src", ""),
        x=int(attributes.get("x", 0)),
        y=int(attributes.get("y", 0)),
        opacity=min(1.0, max(0.0, float(attributes.get("opacity", 1)))),
        visible=attributes.get("visibility", "visible") == "visible",
    )


def _line(layer: Layer) -> str:
    visibility = "visible" if layer.visible else "hidden"
    return (
        f'<layer name={quoteattr(layer.name)} src="{layer.src}" x="{layer.x}" y="{layer.y}" '
        f'opacity="{layer.opacity:.6g}" visibility="{visibility}" composite-op="svg:src-over"/>'
    )


def _refuse_dtd(*_: object) -> None:
    raise ImageError(
        "This file cannot be opened", "It declares a DTD, which no OpenRaster file needs."
    )


def _damaged() -> ImageError:
    return ImageError("This file cannot be opened", "Its list of layers is damaged.")
