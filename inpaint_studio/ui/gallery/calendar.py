"""A calendar to go to a day of the history: the days that have results stand out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QColor, QFont, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton

from inpaint_studio.ui.style.theme import Theme, icon


class HistoryCalendar(QCalendarWidget):
    """Offers the days from the first with results to the last; `shown` is the one looked at."""

    def __init__(self, theme: Theme, days: Iterable[date], shown: date) -> None:
        super().__init__()
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        dim, bold = _format(theme.dim), _format(theme.text)
        bold.setFontWeight(QFont.Weight.Bold)
        self.setHeaderTextFormat(dim)
        for weekday in Qt.DayOfWeek:
            self.setWeekdayTextFormat(weekday, dim)
        with_results = sorted(set(days))
        for day in with_results:
            self.setDateTextFormat(_qdate(day), bold)
        self.setDateRange(_qdate(with_results[0]), _qdate(with_results[-1]))
        self.setSelectedDate(_qdate(shown))
        for name, drawing in (("prevmonth", "previous"), ("nextmonth", "next")):
            button = self.findChild(QToolButton, f"qt_calendar_{name}")
            assert isinstance(button, QToolButton)
            button.setIcon(icon(drawing, theme))


def _format(colour: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(colour))
    return made


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
