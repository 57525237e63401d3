"""What is being asked for: the choices a person made, and what an endpoint takes of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from inpaint_studio.contract.catalog import Catalog
from inpaint_studio.contract.check import FormatInfo, Problem
from inpaint_studio.contract.extra_fields import by_hand, check_extra, read_extra, write_extra
from inpaint_studio.contract.model_info import ModelInfo
from inpaint_studio.contract.offers import SIZE_FROM_FRAME, output_format_of, taken_of
from inpaint_studio.contract.params import EditParams
from inpaint_studio.contract.profile import Profile
from inpaint_studio.contract.profile_catalog import catalog_of
from inpaint_studio.session.settings_store import SettingsStore
from inpaint_studio.session.stored_draft import restored_draft, stored_draft


class RequestDraft(QObject):
    """`wanted` is what was chosen, `params` what would be sent of it.

    What is not on offer waits in `wanted` for its model or endpoint. All but the prompt is kept in
    the settings as it changes. `catalog` is narrowed to what the active endpoint is known to take,
    `models` are those it offers, `extra_text` is what was typed as extra fields.
    """

    changed = Signal()
    """Another choice, or another endpoint behind the same."""

    def __init__(self, settings: SettingsStore, catalog: Catalog) -> None:
        super().__init__()
        self._settings = settings
        self._whole_catalog = self.catalog = catalog
        self._profile_name: str | None = None
        self.models = tuple(info for info in catalog.models.values() if info.free)
        self.wanted = restored_draft(settings.now)
        self.extra_text = write_extra(by_hand(self.wanted.extra))

    @property
    def params(self) -> EditParams:
        """What would be sent: `wanted` as far as model and endpoint take it."""
        size = SIZE_FROM_FRAME if self.wanted.size == "auto" else self.wanted.size
        wanted = replace(self.wanted, model=self.model, size=size)
        return taken_of(wanted, self.info, self.output)

    @property
    def model(self) -> str:
        """The chosen model; the first on offer where it can be had only if it is on offer.

        So it is with all at the embedded server, and elsewhere with what that alone fills by.
        """
        offered, chosen = self.models, self.wanted.model
        is_closed = bool(offered) and all(info.free for info in offered)
        needs_offer = is_closed or self.catalog.model(chosen).free
        if chosen and (not needs_offer or any(info.id == chosen for info in offered)):
            return chosen
        return offered[0].id if offered else ""

    @property
    def info(self) -> ModelInfo:
        """What is known of the model behind the active endpoint."""
        return self.catalog.model(self.model)

    @property
    def output(self) -> FormatInfo:
        """What is known of the output format that holds."""
        name = output_format_of(self.wanted, self.info)
        return self.catalog.formats.get(name, FormatInfo(alpha=True))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with texts that make no params: the extra fields."""
        return tuple(check_extra(self.extra_text))

    def change(self, **choices: Any) -> None:
        """Want these values; nobody hears of what was wanted before."""
        self.take(replace(self.wanted, **choices))

    def choose(self, field: str, value: Any) -> None:
        """Want a value for one field by its wire name."""
        self.take(self.wanted.with_value(field, value))

    def take(self, params: EditParams) -> None:
        """Want all of this."""
        if params != self.wanted:
            written = by_hand(params.extra)
            is_same = written == by_hand(self.wanted.extra)
            text = self.extra_text if is_same else write_extra(written)
            self._set(params, text)

    def take_as_typed(self, params: EditParams, extra_text: str) -> None:
        """Want all of this, the extra fields as they were typed, be that right or wrong."""
        if (params, extra_text) != (self.wanted, self.extra_text):
            self._set(params, extra_text)

    def change_extra(self, text: str) -> None:
        """Take the extra fields as they are typed; while the text is none, those of before stay."""
        if text == self.extra_text:
            return
        try:
            written = by_hand(self.wanted.extra)
            said = {k: value for k, value in self.wanted.extra.items() if k not in written}
            wanted = replace(self.wanted, extra={**said, **read_extra(text)})
        except ValueError:
            wanted = self.wanted
        self._set(wanted, text)

    def fix(self, problem: Problem) -> None:
        """Put the legal value in place of what was asked for."""
        self.choose(problem.field, problem.fix)

    def offer(self, profile: Profile, models: Iterable[ModelInfo]) -> None:
        """Go by what this endpoint takes; what was chosen waits where it does not.

        Another endpoint than before begins with a model of its own, unless it has the chosen one or
        may have it: of a retired one it is told, it is not changed.
        """
        is_another = self._profile_name not in (None, profile.name)
        self._profile_name = profile.name
        self.catalog = catalog_of(profile, self._whole_catalog)
        self.models = tuple(models)
        wanted = self.wanted
        is_gone = self.info.is_retired and not all(info.free for info in self.models)
        has_it = is_gone or any(info.id == self.model for info in self.models)
        if is_another and self.models and not has_it:
            wanted = replace(wanted, model=self.models[0].id)
        self._set(wanted, self.extra_text)

    def _set(self, params: EditParams, extra_text: str) -> None:
        self.wanted, self.extra_text = params, extra_text
        self.changed.emit()
        self._settings.change(**stored_draft(params))
