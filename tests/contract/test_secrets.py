"""Fault row 80: what is secret, in which spellings it is found, and what stays readable."""

import base64
import copy
import html
from urllib.parse import quote

import pytest

from inpaint_studio.contract.events import Completed
from inpaint_studio.contract.profile import Profile
from inpaint_studio.contract.secrets import (
    MARK,
    Secrets,
    redacted_address,
    tells_of_secret,
)
from inpaint_studio.errors import ModerationError, StudioError
from inpaint_studio.phrase import Phrase
from tests.support.canary import CANARY

BASIC = "Basic " + base64.b64encode(f"me:{CANARY}".encode()).decode()
HOST = "https://images.test/v1"


def secrets(api_key=CANARY, proxies=(), further=None, **fields) -> Secrets:
    profile = Profile(**{"name": "t", "base_url": HOST, **fields})
    return Secrets.of(profile, api_key, proxies=proxies, further=further)


def pieces(secret: str) -> list[str]:
    return [secret[start : start + 8].lower() for start in range(len(secret) - 7)]


SPELLINGS = {
    "whole": str,
    "its beginning": lambda key: key[:12],
    "its end": lambda key: key[-12:],
    "its middle": lambda key: f"…{key[9:20]}…",
    "upper case": str.upper,
    "quoted": lambda key: quote(key, safe=""),
    "quoted twice": lambda key: quote(quote(key, safe=""), safe=""),
    "base64": lambda key: base64.b64encode(key.encode()).decode(),
    "base64 for addresses": lambda key: base64.urlsafe_b64encode(f"a:{key}".encode()).decode(),
    "base64 of a header": lambda key: base64.b64encode(f"Bearer {key}!".encode()).decode()[10:-4],
    "base64 that was cut": lambda key: base64.b64encode(key.encode()).decode()[5:25],
    "hexadecimal": lambda key: key.encode().hex(),
    "as HTML": lambda key: html.escape(key),
    "as HTML numbers": lambda key: "".join(f"&#{ord(each)};" for each in key),
    "broken in lines": lambda key: f"{key[:11]}\n  {key[11:]}",
    "with what nobody sees": lambda key: "\u200b".join(key),
}


@pytest.mark.parametrize("spell", SPELLINGS.values(), ids=SPELLINGS.keys())
def test_a_key_is_found_however_it_is_spelled(spell) -> None:
    spelled = spell(CANARY)

    said = secrets().scrub(f"You sent «{spelled}» to us.")

    assert said == f"You sent «{said[10:-8]}» to us."
    assert MARK in said
    dense = "".join(filter(str.isalnum, said.lower()))
    assert not any("".join(filter(str.isalnum, piece)) in dense for piece in pieces(spelled))


@pytest.mark.parametrize(
    "given",
    [
        {"api_key": CANARY},
        {"headers": {"X-Api-Key": CANARY}},
        {"headers": {"X-Team": CANARY}},
        {"headers": {"Authorization": f"Bearer {CANARY}"}},
        {"headers": {"Authorization": BASIC}},
        {"headers": {"Cookie": f"a=1; session={CANARY}"}},
        {"query": {"sig": CANARY}},
        {"query": {"anything": CANARY}},
        {"fields": {"password": CANARY}},
        {"further": {"api_token": CANARY}},
        {"base_url": f"https://me:{quote(CANARY, safe='')}@images.test/v1"},
        {"base_url": f"https://me:{CANARY}@images.test/v1"},
        {"base_url": f"{HOST}?code={quote(CANARY, safe='')}"},
        {"edits_path": f"/images/edits?sig={quote(CANARY, safe='')}"},
        {"proxies": [f"http://me:{quote(CANARY, safe='')}@proxy.test:3128"]},
        {"proxies": [f"me:{quote(CANARY, safe='')}@proxy.test:3128"]},
    ],
)  # fmt: skip
def test_all_that_is_sent_in_secret_is_a_secret(given) -> None:
    known = secrets(**{"api_key": None, **given})

    assert CANARY not in known.scrub(f"It was {CANARY}")
    assert CANARY not in known.scrub(f"It was ({CANARY}).")


def test_a_short_password_is_found_as_a_word_only() -> None:
    known = secrets(api_key=None, base_url="https://me:art7@images.test/v1")

    assert known.scrub("art7 is wrong, smart7 is not") == f"{MARK} is wrong, smart7 is not"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"api_key": "x"}, "An extra box"),
        ({"api_key": "local"}, "No local model"),
        ({"api_key": ""}, "Nothing"),
        ({"query": {"api-version": "2025-04-01-preview"}}, "2025-04-01-preview is gone"),
        ({"headers": {"X-Team": "blue"}}, "The blue team"),
        ({"fields": {"quality": "extraordinary"}}, "extraordinary is no quality"),
        ({}, "images.test refused the connection. Is the server running?"),
    ],
)
def test_other_words_stay(given, words) -> None:
    assert secrets(**given).scrub(words) == words


def test_a_phrase_stays_one_and_can_be_said_in_another_language() -> None:
    inner = Phrase("It says {said}.", said=CANARY)
    said = secrets().scrub(Phrase("{inner} {count} times.", inner=inner, count=2))

    assert isinstance(said, Phrase)
    assert said == f"It says {MARK}. 2 times."
    assert said.fields["inner"].fields == {"said": MARK}
    assert copy.copy(said) == said


def test_a_phrase_that_only_together_says_a_secret_is_words() -> None:
    said = secrets().scrub(Phrase("{one}{two}", one=CANARY[:7], two=CANARY[7:]))

    assert CANARY not in said


def test_an_error_and_what_it_came_from_are_cleansed() -> None:
    error = ModerationError("No", f"Not {CANARY}", code=CANARY, request_id=CANARY, detail=CANARY)
    error.categories = ("one", CANARY)
    error.__cause__ = ExceptionGroup("all", [ValueError(f"b'{CANARY}'"), StudioError("t", CANARY)])

    secrets().cleanse(error)

    told = [error, error.__cause__, *error.__cause__.exceptions]
    assert CANARY not in "".join(f"{each} {vars(each)}" for each in told)
    assert str(error) == f"No: Not {MARK}"
    assert error.categories == ("one", MARK)


def test_the_words_of_an_event_are_scrubbed_and_its_picture_is_not() -> None:
    event = Completed(image=CANARY.encode(), revised_prompt=f"A door {CANARY}", size=CANARY)

    clean = secrets().of_event(event)

    assert clean == Completed(image=CANARY.encode(), revised_prompt=f"A door {MARK}", size=MARK)


@pytest.mark.parametrize(
    "name",
    ["sig", "X-Amz-Signature", "pass", "userPass", "pwd", "dbpwd", "credential", "X-Amz-Credential",
     "subscription-key", "apikey", "apiKey", "access_token", "OAuth", "code", "client_secret",
     "Cookie", "passphrase", "jwt", "Proxy-Authorization", "sessionId", "X-Auth-User"],
)  # fmt: skip
def test_names_tell_of_secrets(name) -> None:
    assert tells_of_secret(name)


@pytest.mark.parametrize(
    "name",
    ["design", "max_tokens", "author", "keyframes", "X-Team", "api-version", "passes", "signal",
     "language_code", "prompt", "model", "creditor", "sidebar"],
)  # fmt: skip
def test_names_that_only_look_like_it_do_not(name) -> None:
    assert not tells_of_secret(name)


@pytest.mark.parametrize("value", ["Bearer abcdefgh1", "sk-abcdefgh", "eyJhbGciOiJIUzI1NiJ9.e30"])
def test_values_tell_of_secrets(value) -> None:
    assert tells_of_secret("X-Team", value)
    assert not tells_of_secret("X-Team", "blue")


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        (HOST, HOST),
        ("https://me:pw@host/v1", "https://REDACTED@host/v1"),
        ("https://token@host:8080/v1", "https://REDACTED@host:8080/v1"),
        ("https://me:p/w@host/v1", "https://REDACTED@host/v1"),
        ("me:pw@host/v1", "REDACTED@host/v1"),
        ("https://host/run/@cf/model", "https://host/run/@cf/model"),
        ("https://host:8080/run/@cf/model", "https://host:8080/run/@cf/model"),
        ("https://host/v1?a=1&sig=x%20y&b", "https://host/v1?a=1&sig=REDACTED&b"),
    ],
)
def test_addresses_are_shown_without_their_secrets(address, shown) -> None:
    assert redacted_address(address) == shown
