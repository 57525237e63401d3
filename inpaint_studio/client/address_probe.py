"""Which correction of an address answers: asked for its models, which costs nothing.

No key, header or query goes along: where they were typed for is not known to be where this leads.
"""

from __future__ import annotations

from inpaint_studio.client.edit_client import EditClient
from inpaint_studio.contract.address_corrections import corrections
from inpaint_studio.contract.profile import Profile
from inpaint_studio.errors import AuthenticationError, StudioError


async def answering_correction(client: EditClient, address: str) -> str | None:
    """The likeliest correction that answers; None where there is none, or none is needed.

    Many servers ask for a key before they look at a path: a refusal makes no address right, but
    says of its correction that somebody is there.
    """
    candidates = corrections(address)
    if not candidates or await _answers(client, address, refusing=False):
        return None
    for candidate in candidates:
        if await _answers(client, candidate, refusing=True):
            return candidate
    return None


async def _answers(client: EditClient, address: str, *, refusing: bool) -> bool:
    """Whether an endpoint lists its models there; or refuses to, as it may know nobody."""
    try:
        await client.models(Profile(name="", base_url=address))
    except AuthenticationError:
        return refusing
    except StudioError:
        return False
    return True
