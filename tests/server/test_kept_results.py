"""Results that are fetched by URL do not outlive the server, however it ends."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from inpaint_studio.server.results import KeptResults, sweep_results
from tests.cli.conftest import ROOT
from tests.support.uploads import standard


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside the results of no other server."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def folders() -> list[Path]:
    return list(Path(tempfile.gettempdir()).glob("inpaint-studio-results-*"))


def started() -> tuple[subprocess.Popen[str], str]:
    command = [sys.executable, "-m", "inpaint_studio", "serve", "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    return process, process.stdout.readline().split()[1]


def test_what_a_killed_server_kept_is_swept_by_the_next_one(http):
    process, url = started()
    answer = http.post(
        f"{url}/images/edits",
        data={"prompt": "x", "response_format": "url", "quality": "low"},
        files=standard(),
    )
    assert http.get(answer.json()["data"][0]["url"]).status_code == 200
    process.kill()
    process.communicate()
    assert len(folders()) == 1

    process, _ = started()
    end = time.monotonic() + 10
    while folders() and time.monotonic() < end:
        time.sleep(0.05)
    process.terminate()
    process.communicate()

    assert folders() == []


def test_what_a_living_server_keeps_is_not_swept():
    kept = KeptResults()
    name = kept.keep(b"a", "png")
    sweep_results()
    assert kept.find(name) == b"a"
    kept.close()
    assert folders() == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_beside_it_is_not_followed(tmp_path):
    (tmp_path / "precious").write_bytes(b"x")
    link = Path(tempfile.gettempdir(), "inpaint-studio-results-link")
    link.symlink_to(tmp_path, target_is_directory=True)
    try:
        sweep_results()
        assert (tmp_path / "precious").exists()
    finally:
        link.unlink()
