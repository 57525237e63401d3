"""One request as text to run elsewhere: as curl, and as Python with the official package.

Neither holds a key: both read it from the environment. Other secrets are blacked out.
"""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from inpaint_studio.contract.fields import FIELDS, RequestField
from inpaint_studio.contract.secrets import (
    REDACTED,
    redacted,
    redacted_address,
    tells_of_secret,
)
from inpaint_studio.phrase import Phrase

KEY_VARIABLE = "OPENAI_API_KEY"
_OFFICIAL_PATH = "/images/edits"


@dataclass(frozen=True, slots=True, kw_only=True)
class SentFile:
    """A picture of the request: the form field it goes under, and where a copy of it lies."""

    field: str
    path: Path
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """One POST. `fields` are form fields in order, `auth` how the key is told."""

    base_url: str
    path: str = _OFFICIAL_PATH
    auth: str = "bearer"
    headers: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    fields: Sequence[tuple[str, str]]
    files: Sequence[SentFile]

    @property
    def url(self) -> str:
        """The address without the profile's query, its secrets blacked out."""
        model = dict(self.fields).get("model", "")
        whole = self.base_url.strip().rstrip("/") + self.path.replace("{model}", model)
        return redacted_address(whole)

    @property
    def shown_fields(self) -> list[tuple[str, str]]:
        """The form fields with those blacked out whose name tells of a secret."""
        return [(name, REDACTED if tells_of_secret(name) else value) for name, value in self.fields]


def as_curl(recipe: Recipe) -> str:
    """A command for a POSIX shell; streams come out as they arrive."""
    url = recipe.url
    if recipe.query:
        query = "&".join(f"{name}={value}" for name, value in redacted(recipe.query).items())
        url += ("&" if "?" in url else "?") + query
    lines = [f"curl --no-buffer {shlex.quote(url)}"]
    if recipe.auth != "none":
        name = "api-key: " if recipe.auth == "api-key" else "Authorization: Bearer "
        lines.append(f'--header "{name}${KEY_VARIABLE}"')
    headers = redacted(recipe.headers).items()
    lines += [f"--header {shlex.quote(f'{name}: {value}')}" for name, value in headers]
    # --form-string, since --form reads a leading @ or < as the name of a file.
    lines += [
        f"--form-string {shlex.quote(f'{name}={value}')}" for name, value in recipe.shown_fields
    ]
    lines += [f"--form {shlex.quote(_curl_file(file))}" for file in recipe.files]
    return " \\\n  ".join(lines) + "\n"


def as_python(recipe: Recipe) -> str:
    """A program for the official package; results land beside it as result-1 and so on."""
    stream = dict(recipe.fields).get("stream") == "true"
    return _PROGRAM.format(
        variable=KEY_VARIABLE,
        client="".join(f"    {line},\n" for line in _client_arguments(recipe)),
        call="".join(f"    {line},\n" for line in _call_arguments(recipe)),
        tail=_STREAM_TAIL if stream else _PLAIN_TAIL,
    )


def python_obstacle(recipe: Recipe) -> str:
    """Why the official package cannot send this request; "" where it can."""
    if recipe.path != _OFFICIAL_PATH:
        return Phrase(
            "The official package posts to {official} only, not to {path}.",
            official=_OFFICIAL_PATH,
            path=redacted_address(recipe.path),
        )
    names = [file.field for file in recipe.files]
    usual = ["image"] if names.count("image[]") == 0 else ["image[]"]
    odd = [name for name in names if name not in (*usual, "mask")]
    if odd or names.count("image") > 1:
        return Phrase(
            "The official package has no file field {field} of this kind.",
            field=(odd or ["image"])[0],
        )
    return ""


def _curl_file(file: SentFile) -> str:
    path = str(file.path).replace("\\", "\\\\").replace('"', '\\"')
    return f'{file.field}=@"{path}";type={file.media_type}'


def _client_arguments(recipe: Recipe) -> list[str]:
    lines = [f"base_url={redacted_address(recipe.base_url.strip())!r}"]
    lines.append(f'api_key=os.environ.get("{KEY_VARIABLE}", "none")')
    headers = [f"{name!r}: {value!r}" for name, value in redacted(recipe.headers).items()]
    if recipe.auth == "api-key":
        headers.insert(0, f'"api-key": os.environ["{KEY_VARIABLE}"]')
    if headers:
        lines.append(f"default_headers={{{', '.join(headers)}}}")
    if recipe.query:
        lines.append(f"default_query={redacted(recipe.query)!r}")
    return [*lines, "max_retries=0"]


def _call_arguments(recipe: Recipe) -> list[str]:
    images = [f"Path({str(f.path)!r})" for f in recipe.files if f.field != "mask"]
    several = any(file.field == "image[]" for file in recipe.files)
    lines = [f"image=[{', '.join(images)}]" if several else f"image={images[0]}"]
    lines += [f"mask=Path({str(f.path)!r})" for f in recipe.files if f.field == "mask"]
    named = {row.name: row for row in FIELDS if row.is_official}
    lines += [_argument(named[name], value) for name, value in recipe.shown_fields if name in named]
    extra = _extra_body([pair for pair in recipe.shown_fields if pair[0] not in named])
    return [*lines, f"extra_body={extra!r}"] if extra else lines


def _argument(row: RequestField, value: str) -> str:
    if row.kind == "boolean":
        return f"{row.name}={value == 'true'}"
    is_number = row.kind == "integer" and value.isascii() and value.isdigit()
    return f"{row.name}={value if is_number else repr(value)}"


def _extra_body(fields: Sequence[tuple[str, str]]) -> dict[str, str | list[str]]:
    """Flat fields as the package takes them: it writes lists as `name[]` itself."""
    body: dict[str, str | list[str]] = {}
    for name, value in fields:
        if name.endswith("[]"):
            items = body.setdefault(name.removesuffix("[]"), [])
            assert isinstance(items, list)
            items.append(value)
        else:
            body[name] = value
    return body


_PROGRAM = """\
import base64
import os
from pathlib import Path
from urllib.request import urlopen

from openai import OpenAI

client = OpenAI(
{client})
answer = client.images.edit(
{call})


def save(number, image):
    data = base64.b64decode(image.b64_json) if image.b64_json else urlopen(image.url).read()
    Path(f"result-{{number}}").write_bytes(data)


{tail}"""

_STREAM_TAIL = """\
for event in answer:
    print(event.type)
    if event.type == "image_edit.completed":
        save(1, event)
"""

_PLAIN_TAIL = """\
for number, image in enumerate(answer.data, 1):
    save(number, image)
    print("result", number)
"""
