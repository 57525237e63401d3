"""What strangers, and a day's work, can make the program hold.

Linux only, each peak that of a process of its own.
"""

from __future__ import annotations

import gzip
import io
import os
import subprocess
import sys
import tempfile
import threading
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image

from inpaint_studio.picture.safe_zip import MAX_TOTAL_BYTES
from tests.benchmarks.report import Row, at_most

MB = 1_000_000
EDGE = 10_000
REQUESTS, STREAMS = 6, 4


def rows() -> list[Row]:
    """Peaks in megabytes; some four minutes."""
    return [
        at_most("an answer packed twice, client", _nested_coding(), "MB", 300, 1.0),
        *(
            at_most(f"hostile project: {name}", _project(make), "MB", MAX_TOTAL_BYTES / MB, 1.5)
            for name, make in _PROJECTS.items()
        ),
        at_most(f"{REQUESTS} requests of 100 MP, server and workers", _requests(), "MB", 3000, 1.0),
        at_most(f"{STREAMS} streams of 100 MP, runs without a window", _streams(), "MB", 2000, 1.0),
        at_most("a day in one window, 12 and 16 MP", _day(), "MB", 900, 1.0),
    ]


def _nested_coding() -> float:
    """3.5 KB that unpack to 4.3 GB."""
    once = io.BytesIO()
    with gzip.GzipFile(fileobj=once, mode="wb", compresslevel=9) as packed:
        for _ in range(4300):
            packed.write(bytes(1_000_000))
    return _peak("tests.benchmarks._memory_client", gzip.compress(once.getvalue(), 9))


def _peak(module: str, given: bytes | Path) -> float:
    command = [sys.executable, "-m", module, *([str(given)] if isinstance(given, Path) else [])]
    data = given if isinstance(given, bytes) else None
    done = subprocess.run(command, input=data, capture_output=True, check=True)
    return float(done.stdout.split()[-1])


def _packed(kind: int, **instead: tuple[int, int]) -> Callable[[Path], None]:
    """A project with these entries in place of its own: so many bytes, of that value."""

    def make(path: Path) -> None:
        from tests.picture.test_hostile_archives import project, repacked

        changed = {name: bytes([value]) * size for name, (size, value) in instead.items()}
        project(path.parent).replace(path)
        repacked(path, kind, **changed)

    return make


def _many_edits(path: Path) -> None:
    """As many edits of 100 megapixels as fit."""
    import json

    from tests.picture.test_hostile_archives import project

    project(path.parent).replace(path)
    with zipfile.ZipFile(path) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    told = json.loads(entries["inpaint-studio/project.json"])
    edit = {"variant_id": None, "visible": True, "opacity": 1.0, "box": [0, 0, EDGE, EDGE]}
    told["edits"] = [edit] * 6
    large = _png("RGBA")
    for name in ("data/source.png", "data/mask.png", "mergedimage.png"):
        entries[name] = large
    entries |= {f"data/edit-{number:03}.png": large for number in range(1, 7)}
    entries["inpaint-studio/project.json"] = json.dumps(told).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in entries.items():
            archive.writestr(name, data)


def _png(mode: str, hole: bool = False) -> bytes:
    image = Image.new(mode, (EDGE, EDGE), (90, 120, 40, 255)[: len(mode)])
    if hole:
        image.paste((0, 0, 0, 0), (5000, 5000, 5200, 5200))
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


_GB = 1 << 30
_PROJECTS: dict[str, Callable[[Path], None]] = {
    "mimetype of a gigabyte in bzip2": _packed(zipfile.ZIP_BZIP2, mimetype=(_GB, 32)),
    "mimetype of a gigabyte, deflated": _packed(zipfile.ZIP_DEFLATED, mimetype=(_GB, 32)),
    "picture of a gigabyte in LZMA": _packed(zipfile.ZIP_LZMA, **{"mergedimage.png": (_GB, 0)}),
    "source of a gigabyte, deflated": _packed(
        zipfile.ZIP_DEFLATED, **{"data/source.png": (_GB, 0)}
    ),
    "further files of three gigabytes": _packed(
        zipfile.ZIP_DEFLATED, **{f"inpaint-studio/extras/{k}": (_GB, 0) for k in range(3)}
    ),
    "edits of six times 100 MP": _many_edits,
}  # fmt: skip


def _project(make: Callable[[Path], None]) -> float:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "hostile.ora")
        make(path)
        return _peak("tests.benchmarks._memory_project", path)


def _requests() -> float:
    import httpx

    picture, mask = _png("RGB"), _png("RGBA", hole=True)
    files = {"image": ("a.png", picture, "image/png"), "mask": ("m.png", mask, "image/png")}
    command = [sys.executable, "-m", "inpaint_studio", "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        url = server.stdout.readline().split()[1]
        statuses: list[int] = []

        def ask() -> None:
            data = {"prompt": "x", "quality": "low"}
            answer = httpx.post(f"{url}/images/edits", data=data, files=files, timeout=300)
            statuses.append(answer.status_code)

        with _tree_peak(server.pid) as peak:
            threads = [threading.Thread(target=ask) for _ in range(REQUESTS)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        server.terminate()
    assert statuses == [200] * REQUESTS
    return peak[0]


@contextmanager
def _tree_peak(root: int) -> Iterator[list[float]]:
    """Megabytes that a process and its children take together, at the most."""
    peak, over = [0.0], threading.Event()

    def look() -> None:
        while not over.wait(0.02):
            peak[0] = max(peak[0], sum(map(_resident_mb, _family(root))))

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield peak
    finally:
        over.set()
        thread.join()


def _family(root: int) -> list[int]:
    found, parents = [root], _parents()
    for pid in found:
        found += [child for child, parent in parents.items() if parent == pid]
    return found


def _parents() -> dict[int, int]:
    parents = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(path.parent.name)] = int(path.read_text().rpartition(")")[2].split()[1])
        except OSError:  # it has ended meanwhile
            continue
    return parents


def _resident_mb(pid: int) -> float:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * 4096 / MB
    except OSError:
        return 0.0


def _streams() -> float:
    return _peak("tests.benchmarks._memory_streams", _png("RGB"))


def _day() -> float:
    return _peak("tests.benchmarks._memory_day", b"")


def own_resident_mb() -> float:
    """What this process has in memory now."""
    return _resident_mb(os.getpid())


def own_peak_mb() -> float:
    """The peak of this process."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) * 1024 / MB
