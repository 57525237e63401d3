"""The answer to an edit, from its form to its last byte.

Checked first, then it waits until its pictures fit among those in work, and only then is anything
decoded. Whoever hangs up meanwhile takes all of it along.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from inpaint_studio.contract.events import Completed
from inpaint_studio.contract.model_info import ModelInfo
from inpaint_studio.contract.params import EditParams
from inpaint_studio.contract.sizes import parse_size
from inpaint_studio.engine.protocol import FillCancelled
from inpaint_studio.picture.decoding import stated_pixels
from inpaint_studio.picture.geometry import MAX_PIXELS
from inpaint_studio.server.edits import Caller, EditTask, watched
from inpaint_studio.server.forms import Form
from inpaint_studio.server.input_image import read_input_image
from inpaint_studio.server.params_form import read_params_form
from inpaint_studio.server.responses import StreamedResponse, plain_response

if TYPE_CHECKING:
    from inpaint_studio.server.app import Service

Keep = Callable[[Completed], str]


@dataclass(frozen=True, slots=True)
class _Order:
    """What a form asks for, before anything is decoded; `pixels` of its largest picture."""

    params: EditParams
    model: ModelInfo
    pixels: int
    at_once: int


class EditResponse:
    """Answers the edit a form asks for."""

    def __init__(self, form: Form, service: Service, keep: Keep) -> None:
        self._form = form
        self._service = service
        self._keep = keep

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Work and answer.

        Raises:
            ErrorResponse: the form asks for what cannot be done.
        """
        response = None
        async with watched(receive) as caller:
            order = await asyncio.to_thread(self._order)
            try:
                async with self._service.budget.hold(order.pixels, order.at_once, caller.left):
                    response = await self._answer(order, caller, send)
            except FillCancelled:
                return
        if response is not None:  # its pictures are let go of: who reads slowly holds none
            await response(scope, receive, send)

    async def _answer(self, order: _Order, caller: Caller, send: Send) -> Response | None:
        """The response, or None where it has been streamed."""
        edit = await asyncio.to_thread(self._task, order, caller)
        if edit.params.stream and not edit.faults.plain_answers:
            await StreamedResponse(edit).send(send)
            return None
        by_url = edit.params.response_format == "url" or edit.faults.url_answers
        return await plain_response(edit, self._keep if by_url else None)

    def _order(self) -> _Order:
        service = self._service
        params, model = read_params_form(
            self._form, service.catalog, service.engine.model, strict=service.strict
        )
        pixels = max(_pixels(self._form), _area(parse_size(params.size) or (0, 0)))
        at_once = service.budget.variants_at_once(pixels, params.n)
        return _Order(params, model, pixels, at_once)

    def _task(self, order: _Order, caller: Caller) -> EditTask:
        """Decode everything; whatever is wrong is refused here, before any work."""
        input_image = read_input_image(self._form, order.model)
        service = self._service
        faults = service.faults.take()
        faults.raise_error()
        return EditTask(
            input_image=input_image,
            params=order.params,
            model=order.model,
            engine=service.engine,
            threads=service.threads,
            faults=faults,
            image_sizes=(input_image.size,) * len(self._form.images),
            gone=caller.gone,
            at_once=order.at_once,
        )


def _pixels(form: Form) -> int:
    """Pixels of the largest picture that will be decoded."""
    uploads = (form.images[0], form.mask, form.markup)
    return max(stated_pixels(each.content) for each in uploads if each is not None)


def _area(size: tuple[int, int]) -> int:
    return min(MAX_PIXELS, size[0] * size[1])
