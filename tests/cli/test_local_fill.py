"""`edit` with the embedded endpoint: what it costs, what breaks, and what it does not wait for."""

import json
import os
import signal
import subprocess
import sys

import pytest

from inpaint_studio import paths
from tests.cli.conftest import ROOT, open_history


@pytest.mark.skipif(sys.platform == "win32", reason="SIGINT to one process is POSIX")
def test_local_fill_that_is_stopped_cost_nothing(photo, mask, tmp_path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "inpaint_studio", "edit", "--image", str(photo), "--mask",
         str(mask), "--prompt", "x", "--json", "--output", str(tmp_path)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert json.loads(process.stdout.readline())["type"] == "started"
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)

    history = open_history()
    (run,) = history.runs()
    history.close()
    assert run.variants[0].message == "Local fill costs nothing."


def test_local_fill_that_cannot_load_says_what_is_broken_and_where_more_is(
    run, photo, mask, tmp_path, monkeypatch
) -> None:
    (tmp_path / "patchmatch.py").write_text("raise ImportError('libpatchmatch.so: no such file')")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), str(ROOT)]))

    outcome = run("edit", "--image", photo, "--mask", mask, "--prompt", "x", "--output", tmp_path)

    assert outcome.status != 0
    assert "Local fill cannot start" in outcome.err
    assert "libpatchmatch.so" in outcome.err
    assert "charged" not in outcome.err
    assert str(paths.fill_log()) in outcome.err
    assert "Traceback" in paths.fill_log().read_text("utf-8")


def test_an_edit_on_a_new_computer_uses_one_engine_and_compiles_nothing(
    run, photo, mask, tmp_path, monkeypatch
) -> None:
    compiled = tmp_path / "numba"
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(compiled))

    outcome = run(
        "edit", "--image", photo, "--mask", mask, "--prompt", "x", "--n", 3, "--stream",
        "--output", tmp_path / "out",
    )  # fmt: skip

    assert outcome.status == 0
    assert not compiled.exists()
