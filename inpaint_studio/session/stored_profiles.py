"""Profiles as the settings hold them, and what the environment offers besides."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from inpaint_studio.contract.profile import Profile, host_of
from inpaint_studio.contract.templates import TEMPLATES
from inpaint_studio.errors import SettingsError

KEY_VARIABLE = "OPENAI_API_KEY"
ADDRESS_VARIABLE = "OPENAI_BASE_URL"


@dataclass(frozen=True, slots=True)
class StoredProfiles:
    """Profiles in their order, and the names of entries that make none."""

    profiles: tuple[Profile, ...]
    rejected: tuple[str, ...]


def read_profiles(stored: Iterable[Mapping[str, Any]], taken: Iterable[str]) -> StoredProfiles:
    """The profiles of the settings; names that are empty, taken or repeated are rejected."""
    names = set(taken)
    read: list[Profile] = []
    rejected: list[str] = []
    for entry in stored:
        try:
            profile = Profile.from_json(entry)
        except SettingsError:
            profile = None
        if profile is None or not profile.name.strip() or profile.name in names:
            rejected.append(str(entry.get("name", "?")))
            continue
        names.add(profile.name)
        read.append(profile)
    return StoredProfiles(tuple(read), tuple(rejected))


def free_name(base: str, taken: Iterable[str]) -> str:
    """The name, or the name with the first number that is free."""
    names = set(taken)
    candidates = (base, *(f"{base} {number}" for number in range(2, len(names) + 3)))
    return next(name for name in candidates if name not in names)


def offered_by(environment: Mapping[str, str] = os.environ) -> Profile | None:
    """The profile that OPENAI_API_KEY and OPENAI_BASE_URL describe; None where neither is set."""
    address = environment.get(ADDRESS_VARIABLE, "").strip().rstrip("/")
    if not address and not environment.get(KEY_VARIABLE, "").strip():
        return None
    openai = TEMPLATES["OpenAI"]
    if not address or host_of(address) == host_of(openai.base_url):
        return replace(openai, base_url=address or openai.base_url)
    return replace(TEMPLATES["Other gateway"], name=host_of(address) or address, base_url=address)


def variables_of(profile: Profile, environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """Further variables a profile's key may come from.

    The vendor's key belongs to the vendor, or to the address that is set beside it: it must not
    travel to another server.
    """
    offered = offered_by(environment)
    meant = {host_of(TEMPLATES["OpenAI"].base_url)}
    if environment.get(ADDRESS_VARIABLE, "").strip() and offered is not None:
        meant = {host_of(offered.base_url)}
    return (KEY_VARIABLE,) if host_of(profile.base_url) in meant - {""} else ()
