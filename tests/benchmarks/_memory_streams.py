"""Four streams of the picture on stdin, three partials each: prints the peak in megabytes."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.memory import STREAMS, own_peak_mb
from tests.runs.studio import studio
from tests.support.replies import completed, partial, stream

if __name__ == "__main__":
    picture = sys.stdin.buffer.read()
    hostile = stream(*(partial(k, picture) for k in range(3)), completed(picture))

    async def play(folder: Path) -> None:
        async with studio(folder, *[hostile] * STREAMS, at_once=STREAMS) as there:
            await there.run(STREAMS)

    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(play(Path(folder)))
    print(own_peak_mb())
