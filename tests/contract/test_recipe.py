import shlex
from pathlib import Path

import pytest

from inpaint_studio.contract.recipe import (
    Recipe,
    SentFile,
    as_curl,
    as_python,
    python_obstacle,
)
from inpaint_studio.contract.secrets import redacted

FIELDS = (
    ("model", "m"), ("prompt", "it's @a <b> \"$HOME\" `x` \\ ä\nnew line"), ("n", "2"),
    ("stream", "true"), ("seed", "7"), ("tag[]", "a"), ("tag[]", "b"),
)  # fmt: skip
PICTURE = SentFile(field="image", path=Path('/tmp/a "b"/image.png'), media_type="image/png")
MASK = SentFile(field="mask", path=Path("/tmp/mask.png"), media_type="image/png")


def recipe(**changes):
    given = {"base_url": "https://host/v1/", "fields": FIELDS, "files": (PICTURE, MASK)}
    return Recipe(**(given | changes))


def curl_words(made):
    return shlex.split(as_curl(made).replace("\\\n", " "))


def test_a_shell_reads_every_field_as_it_is():
    words = curl_words(recipe())
    sent = [words[i + 1].split("=", 1) for i, word in enumerate(words) if word == "--form-string"]
    assert tuple(map(tuple, sent)) == FIELDS
    assert words[:3] == ["curl", "--no-buffer", "https://host/v1/images/edits"]
    assert r'image=@"/tmp/a \"b\"/image.png";type=image/png' in words


def test_python_reads_every_field_as_it_is():
    text = as_python(recipe())
    compile(text, "recipe", "exec")
    assert repr(FIELDS[1][1]) in text
    assert "n=2," in text
    assert "stream=True," in text
    assert "extra_body={'seed': '7', 'tag': ['a', 'b']}" in text


@pytest.mark.parametrize(
    ("auth", "header"),
    [
        ("bearer", "Authorization: Bearer $OPENAI_API_KEY"),
        ("api-key", "api-key: $OPENAI_API_KEY"),
        ("none", None),
    ],
)
def test_the_key_is_read_from_the_environment(auth, header):
    words = curl_words(recipe(auth=auth))
    assert [words[i + 1] for i, w in enumerate(words) if w == "--header"] == [header] * bool(header)


def test_secrets_in_headers_and_query_are_blacked_out():
    secrets = {"X-Api-Key": "s3", "Cookie": "s3", "X-Session-Token": "s3", "X-Team": "blue"}
    made = recipe(headers=secrets, query={"signature": "s3", "api-version": "preview"})
    for text in (as_curl(made), as_python(made)):
        assert "s3" not in text
        assert "blue" in text
        assert "preview" in text
    assert redacted(secrets)["X-Team"] == "blue"


def test_secrets_in_addresses_and_fields_are_blacked_out():
    fields = (*FIELDS, ("api_token", "s3"), ("pwd", "s3"), ("user_pass", "s3"), ("tag[]", "sig"))
    made = recipe(
        base_url="https://me:s3@host/v1", path="/images/edits?sig=s3&credential=s3&a=1",
        query={"X-Amz-Credential": "s3", "b": "2"}, fields=fields,
    )  # fmt: skip
    for text in (as_curl(made), as_python(made), made.url, str(made.shown_fields)):
        assert "s3" not in text
    url = "https://REDACTED@host/v1/images/edits?sig=REDACTED&credential=REDACTED&a=1"
    assert f"{url}&X-Amz-Credential=REDACTED&b=2" in curl_words(made)
    assert ("prompt", FIELDS[1][1]) in made.shown_fields
    assert "s3" not in python_obstacle(made)


@pytest.mark.parametrize(
    "changes",
    [
        {"path": "/images/inpainting"},
        {"files": (PICTURE, SentFile(field="mask_image", path=MASK.path, media_type="image/png"))},
        {"files": (PICTURE, PICTURE)},
    ],
)
def test_what_the_official_package_cannot_send_is_said(changes):
    assert python_obstacle(recipe(**changes)) != ""
    assert python_obstacle(recipe()) == ""


def test_a_model_in_the_path_is_filled_in():
    assert recipe(path="/{model}/edits").url == "https://host/v1/m/edits"
