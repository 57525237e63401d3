"""Every test gets a home of its own; nothing reaches the person's settings, history or keyring."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

# Before Qt or keyring is imported by any test.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Shared by all tests: in each one's own home the fill would be compiled anew, for ten seconds.
os.environ.setdefault("NUMBA_CACHE_DIR", str(Path(__file__).parents[1] / ".pytest_cache" / "numba"))
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
for _variable in ("OPENAI_API_KEY", "OPENAI_BASE_URL"):
    os.environ.pop(_variable, None)


@pytest.fixture(autouse=True)
def studio_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "studio-home"
    monkeypatch.setenv("INPAINT_STUDIO_HOME", str(home))
    return home
