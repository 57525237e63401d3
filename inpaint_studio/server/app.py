"""The application: its routes and what they share."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Collection
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from inpaint_studio.contract.catalog import Catalog, load_catalog
from inpaint_studio.contract.events import Completed
from inpaint_studio.contract.media import sniff
from inpaint_studio.contract.model_info import ModelInfo
from inpaint_studio.contract.profile import LOCAL_FILL_MODEL
from inpaint_studio.server.error_responses import ErrorResponse, model_not_found, server_failed
from inpaint_studio.server.fault_injection import NO_FAULTS, FaultInjector, InjectedFaults
from inpaint_studio.server.forms import read_form
from inpaint_studio.server.guard import LOOPBACK_HOSTS, PUBLIC_FOLDER, Guard
from inpaint_studio.server.pixel_budget import PixelBudget
from inpaint_studio.server.results import KeptResults

if TYPE_CHECKING:
    from inpaint_studio.engine.protocol import Engine

MODELS_CREATED = 1_763_683_200
"""A date for `/v1/models`, where the contract wants one: 21 November 2025."""

FILLS_AT_ONCE = 16
"""Threads; nearly all wait for the engine, which limits itself to the machine's cores."""


@dataclass(frozen=True, slots=True, eq=False)
class Service:
    """What the requests share."""

    engine: Engine
    catalog: Catalog
    faults: FaultInjector
    kept: KeptResults
    threads: Executor
    budget: PixelBudget
    strict: bool


def create_app(
    engine: Engine,
    *,
    api_key: str | None,
    faults: InjectedFaults = NO_FAULTS,
    hosts: Collection[str] | None = LOOPBACK_HOSTS,
    strict: bool = False,
) -> Starlette:
    """The embedded endpoint over an engine.

    `api_key` None lets every local caller in. `hosts` are the names it answers to, None any.
    `strict` refuses what the vendor refuses and clones let pass: unknown fields, files declared as
    `application/octet-stream`, `response_format` for models that have none.
    """
    # Whoever sends a broken form is told so; one more line for each would fill the log.
    logging.getLogger("python_multipart").setLevel(logging.ERROR)
    app = Starlette(
        routes=[
            Route("/v1/images/edits", _edit, methods=["POST"]),
            Route("/v1/models", _models),
            Route("/v1/models/{model:path}", _model),
            Route(PUBLIC_FOLDER + "{name}", _result),
        ],
        middleware=[Middleware(Guard, api_key=api_key, hosts=hosts)],
        exception_handlers={
            ErrorResponse: _error_response,
            HTTPException: _no_such_place,
            ClientDisconnect: _nobody_there,
            Exception: _failed,
        },
    )
    app.state.service = Service(
        engine,
        _catalog_of(engine),
        FaultInjector(faults),
        KeptResults(),
        ThreadPoolExecutor(FILLS_AT_ONCE, thread_name_prefix="fill"),
        PixelBudget(),
        strict,
    )
    return app


def _catalog_of(engine: Engine) -> Catalog:
    """The shipped catalog, with the engine's own model in place of the one without a prompt."""
    catalog = load_catalog()
    if not engine.follows_prompt:
        return catalog
    known = catalog.model(LOCAL_FILL_MODEL)
    own = replace(
        known, id=engine.model, label=engine.model, note=engine.note, ignores_prompt=False
    )
    rest = {name: model for name, model in catalog.models.items() if name != LOCAL_FILL_MODEL}
    return replace(catalog, models={**rest, engine.model: own})


async def _edit(request: Request) -> Response:
    from inpaint_studio.server.edit_response import EditResponse  # pixels

    service: Service = request.app.state.service
    form = await read_form(request, strict=service.strict)
    return EditResponse(form, service, _keeper(request))  # type: ignore[return-value]


def _keeper(request: Request) -> _Keeper:
    return _Keeper(request.app.state.service.kept, str(request.base_url).rstrip("/"))


@dataclass(frozen=True, slots=True, eq=False)
class _Keeper:
    kept: KeptResults
    base_url: str

    def __call__(self, result: Completed) -> str:
        name = self.kept.keep(result.image, result.output_format or "png")
        return f"{self.base_url}{PUBLIC_FOLDER}{name}"


async def _models(request: Request) -> Response:
    service: Service = request.app.state.service
    models = service.catalog.models.values()
    listed = sorted(models, key=lambda model: model.id != service.engine.model)
    data = [_model_json(model, service.engine) for model in listed]
    return JSONResponse({"object": "list", "data": data})


async def _model(request: Request) -> Response:
    model_id: str = request.path_params["model"]
    service: Service = request.app.state.service
    model = service.catalog.model(model_id)
    if not model.known:
        raise model_not_found(model_id)
    return JSONResponse(_model_json(model, service.engine))


def _model_json(model: ModelInfo, engine: Engine) -> dict[str, object]:
    """Every model is served by the same engine; the text says so where a client shows it."""
    return {
        "id": model.id,
        "object": "model",
        "created": MODELS_CREATED,
        "owned_by": "inpaint-studio",
        "description": engine.note,
    }


async def _result(request: Request) -> Response:
    kept: KeptResults = request.app.state.service.kept
    content = await asyncio.to_thread(kept.find, request.path_params["name"])
    if content is None:
        raise ErrorResponse(404, "This result does not exist or is older than 60 minutes.")
    headers = {"x-content-type-options": "nosniff", "cache-control": "private, max-age=3600"}
    return Response(content, media_type=sniff(content), headers=headers)


async def _error_response(_request: Request, error: Exception) -> Response:
    if not isinstance(error, ErrorResponse):
        raise error
    return error.response()


async def _no_such_place(request: Request, fault: Exception) -> Response:
    if not isinstance(fault, HTTPException):
        raise fault
    message = f"Invalid URL ({request.method} {request.url.path})"
    return ErrorResponse(fault.status_code, message, headers=fault.headers).response()


async def _nobody_there(_request: Request, _fault: Exception) -> Response:
    return Response(status_code=499)


async def _failed(_request: Request, _fault: Exception) -> Response:
    return server_failed().response()
