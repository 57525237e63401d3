"""Stored results: runs of the history alive again, to be staged in the open picture."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from inpaint_studio.contract.profile import Profile
from inpaint_studio.contract.response_facts import read_response_facts
from inpaint_studio.errors import SettingsError, StudioError
from inpaint_studio.history import History, RunRecord, VariantRecord
from inpaint_studio.picture.colour import Pixels
from inpaint_studio.picture.document import Document
from inpaint_studio.picture.extend import Extension
from inpaint_studio.picture.frame import Frame, cut
from inpaint_studio.picture.geometry import Box
from inpaint_studio.runs.partials import stills_of
from inpaint_studio.runs.request import Snapshot, blend_of
from inpaint_studio.runs.run import Endpoint, Run, Variant
from inpaint_studio.runs.stored_results import chosen_mask, chosen_placement, original_of
from inpaint_studio.session.editor import Editor
from inpaint_studio.session.open_documents import OpenDocuments
from inpaint_studio.session.partials import Partials
from inpaint_studio.session.profiles import Profiles
from inpaint_studio.session.runs import Runs
from inpaint_studio.session.tasks import Tasks


class StoredResults(QObject):
    """Brings results back into the picture they were made for, wherever they were made."""

    ready = Signal(object)  # Variant
    elsewhere = Signal(object, str, object)
    """RunRecord and variant id: its picture is another; the document of that, where it is open."""

    def __init__(
        self,
        editor: Editor,
        documents: OpenDocuments,
        runs: Runs,
        partials: Partials,
        profiles: Profiles,
        history: History,
        tasks: Tasks,
    ) -> None:
        super().__init__()
        self._editor = editor
        self._documents = documents
        self._runs = runs
        self._partials = partials
        self._profiles = profiles
        self._history = history
        self._tasks = tasks

    def show(self, variant_id: str) -> None:
        """Find the variant's run among the living or in the history, and say which it is."""
        variant, document = self._runs.variant(variant_id), self._editor.document
        if variant is not None and variant.run.snapshot.document is document:
            self.ready.emit(variant)
        else:
            self._tasks.start(self._bring_back(variant_id))

    async def _bring_back(self, variant_id: str) -> None:
        document = self._editor.document
        record = self._history.run(self._history.variant(variant_id).run_id)
        run = None
        if document is not None:
            run = await asyncio.to_thread(self._revived, record, document)
        if run is None or document is not self._editor.document:
            others = [each for each in self._documents.all if each is not document]
            other = await asyncio.to_thread(self._where_it_lies, record, others)
            self.elsewhere.emit(record, variant_id, other)
            return
        self._runs.keep(run)
        pairs = list(zip(run.variants, record.variants, strict=True))
        pairs.sort(key=lambda pair: pair[0].id != variant_id)
        self.ready.emit(pairs[0][0])
        for variant, stored in pairs:
            stills = stills_of(stored)
            if stills:
                self._partials.show(variant, stills[-1])
                await self._partials.shown(variant)

    def _where_it_lies(self, record: RunRecord, documents: Sequence[Document]) -> Document | None:
        return next((each for each in documents if self._place_in(each, record)), None)

    def _place_in(self, document: Document, record: RunRecord) -> Box | None:
        """Where the source of a run lies in a document; None where that has another (worker)."""
        self._runs.lineage.source_blob(document)
        place = self._runs.lineage.places_of(document).get(record.source or "")
        if place is None or not Box.of_size(document.size).contains(place):
            return None
        return place

    def _revived(self, record: RunRecord, document: Document) -> Run | None:
        """The run in an open document; None where that has another source (worker thread)."""
        place = self._place_in(document, record)
        if place is None or record.frame is None:
            return None
        snapshot = _snapshot_of(self._history, record, document, place)
        profile = self._profiles.named(record.profile_name)
        run = Run(
            id=record.id,
            snapshot=snapshot,
            blend=blend_of(snapshot),
            endpoint=partial(self._profiles.endpoint, profile) if profile else _gone,
            profile=profile or Profile(name=record.profile_name, base_url=""),
        )
        run.variants = [
            Variant(
                id=each.id,
                position=position,
                run=run,
                state=each.state,
                seed=each.seed,
                seconds=each.seconds,
                title=each.title,
                partials_seen=len(each.partials),
                returned=read_response_facts(each.answer_json),
                placement=chosen_placement(each),
                mask=_mask_of(self._history, each),
            )
            for position, each in enumerate(record.variants)
        ]
        document.make_room()
        return run


def _snapshot_of(history: History, record: RunRecord, document: Document, place: Box) -> Snapshot:
    """What was frozen at the click, as the history keeps it; `place` is the source's place."""
    box = record.frame
    assert box is not None
    # The document may have grown since: the request knew only this part of it.
    source = replace(document.source, pixels=document.source.pixels[place.slices], file=None)
    site = original_of(history, record, source).site
    whole = Frame(box.shift(-site.box.x0, -site.box.y0), box.size)
    return Snapshot(
        params=record.params,
        frame=site.frame,
        pixels=cut(site.source, whole),
        mask=cut(site.painted, whole),
        document=document,
        document_id=record.document_id or "",
        source=source,
        original=document.original.shift(-place.x0, -place.y0),
        extension=Extension(),
        wanted_size=record.wanted_size,
    )


def _mask_of(history: History, record: VariantRecord) -> Pixels | None:
    """The mask painted later; without its file the result shows through its run's own."""
    with suppress(StudioError):
        return chosen_mask(history, record)
    return None


async def _gone() -> Endpoint:
    raise SettingsError(
        "The profile of this run has gone", "Set it up again, or run with another one."
    )
