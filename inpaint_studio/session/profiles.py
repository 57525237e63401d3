"""The endpoints that are set up, and which of them runs are sent to."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from inpaint_studio.client import EditClient
from inpaint_studio.client.address_probe import answering_correction
from inpaint_studio.client.probe import probe
from inpaint_studio.client.probe_report import CheckResult
from inpaint_studio.contract.catalog import Catalog
from inpaint_studio.contract.check import Problem
from inpaint_studio.contract.model_info import ModelInfo
from inpaint_studio.contract.profile import KEY, Profile, host_of, local_fill
from inpaint_studio.contract.profile_catalog import catalog_of, models_of
from inpaint_studio.errors import RequestError, SettingsError, StudioError
from inpaint_studio.phrase import Phrase
from inpaint_studio.runs.run import Endpoint, Variant
from inpaint_studio.secret_store import Secret, SecretStore
from inpaint_studio.session.io_thread import IoThread
from inpaint_studio.session.local_server import LocalServer
from inpaint_studio.session.stored_profiles import (
    free_name,
    offered_by,
    read_profiles,
    variables_of,
)
from inpaint_studio.session.tasks import Tasks
from inpaint_studio.settings import Settings, keep_copy

LOCAL_FILL = local_fill("").name


class Profiles(QObject):
    """Local fill, which is always there and always first, and the person's own."""

    changed = Signal()
    """The list or a profile in it."""
    active_changed = Signal()
    """Whom runs are sent to, what is known of it, or which models it lists."""

    def __init__(
        self,
        settings: Settings,
        catalog: Catalog,
        server: LocalServer,
        client: EditClient,
        io: IoThread,
        tasks: Tasks,
        secrets: SecretStore | None = None,
    ) -> None:
        super().__init__()
        self._catalog = catalog
        self._server = server
        self._client = client
        self._io = io
        self._tasks = tasks
        self._secrets = secrets or SecretStore()
        self._listed: dict[str, tuple[str, ...]] = {}
        self._keyless: set[str] = set()
        self._removed: tuple[int, Profile] | None = None
        self._local = replace(
            local_fill(""),
            idle_timeout_s=settings.idle_timeout_s,
            total_timeout_s=settings.total_timeout_s,
        )
        stored = read_profiles(settings.profiles, [LOCAL_FILL])
        self.notice = _notice_of(stored.rejected)
        self._own = list(stored.profiles)
        names = [profile.name for profile in self.all]
        self._active = settings.active_profile if settings.active_profile in names else LOCAL_FILL

    @property
    def all(self) -> tuple[Profile, ...]:
        """Every profile in its order, Local fill first."""
        return (self._local, *self._own)

    @property
    def active(self) -> Profile:
        """The profile runs are sent to."""
        return self.named(self._active) or self._local

    @property
    def catalog(self) -> Catalog:
        """The catalog as it holds behind the active profile."""
        return catalog_of(self.active, self._catalog)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What a run should know of the active profile: its key, and what a test found."""
        found: list[Problem] = []
        if self._active in self._keyless:
            words = Phrase("{profile} has no key.", profile=self._active)
            found.append(Problem(KEY, words, is_error=self.active.needs_key))
        if self.active.honours_mask is False:
            words = Phrase(
                "This endpoint ignored the mask when it was tested; only your composite keeps it."
            )
            found.append(Problem("mask", words, is_error=False))
        return tuple(found)

    @property
    def models(self) -> tuple[ModelInfo, ...]:
        """The models to offer for the active profile."""
        return models_of(self.active, self._catalog, self._listed.get(self._active, ()))

    @property
    def offer(self) -> Profile | None:
        """What the environment describes and no profile covers yet; never stored unasked."""
        offered = offered_by()
        if offered is None:
            return None
        hosts = {host_of(profile.base_url) for profile in self._own}
        return None if host_of(offered.base_url) in hosts else offered

    def named(self, name: str) -> Profile | None:
        """The profile of that name."""
        return next((profile for profile in self.all if profile.name == name), None)

    def stored(self) -> dict[str, Any]:
        """The settings that hold the profiles."""
        return {
            "profiles": tuple(profile.to_json() for profile in self._own),
            "active_profile": "" if self._active == LOCAL_FILL else self._active,
        }

    def set_timeouts(self, *, idle_s: float, total_s: float) -> None:
        """Seconds for Local fill, whose profile nobody edits."""
        self._local = replace(self._local, idle_timeout_s=idle_s, total_timeout_s=total_s)

    def activate(self, name: str) -> None:
        """Send runs to that profile from now on; what already runs stays where it is."""
        if self.named(name) is None or name == self._active:
            return
        self._active = name
        self._tell(active=True)
        self.list_models()

    def add(self, profile: Profile) -> Profile:
        """Append a profile; a name that is taken gets a number."""
        added = replace(profile, name=free_name(profile.name, self._names()))
        self._own.append(added)
        self._tell()
        return added

    def change(self, name: str, profile: Profile) -> None:
        """Put `profile` in place of the one called `name`; its key goes along.

        Raises:
            SettingsError: the new name is empty or taken.
        """
        index = self._index(name)
        if profile.name != name:
            self._check_name(profile.name)
        was_active = self._active == name
        if was_active:
            self._active = profile.name
        self._own[index] = profile
        self._tell(active=was_active)
        self._tasks.start(self._follow_key(name, profile))

    def remove(self, name: str) -> None:
        """Take a profile out; `restore` puts it back until `forget_removed`."""
        self.forget_removed()
        self._removed = self._index(name), self._take_out(name)

    def withdraw(self, name: str) -> None:
        """Take a profile out as if it had never been added: a key of that name stays."""
        self._take_out(name)

    def _take_out(self, name: str) -> Profile:
        was_active = self._active == name
        if was_active:
            self._active = LOCAL_FILL
        taken = self._own.pop(self._index(name))
        self._tell(active=was_active)
        return taken

    def restore(self) -> Profile | None:
        """Put the profile that was removed last back where it was; None where there is none."""
        if self._removed is None:
            return None
        (index, profile), self._removed = self._removed, None
        profile = replace(profile, name=free_name(profile.name, self._names()))
        self._own.insert(index, profile)
        self._tell()
        return profile

    def forget_removed(self) -> None:
        """Let the key of the removed profile go as well."""
        if self._removed is not None:
            name, self._removed = self._removed[1].name, None
            if name not in self._names():
                self._tasks.start(asyncio.to_thread(self._secrets.forget, name))

    def move(self, name: str, by: int) -> None:
        """Move a profile up (-1) or down (+1); Local fill stays first."""
        index = self._index(name)
        target = min(max(index + by, 0), len(self._own) - 1)
        self._own.insert(target, self._own.pop(index))
        self._tell()

    async def key_of(self, profile: Profile) -> Secret | None:
        """The key of a profile, from wherever it is; a slow keyring does not hold up the window."""
        return await asyncio.to_thread(self._secrets.find, profile.name, variables_of(profile))

    async def store_key(self, name: str, key: str, *, in_file: bool = False) -> Secret:
        """Keep a key; the answer says where.

        Raises:
            SettingsError: the text cannot be a key, or the file cannot be written.
        """
        store = self._secrets.store_in_file if in_file else self._secrets.store
        secret = await asyncio.to_thread(store, name, key)
        if name == self._active:
            self.list_models()
        elif (profile := self.named(name)) is not None:
            await self._look_for_key(profile)
        return secret

    async def forget_key(self, name: str) -> None:
        """Remove the key of a profile."""
        await asyncio.to_thread(self._secrets.forget, name)
        if (profile := self.named(name)) is not None:
            await self._look_for_key(profile)

    async def endpoint(self, profile: Profile | None = None) -> Endpoint:
        """What a run needs to reach a profile, the active one where none is given.

        Raises:
            StudioError: the embedded server does not start.
            RequestError: there is no key, or it would travel unencrypted to another machine,
                unconfirmed.
        """
        endpoint = await self._reached(profile or self.active)
        if endpoint.api_key is None and endpoint.profile.needs_key:
            raise _no_key(endpoint.profile)
        return endpoint

    async def _reached(self, profile: Profile) -> Endpoint:
        """The same for what costs nothing, and may go without a key."""
        if profile.name == LOCAL_FILL:
            address = await self._server.address()
            return Endpoint(replace(profile, base_url=address.base_url), address.token)
        return _endpoint_with(profile, await self.key_of(profile))

    def list_models(self) -> None:
        """Ask the active profile which models it lists; one that does not answer offers others.

        Its key is looked for, too.
        """
        if self._active != LOCAL_FILL:
            self._tasks.start(self._list_models(self.active))

    async def test(
        self, profile: Profile, model: ModelInfo, found: Callable[[CheckResult], None]
    ) -> None:
        """Test a profile's endpoint; `found` hears each check's result on this thread.

        Cancelling the caller closes the connections.

        Raises:
            StudioError: the test could not begin.
        """
        endpoint = await self._reached(profile)
        post = self._tasks.post

        async def follow() -> None:
            async with aclosing(probe(endpoint.profile, model, endpoint.api_key)) as checks:
                async for checked in checks:
                    post(partial(found, checked))

        await self._io.run(follow())

    async def corrected(self, address: str) -> str | None:
        """What an address that does not answer stands for, where that answers; sends no key."""
        return await self._io.run(answering_correction(self._client, address))

    def learn(self, name: str, learned: dict[str, Any]) -> None:
        """Store what a test found in the profile; Local fill has nothing to learn."""
        profile = self.named(name)
        if profile is not None and name != LOCAL_FILL:
            self.change(name, replace(profile, **learned))

    def heed(self, variant: Variant) -> None:
        """Remember what the endpoint said to previews that a run of this session has asked for."""
        sent_to = variant.run.profile
        now = self.named(sent_to.name)
        if now is None or now.base_url != sent_to.base_url:
            return
        model = self._catalog.model(variant.run.snapshot.params.model)
        previews = {**now.previews, **variant.said_of_previews(model)}
        if previews != now.previews:
            self.learn(now.name, {"previews": previews})

    async def _list_models(self, profile: Profile) -> None:
        secret = await self.key_of(profile)
        self._note_key(profile, secret)
        try:
            endpoint = _endpoint_with(profile, secret)
            listed = await self._io.run(self._client.models(endpoint.profile, endpoint.api_key))
        except StudioError:
            return
        self._listed[profile.name] = tuple(listed)
        self.active_changed.emit()

    async def _follow_key(self, former: str, profile: Profile) -> None:
        """A profile has changed: its key goes along, and may be needed no longer."""
        if former != profile.name:
            await asyncio.to_thread(self._rename_key, former, profile.name)
        await self._look_for_key(profile)

    async def _look_for_key(self, profile: Profile) -> None:
        secret = None if profile.auth == "none" else await self.key_of(profile)
        self._note_key(profile, secret)

    def _note_key(self, profile: Profile, secret: Secret | None) -> None:
        """Know whether a profile lacks its key."""
        lacks = profile.auth != "none" and secret is None
        if lacks != (profile.name in self._keyless):
            self._keyless ^= {profile.name}
            if profile.name == self._active:
                self.active_changed.emit()

    def _names(self) -> list[str]:
        return [profile.name for profile in self.all]

    def _index(self, name: str) -> int:
        return [profile.name for profile in self._own].index(name)

    def _check_name(self, name: str) -> None:
        if not name.strip():
            raise SettingsError("A profile needs a name", "Type one.")
        if name in self._names():
            raise SettingsError(
                "This name is taken", Phrase("There is a profile {name} already.", name=name)
            )

    def _rename_key(self, old: str, new: str) -> None:
        secret = self._secrets.find(old)
        if secret is None or secret.origin == "environment":
            return
        keep = self._secrets.store_in_file if secret.origin == "file" else self._secrets.store
        keep(new, secret.key)
        self._secrets.forget(old)

    def _tell(self, *, active: bool = False) -> None:
        self.changed.emit()
        if active:
            self.active_changed.emit()


def _endpoint_with(profile: Profile, secret: Secret | None) -> Endpoint:
    if secret is not None and profile.shows_key_in_the_clear:
        raise _unconfirmed(profile)
    return Endpoint(profile, secret.key if secret else None)


def _no_key(profile: Profile) -> RequestError:
    return RequestError(
        Phrase("{profile} has no key", profile=profile.name),
        "Paste it in its profile, or choose there that none is sent.",
        field=KEY,
    )


def _unconfirmed(profile: Profile) -> RequestError:
    host = host_of(profile.base_url)
    return RequestError(
        "The key was not sent",
        Phrase(
            "http:// would show it to everybody between here and {host}. Use https:// or "
            "allow it in the profile.",
            host=host,
        ),
        field="base_url",
    )


def _notice_of(rejected: tuple[str, ...]) -> SettingsError | None:
    if not rejected:
        return None
    kept = keep_copy()
    words = Phrase("Set up again: {names}.", names=", ".join(rejected))
    if kept:
        words = Phrase(
            "{words} The settings as they were are kept as {kept}.", words=words, kept=kept
        )
    return SettingsError("Some profiles could not be used", words)
