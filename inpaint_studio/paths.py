"""Where things live on this machine.

`INPAINT_STUDIO_HOME` moves the three folders below one of its own (portable use, tests).
"""

from __future__ import annotations

import os
from pathlib import Path

APP_NAME = "inpaint-studio"
HOME_VARIABLE = "INPAINT_STUDIO_HOME"


def config_folder() -> Path:
    """Settings, profiles, window state, the person's own catalog."""
    return _folder("config")


def data_folder() -> Path:
    """The history and the journal: what must never be lost."""
    return _folder("data")


def fill_log() -> Path:
    """What the embedded server and its workers complain of."""
    return data_folder() / "logs" / "local-fill.log"


def cache_folder() -> Path:
    """Thumbnails and compiled code: what may be deleted at any time."""
    return _folder("cache")


def resource(name: str) -> Path:
    """The file `name` of the shipped resources, for example `icons/brush.svg`.

    In a wheel they lie inside the package, in a checkout beside it.
    """
    package = Path(__file__).parent
    packaged = package / "resources" / name
    return packaged if packaged.exists() else package.parent / "resources" / name


def _folder(kind: str) -> Path:
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home) / kind
    import platformdirs  # 10 ms that `--help` need not pay

    folder = {
        "config": platformdirs.user_config_path,
        "data": platformdirs.user_data_path,
        "cache": platformdirs.user_cache_path,
    }[kind]
    return folder(APP_NAME, appauthor=False)
