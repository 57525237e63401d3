"""The request panel: every control is offered, gated and explained by the catalog."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from inpaint_studio.contract.catalog import Catalog
from inpaint_studio.contract.check import Problem
from inpaint_studio.contract.model_info import ModelInfo
from inpaint_studio.contract.params import EditParams
from inpaint_studio.ui.request_panel.model_box import ModelBox
from inpaint_studio.ui.request_panel.prompt import PromptField
from inpaint_studio.ui.request_panel.run_block import RunBlock
from inpaint_studio.ui.request_panel.sections import row_label
from inpaint_studio.ui.request_panel.size_box import SizeBox
from inpaint_studio.ui.theme import Theme
from inpaint_studio.ui.widgets.choice import Choice

_VARIANT_STEPS = (1, 2, 4, 6)
_LABELS = {
    "auto": "Auto",
    "low": "Low",
    "medium": "Med",
    "high": "High",
    "xhigh": "Extra high",
    "max": "Max",
    "opaque": "Opaque",
    "transparent": "Transp.",
    "png": "PNG",
    "jpeg": "JPEG",
    "webp": "WebP",
}


class RequestPanel(QWidget):
    """Reads and writes `EditParams`; never knows a model by name."""

    changed = Signal()
    run_asked = Signal()
    stop_asked = Signal()
    left = Signal()

    def __init__(self, catalog: Catalog, models: Iterable[ModelInfo], theme: Theme) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._catalog = catalog
        self._prompt = PromptField()
        self._model = ModelBox(models)
        self._size = SizeBox()
        self._quality = Choice(self.tr("Quality"))
        self._background = Choice(self.tr("Background"))
        self._variants = Choice(self.tr("Variants"))
        self._partials = Choice(self.tr("Partials"))
        self._format = Choice(self.tr("Format"))
        self._run = RunBlock(theme)
        self._base = EditParams(prompt="", model="")
        self._build()
        self._connect()

    def params(self) -> EditParams:
        """What the controls say; fields without a control keep what `set_params` gave."""
        info = self._info()
        return EditParams.from_json(
            self._base.to_json()
            | {
                "prompt": self._prompt.text(),
                "model": self._model.value(),
                "n": int(self._variants.value() or 1),
                "size": self._size.value(),
                "quality": self._quality.value() if info.qualities else "auto",
                "background": self._background.value() if info.backgrounds else "auto",
                "output_format": self._format.value() if info.formats else "png",
                "partial_images": int(self._partials.value() or 0),
                "stream": info.streams,
            }
        )

    def set_params(self, params: EditParams) -> None:
        """Show `params`; what the model does not offer returns when the model changes back."""
        self._base = params
        self._prompt.set_text(params.prompt)
        self._model.set_value(params.model)
        self._size.set_value(params.size)
        self._quality.set_value(params.quality)
        self._background.set_value(params.background)
        self._variants.set_value(str(params.n))
        self._partials.set_value(str(params.partial_images))
        self._format.set_value(params.output_format)
        self._gate()

    def set_prompt(self, prompt: str) -> None:
        """Replace the prompt only."""
        self._prompt.set_text(prompt)

    def set_sent_size(self, sent: str) -> None:
        """Show what "from frame" comes to for the mask as it is, or "" without a mask."""
        self._size.set_frame_size(sent)

    def set_problem(self, problem: Problem | None) -> None:
        """Show beside Run why it cannot, or nothing."""
        is_next_step = problem is not None and problem.field in ("image", "mask")
        self._run.set_problem(problem.message if problem else "", is_next_step=is_next_step)

    def set_live(self, count: int) -> None:
        """Offer Stop while `count` variants run or wait."""
        self._run.set_live(count)

    def focus_prompt(self) -> None:
        """Put the cursor into the prompt."""
        self._prompt.take_focus()

    def set_theme(self, theme: Theme) -> None:
        """Recolour the icons."""
        self._run.set_theme(theme)

    def _build(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(14, 4, 14, 12)
        column.setSpacing(12)
        column.addWidget(self._prompt)
        column.addLayout(self._grid())
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addWidget(self._run)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        rows = (
            (self.tr("Model"), self._model),
            (self.tr("Size"), self._size),
            (self.tr("Quality"), self._quality),
            (self.tr("Background"), self._background),
            (self.tr("Variants"), self._variants),
            (self.tr("Partials"), self._partials),
            (self.tr("Format"), self._format),
        )
        for index, (name, control) in enumerate(rows):
            label = row_label(name)
            label.setBuddy(control)
            grid.addWidget(label, index, 0)
            grid.addWidget(control, index, 1)
        return grid

    def _connect(self) -> None:
        self._model.chosen.connect(lambda _: self._gate())
        for signal in (
            self._prompt.changed,
            self._model.chosen,
            self._size.chosen,
            self._quality.chosen,
            self._background.chosen,
            self._variants.chosen,
            self._partials.chosen,
            self._format.chosen,
        ):
            signal.connect(self.changed)
        self._prompt.left.connect(self.left)
        self._run.run_asked.connect(self.run_asked)
        self._run.stop_asked.connect(self.stop_asked)

    def _info(self) -> ModelInfo:
        return self._catalog.model(self._model.value())

    def _gate(self) -> None:
        """Offer what the model takes; name the model in the reason for what it does not."""
        info = self._info()
        self._prompt.set_model(limit=info.max_prompt or 0, ignores_prompt=info.ignores_prompt)
        self._size.set_model(info)
        unsupported = self.tr("{0} does not take this").format(info.label)
        for control, offered in (
            (self._quality, info.qualities),
            (self._background, info.backgrounds),
            (self._format, info.formats),
        ):
            control.set_choices([(value, _LABELS.get(value, value)) for value in offered])
            control.set_reason("" if len(offered) > 1 else unsupported)
        self._variants.set_choices(
            [(str(count), str(count)) for count in _VARIANT_STEPS if count <= info.max_n]
        )
        most = info.max_partials if info.streams else 0
        self._partials.set_choices([(str(count), str(count)) for count in range(most + 1)])
        self._partials.set_reason("" if most else self.tr("{0} does not stream").format(info.label))
        self._offer(info)

    def _offer(self, info: ModelInfo) -> None:
        if info.ignores_prompt:
            self._run.set_offer(self.tr("Fill locally, free"))
        else:
            self._run.set_offer(self.tr("Run"))
