"""The key's field while a keyring takes its time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from inpaint_studio.contract.profile import Profile
from inpaint_studio.secret_store import Secret
from inpaint_studio.session.tasks import Tasks
from inpaint_studio.ui.profiles.key_field import KeyField

LAB = Profile(name="Lab", base_url="https://lab.invalid/v1")
KEPT = Secret("sk-1", "keyring", "The key is kept in this computer's keyring.")


class SlowKeyring:
    """Answers each question when the test says so: the order is what matters here."""

    def __init__(self) -> None:
        self.looked: list[asyncio.Future[Secret | None]] = []
        self.stored: list[asyncio.Future[Secret]] = []
        self.names: list[str] = []

    async def key_of(self, profile: Profile) -> Secret | None:
        self.looked.append(asyncio.get_running_loop().create_future())
        return await self.looked[-1]

    async def store_key(self, name: str, key: str, *, in_file: bool = False) -> Secret:
        self.names.append(name)
        self.stored.append(asyncio.get_running_loop().create_future())
        return await self.stored[-1]


async def settle() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


@pytest.fixture
def keeping(qtbot) -> Callable[[], tuple[SlowKeyring, KeyField]]:
    """A keyring and its field; a key for `LAB` was typed there and is being kept."""

    def make() -> tuple[SlowKeyring, KeyField]:
        keyring = SlowKeyring()
        tasks = Tasks(asyncio.get_running_loop(), pytest.fail)
        field = KeyField(keyring, tasks)
        qtbot.addWidget(field)
        field.show_profile(LAB)
        field._line.setText("sk-1")
        field._keep.click()
        return keyring, field

    return make


async def test_a_late_look_does_not_deny_the_key_that_was_kept_meanwhile(keeping) -> None:
    keyring, field = keeping()
    await settle()
    keyring.stored[0].set_result(KEPT)
    await settle()
    keyring.looked[0].set_result(None)
    await settle()
    assert "kept in this computer's keyring" in field._words.text()
    assert field._line.text() == ""


async def test_a_look_begun_while_a_key_is_kept_is_repeated(keeping) -> None:
    keyring, field = keeping()
    field.show_profile(LAB)
    await settle()
    keyring.looked[1].set_result(None)
    keyring.stored[0].set_result(KEPT)
    await settle()
    keyring.looked[2].set_result(KEPT)
    await settle()
    assert "kept in this computer's keyring" in field._words.text()


async def test_a_key_is_kept_for_the_profile_it_was_typed_for_and_leaves_the_next_alone(
    keeping,
) -> None:
    keyring, field = keeping()
    field.show_profile(Profile(name="Other", base_url="https://other.invalid/v1"))
    field._line.setText("sk-2")
    await settle()
    keyring.stored[0].set_result(KEPT)
    await settle()
    assert keyring.names == ["Lab"]
    assert field._line.text() == "sk-2"
    assert "kept in" not in field._words.text()
