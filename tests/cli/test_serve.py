import signal
import socket
import subprocess
import sys

import pytest

from tests.cli.conftest import ROOT


def _serve(*flags: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "inpaint_studio", "serve", *flags],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_it_says_where_it_serves_and_stops_cleanly(stop: signal.Signals) -> None:
    process = _serve("--port", "0")
    assert process.stdout is not None
    address = process.stdout.readline().strip()
    port = int(address.removeprefix("Serving http://127.0.0.1:").removesuffix("/v1"))
    socket.create_connection(("127.0.0.1", port)).close()

    process.send_signal(stop)
    _, complaints = process.communicate(timeout=10)

    assert process.returncode == 0
    assert complaints == ""


def test_a_taken_port_exits_with_1() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        process = _serve("--port", str(taken.getsockname()[1]))
        _, complaints = process.communicate(timeout=20)

    assert process.returncode == 1
    assert "--port" in complaints


def test_unknown_faults_exit_with_2() -> None:
    process = _serve("--faults", "explode")
    _, complaints = process.communicate(timeout=20)

    assert process.returncode == 2
    assert "explode" in complaints


def test_other_machines_are_not_let_in_without_a_key() -> None:
    process = _serve("--host", "0.0.0.0", "--port", "0")
    _, complaints = process.communicate(timeout=20)

    assert process.returncode == 2
    assert "--api-key" in complaints
    assert "--no-key" in complaints


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
@pytest.mark.parametrize(
    ("flags", "by_name", "by_number"),
    [(["--no-key"], b"403", b"200"), (["--api-key", "sesame"], b"401", b"401")],
)
def test_who_lets_other_machines_in_says_how(
    flags: list[str], by_name: bytes, by_number: bytes
) -> None:
    process = _serve("--host", "0.0.0.0", "--port", "0", *flags)
    assert process.stdout is not None
    port = int(process.stdout.readline().rpartition(":")[2].removesuffix("/v1\n"))

    def status(host: str) -> bytes:
        with socket.create_connection(("127.0.0.1", port)) as end:
            end.sendall(f"GET /v1/models HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
            return end.recv(100).split()[1]

    try:
        assert (status("rebound.example"), status("10.0.0.7")) == (by_name, by_number)
    finally:
        process.terminate()
        _, complaints = process.communicate(timeout=10)
    assert ("Everyone" in complaints) == (flags == ["--no-key"])
