"""A multipart/form-data body of known length whose files are read from disk as they are sent."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import BinaryIO

from inpaint_studio.contract.params import InputImage
from inpaint_studio.errors import ImageError
from inpaint_studio.phrase import Phrase

CHUNK_BYTES = 2 * 1024 * 1024
"""Read and sent at a time. Each read is a hop to a thread, which at 256 KiB took as long again as
the upload; each has to be gone within the idle timeout, which takes 93 kbit/s at 180 s."""


class Multipart:
    """Text parts first, then files; may be iterated again for another attempt.

    The length is fixed when the body is made; a file that then changes its own is an error.
    """

    def __init__(
        self, fields: Sequence[tuple[str, str]], files: Sequence[tuple[str, InputImage]]
    ) -> None:
        boundary = secrets.token_hex(16)
        self.content_type = f"multipart/form-data; boundary={boundary}"
        self._text = b"".join(_text_part(boundary, name, value) for name, value in fields)
        self._files = [
            (_file_head(boundary, name, file), file, _byte_count(file)) for name, file in files
        ]
        self._end = f"--{boundary}--\r\n".encode()
        self.content_length = self._length()

    def _length(self) -> int:
        files = sum(len(head) + count + 2 for head, _, count in self._files)
        return len(self._text) + files + len(self._end)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self._text
        for head, file, count in self._files:
            yield head
            async for chunk in _content(file):
                count -= len(chunk)
                if count < 0:
                    break
                yield chunk
            if count:
                raise _changed(file)
            yield b"\r\n"
        yield self._end


def _text_part(boundary: str, name: str, value: str) -> bytes:
    disposition = f'Content-Disposition: form-data; name="{_quoted(name)}"'
    return f"--{boundary}\r\n{disposition}\r\n\r\n{value}\r\n".encode("utf-8", "replace")


def _file_head(boundary: str, name: str, file: InputImage) -> bytes:
    return (
        f"--{boundary}\r\n"
        f'Content-Disposition: form-data; name="{_quoted(name)}"; filename="{_quoted(file.name)}"'
        f"\r\nContent-Type: {_quoted(file.media_type)}\r\n\r\n"
    ).encode("utf-8", "replace")


def _quoted(text: str) -> str:
    """Escaped as the HTML standard says browsers do."""
    return text.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")


def _byte_count(file: InputImage) -> int:
    try:
        return file.byte_count
    except OSError as error:
        raise _unreadable(file) from error


async def _content(file: InputImage) -> AsyncIterator[bytes]:
    if isinstance(file.content, bytes):
        for start in range(0, len(file.content), CHUNK_BYTES):
            yield file.content[start : start + CHUNK_BYTES]
        return
    try:
        stream = await asyncio.to_thread(_open, file.content)
        with stream:
            while chunk := await asyncio.to_thread(stream.read, CHUNK_BYTES):
                yield chunk
    except OSError as error:
        raise _unreadable(file) from error


def _open(path: Path) -> BinaryIO:
    return path.open("rb", buffering=0)


def _changed(file: InputImage) -> ImageError:
    return ImageError(Phrase("{file} changed while it was sent", file=file.name), "Run again.")


def _unreadable(file: InputImage) -> ImageError:
    return ImageError(
        Phrase("{file} cannot be read", file=file.name), "Is it still there? Open it again."
    )
