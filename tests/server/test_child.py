"""The server as a process: it starts, it is heard of, it ends."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from inpaint_studio.errors import StudioError
from inpaint_studio.server import child as child_module
from inpaint_studio.server.child import TOKEN_VARIABLE, ServerChild
from tests.support.processes import is_running

posix = pytest.mark.skipif(os.name != "posix", reason="POSIX signals")


@pytest.fixture
def child():
    child = ServerChild()
    yield child
    child.stop()


def descendants(pid: int) -> list[int]:
    children = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        children += [int(word) for word in task.read_text().split()]
    return children + [below for child in children for below in descendants(child)]


def gone_within(pids: list[int], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while any(is_running(pid) for pid in pids):
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def test_it_serves_with_its_token_only(child):
    address = child.start()
    assert child.is_alive
    assert address.base_url.startswith("http://127.0.0.1:")
    assert address.base_url.endswith("/v1")
    assert httpx.get(f"{address.base_url}/models").status_code == 401
    headers = {"authorization": f"Bearer {address.token}"}
    assert httpx.get(f"{address.base_url}/models", headers=headers).status_code == 200


def test_stop_is_quick_and_start_works_again(child):
    first = child.start()
    started = time.monotonic()
    child.stop()
    assert time.monotonic() - started < 2
    assert not child.is_alive
    child.stop()
    second = child.start()
    assert second.token != first.token


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc")
@pytest.mark.parametrize("end", ["stop", "kill"])
def test_no_process_is_left(child, end):
    child.start()
    server = child._process.pid
    deadline = time.monotonic() + 10
    while not descendants(server) and time.monotonic() < deadline:
        time.sleep(0.05)  # the engine warms up
    family = [server, *descendants(server)]
    assert len(family) > 1
    if end == "stop":
        child.stop()
    else:
        os.kill(server, signal.SIGKILL)
    assert gone_within(family[1:], 3)


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc")
def test_it_ends_when_its_owner_is_killed():
    owner = subprocess.Popen(
        [
            sys.executable, "-c",
            "import time\nfrom inpaint_studio.server.child import ServerChild\n"
            "child = ServerChild(); child.start()\n"
            "print(child._process.pid, flush=True); time.sleep(60)",
        ],
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert owner.stdout is not None
    server = int(owner.stdout.readline())
    family = [server, *descendants(server)]
    owner.kill()
    owner.wait()
    owner.stdout.close()
    assert gone_within(family, 4)


def test_what_it_wrote_before_it_failed_is_in_the_error(child, monkeypatch):
    command = [sys.executable, "-c", "import sys; sys.exit('the disk is on fire')"]
    monkeypatch.setattr(child_module, "_command", lambda: command)
    with pytest.raises(StudioError, match="the disk is on fire"):
        child.start()
    assert not child.is_alive


def test_silence_is_not_waited_for_forever(child, monkeypatch):
    command = [sys.executable, "-c", "import time; time.sleep(60)"]
    monkeypatch.setattr(child_module, "_command", lambda: command)
    started = time.monotonic()
    with pytest.raises(StudioError, match="did not start"):
        child.start(timeout_s=0.5)
    assert time.monotonic() - started < 4


def served(*arguments):
    call = f"serve({', '.join(arguments)})"
    code = f"import sys\nfrom inpaint_studio.server.serve import serve\nsys.exit({call})"
    environment = {name: value for name, value in os.environ.items() if name != TOKEN_VARIABLE}
    return subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        text=True,
    )


@posix
@pytest.mark.parametrize("wish", [signal.SIGINT, signal.SIGTERM])
def test_signals_end_it_cleanly(wish):
    process = served("port=0")
    line = process.stdout.readline()
    assert line.startswith("Serving http://127.0.0.1:")
    assert line.endswith("/v1\n")
    process.send_signal(wish)
    out, error = process.communicate(timeout=5)
    assert (process.returncode, out, error) == (0, "", "")


def test_without_a_token_the_end_of_stdin_means_nothing():
    process = served("port=0")
    line = process.stdout.readline()
    time.sleep(0.3)
    assert httpx.get(line.split()[1] + "/models").status_code == 200
    process.terminate()
    process.communicate(timeout=5)


def test_a_port_that_cannot_be_is_one_clear_line():
    process = served("port=70000")
    out, error = process.communicate(timeout=10)
    assert (process.returncode, out, error.count("\n")) == (1, "", 1)


@posix
def test_a_port_that_is_taken_is_one_clear_line():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        process = served(f"port={taken.getsockname()[1]}")
        out, error = process.communicate(timeout=10)
    assert (process.returncode, out) == (1, "")
    assert error.count("\n") == 1
    assert "--port 0" in error
