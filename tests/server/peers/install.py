"""Clients of other vendors, installed once into pytest's cache folder.

Where that is impossible (no network, no Node) the tests that need them are skipped and say why.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

PYTHON_2 = "openai==2.54.0"
PYTHON_2_ALONE = ("distro", "sniffio", "tqdm")
NPM = "openai@7.57.0"
_PATIENCE_S = 60


def python_package(cache: Path, requirement: str = PYTHON_2) -> Path:
    """A folder for PYTHONPATH that holds the package, and what version 3 does not need, too."""
    name = f"{requirement}-{sys.implementation.cache_tag}"
    command = [
        sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
        "--no-input", "--no-compile", "--no-deps", "--retries", "0", "--timeout", "10", requirement,
        *PYTHON_2_ALONE, "--target",
    ]  # fmt: skip
    return _installed(cache / name, command)


def npm_package(cache: Path, requirement: str = NPM) -> Path:
    """A folder with `node_modules` that holds the package."""
    if not (shutil.which("node") and shutil.which("npm")):
        pytest.skip("node and npm are not on the path")
    command = [
        str(shutil.which("npm")), "install", "--loglevel=error", "--no-audit", "--no-fund",
        "--ignore-scripts", "--fetch-retries=0", requirement, "--prefix",
    ]  # fmt: skip
    return _installed(cache / requirement, command)


def _installed(folder: Path, command: list[str]) -> Path:
    if folder.is_dir():
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as scratch:
        target = Path(scratch, "whole")
        target.mkdir()
        _run([*command, str(target)], folder.name)
        target.rename(folder)
    return folder


def _run(command: list[str], name: str) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE_S)
    except subprocess.TimeoutExpired:
        pytest.skip(f"{name} could not be installed within {_PATIENCE_S} s")
    if done.returncode:
        lines = (done.stderr or done.stdout).splitlines()
        reason = next((line for line in lines if "error" in line.lower()), "no reason given")
        pytest.skip(f"{name} could not be installed: {reason}")
