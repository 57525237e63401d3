"""A panel over a person's own catalog file, and what hands and eyes find in it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QPushButton, QSpinBox, QWidget

from inpaint_studio import paths
from inpaint_studio.contract.catalog import Catalog, load_catalog
from inpaint_studio.contract.offers import SIZE_FROM_FRAME
from inpaint_studio.contract.params import EditParams
from inpaint_studio.contract.profile import VENDOR_URL, Profile
from inpaint_studio.session.request_draft import RequestDraft
from inpaint_studio.session.settings_store import SettingsStore
from inpaint_studio.settings import Settings
from inpaint_studio.ui.request_panel.panel import RequestPanel
from inpaint_studio.ui.style.theme import DARK

MODEL = "own-model"


def own_catalog(*entries: dict[str, Any], formats: dict[str, Any] | None = None) -> Catalog:
    """Write the person's own catalog file, with models own-model, own-model-2…, and read it."""
    names = [MODEL if not index else f"{MODEL}-{index + 1}" for index in range(len(entries))]
    file = paths.config_folder() / "catalog.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        json.dumps({"models": dict(zip(names, entries, strict=True)), "formats": formats or {}})
    )
    return load_catalog(file.read_text("utf-8"))


def panel_of(catalog: Catalog, **choices: Any) -> RequestPanel:
    """A panel that offers all own models, with the first chosen."""
    models = [info for name, info in catalog.models.items() if name.startswith(MODEL)]
    draft = RequestDraft(SettingsStore(Settings()), catalog)
    draft.offer(Profile(name="Own", base_url=VENDOR_URL), models)
    draft.take(EditParams(**{"prompt": "a red door", "model": MODEL, **choices}))
    return RequestPanel(draft, DARK)


def panel_with(entry: dict[str, Any], **choices: Any) -> RequestPanel:
    """A panel over a catalog with one own model."""
    return panel_of(own_catalog(entry), **choices)


def named(panel: QWidget, name: str, kind: type = QWidget):
    """The control of that accessible name."""
    return next(part for part in panel.findChildren(kind) if part.accessibleName() == name)


def offers(panel: QWidget, name: str) -> list[str]:
    """The words a control offers, in order."""
    control = named(panel, name)
    boxes = [control, *control.findChildren(QComboBox)]
    for box in boxes:
        if isinstance(box, QComboBox) and box.count():
            return [box.itemText(row) for row in range(box.count())]
    parts = control.findChildren(QAbstractButton)
    return [part.text() for part in parts if part.text() and not part.isHidden()]


def reason(panel: QWidget, name: str) -> str:
    """Why a control is off, as it is told to eye and ear; "" where it is on."""
    control = named(panel, name)
    words = control.accessibleDescription()
    assert control.toolTip() == words
    assert control.isEnabled() or words
    return "" if control.isEnabled() else words


def most(panel: QWidget, name: str) -> int:
    """The greatest number a control takes."""
    return named(panel, name, QSpinBox).maximum()


def texts(panel: QWidget) -> str:
    """All words in sight."""
    parts: list[QLabel | QAbstractButton] = panel.findChildren(QLabel)
    parts += panel.findChildren(QAbstractButton)
    return " | ".join(part.text() for part in parts if part.isVisibleTo(panel))


def check(panel: RequestPanel, catalog: Catalog) -> None:
    """Show what the catalog finds wrong, as the session does: a frame's size is always legal."""
    params = panel.draft.params
    if params.size == SIZE_FROM_FRAME:
        params = replace(params, size="auto")
    panel.set_problems(catalog.check_params(params))


def click_fix(panel: QWidget) -> None:
    """Click the first fix beside Run."""
    buttons = panel.findChildren(QPushButton)
    next(part for part in buttons if part.text().startswith("Use ")).click()
