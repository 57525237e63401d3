import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator

import keyring
import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.errors import KeyringLocked, PasswordDeleteError

from inpaint_studio import secret_store
from inpaint_studio.errors import SettingsError
from inpaint_studio.secret_store import SecretStore, clean_key, variable_of


class _Working(KeyringBackend):
    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError


class _Locked(_Working):
    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked


class _Truncating(_Working):
    def set_password(self, service: str, username: str, password: str) -> None:
        super().set_password(service, username, password[:3])


class _Hanging(_Working):
    def __init__(self) -> None:
        super().__init__()
        self.released = threading.Event()
        self.calls = 0

    def get_password(self, service: str, username: str) -> str | None:
        self.calls += 1
        self.released.wait(10)
        return None

    def set_password(self, service: str, username: str, password: str) -> None:
        self.get_password(service, username)


@pytest.fixture
def use() -> Iterator[Callable[[KeyringBackend], None]]:
    before = keyring.get_keyring()
    yield keyring.set_keyring
    keyring.set_keyring(before)


def test_a_key_is_kept_in_the_keyring(use) -> None:
    use(_Working())

    stored = SecretStore().store("Lab", " sk-1 \n")
    found = SecretStore(environment={variable_of("Lab"): "sk-other"}).find("Lab")

    assert stored.origin == "keyring"
    assert found is not None
    assert (found.key, found.origin) == ("sk-1", "keyring")
    assert "keyring" in found.words


@pytest.mark.parametrize("backend", [null.Keyring, fail.Keyring, _Locked, _Truncating])
def test_without_a_usable_keyring_the_key_lasts_for_this_run(use, backend) -> None:
    use(backend())
    store = SecretStore(environment={})

    stored = store.store("Lab", "sk-1")

    assert stored.origin == "memory"
    assert "until Inpaint Studio is closed" in stored.words
    assert store.find("Lab") == stored
    assert stored.key == "sk-1"


def test_a_keyring_that_hangs_is_asked_once(use) -> None:
    backend = _Hanging()
    use(backend)
    store = SecretStore(timeout_s=0.05, environment={"OPENAI_API_KEY": "sk-env"})

    started = time.monotonic()
    stored = store.store("Lab", "sk-1")
    other = store.find("OpenAI", ["OPENAI_API_KEY"])

    assert time.monotonic() - started < 1
    assert stored.origin == "memory"
    assert other is not None
    assert backend.calls == 1
    backend.released.set()


def test_the_environment_answers_for_the_variables_named_only() -> None:
    store = SecretStore(environment={"OPENAI_API_KEY": "sk-env"})

    found = store.find("OpenAI", ["OPENAI_API_KEY"])

    assert store.find("Somebody else's server") is None
    assert found is not None
    assert (found.key, found.origin) == ("sk-env", "environment")
    assert "OPENAI_API_KEY" in found.words


def test_what_was_typed_now_wins_over_the_environment() -> None:
    store = SecretStore(environment={variable_of("Lab"): "sk-env"})
    store.store("Lab", "sk-typed")

    found = store.find("Lab")

    assert found is not None
    assert found.key == "sk-typed"


@pytest.mark.parametrize("backend", [_Working, null.Keyring, fail.Keyring])
def test_a_forgotten_key_is_gone(use, backend) -> None:
    use(backend())
    store = SecretStore(environment={})
    store.store("Lab", "sk-1")

    store.forget("Lab")
    store.forget("Lab")

    assert store.find("Lab") is None


def test_hidden_keys_are_found_and_inherited_by_nobody(monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-env")
    monkeypatch.setenv(variable_of("Lab"), "sk-lab")
    monkeypatch.setattr(secret_store, "_hidden", {})
    secret_store.hide_keys()

    names = subprocess.run(["env"], capture_output=True, text=True, check=True).stdout
    assert "sk-" not in names
    assert SecretStore().find("OpenAI", ["OPENAI_API_KEY"]).key == "sk-env"
    assert SecretStore().find("Lab").key == "sk-lab"


@pytest.mark.parametrize("pasted", ["Bearer sk-1", "  sk-1\r\n", "bearer  sk-1 ", '"sk-1"'])
def test_a_pasted_key_is_trimmed(pasted: str) -> None:
    assert clean_key(pasted) == "sk-1"


@given(st.text())
def test_no_text_becomes_a_key_that_breaks_a_header(text: str) -> None:
    try:
        key = clean_key(text)
    except SettingsError as error:
        assert error.message.endswith("page.")  # noqa: PT017 -- either outcome is right
    else:
        assert key.isascii()
        assert key.isprintable()
        assert not set(key) & set(" \r\n\t")


def test_a_key_is_kept_in_a_file_only_when_asked_and_for_nobody_else(use, studio_home) -> None:
    use(null.Keyring())
    store = SecretStore(environment={})
    store.store("Other", "sk-0")
    assert not studio_home.exists()

    stored = store.store_in_file("Lab", "Bearer sk-1")
    found = SecretStore(environment={}).find("Lab")

    (file,) = (studio_home / "config").iterdir()
    assert file.stat().st_mode & 0o777 == 0o600
    assert str(file) in stored.words
    assert found is not None
    assert (found.key, found.origin) == ("sk-1", "file")
    store.forget("Lab")
    assert SecretStore(environment={}).find("Lab") is None


@pytest.mark.parametrize("content", [b"", b"[]", b'{"Lab": "a b"}', b'{"Lab": 3}', b"\xff"])
def test_a_damaged_key_file_holds_no_keys(use, studio_home, content) -> None:
    use(null.Keyring())
    file = studio_home / "config" / "keys.json"
    file.parent.mkdir(parents=True)
    file.write_bytes(content)

    assert SecretStore(environment={}).find("Lab") is None


@pytest.mark.parametrize(
    "content", [b"", b"[]", b'{"Lab": "a b", "Other": "sk-0"}', b'{"Lab": "sk-1"', b"\xff"]
)
def test_keys_that_cannot_be_read_are_kept_beside_and_not_overwritten(
    use, studio_home, content
) -> None:
    use(null.Keyring())
    file = studio_home / "config" / "keys.json"
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    store = SecretStore(environment={})

    store.store_in_file("New", "sk-2")

    assert file.with_name("keys.json.bad").read_bytes() == content
    assert store.find("New").key == "sk-2"
    other = store.find("Other")
    assert (other is not None) == (b"Other" in content)


def test_a_key_file_that_may_not_be_read_is_moved_aside(use, studio_home) -> None:
    use(null.Keyring())
    file = studio_home / "config" / "keys.json"
    (file / "mine").mkdir(parents=True)
    store = SecretStore(environment={})

    store.store_in_file("New", "sk-2")

    assert store.find("New").key == "sk-2"
    assert (file.with_name("keys.json.bad") / "mine").exists()


def test_the_key_file_stays_a_link_with_the_rights_it_has(use, studio_home, tmp_path) -> None:
    use(null.Keyring())
    elsewhere, file = tmp_path / "keys", studio_home / "config" / "keys.json"
    elsewhere.write_text("{}")
    elsewhere.chmod(0o400)
    file.parent.mkdir(parents=True)
    file.symlink_to(elsewhere)

    SecretStore(environment={}).store_in_file("Lab", "sk-1")

    assert file.is_symlink()
    assert "sk-1" in elsewhere.read_text()
    assert elsewhere.stat().st_mode & 0o777 == 0o400


def test_a_key_file_that_cannot_be_written_is_said_so(use, studio_home) -> None:
    use(null.Keyring())
    studio_home.parent.mkdir(exist_ok=True)
    studio_home.touch()

    with pytest.raises(SettingsError, match="could not be kept"):
        SecretStore(environment={}).store_in_file("Lab", "sk-1")


def test_a_key_never_shows_in_a_log() -> None:
    assert "sk-1" not in repr(SecretStore(environment={}).store("Lab", "sk-1"))


def test_variable_names_are_what_shells_take() -> None:
    assert variable_of("My lab (2)") == "INPAINT_STUDIO_KEY_MY_LAB_2"


def test_keyring_is_imported_only_when_asked() -> None:
    code = "import sys, inpaint_studio.secret_store; print('keyring' in sys.modules)"
    answer = subprocess.check_output([sys.executable, "-c", code], text=True)
    assert answer.strip() == "False"
