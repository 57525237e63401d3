"""The two bodies of an edit, multipart and JSON, read into the same form."""

from __future__ import annotations

import binascii
import codecs
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import parse_options_header
from starlette.datastructures import FormData, Headers, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from inpaint_studio.contract.fields import FIELDS
from inpaint_studio.contract.foreign_json import as_text
from inpaint_studio.contract.image_text import decode_base64
from inpaint_studio.contract.media import sniff
from inpaint_studio.errors import ProtocolError
from inpaint_studio.server.error_responses import (
    ErrorResponse,
    missing,
    type_name,
    unsupported_file,
    wrong_type,
)

IMAGE_TYPES = ("image/png", "image/jpeg", "image/webp")
IMAGE_TEXT_LIMIT = 20_971_520
"""Characters of an `image_url` in a JSON body."""

_FILE_FIELD = re.compile(r"(image|images|mask|markup)(\[\d*\])?")
_PICTURES = ("image", "images", "mask", "markup")
_JSON_TYPES: Mapping[str, tuple[str, tuple[type, ...]]] = {
    "text": ("a string", (str,)),
    "enum": ("a string", (str,)),
    "integer": ("an integer", (int,)),
    "boolean": ("a boolean", (bool,)),
}
_CHARSETS = {"utf-8": "utf-8", "ascii": "utf-8", "iso8859-1": "latin-1"}
_MAX_PARTS = 200
_MAX_NAME = 1000
_MOST_JSON_MARKS = 200_000
"""Commas and brackets: all that makes a value of two bytes take a hundred in memory. Prompts have
some, pictures one.
"""
_HEAD = 64


@dataclass(frozen=True, slots=True)
class Upload:
    """A picture as it was sent: its file's bytes, what they really are, and how many they were.

    Of references only the first bytes are kept: the fill has no use for them.
    """

    content: bytes
    media_type: str
    byte_count: int


@dataclass(slots=True)
class Form:
    """The pictures in the order they came, and every other field as text."""

    texts: dict[str, str] = field(default_factory=dict)
    images: list[Upload] = field(default_factory=list)
    mask: Upload | None = None
    markup: Upload | None = None

    def add(self, name: str, upload: Upload) -> None:
        """File an upload under its field; a further mask replaces the first."""
        if name == "mask":
            self.mask = upload
        elif name == "markup":
            self.markup = upload
        else:
            self.images.append(upload)


async def read_form(request: Request, *, strict: bool = False) -> Form:
    """The form in a request's body, told by its Content-Type.

    `strict` refuses files that are declared as something else than the pictures they are.

    Raises:
        ErrorResponse: neither body, a broken one, or a field of the wrong kind.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "multipart/form-data":
        form = await _read_multipart(request, strict)
    elif kind == "application/json":
        form = _read_json(await request.body())
    else:
        raise ErrorResponse(
            400,
            f"Unsupported content type: '{kind}'. Send 'multipart/form-data' or "
            "'application/json'.",
        )
    _check_texts(form.texts)
    if not form.images:
        raise missing("image")
    return form


def _check_texts(texts: Mapping[str, str]) -> None:
    for name, text in texts.items():
        if as_text(name) != name or as_text(text) != text:
            message = f"Invalid '{name}': it is no text, as half a character is missing in it."
            raise ErrorResponse(400, message, param=name, code="invalid_value")


async def _read_multipart(request: Request, strict: bool) -> Form:
    charset = _charset(request.headers["content-type"])
    form = Form()
    try:
        parts = await _parts(request)
    except (MultiPartException, FormParserError) as broken:
        # Starlette lets the parser's own fault through until 1.6.
        reason = broken.message if isinstance(broken, MultiPartException) else broken
        raise ErrorResponse(400, f"The form cannot be read: {reason}") from broken
    try:
        for raw_name, value in parts.multi_items():
            name = raw_name.encode("latin-1").decode(charset, "replace")
            read = _decoded_text(name, value, charset) if isinstance(value, str) else value
            await _add_part(form, name, read, strict)
    finally:
        await parts.close()
    return form


async def _parts(request: Request) -> FormData:
    """The parts with every byte of a text as one character.

    Starlette would read what is not in the form's charset as Latin-1, and nobody could tell.
    """
    content_type = f"{request.headers['content-type']}; charset=latin-1"
    if parse_options_header(content_type)[1].get(b"charset") != b"latin-1":
        raise MultiPartException("its Content-Type has a quote that does not end.")
    headers = Headers({"content-type": content_type})
    limits = {"max_files": _MAX_PARTS, "max_fields": _MAX_PARTS}
    return await MultiPartParser(headers, request.stream(), **limits).parse()


def _decoded_text(name: str, value: str, charset: str) -> str:
    try:
        return value.encode("latin-1").decode(charset)
    except UnicodeDecodeError as broken:
        message = f"Invalid '{name}': its bytes are no {charset.upper()} text."
        raise ErrorResponse(400, message, param=name, code="invalid_value") from broken


def _charset(content_type: str) -> str:
    """Forms are UTF-8; Python would also decode their texts as punycode, and stumble."""
    charset = parse_options_header(content_type)[1].get(b"charset", b"utf-8")
    try:
        known = _CHARSETS[codecs.lookup(charset.decode("latin-1")).name]
    except (LookupError, ValueError) as unknown:
        message = "The form cannot be read: send its texts as UTF-8."
        raise ErrorResponse(400, message) from unknown
    return known


async def _add_part(form: Form, name: str, value: UploadFile | str, strict: bool) -> None:
    file_field = _FILE_FIELD.fullmatch(name)
    if file_field is None:
        if isinstance(value, str):
            form.texts[name] = value
        return
    if not (value if isinstance(value, str) else value.size):
        return  # as browsers send a file nobody has chosen
    if isinstance(value, str):
        if value[:5].lower() != "data:":
            raise wrong_type(_indexed(name, len(form.images)), "a file")
        form.add(file_field[1], _of_data_url(_indexed(name, len(form.images)), value))
        return
    is_reference = file_field[1].startswith("image") and bool(form.images)
    content = await value.read(_HEAD if is_reference else -1)
    declared = value.content_type or "application/octet-stream"
    if strict and declared not in IMAGE_TYPES:
        raise unsupported_file(file_field[1], declared)
    count = value.size or len(content)
    form.add(file_field[1], checked_upload(file_field[1], content, declared, count))


def _indexed(name: str, index: int) -> str:
    return f"image[{index}]" if name.startswith("image") else name


def checked_upload(param: str, content: bytes, declared: str, byte_count: int) -> Upload:
    """The upload under its true type: many clients declare `application/octet-stream`.

    Raises:
        ErrorResponse: it is no PNG, JPEG or WebP.
    """
    media_type = sniff(content)
    if media_type not in IMAGE_TYPES:
        raise unsupported_file(param, media_type or declared)
    return Upload(content, media_type, byte_count)


def _read_json(body: bytes) -> Form:
    if sum(body.count(mark) for mark in (b",", b"[", b"{")) > _MOST_JSON_MARKS:
        raise _too_many_fields()
    try:
        return _form_of(json.loads(body))
    except (ValueError, RecursionError) as broken:
        raise ErrorResponse(400, "We could not parse the JSON body of your request.") from broken


def _too_many_fields() -> ErrorResponse:
    return ErrorResponse(400, f"The body has too many fields: at most {_MAX_PARTS} are read.")


def _form_of(value: object) -> Form:
    if not isinstance(value, dict):
        raise wrong_type("body", "an object", type_name(value))
    texts = list(islice(_texts(value), _MAX_PARTS + 1))
    if len(texts) > _MAX_PARTS:
        raise _too_many_fields()
    form = Form(texts=dict(texts))
    for name in ("images", "image"):
        for index, image in enumerate(_listed(name, value.get(name))):
            form.images.append(_referenced(f"{name}[{index}]", image))
    for name in ("mask", "markup"):
        if value.get(name) is not None:
            form.add(name, _referenced(name, value[name]))
    return form


def _texts(value: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every other value as multipart would have sent it.

    Raises:
        ErrorResponse: a field of the contract is of another JSON type than its own.
    """
    kinds = {row.name: row.kind for row in FIELDS}
    for name, item in value.items():
        if item is None or name in _PICTURES:
            continue
        if name in kinds:
            yield name, _typed(name, kinds[name], item)
        else:
            yield from _flat(name, item)


def _typed(name: str, kind: str, item: object) -> str:
    expected, types = _JSON_TYPES[kind]
    if kind == "integer" and isinstance(item, float) and item.is_integer():
        return str(int(item))
    if type(item) not in types:
        raise wrong_type(name, expected, type_name(item))
    return item if isinstance(item, str) else json.dumps(item)


def _flat(name: str, item: object) -> Iterator[tuple[str, str]]:
    """Fields without a type of their own, objects as `name[key]` and lists as `name[]`.

    Raises:
        ErrorResponse: a name grows beyond all measure.
    """
    if len(name) > _MAX_NAME:
        raise ErrorResponse(400, f"The name of a field is longer than {_MAX_NAME} characters.")
    if isinstance(item, dict):
        for key, inside in item.items():
            yield from _flat(f"{name}[{key}]", inside)
    elif isinstance(item, list):
        for inside in item:
            yield from _flat(f"{name}[]", inside)
    elif item is not None:
        yield name, item if isinstance(item, str) else json.dumps(item)


def _listed(name: str, images: object) -> list[Any]:
    if images is None:
        return []
    if name == "image" and not isinstance(images, list):
        return [images]
    if not isinstance(images, list):
        raise wrong_type(name, "an array", type_name(images))
    return images


def _referenced(param: str, value: object) -> Upload:
    """The picture of an `{image_url | file_id}` object, or of the data URL alone."""
    if isinstance(value, str):
        value = {"image_url": value}
    if not isinstance(value, dict):
        raise wrong_type(param, "an object", type_name(value))
    return _of_data_url(param, value.get("image_url"))


def _of_data_url(param: str, url: object) -> Upload:
    """Only data URLs hold a picture here."""
    if not isinstance(url, str) or url[:5].lower() != "data:":
        message = f"Invalid '{param}': this server reads data URLs only, no other URLs or file ids."
        raise ErrorResponse(400, message, param=param, code="invalid_value")
    if len(url) > IMAGE_TEXT_LIMIT:
        message = f"Invalid '{param}': the data URL exceeds {IMAGE_TEXT_LIMIT} characters."
        raise ErrorResponse(400, message, param=param, code="string_above_max_length")
    declared = url[5:].partition(",")[0].partition(";")[0]
    content = _decoded(param, url)
    return checked_upload(param, content, declared, len(content))


def _decoded(param: str, url: str) -> bytes:
    try:
        return decode_base64(url.encode("utf-8", "replace"))
    except (ProtocolError, binascii.Error) as broken:
        message = f"Invalid '{param}': the data URL is not valid base64."
        raise ErrorResponse(400, message, param=param, code="invalid_value") from broken
