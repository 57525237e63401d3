"""API keys: in the computer's keyring, else in the environment, else in memory until the end.

A keyring may be missing, refuse, store nothing, or wait for a dialog nobody sees; so it is asked on
a thread of its own, for a limited time, and after one silence not again. A file is the last resort
and used only for keys a person has asked to be put there.
"""

from __future__ import annotations

import json
import os
import re
import threading
from collections import ChainMap
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeVar

from inpaint_studio import paths
from inpaint_studio.disk_faults import why_unwritable
from inpaint_studio.durable import kept_beside, make_private_folder, write_durably
from inpaint_studio.errors import SettingsError
from inpaint_studio.phrase import Phrase
from inpaint_studio.typed_values import as_object, parse_json

SERVICE = "inpaint-studio"
_OWN_VARIABLES = "INPAINT_STUDIO_KEY_"
_VENDOR_VARIABLES = ("OPENAI_API_KEY", "AZURE_OPENAI_API_KEY")
_Answer = TypeVar("_Answer")
_hidden: dict[str, str] = {}
"""Keys that `hide_keys` has taken out of the environment."""


@dataclass(frozen=True, slots=True)
class Secret:
    """A key and where it was found or put; `words` says that to a person."""

    key: str = field(repr=False)
    origin: Literal["keyring", "environment", "memory", "file"]
    words: str


class SecretStore:
    """Keys by profile name.

    What was typed in this run comes first, since it was typed to be used; then the keyring; then
    the environment, which is never written.
    """

    def __init__(
        self, *, timeout_s: float = 5.0, environment: Mapping[str, str] | None = None
    ) -> None:
        self._timeout_s = timeout_s
        self._environment = ChainMap(os.environ, _hidden) if environment is None else environment
        self._memory: dict[str, Secret] = {}
        self._keyring_is_silent = False

    def find(self, profile_name: str, variables: Sequence[str] = ()) -> Secret | None:
        """The key of a profile, or None.

        `variables` are environment variables that may hold it, besides the profile's own
        `variable_of(profile_name)`. Name a vendor's variable only for a profile of that vendor: a
        key must not travel to another server.
        """
        return (
            self._memory.get(profile_name)
            or self._from_keyring(profile_name)
            or self._from_environment((variable_of(profile_name), *variables))
            or _from_file(profile_name)
        )

    def store(self, profile_name: str, key: str) -> Secret:
        """Keep a key; the answer's `words` tell where.

        Raises:
            SettingsError: the text cannot be a key.
        """
        key = clean_key(key)
        self._memory.pop(profile_name, None)
        if self._write_to_keyring(profile_name, key):
            return Secret(key, "keyring", Phrase("The key is kept in this computer's keyring."))
        words = Phrase(
            "This computer's keyring cannot be used, so the key is kept only until Inpaint "
            "Studio is closed. To keep it, set the environment variable {variable}.",
            variable=variable_of(profile_name),
        )
        self._memory[profile_name] = Secret(key, "memory", words)
        return self._memory[profile_name]

    def store_in_file(self, profile_name: str, key: str) -> Secret:
        """Keep a key in a file that only this user may read. Ask the person first.

        Raises:
            SettingsError: the text cannot be a key, or the file cannot be written.
        """
        key = clean_key(key)
        _write_file(_read_file() | {profile_name: key})
        self._memory.pop(profile_name, None)
        return _kept_in_file(key)

    def forget(self, profile_name: str) -> None:
        """Remove a profile's key from memory, file and keyring."""
        self._memory.pop(profile_name, None)
        kept = _read_file()
        if kept.pop(profile_name, None) is not None:
            _write_file(kept)
        self._ask(lambda: _delete(profile_name))

    def _from_keyring(self, profile_name: str) -> Secret | None:
        key = self._ask(lambda: _read(profile_name))
        if not key:
            return None
        return Secret(
            clean_key(key), "keyring", Phrase("The key comes from this computer's keyring.")
        )

    def _from_environment(self, variables: Sequence[str]) -> Secret | None:
        for variable in variables:
            if key := self._environment.get(variable, "").strip():
                words = Phrase(
                    "The key comes from the environment variable {variable}.", variable=variable
                )
                return Secret(clean_key(key), "environment", words)
        return None

    def _write_to_keyring(self, profile_name: str, key: str) -> bool:
        # The null backend takes everything and keeps nothing.
        return self._ask(lambda: _write_and_read(profile_name, key)) == key

    def _ask(self, question: Callable[[], _Answer | None]) -> _Answer | None:
        """The keyring's answer; None if it has none, fails, or stays silent."""
        if self._keyring_is_silent:
            return None
        answer: Future[_Answer | None] = Future()
        # A daemon, so that a keyring that never answers cannot keep the program from ending.
        threading.Thread(
            target=_answer_into, args=(answer, question), name="keyring", daemon=True
        ).start()
        try:
            return answer.result(self._timeout_s)
        except TimeoutError:
            self._keyring_is_silent = True
            return None


def clean_key(text: str) -> str:
    """A key as it was pasted, without surrounding space, quotes or `Bearer`.

    Raises:
        SettingsError: what remains is empty or holds a character no HTTP header takes.
    """
    key = re.sub(r"^bearer\s+", "", text.strip().strip("\"'").strip(), flags=re.IGNORECASE)
    if not re.fullmatch(r"[!-~]+", key):
        raise SettingsError(
            "This is not an API key",
            "A key has no spaces, line breaks or accented letters. Copy it again from the "
            "provider's page.",
        )
    return key


def variable_of(profile_name: str) -> str:
    """The environment variable that may hold the key of a profile: `INPAINT_STUDIO_KEY_MY_LAB`."""
    return _OWN_VARIABLES + re.sub(r"[^A-Z0-9]+", "_", profile_name.upper()).strip("_")


def hide_keys() -> None:
    """Take a person's keys out of the environment: whatever this process starts would inherit them.

    `SecretStore` goes on finding them.
    """
    for name in os.environ.keys() - without_keys(os.environ).keys():
        _hidden[name] = os.environ.pop(name)


def without_keys(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment for a process that has no use for a person's keys."""
    return {
        name: value
        for name, value in environment.items()
        if name not in _VENDOR_VARIABLES and not name.startswith(_OWN_VARIABLES)
    }


def _answer_into(answer: Future[_Answer | None], question: Callable[[], _Answer | None]) -> None:
    from keyring.errors import KeyringError  # 150 ms or more, and seldom needed

    try:
        answer.set_result(question())
    except (KeyringError, RuntimeError, OSError, ValueError):
        answer.set_result(None)


def _read(profile_name: str) -> str | None:
    import keyring

    return keyring.get_password(SERVICE, profile_name)


def _write_and_read(profile_name: str, key: str) -> str | None:
    import keyring

    keyring.set_password(SERVICE, profile_name, key)
    return keyring.get_password(SERVICE, profile_name)


def _delete(profile_name: str) -> None:
    import keyring

    keyring.delete_password(SERVICE, profile_name)


def _from_file(profile_name: str) -> Secret | None:
    key = _read_file().get(profile_name)
    return _kept_in_file(key) if key else None


def _kept_in_file(key: str) -> Secret:
    return Secret(
        key, "file", Phrase("The key is kept in {file}, which only you may read.", file=_file())
    )


def _file() -> Path:
    return paths.config_folder() / "keys.json"


def _read_file() -> dict[str, str]:
    """The keys that can be read; what cannot is for `_set_aside`."""
    try:
        return _legal_keys(_file().read_bytes())[0]
    except (OSError, ValueError):
        return {}


def _legal_keys(data: bytes) -> tuple[dict[str, str], bool]:
    """Keys by profile name, and whether that is all the file holds.

    Raises:
        ValueError: it is no such file.
    """
    kept = as_object(parse_json(data))
    keys: dict[str, str] = {}
    for name, key in kept.items():
        with suppress(SettingsError, AttributeError):
            keys[name] = clean_key(key)
    return keys, len(keys) == len(kept)


def _write_file(keys: Mapping[str, str]) -> None:
    path = _file()
    try:
        make_private_folder(path.parent)
        _set_aside(path)
        write_durably(path, json.dumps(dict(keys)).encode(), is_private=True)
    except OSError as fault:
        why = why_unwritable(path.parent, fault)
        raise SettingsError("The key could not be kept in a file", why) from fault


def _set_aside(path: Path) -> None:
    """Keep beside what is about to be overwritten and was not understood: keys cannot be guessed.

    Raises:
        OSError: it cannot be kept.
    """
    try:
        if not _legal_keys(path.read_bytes())[1]:
            kept_beside(path)
    except FileNotFoundError:
        return
    except (OSError, ValueError):
        kept_beside(path, moved=True)
