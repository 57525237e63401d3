"""A real server on loopback that answers by script, or with whatever fault a request names.

A fault is named by the first folder of the path (`http://127.0.0.1:PORT/reset-mid-body/v1`), by the
model, or by a word `fault:NAME` in the prompt; without one the answer is proper. In a test:
`with misbehaving() as server`. By itself: `python -m tests.support.misbehaving` prints its address
and serves until its stdin ends.
"""

from __future__ import annotations

import asyncio
import re
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from inpaint_studio.contract.profile import Profile
from tests.support.http_server import Asked, finishes_first, read_body, read_head, serving
from tests.support.network_faults import BEFORE_BODY, NAMED, STATUS, status
from tests.support.proper import models, proper
from tests.support.replies import Reply, write

PLAIN = "plain"
_IN_PROMPT = re.compile(r"\bfault:([\w.-]+)")


class ByName:
    """Answers with the fault a request names; remembers which of those that strike once have."""

    def __init__(self) -> None:
        self._struck: set[str] = set()

    async def __call__(self, asked: Asked, writer: asyncio.StreamWriter) -> None:
        if asked.method == "GET":
            await write(writer, models())
            return
        name, answer = fault_name(asked), proper(asked)
        refusal = None if name in self._struck else status(name)
        if name.endswith("-once"):
            self._struck.add(name)
        if refusal:
            await write(writer, refusal)
        elif name in NAMED:
            await NAMED[name](answer, writer)
        else:
            await write(writer, answer.whole)


def fault_name(asked: Asked) -> str:
    """The fault a request names: in its path, its model or its prompt; `plain` if none."""
    fields = asked.fields if asked.body else {}
    in_prompt = _IN_PROMPT.search(fields.get("prompt", ""))
    named = (_in_path(asked), fields.get("model", ""), in_prompt[1] if in_prompt else "")
    return next(filter(_is_fault, named), PLAIN)


def _in_path(asked: Asked) -> str:
    return asked.target.split("/")[1]


def _is_fault(name: str) -> bool:
    return name in NAMED or STATUS.fullmatch(name) is not None


@dataclass
class Endpoint:
    """Answers request k with reply k, the last reply again and again."""

    replies: Sequence[Reply] = field(default_factory=lambda: (ByName(),))
    host: str = "127.0.0.1"
    asked: list[Asked] = field(default_factory=list)
    left: list[float] = field(default_factory=list)
    open_now: int = 0
    most_open: int = 0
    port: int = 0

    async def __aenter__(self) -> Endpoint:
        self._serving = serving(self.serve, self.host)
        self.port = await self._serving.__aenter__()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._serving.__aexit__(None, None, None)

    @property
    def base_url(self) -> str:
        return self.url_of()

    def url_of(self, fault: str = "") -> str:
        """The base URL at which every request meets that fault."""
        folder = f"/{fault}" if fault else ""
        return f"http://{self.host}:{self.port}{folder}/v1"

    def profile(self, fault: str = "", **fields: Any) -> Profile:
        return Profile(**{"name": "test", "base_url": self.url_of(fault), **fields})

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.open_now += 1
        self.most_open = max(self.most_open, self.open_now)
        try:
            await self._answer(reader, writer)
        finally:
            self.open_now -= 1

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked = await read_head(reader)
        if early := BEFORE_BODY.get(_in_path(asked)):
            self.asked.append(asked)
            await early(reader, writer)
            return
        await read_body(asked, reader)
        self.asked.append(asked)
        reply = self.replies[min(len(self.asked), len(self.replies)) - 1]
        if not await finishes_first(reply(asked, writer), reader.read()):
            self.left.append(asyncio.get_running_loop().time())


@contextmanager
def misbehaving(*replies: Reply) -> Iterator[Endpoint]:
    """The server in a thread of its own, for tests that have no event loop to spare.

    It answers request k with reply k, or by the names of faults where there are no replies.
    """
    endpoint = Endpoint(replies) if replies else Endpoint()
    started, over = threading.Event(), asyncio.Event()
    loop = asyncio.new_event_loop()

    async def serve() -> None:
        async with endpoint:
            started.set()
            await over.wait()

    thread = threading.Thread(target=loop.run_until_complete, args=(serve(),), daemon=True)
    thread.start()
    started.wait()
    try:
        yield endpoint
    finally:
        loop.call_soon_threadsafe(over.set)
        thread.join()
        loop.close()


def main() -> None:
    """Serve until stdin ends."""
    with misbehaving() as endpoint:
        sys.stdout.write(f"Serving {endpoint.base_url}\n")
        sys.stdout.flush()
        sys.stdin.read()


if __name__ == "__main__":
    main()
