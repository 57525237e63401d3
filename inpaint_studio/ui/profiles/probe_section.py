"""Test this endpoint: the price first, then the probe report, and Stop while it runs."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inpaint_studio.client.probe import probe_cost, probe_params
from inpaint_studio.client.probe_report import CheckResult
from inpaint_studio.contract.catalog import Catalog
from inpaint_studio.contract.model_info import ModelInfo
from inpaint_studio.contract.money import price_range
from inpaint_studio.contract.profile import Profile, host_of
from inpaint_studio.contract.profile_catalog import models_of
from inpaint_studio.session.profiles import Profiles
from inpaint_studio.session.tasks import Tasks
from inpaint_studio.ui.profiles.probe_report_list import ProbeReportList
from inpaint_studio.ui.style.figures import spaced_size
from inpaint_studio.ui.style.i18n import outside, translate, translate_error
from inpaint_studio.ui.style.theme import Theme
from inpaint_studio.ui.widgets.buttons import push_button
from inpaint_studio.ui.widgets.labels import Label, dim_label, set_tone
from inpaint_studio.ui.widgets.layouts import in_column, in_row, wide


class ProbeSection(QWidget):
    """Tests the shown profile; `learned` carries its name and what to store in it.

    `failed` carries the address where a test brought no picture.
    """

    learned = Signal(str, object)  # dict of profile fields
    failed = Signal(str)

    def __init__(self, profiles: Profiles, catalog: Catalog, tasks: Tasks, theme: Theme) -> None:
        super().__init__()
        self._profiles = profiles
        self._catalog = catalog
        self._tasks = tasks
        self._profile: Profile | None = None
        self._task: asyncio.Task[Any] | None = None
        self._learned: dict[str, Any] = {}
        self.button = push_button(
            self.tr("Test this endpoint"), self._on_clicked, auto_default=False
        )
        self._price = dim_label(wraps=True)
        self._end = Label()
        self._end.setWordWrap(True)
        self._end.hide()
        self.list = ProbeReportList(theme)
        offer = in_row(self.button, wide(self._price), spacing=12)
        in_column(offer, self._end, self.list, of=self, spacing=10)

    def show_profile(self, profile: Profile) -> None:
        """Offer to test that profile; another one's test ends."""
        former, self._profile = self._profile, profile
        if former is not None and _place(former) != _place(profile):
            self.stop()
            self.list.clear()
            self._end.hide()
        self._show_price()

    def stop(self) -> None:
        """Close the test's connections."""
        if self._task is not None:
            self._task.cancel()

    def _model(self) -> ModelInfo:
        assert self._profile is not None
        return models_of(self._profile, self._catalog)[0]

    def _show_price(self) -> None:
        model = self._model()
        cost = probe_cost(model)
        size = spaced_size(probe_params(model).size)
        if model.free:
            price = self.tr("free")
        elif cost is None:
            price = self.tr("price not known")
        else:
            price = self.tr("{0} each").format(translate(price_range(cost)))
        words = self.tr("One drawn picture of {0} with {1}, two at most: {2}.")
        self._price.setText(words.format(size, outside(model.label), price))

    def _on_clicked(self) -> None:
        if self._task is not None:
            self.stop()
            return
        self._learned = {}
        self._end.hide()
        self.list.clear(running=True)
        self.button.setText(self.tr("Stop the test"))
        assert self._profile is not None
        self._task = self._tasks.start(
            self._run(self._profile, self._model()),
            lambda error: self._show_message(translate_error(error)),
        )

    async def _run(self, profile: Profile, model: ModelInfo) -> None:
        try:
            await self._profiles.test(profile, model, self._on_found)
            if not self._learned:
                self.failed.emit(profile.base_url)
            self._learned["tested_at"] = date.today().isoformat()
            self.learned.emit(profile.name, self._learned)
        except asyncio.CancelledError:
            self._show_message(self.tr("Stopped. What was sent may have been charged."))
            raise
        finally:
            self._task = None
            self.button.setText(self.tr("Test this endpoint"))
            self.list.end()

    def _on_found(self, result: CheckResult) -> None:
        self._learned |= result.learned
        self.list.add(result)

    def _show_message(self, text: str) -> None:
        self._end.setText(text)
        set_tone(self._end, "problem")
        self._end.show()


def _place(profile: Profile) -> tuple[str, str]:
    return profile.name, host_of(profile.base_url)
