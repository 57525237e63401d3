"""Which endpoint a command talks to, and the embedded one where none is named."""

from __future__ import annotations

import argparse
import asyncio
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from urllib.parse import urlsplit

from inpaint_studio.cli.output import complain, warn
from inpaint_studio.client import EditClient
from inpaint_studio.contract.address_corrections import corrections
from inpaint_studio.contract.catalog import Catalog
from inpaint_studio.contract.fields import ENUMS
from inpaint_studio.contract.profile import (
    VENDOR_URL,
    Profile,
    host_of,
    is_local_fill,
    is_vendor,
    local_fill,
)
from inpaint_studio.contract.profile_catalog import default_model_of
from inpaint_studio.contract.secrets import redacted_address
from inpaint_studio.errors import RequestError, SettingsError
from inpaint_studio.runs.run import Endpoint
from inpaint_studio.secret_store import SecretStore, clean_key
from inpaint_studio.server.child import ServerChild
from inpaint_studio.settings import load_settings, save_settings

_KEY_VARIABLE = "OPENAI_API_KEY"
_START_TIMEOUT_S = 30.0


def choose(arguments: argparse.Namespace) -> Endpoint:
    """The endpoint the flags and the environment name; the embedded one has no address yet.

    Raises:
        RequestError: there is no such profile, the address is not one, or it would show the key.
        SettingsError: the profile or the key makes no sense.
    """
    endpoint = _with_flags(_named(arguments), arguments)
    if endpoint.api_key and endpoint.profile.shows_key_in_the_clear:
        raise _in_the_clear(endpoint.profile)
    if arguments.timeout is None:
        return endpoint
    idle = min(arguments.timeout, endpoint.profile.idle_timeout_s)
    timed = replace(endpoint.profile, total_timeout_s=arguments.timeout, idle_timeout_s=idle)
    return replace(endpoint, profile=timed)


@contextmanager
def reached(endpoint: Endpoint) -> Iterator[Endpoint]:
    """The endpoint, running: the embedded one is started, and ended with the block."""
    if not is_local_fill(endpoint.profile):
        yield endpoint
        return
    child = ServerChild()
    try:
        address = child.start(_START_TIMEOUT_S)
        yield Endpoint(replace(endpoint.profile, base_url=address.base_url), address.token)
    finally:
        child.stop()


def default_model(endpoint: Endpoint, catalog: Catalog) -> str:
    """The model to ask for where none was named.

    Raises:
        RequestError: the endpoint lists none.
        StudioError: the endpoint was asked and could not be reached.
    """
    profile = endpoint.profile
    if profile.default_model or is_vendor(profile):
        return default_model_of(profile, catalog)
    models = asyncio.run(_models(endpoint))
    if not models:
        raise RequestError("Name a model with --model", "The endpoint lists none.", field="model")
    return default_model_of(profile, catalog, models)


async def _models(endpoint: Endpoint) -> list[str]:
    client = EditClient()
    try:
        return await client.models(endpoint.profile, endpoint.api_key)
    finally:
        await client.aclose()


def remember_previews(profile: Profile, said: Mapping[str, str]) -> None:
    """Keep with the stored profile what its endpoint said to previews, as the window does."""
    if not said:
        return
    loaded = load_settings()
    if loaded.notice is not None:
        return  # what cannot be read of the settings would be overwritten
    try:
        profiles = [
            {**entry, "previews": {**Profile.from_json(entry).previews, **said}}
            if (entry.get("name"), entry.get("base_url")) == (profile.name, profile.base_url)
            else entry
            for entry in loaded.settings.profiles
        ]
        if profiles == list(loaded.settings.profiles):
            return
        save_settings(replace(loaded.settings, profiles=tuple(profiles)))
    except SettingsError as error:
        complain(error)


def _named(arguments: argparse.Namespace) -> Endpoint:
    key = clean_key(arguments.api_key) if arguments.api_key else None
    if arguments.profile:
        return _stored(arguments.profile, key)
    base_url = arguments.base_url or os.environ.get("OPENAI_BASE_URL")
    environment_key = os.environ.get(_KEY_VARIABLE, "").strip()
    if base_url or environment_key:
        key = key or (clean_key(environment_key) if environment_key else None)
        return Endpoint(_at(base_url or VENDOR_URL), key)
    if key:
        warn("--api-key is not used: without --base-url or --profile nothing leaves this machine.")
    return _embedded()


def _in_the_clear(profile: Profile) -> RequestError:
    host = host_of(profile.base_url)
    return RequestError(
        "The key was not sent",
        f"http:// would show it to everybody between here and {host}. Use https://, or allow it in "
        "a profile (Settings, Profiles) and give its name with --profile.",
        field="base_url",
    )


def _with_flags(endpoint: Endpoint, arguments: argparse.Namespace) -> Endpoint:
    """A flag that is given is sent, at its default too: it goes over the profile's own field."""
    given = {row.name: getattr(arguments, row.name) for row in ENUMS}
    said = {name: value for name, value in given.items() if value is not None}
    fields = {**endpoint.profile.fields, **said}
    return replace(endpoint, profile=replace(endpoint.profile, fields=fields))


def _embedded() -> Endpoint:
    return Endpoint(local_fill(""), None)


def _at(base_url: str) -> Profile:
    try:
        parts = urlsplit(base_url)
        is_address = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        is_address = False
    if not is_address:
        better = next(iter(corrections(base_url)), VENDOR_URL)
        raise RequestError(
            f"{redacted_address(base_url)} is not an address",
            f"Give --base-url as in {better}.",
            field="base_url",
        )
    return Profile(name=parts.netloc.rpartition("@")[2], base_url=base_url.rstrip("/"))


def _stored(name: str, key: str | None) -> Endpoint:
    if name == local_fill("").name:
        return _embedded()
    loaded = load_settings()
    if loaded.notice:
        warn(str(loaded.notice))
    stored = {str(entry.get("name")): entry for entry in loaded.settings.profiles}
    if name not in stored:
        known = ", ".join((local_fill("").name, *stored))
        raise RequestError(
            f"There is no profile {name}", f"Give --profile one of: {known}.", field="profile"
        )
    profile = Profile.from_json(stored[name])
    return Endpoint(profile, key or _key_of(profile))


def _key_of(profile: Profile) -> str | None:
    # The vendor's variable is for the vendor: a key must not travel to another server.
    is_openai = host_of(profile.base_url) == host_of(VENDOR_URL)
    secret = SecretStore().find(profile.name, (_KEY_VARIABLE,) if is_openai else ())
    return secret.key if secret else None
