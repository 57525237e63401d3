"""An endpoint that sends thousands of pictures: `python -m tests.benchmarks._flood_server KIND`.

KIND is `answer`, 1,500 final images in one JSON answer, or `stream`, 5,000 partials and a final
image. Prints its base URL; serves until it is terminated.
"""

from __future__ import annotations

import signal
import sys

from tests.support.misbehaving import misbehaving
from tests.support.replies import Reply, answer, completed, partial, stream
from tests.support.scripted import FRAME, encoded

PICTURES, PARTIALS = 1500, 5000


def _colours(count: int) -> list[bytes]:
    return [encoded((k % 256, k // 256, 90), FRAME) for k in range(count)]


def _reply(kind: str) -> Reply:
    if kind == "answer":
        return answer(*_colours(PICTURES))
    frames = b"".join(partial(k, each) for k, each in enumerate(_colours(PARTIALS)))
    return stream(frames, completed(_colours(1)[0]))


if __name__ == "__main__":
    with misbehaving(_reply(sys.argv[1])) as endpoint:
        sys.stdout.write(f"{endpoint.base_url}\n")
        sys.stdout.flush()
        signal.pause()
