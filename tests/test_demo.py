"""The whole path without a display, as a person without one would start it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np

from inpaint_studio import demo, paths
from inpaint_studio.history import History
from inpaint_studio.picture.composite import blend_mask
from inpaint_studio.picture.image_file import open_picture
from inpaint_studio.picture.mask import read_wire_mask


def test_the_demo_leaves_result_partials_and_a_screenshot(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "DISPLAY"}
    done = subprocess.run(
        [sys.executable, "-m", "inpaint_studio", "demo", "--output", str(tmp_path)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    for index in range(demo.PARTIALS):
        assert (tmp_path / f"partial-{index}.png").is_file()
    assert open_picture(tmp_path / "window.png").size == (1440, 900)
    _check_result(tmp_path / "result.png")
    history = History(tmp_path / "studio" / "data" / "history")
    (run,) = history.runs()
    assert run.variants[0].accepted
    history.close()


def _check_result(path: Path) -> None:
    source = open_picture(paths.resource("sample.jpg")).pixels
    result = open_picture(path).pixels
    blend = blend_mask(read_wire_mask(paths.resource("sample-mask.png").read_bytes()))
    assert np.array_equal(result[blend == 0], source[blend == 0])
    assert not np.array_equal(result[blend == 255], source[blend == 255])
