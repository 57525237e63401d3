"""From flags to a request, with every fault found before anything is sent."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from inpaint_studio.cli.output import warn
from inpaint_studio.cli.output_folder import make_output_folder
from inpaint_studio.contract.catalog import Catalog
from inpaint_studio.contract.check import Problem
from inpaint_studio.contract.fields import FIELDS
from inpaint_studio.contract.media import suffix
from inpaint_studio.contract.model_info import ModelInfo
from inpaint_studio.contract.params import EditParams, EditRequest, InputImage
from inpaint_studio.errors import RequestError
from inpaint_studio.picture.colour import is_opaque
from inpaint_studio.picture.composite import sent_mask
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.extend import Extension
from inpaint_studio.picture.frame import Frame
from inpaint_studio.picture.geometry import Box
from inpaint_studio.picture.image_file import Picture, encode, open_picture
from inpaint_studio.picture.mask import Mask, bounding_box, new_mask, wire_png
from inpaint_studio.picture.mask_reading import coverage_by, mask_meaning
from inpaint_studio.picture.reference import read_reference
from inpaint_studio.runs.request import Snapshot

_PARTIALS_TO_SAVE = 2


@dataclass(frozen=True, slots=True)
class EditJob:
    """A request, and the picture it is for: all of it is sent, as large as it is."""

    request: EditRequest
    snapshot: Snapshot
    stem: str

    @property
    def source(self) -> Picture:
        """The picture that is edited."""
        return self.snapshot.source


def prepare(arguments: argparse.Namespace, model_id: str, catalog: Catalog) -> EditJob:
    """Read and check everything.

    Raises:
        ImageError: a picture cannot be used.
        RequestError: something is missing or not legal; names the flag.
    """
    model = catalog.model(model_id)
    params = _params(arguments, model_id, model)
    _refuse_errors(catalog.check_params(params))
    path, *references = (Path(name) for name in arguments.image)
    source = open_picture(path)
    mask = _mask(Path(arguments.mask), source) if arguments.mask else None
    markup = _markup(Path(arguments.markup), source) if arguments.markup else None
    if mask is None and model.ignores_prompt and bool((source.pixels[..., 3] == 255).all()):
        raise RequestError(
            "There is nothing to fill",
            "Give --mask, or an --image with transparent pixels.",
            field="mask",
        )
    request = EditRequest(
        params=params,
        images=(_sent_source(source, model), *map(_reference, references)),
        mask=None if mask is None else _sent(mask),
        markup=markup,
    )
    problems = catalog.check(request)
    _refuse_errors(problems)
    make_output_folder(Path(arguments.output))
    for words in (*source.notices, *map(_with_advice, problems)):
        warn(words)
    return EditJob(request, _snapshot(params, source, mask), path.stem)


def _snapshot(params: EditParams, source: Picture, mask: Mask | None) -> Snapshot:
    whole = Box.of_size(source.size)
    return Snapshot(
        params=params,
        frame=Frame(whole, source.size),
        pixels=source.pixels,
        mask=new_mask(source.size) if mask is None else mask,
        document=Document(source),
        document_id=None,
        source=source,
        original=whole,
        extension=Extension(),
    )


def _params(arguments: argparse.Namespace, model_id: str, model: ModelInfo) -> EditParams:
    partials = arguments.partial_images
    if partials is None:
        wanted = _PARTIALS_TO_SAVE if arguments.save_partials else 0
        partials = min(wanted, model.max_partials)
    # Bytes of an argument that are no text arrive as surrogates, which no request can carry.
    prompt = arguments.prompt.encode("utf-8", "replace").decode("utf-8")
    given = {row.name: getattr(arguments, row.name) for row in FIELDS}
    chosen = {
        "prompt": prompt,
        "model": model_id,
        "size": arguments.size or model.default_size,
        "partial_images": partials,
        "stream": partials > 0 if arguments.stream is None else arguments.stream,
    }
    values = {name: value for name, value in given.items() if value is not None} | chosen
    return EditParams.of(values, dict(arguments.extra))


def _refuse_errors(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        if problem.is_error:
            raise _illegal(problem)


def _illegal(problem: Problem) -> RequestError:
    return RequestError(
        f"{_flag(problem.field)}: {problem.message.rstrip('.')}",
        _fix_of(problem),
        field=problem.field,
    )


def _with_advice(problem: Problem) -> str:
    return f"{_flag(problem.field)}: {problem.message} {_fix_of(problem)}".rstrip()


def _fix_of(problem: Problem) -> str:
    return f"Use {_flag(problem.field)} {problem.fix}." if problem.fix not in (None, False) else ""


def _flag(field: str) -> str:
    return "--" + field.replace("_", "-")


def _mask(path: Path, source: Picture) -> Mask:
    picture = open_picture(path)
    if picture.size != source.size:
        raise RequestError(
            f"--mask: the mask is {picture.size}, the picture {source.size}",
            "Give a mask of the picture's size.",
            field="mask",
        )
    meaning = mask_meaning(picture)
    if not meaning.is_clear:
        raise RequestError(
            "--mask: it does not say where to edit",
            f"{meaning.words} Make the pixels to edit white, all others black.",
            field="mask",
        )
    if meaning.words:
        warn(f"--mask: {meaning.words}")
    mask = coverage_by(picture.pixels, meaning.reading, meaning.labels)
    if bounding_box(mask).is_empty:
        raise RequestError(
            "--mask: the mask is empty",
            "Make the pixels to edit transparent, or white in a picture without transparency.",
            field="mask",
        )
    return mask


def _markup(path: Path, source: Picture) -> InputImage:
    """The overlay as a PNG that fits the source, which is sent upright."""
    overlay = open_picture(path)
    if overlay.size != source.size:
        raise RequestError(
            f"--markup: the overlay is {overlay.size}, the picture {source.size}",
            "Paint on a copy of the picture's size.",
            field="markup",
        )
    if bool((overlay.pixels[..., 3] == 255).all()):
        raise RequestError(
            "--markup: the overlay covers the whole picture",
            "Leave transparent what is not painted over.",
            field="markup",
        )
    return InputImage("markup.png", "image/png", encode(overlay.pixels, "png", png_level=1))


def _sent(mask: Mask) -> InputImage:
    return InputImage("mask.png", "image/png", wire_png(sent_mask(mask)))


def _sent_source(source: Picture, model: ModelInfo) -> InputImage:
    """The picture upright and as a PNG, which the mask fits; as a JPEG where that is too large.

    The name is our own: those on this machine may be private, or no text. No colour profile goes
    along: an endpoint that converted by it would return numbers that fit the source no longer.
    """
    data = encode(source.pixels, "png", png_level=1)
    if len(data) < model.max_image_bytes or not is_opaque(source.pixels):
        return InputImage("image.png", "image/png", data)
    data = encode(source.pixels, "jpeg", quality=95)
    return InputImage("image.jpg", "image/jpeg", data)


def _reference(path: Path) -> InputImage:
    """A further picture, with nothing about it but its colours."""
    reference = read_reference(path)
    media_type = reference.media_type
    return InputImage(f"reference.{suffix(media_type)}", media_type, reference.data)
