"""What is wrong with a request, by field, with a fix where one exists: before it costs anything.

The rule for values: what the model lists is right; what only other models list is an error; what
nobody lists is the future, allowed with a warning. A model's rules are its vendor's: they bind
there, and are warnings where another server answers to its name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from inpaint_studio.contract.fields import ENUMS, RequestField, field_named
from inpaint_studio.contract.model_info import ExtraRule, ModelInfo
from inpaint_studio.contract.params import EditParams, further_fields
from inpaint_studio.contract.sizes import parse_size, unsupported_size
from inpaint_studio.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with one field.

    An error would be refused by the endpoint, a warning may be. `fix` is a legal value nearest to
    what was meant, None where there is none.
    """

    field: str
    message: str
    is_error: bool
    fix: object | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatInfo:
    """What an output format can do, whichever model makes it.

    What is no `is_picture` cannot be shown or put into a picture here.
    """

    alpha: bool = False
    streams: bool = True
    takes_mask: bool = True
    max_n: int | None = None
    is_picture: bool = True
    extras: Mapping[str, ExtraRule] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every word any model of the catalog knows, and the formats.

    `is_binding` is the catalog's.
    """

    models: tuple[ModelInfo, ...]
    formats: Mapping[str, FormatInfo]
    is_binding: bool = True

    def of(self, name: str) -> tuple[str, ...]:
        """All values models list under a field such as `qualities`, in order of first mention."""
        words = (word for model in self.models for word in getattr(model, name))
        return tuple(dict.fromkeys(words))

    @property
    def extras(self) -> frozenset[str]:
        """The further form fields any model or format has a rule for."""
        by_model = (name for model in self.models for name in model.extras)
        return frozenset(by_model) | {
            name for output in self.formats.values() for name in output.extras
        }

    def format(self, name: str) -> FormatInfo:
        """What is known of an output format; all is possible for an unknown one."""
        return self.formats.get(name, FormatInfo(alpha=True))


OPEN_FIELDS = ("sizes", *(row.listed for row in ENUMS), "compression_formats")

_Problems = Iterator[Problem]


def check_params(
    params: EditParams, model: ModelInfo, vocabulary: Vocabulary
) -> tuple[Problem, ...]:
    """What is wrong with the choices alone, in the order of the panel's fields."""
    output = vocabulary.format(params.output_format)
    return (
        *_check_prompt(params, model, vocabulary),
        *_check_model(params, model),
        *_check_size(params, model, vocabulary),
        *_check_choices(params, model, vocabulary),
        *_check_format(params, output, vocabulary),
        *_check_background(params, output, vocabulary),
        *_check_compression(params, model, vocabulary),
        *_check_n(params, model, output),
        *_check_stream(params, model, output, vocabulary),
        *_check_extras(params, model, output, vocabulary),
    )


def _check_prompt(params: EditParams, model: ModelInfo, vocabulary: Vocabulary) -> _Problems:
    if not params.prompt.strip() and not model.ignores_prompt:
        yield Problem("prompt", "Say what the masked area should become.", is_error=True)
    length = len(params.prompt)
    if length > model.max_prompt:
        yield Problem(
            "prompt",
            Phrase(
                "The prompt has {length:,} characters; {model} takes {max_prompt:,}.",
                length=length,
                model=model.label,
                max_prompt=model.max_prompt,
            ),
            is_error=model.known and vocabulary.is_binding,
        )


def _check_model(params: EditParams, model: ModelInfo) -> _Problems:
    if not params.model.strip():
        yield Problem("model", "Choose a model.", is_error=True)
    elif not model.known:
        message = Phrase(
            "{model} is not in the catalog; the endpoint decides what it takes.", model=params.model
        )
        yield Problem("model", message, is_error=False)
    elif model.is_retired or model.retires_soon:
        yield Problem("model", _end_of(model), is_error=False, fix=model.successor)


def _end_of(model: ModelInfo) -> Phrase:
    """When a model stops, or that it has."""
    if model.retires_soon:
        words = Phrase(
            "{model} stops on {date}; after that only compatible servers offer it.",
            model=model.label,
            date=model.retires_on,
        )
    elif model.retires_on is not None:
        words = Phrase(
            "{model} was retired on {date}; only compatible servers still offer it.",
            model=model.label,
            date=model.retires_on,
        )
    else:
        words = Phrase(
            "{model} is retired; only compatible servers still offer it.", model=model.label
        )
    return words


def _check_size(params: EditParams, model: ModelInfo, vocabulary: Vocabulary) -> _Problems:
    if params.size == "auto":
        if not model.auto_size:
            message = Phrase("{model} needs a size.", model=model.label)
            fix = model.sizes[0] if model.sizes else None
            yield Problem("size", message, vocabulary.is_binding, fix)
        return
    size = parse_size(params.size)
    if size is None:
        yield Problem("size", "A size is WIDTHxHEIGHT or auto.", is_error=True, fix="auto")
    elif not model.size_rule.allows(*size):
        message, other = unsupported_size(model.size_rule, size, model.label)
        yield Problem("size", message, vocabulary.is_binding, other)
    elif model.size_rule.is_experimental(*size):
        message = Phrase("{size} is experimental for {model}.", size=params.size, model=model.label)
        yield Problem("size", message, is_error=False)


def _check_choices(params: EditParams, model: ModelInfo, vocabulary: Vocabulary) -> _Problems:
    for row in ENUMS:
        name, listed, default = row.name, row.listed, row.default
        value = getattr(params, name)
        if value != default and value not in getattr(model, listed):
            foreign = value in vocabulary.of(listed)
            shown = name.replace("_", " ")
            yield Problem(
                name,
                Phrase(
                    "{model} does not offer {shown} {value}.",
                    model=model.label,
                    shown=shown,
                    value=value,
                )
                if foreign
                else Phrase(
                    "The catalog does not know {shown} {value}; the endpoint decides.",
                    shown=shown,
                    value=value,
                ),
                is_error=foreign and vocabulary.is_binding,
                fix=default,
            )
        elif value in model.previews.get(listed, ()):
            yield Problem(name, _preview_of(model, row, value), is_error=False, fix=default)
        elif value in model.refused_previews.get(listed, ()):
            yield Problem(name, _refused_preview(model, row, value), is_error=False, fix=default)


def _preview_of(model: ModelInfo, row: RequestField, value: str) -> Phrase:
    return Phrase(
        "{model} offers {shown} {value} as a preview: some accounts may use it.",
        model=model.label,
        shown=row.name.replace("_", " "),
        value=value,
    )


def _refused_preview(model: ModelInfo, row: RequestField, value: str) -> Phrase:
    return Phrase(
        "This endpoint has refused {shown} {value} with {model} before: it is a preview.",
        shown=row.name.replace("_", " "),
        value=value,
        model=model.label,
    )


def _check_format(params: EditParams, output: FormatInfo, vocabulary: Vocabulary) -> _Problems:
    """Before it is paid for: what comes back has to be of use."""
    if not output.is_picture:
        fix = next((name for name, info in vocabulary.formats.items() if info.is_picture), None)
        message = Phrase(
            "{output_format} can be neither shown nor put into the picture here; choose {fix}.",
            output_format=params.output_format,
            fix=fix,
        )
        yield Problem("output_format", message, is_error=True, fix=fix)


def _check_background(params: EditParams, output: FormatInfo, vocabulary: Vocabulary) -> _Problems:
    if params.background == "transparent" and not output.alpha:
        fix = next((name for name, info in vocabulary.formats.items() if info.alpha), None)
        message = Phrase(
            "{output_format} cannot be transparent; choose {fix}.",
            output_format=params.output_format,
            fix=fix,
        )
        yield Problem("output_format", message, is_error=True, fix=fix)


def _check_compression(params: EditParams, model: ModelInfo, vocabulary: Vocabulary) -> _Problems:
    value = params.output_compression
    if value is None:
        return
    limits = field_named("output_compression")
    least, most = limits.least, limits.most or 0
    if not least <= value <= most:
        message = Phrase("From {least} to {most}.", least=least, most=most)
        fix = min(max(value, least), most)
        yield Problem("output_compression", message, is_error=True, fix=fix)
    elif value != most and params.output_format not in model.compression_formats:
        message = Phrase(
            "{output_format} has no compression level with {model}.",
            output_format=params.output_format,
            model=model.label,
        )
        is_error = model.known and vocabulary.is_binding
        yield Problem("output_compression", message, is_error, fix=most)


def _check_n(params: EditParams, model: ModelInfo, output: FormatInfo) -> _Problems:
    limit = min(model.max_n, output.max_n or model.max_n)
    if not 1 <= params.n <= limit:
        message = (
            Phrase("From 1 to {limit} variants.", limit=limit)
            if limit > 1
            else Phrase("One variant only.")
        )
        yield Problem("n", message, is_error=True, fix=min(max(params.n, 1), limit))


def _check_stream(
    params: EditParams, model: ModelInfo, output: FormatInfo, vocabulary: Vocabulary
) -> _Problems:
    if params.stream and not (model.streams and output.streams):
        message = Phrase(
            "{model} does not stream {output_format}.",
            model=model.label,
            output_format=params.output_format,
        )
        yield Problem("stream", message, is_error=not output.streams, fix=False)
    if not 0 <= params.partial_images <= model.max_partials:
        fix = min(max(params.partial_images, 0), model.max_partials)
        message = Phrase(
            "{model} sends 0 to {max_partials} partial images.",
            model=model.label,
            max_partials=model.max_partials,
        )
        is_legal = field_named("partial_images").holds(params.partial_images)
        yield Problem("partial_images", message, vocabulary.is_binding or not is_legal, fix)
    elif params.partial_images and not params.stream:
        # A warning, because the client leaves them out of a request that is not streamed.
        yield Problem("partial_images", "Partial images need streaming.", is_error=False, fix=0)


def _check_extras(
    params: EditParams, model: ModelInfo, output: FormatInfo, vocabulary: Vocabulary
) -> _Problems:
    """Further fields: nobody can know them all, so only a rule that is broken is an error."""
    usual = {row.name: row for row in further_fields() if row.name not in vocabulary.extras}
    rules = {**output.extras, **model.extras}
    for name, value in params.extra.items():
        row = usual.get(name)
        rule = row.rule if row else rules.get(name)
        if rule is not None and not rule.allows(value):
            fix = row.default if row else rule.values[0] if rule.values else rule.least
            message = Phrase(
                "{name} cannot be {value}; it takes {rule}.", name=name, value=value, rule=rule
            )
            yield Problem(name, message, is_error=True, fix=fix)
        elif rule is None and model.known and name in vocabulary.extras:
            message = Phrase(
                "{model} has no field {name} for this output.", model=model.label, name=name
            )
            yield Problem(name, message, is_error=False)
