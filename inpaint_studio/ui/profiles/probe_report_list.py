"""The probe report: one line for each check, with its evidence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from inpaint_studio.client.probe_report import CHECKS, Check, CheckResult
from inpaint_studio.ui.style.i18n import outside, translate
from inpaint_studio.ui.style.theme import Theme, icon
from inpaint_studio.ui.style.tips import set_tip
from inpaint_studio.ui.widgets.labels import Label

_MARK_PX = 16


class ProbeReportList(QWidget):
    """Marks tell by shape as well as colour; words say the verdict once more."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._results: dict[Check, CheckResult] = {}
        self._is_running = False
        self._rows: dict[Check, tuple[Label, Label, Label]] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        for line, check in enumerate(CHECKS):
            row = Label(), Label(_names()[check]), Label()
            row[2].setObjectName("dim")
            row[2].setWordWrap(True)
            for column, label in enumerate(row):
                grid.addWidget(label, line, column)
            self._rows[check] = row
        self.clear()

    def clear(self, *, running: bool = False) -> None:
        """Nothing is known yet; `running` says that it is being found out."""
        self._results.clear()
        self._is_running = running
        self._show()

    def add(self, result: CheckResult) -> None:
        """Show one more result."""
        self._results[result.check] = result
        self._show()

    def end(self) -> None:
        """No more will come."""
        self._is_running = False
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Recolour the marks."""
        self._theme = theme
        self._show()

    def _show(self) -> None:
        for check, (mark, name, evidence) in self._rows.items():
            result = self._results.get(check)
            verdict = result.verdict if result else ""
            shape, colour = self._mark(verdict)
            drawn = icon(shape, self._theme, colour, _MARK_PX)
            mark.setPixmap(drawn.pixmap(_MARK_PX, _MARK_PX))
            text = _evidence(result) if result else self._waiting_text()
            evidence.setText(text)
            mark.setAccessibleName(_verdicts()[verdict])
            set_tip(mark, _verdicts()[verdict])
            evidence.setAccessibleName(f"{name.text()}: {_verdicts()[verdict]}. {text}")

    def _mark(self, verdict: str) -> tuple[str, str]:
        theme = self._theme
        if not verdict:
            return ("waiting" if self._is_running else "unknown"), theme.dim
        return {
            "yes": ("done", theme.ok),
            "partly": ("warning", theme.warn),
            "no": ("error", theme.error),
        }.get(verdict, ("unknown", theme.dim))

    def _waiting_text(self) -> str:
        return self.tr("…") if self._is_running else self.tr("Not tested")


def _evidence(result: CheckResult) -> str:
    text = QCoreApplication.translate("CheckResult", result.words)
    return text.format(**{name: outside(translate(value)) for name, value in result.values.items()})


def _names() -> dict[Check, str]:
    tr = QCoreApplication.translate
    return {
        "reachable": tr("ProbeReportList", "Reachable"),
        "key": tr("ProbeReportList", "Key accepted"),
        "fields": tr("ProbeReportList", "Fields accepted"),
        "streams": tr("ProbeReportList", "Streaming"),
        "partials": tr("ProbeReportList", "Partial images"),
        "size": tr("ProbeReportList", "Size respected"),
        "mask": tr("ProbeReportList", "Mask respected"),
        "polarity": tr("ProbeReportList", "Mask polarity"),
    }


def _verdicts() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "yes": tr("ProbeReportList", "Yes"),
        "no": tr("ProbeReportList", "No"),
        "partly": tr("ProbeReportList", "Partly"),
        "unknown": tr("ProbeReportList", "Not known"),
        "": tr("ProbeReportList", "Not tested"),
    }
